"""What holds of the printed book."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from press.source.project import Project
from press.tools.system import OPTIONAL

LABEL = re.compile(r"^\\newlabel\{([^}]+)\}\{\{([\d.]+)\}", re.MULTILINE)
FIGURE = re.compile(
    r'<figure[^>]* id="([^"]+)">(?:(?!</figure>).)*?"caption-number">Fig. ([\d.]+) ',
    re.DOTALL,
)
NUMBERED = re.compile(r'"caption-number">([A-Z][a-z]+ [\d.]*\d) </span> \(')


@pytest.fixture(scope="module")
def pdf(root) -> Path:
    what, packages = OPTIONAL["xelatex"]
    if not all(map(shutil.which, ("xelatex", "latexmk", "pdftotext"))):
        pytest.skip(f"{what} needs XeLaTeX: apt-get install {packages}")
    pdf = Project(root).pdf
    if not pdf.exists():
        pytest.skip("the PDF is not built: make pdf")
    return pdf


@pytest.fixture(scope="module")
def printed_numbers(pdf) -> dict[str, str]:
    """The number LaTeX gave to every label."""
    return dict(LABEL.findall(pdf.with_suffix(".aux").read_text("utf-8")))


def shown(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def shown_text(pdf: Path) -> str:
    return shown("pdftotext", str(pdf), "-")


@pytest.fixture(scope="module")
def bookmarks(pdf) -> list[tuple[int, str]]:
    """How deep each bookmark is, parts at 0, and its title, in order."""
    book = shown("pdftohtml", "-xml", "-i", "-stdout", str(pdf))
    _, _, outline = book.partition("<outline>")
    found, depth = [], 0
    for end, title in re.findall(
        r"<(/?)outline>|<item[^>]*>(.*?)</item>", outline, re.S
    ):
        depth += 0 if title else (-1 if end else 1)
        found += [(depth, " ".join(html.unescape(title).split()))] if title else []
    return found


@pytest.fixture(scope="module")
def contents(bookmarks) -> list[str]:
    """The titles of all bookmarks."""
    return [title for _, title in bookmarks]


@pytest.fixture(scope="module")
def chapters(bookmarks) -> list[str]:
    """The titles of the bookmarks right below the parts."""
    return [title for depth, title in bookmarks if depth == 1]


def test_no_reference_is_missing(pdf):
    assert "??" not in shown_text(pdf)


def test_the_paper_is_a4_and_every_font_is_embedded(pdf):
    assert "(A4)" in shown("pdfinfo", str(pdf))
    fonts = shown("pdffonts", str(pdf)).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5] == "yes" for line in fonts)


def test_equations_have_the_numbers_of_the_pages(site, printed_numbers):
    rows = json.loads((site / "ledger.json").read_text("utf-8"))["claims"]
    shown = {
        f"equation:{row['chapter']}:{row['key']}": row["equation"]
        for row in rows
        if row["equation"]
    }
    assert shown
    assert {name: printed_numbers.get(name) for name in shown} == shown


def test_figures_have_the_numbers_of_the_pages(site, printed_numbers):
    shown = {
        f"{page.relative_to(site).with_suffix('').as_posix()}:{name}": number
        for page in site.rglob("*.html")
        for name, number in FIGURE.findall(page.read_text("utf-8"))
    }
    assert shown
    assert {name: printed_numbers.get(name) for name in shown} == shown


def test_exercises_and_theorems_have_the_numbers_of_the_pages(site, pdf):
    shown = {
        title
        for page in site.rglob("*.html")
        for title in NUMBERED.findall(page.read_text("utf-8"))
    }
    printed = " ".join(shown_text(pdf).split())
    assert shown
    assert {title for title in shown if title not in printed} == set()


def test_every_chapter_has_its_bookmark_and_ends_with_its_solutions(
    root, contents, chapters
):
    project = Project(root)
    left_out = project.book / "reference" / "proofs"
    titles = [
        title_of(chapter)
        for chapter in project.chapters()[1:]
        if left_out not in (chapter.with_suffix(""), *chapter.parents)
    ]
    assert [title for title in chapters if title in titles] == titles
    with_exercises = [
        title_of(chapter)
        for chapter in project.chapters()
        if "{solution" in chapter.read_text("utf-8")
    ]
    ends = [i for i, title in enumerate(contents) if title == "Solutions"]
    assert len(ends) == len(with_exercises)
    after = {re.sub("^[IVX]+ ", "", contents[i + 1]) for i in ends}
    assert after <= {*titles, *parts(root)}


def test_solutions_follow_what_they_solve(pdf):
    text = shown_text(pdf)
    for number in re.findall(r"Exercise (\d+\.\d+) \(", text):
        places = [
            place.start() for place in re.finditer(rf"Exercise {number} \(", text)
        ]
        assert len(places) == 2, number
        assert "Solutions" in text[places[0] : places[1]], number


def test_drawings_stay_drawings(site, pdf):
    log = pdf.with_suffix(".log").read_text("utf-8", errors="replace")
    drawn, pixels = (
        set(re.findall(rf"File: (\S+)\.{s} ", log)) for s in ("pdf", "png")
    )
    on_pages = {path.stem for path in (site / "_images").glob("*.png")}
    assert drawn
    assert pixels <= on_pages


def test_works_are_named_by_author_and_year(pdf):
    text = " ".join(shown_text(pdf).split())
    assert re.search(r"Golub and Van Loan 2013\. Gene H\. Golub", text)


def title_of(chapter: Path) -> str:
    """A chapter's title as the bookmarks show it."""
    found = re.search(r"^# (.*)$", chapter.read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]


def parts(root: Path) -> list[str]:
    """The captions of the parts, as the bookmarks show them."""
    captions = re.findall(
        r"caption: (.*)$", (root / "_toc.yml").read_text("utf-8"), re.M
    )
    return [caption.strip('"') for caption in captions]
