"""What a page would not show as it was written is told, each with file and line."""

import pytest
from PIL import Image

PAGES = {
    "empty": "",
    "untitled": "Only text.\n",
    "vanishing": "# A <vanishing> word\n\n## A list<int>\n\nText.\n",
    "images": "# T\n\n![alt](no.png)\n\n![alt](x.png)\n\n![alt](x.svg)\n",
    "including": "# T\n\n```{include} part.txt\n```\n",
    "aligned": "# T\n\n$$\n\\begin{aligned} a \\\\ b \\end{aligned}\n$$\n",
}
PART = "A\n\nB\n\n[x](nowhere.md)\n\n![](ok.png)\n\n```{nothing}\n```\n\n# A <gone>\n"
TOLD = [
    "book/empty.md:1: WARNING: this page has no title: begin it with a line '# Its",
    "book/untitled.md:1: WARNING: this page has no title",
    r"book/vanishing.md:1: WARNING: <vanishing> would vanish from the page: write \<",
    "book/vanishing.md:3: WARNING: <int> would vanish",
    "book/images.md:3: WARNING: image file not readable: no.png",
    "book/images.md:5: WARNING: the image x.png cannot be read: save it anew",
    "book/images.md:7: WARNING: the image x.svg cannot be read: save it anew",
    "book/part.txt:5: WARNING: 'myst' cross-reference target not found: 'nowhere.md'",
    "book/part.txt:7: WARNING: this image has no alternative text",
    "book/part.txt:9: WARNING: Unknown directive type: 'nothing'",
    "book/part.txt:12: WARNING: <gone> would vanish",
]


@pytest.fixture
def faulty(toy):
    """A toy book with a fault on every page but the last."""
    for name, text in PAGES.items():
        toy.write(f"book/{name}.md", text)
    toy.write("book/part.txt", PART)
    for name in ("x.png", "x.svg"):
        toy.write(f"book/{name}", "<svg><g></svg>")
    Image.new("RGB", (2, 2)).save(toy.root / "book/ok.png")
    listed = ", ".join(f"{{file: {name}}}" for name in PAGES)
    toc = (toy.root / "_toc.yml").read_text()
    toy.write("_toc.yml", f"{toc}- caption: More\n  chapters: [{listed}]\n")
    return toy


def test_every_fault_is_told_where_it_was_written_and_nothing_else(faulty):
    said = faulty.make().stdout
    assert [line for line in TOLD if line not in said] == []
    assert said.count("WARNING") == len(TOLD)
    assert "Traceback" not in said
    assert "threw an exception" not in said
