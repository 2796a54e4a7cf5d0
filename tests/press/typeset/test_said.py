"""What cells said stands in the text, wherever a text can stand."""

import json

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from press.executed.chapters import Chapter
from press.source.malformed import MalformedError
from press.typeset.said import ANSWER, MIME, fill
from proofread import said

CIRCLE = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'></svg>"
CHAPTER = """---
file_format: mystnb
kernelspec: {name: python3}
---
# Right in @{right:.0%}

Off by @{off:.1f}, or $@{off:.1f}$; a millionth is @{tiny:.1e} and $@{tiny:.1e}$.

## Half of @{many:,}

| one | other |
|---|---|
| @{both[0]} | @{both[1]} |

```{figure} dot.png
:alt: A dot that is right in @{right:.0%} of cases

Right in @{right:.0%} of cases.
```

```{code-cell} python
from proofread import say
say(right=0.934, off=-1.25, tiny=1.5e-6, many=12000, both=[3, 4])
```

```{code-cell} python
---
mystnb:
  image: {alt: "A circle, right in @{right:.0%} of cases"}
  figure: {name: fig-circle, caption: "It is off by $@{off:.2f}$."}
---
from IPython.display import SVG
SVG(data="CIRCLE")
```

```{code-cell} python
from proofread import answer
assert answer("ex-one", 6 * 7) == 42
```
""".replace("CIRCLE", CIRCLE)
DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4">'
    '<rect width="4" height="4"/></svg>'
)


@pytest.fixture(scope="module")
def book(toy_at, tmp_path_factory):
    toy = toy_at(tmp_path_factory.mktemp("said"))
    toy.write("book/first.md", CHAPTER.replace("dot.png", "dot.svg"))
    toy.write("book/dot.svg", DOT)
    made = toy.make()
    assert made.returncode == 0, made.stdout
    assert "WARNING" not in made.stdout
    return toy


def test_a_page_shows_it_in_titles_sentences_tables_captions_and_alternatives(book):
    page = book.page("first")
    assert "Right in 93%" in page
    assert "Off by −1.2" in page
    assert "1.5 × 10⁻⁶" in page
    assert "Half of 12,000" in page
    assert "<td><p>3</p></td>" in page
    assert 'alt="A dot that is right in 93% of cases"' in page
    assert "Right in 93% of cases." in page
    assert "@{" not in page


def test_a_figure_that_a_cell_draws_shows_it_in_its_caption_and_alternative(book):
    page = book.page("first")
    assert 'alt="A circle, right in 93% of cases"' in page
    assert "It is off by" in page
    assert r'data-tex="-1.25"' in page


def test_mathematics_shows_it(book):
    page = book.page("first")
    assert r'data-tex="-1.2"' in page
    assert r'data-tex="1.5 \times 10^{-6}"' in page


def test_an_answer_is_shown(book):
    shown = book.page("first").partition("<strong>Answer.</strong>")[2]
    assert 'data-tex="42"' in shown


def test_what_was_said_is_no_output_of_the_page(book):
    assert "tiny = " not in book.page("first")


def test_search_and_the_notebook_to_take_away_have_it_too(book):
    static = book.root / "_build/html/_static"
    index = "".join(p.read_text("utf-8") for p in static.rglob("search*.js"))
    assert "Right in 93%" in index
    taken = book.root / "_build/html/_sources/first.ipynb"
    cells = json.loads(taken.read_text("utf-8"))["cells"]
    text = "".join("".join(cell["source"]) for cell in cells)
    assert "# Right in 93%" in text
    assert "@{" not in text


def test_another_text_runs_no_cell_again(book):
    path = book.root / "book/first.md"
    path.write_text(path.read_text("utf-8").replace("{off:.1f}", "{off:.2f}"), "utf-8")
    made = book.make()
    assert "first ran" not in made.stdout
    assert "Off by −1.25" in book.page("first")


def test_what_is_read_is_what_say_shows():
    assert said.MIME == MIME
    assert said.ANSWER == ANSWER


def chapter_of(tmp_path, text: str, **values: object) -> Chapter:
    """A chapter of one text, after a cell that said the values."""
    source = f"say({', '.join(values)})"
    lines = ["---", "file_format: mystnb", "---", source, text]
    path = tmp_path / "chapter.md"
    path.write_text("\n".join(lines), "utf-8")
    said = new_output("display_data", {MIME: values})
    cells = [new_code_cell(source, outputs=[said]), new_markdown_cell(text)]
    return Chapter(
        "chapter", path, new_notebook(cells=cells, metadata={"source_map": [3, 4]})
    )


@pytest.mark.parametrize(
    ("text", "values", "shown"),
    [
        ("@{a:.0f}", {"a": -3.2}, "−3"),
        ("$x = @{a}$", {"a": -3}, "$x = -3$"),
        ("$$x = @{a:,}$$", {"a": 12000}, "$$x = 12{,}000$$"),
        ("$5 of @{a:.1%}", {"a": 0.5}, "$5 of 50.0%"),
        ("{math}`@{a:.0%}`", {"a": 0.5}, r"{math}`50\%`"),
        ("```{math}\n@{a:.0e}\n```", {"a": 2e9}, "```{math}\n2 \\times 10^{9}\n```"),
        ("@{a[ridge]:.2f}", {"a": {"ridge": 0.126}}, "0.13"),
        ("@{a[13][all]}", {"a": {"13": {"all": 2}}}, "2"),
        ("@{a}", {"a": "ridge-2"}, "ridge-2"),
    ],
)
def test_a_value_reads_well_where_it_stands(tmp_path, text, values, shown):
    chapter = chapter_of(tmp_path, text, **values)
    fill(chapter)
    assert chapter.notebook.cells[1].source == shown
    assert chapter.notebook.cells[0].outputs == []


@pytest.mark.parametrize(
    ("text", "values", "place", "told"),
    [
        ("\n@{b}", {"a": 1}, 6, r"no cell says 'b'"),
        ("@{a:.2g", {"a": 1}, 4, "shown nowhere"),
        ("@{a:.2q}", {"a": 1}, 5, r"@{a:.2q}"),
        ("@{a[3]}", {"a": [1]}, 5, "out of range"),
        ("@{a[b]}", {"a": {"c": 1}}, 5, "there is no b in it"),
        ("@{a:.0%}", {"a": "text"}, 5, "write a name that is said and a form"),
    ],
)
def test_what_cannot_be_shown_is_told_with_its_line(
    tmp_path, text, values, place, told
):
    with pytest.raises(MalformedError, match=told) as raised:
        fill(chapter_of(tmp_path, text, **values))
    assert raised.value.line == place


def test_a_name_is_said_once(tmp_path):
    chapter = chapter_of(tmp_path, "@{a}", a=1)
    again = nbformat.from_dict(chapter.notebook.cells[0])
    chapter.notebook.cells.append(again)
    chapter.notebook.metadata["source_map"].append(3)
    with pytest.raises(MalformedError, match="'a' was said before, at line 4"):
        fill(chapter)
