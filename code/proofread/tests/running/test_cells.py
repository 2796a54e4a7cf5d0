"""Cells are those that MyST-NB finds, and what cannot be read says where and why."""

import pytest
from myst_nb.core.read import read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig

from proofread.chapters.cells import ChapterError, read_chapter

from .conftest import FRONT, TRUE, cell, markdown

TEXT = markdown(
    cell("a = 1", "x"),
    "````md\n```{code-cell}\nclaim('shown')\n```\n````\n",
    "- in a list\n\n  ```{code-cell}\n  b\n  ```\n",
    "<!--\n```{code-cell}\nc\n```\n-->\n",
    ":::{note}\n```{code-cell}\nd\n```\n:::\n",
    "```{code-cell}\n---\ntags: [remove-cell]\nmystnb: {a: {b: c}}\n---\n\ne\n```\n",
    "~~~{code-cell}\n:tags: [y]\n\n\nf\n~~~\n",
    "```{code-cell}\n```\n",
)


def test_cells_are_those_of_the_build(write):
    syntax = MdParserConfig(enable_extensions={"colon_fence", "dollarmath"})
    theirs = read_myst_markdown_notebook(TEXT, config=syntax).cells
    codes = [c for c in theirs if c.cell_type == "code"]
    ours = read_chapter(write(TEXT)).cells
    assert [c.code for c in ours] == [c.source for c in codes]
    assert [c.tags for c in ours] == [{*c.metadata.get("tags", [])} for c in codes]


def test_cells_know_their_lines(write):
    lines = TEXT.splitlines()
    cells = [c for c in read_chapter(write(TEXT)).cells if c.runs]
    assert [lines[c.start.line - 1] for c in cells] == ["a = 1", "e", "f"]


UNREADABLE = {
    "front matter": ("---\nfile_format: mystnb\na: [1\n---\n" + cell(TRUE), 4, "front"),
    "never ended": ("---\nfile_format: mystnb\n" + cell(TRUE), 1, "no --- ends"),
    "not run": ("# T\n\n" + cell(TRUE), 3, "file_format: mystnb"),
    "options": (FRONT + "```{code-cell}\n:tags: [a\n1\n```\n", 6, "options"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_what_cannot_be_read_names_the_line(what, write):
    text, line, says = UNREADABLE[what]
    with pytest.raises(ChapterError, match=says) as caught:
        read_chapter(write(text))
    assert caught.value.place.line in (line, line - 1)


@pytest.mark.parametrize("name", ["chapter.txt", "chapter.ipynb"])
def test_what_is_no_chapter_is_said(name, write):
    with pytest.raises(ChapterError, match=name):
        read_chapter(write("{", name))


def test_what_is_not_utf8_names_the_line(write):
    path = write("")
    path.write_bytes(b"# T\n\n\xff")
    with pytest.raises(ChapterError, match=r"chapter.md:3: not UTF-8"):
        read_chapter(path)
