"""Reads chapters as the pages read them; what cannot be read is told with its line."""

import re
from pathlib import Path

import nbformat
from myst_nb.core.read import (
    MystMetadataParsingError,
    is_myst_markdown_notebook,
    read_myst_markdown_notebook,
)
from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode

from ..source.front import front_matter
from ..source.malformed import MalformedError, read_text
from .chapters import Chapter

LOADED = re.compile(r"^:?load: *(\S.*?) *$", re.MULTILINE)
NO_LIST = re.compile(r"^:?tags: *[^\[\s]", re.MULTILINE)
LINE_OF_CELL = re.compile(r" at line (\d+) ")
KNOWN_TAGS = {
    *("hide-input", "hide-output", "hide-cell"),
    *("remove-input", "remove-output", "remove-cell"),
    *("remove-stdout", "remove-stderr", "raises-exception", "skip-execution"),
    *("scroll-output", "output_scroll"),
}
KNOWN_OPTIONS = {"tags", "mystnb", "load"}
UNREADABLE = """the options of this cell cannot be read. Write each on a line of its
own below the first,
    :tags: [hide-input]
or all as YAML between two lines of ---"""


def read_chapter(name: str, path: Path, extensions: list[str]) -> Chapter | None:
    """The chapter at path, or None where it has no code to run.

    extensions: the MyST extensions the book enables; they decide where a cell ends.
    Raises MalformedError where its front matter or a cell's options cannot be read.
    """
    text = read_text(path)
    if path.suffix == ".ipynb":
        return Chapter(name, path, _notebook(text, path))
    front_matter(text, path)
    if not is_myst_markdown_notebook(text):
        return None
    chapter = Chapter(name, path, _cells(text, path, extensions))
    check_options(chapter)
    return chapter


def check_options(chapter: Chapter) -> None:
    """Every option and every tag of a cell is one that does something."""
    for index, cell in enumerate(chapter.notebook.cells):
        if cell.cell_type != "code":
            continue
        line = chapter.notebook.metadata.source_map[index]
        for word in sorted({*cell.metadata} - KNOWN_OPTIONS):
            what = f"no option is called '{word}'; known: {_listed(KNOWN_OPTIONS)}"
            raise MalformedError(chapter.path, line, what)
        for word in sorted({*cell.metadata.get("tags", [])} - KNOWN_TAGS):
            what = f"no tag is called '{word}'; known: {_listed(KNOWN_TAGS)}"
            raise MalformedError(chapter.path, line, what)


def _listed(words: set[str]) -> str:
    return ", ".join(sorted(words))


def _notebook(text: str, path: Path) -> NotebookNode:
    try:
        return nbformat.reads(text, as_version=4)
    except (ValueError, AttributeError, KeyError) as error:
        line = getattr(error.__cause__ or error.__context__, "lineno", None)
        what = "this is no notebook: write it anew from Jupyter, or restore it"
        raise MalformedError(path, line, what) from error


def _cells(text: str, path: Path, extensions: list[str]) -> NotebookNode:
    """The chapter as a notebook; where it stopped, MyST-NB says only in words."""
    for found in LOADED.finditer(text):
        if not (path.parent / found[1]).is_file():
            what = f"there is no {found[1]} to load: write it, or take this line out"
            raise MalformedError(path, _line(text, found), what)
    syntax = MdParserConfig(enable_extensions={*extensions})
    try:
        return read_myst_markdown_notebook(
            text, config=syntax, add_source_map=True, path=path
        )
    except MystMetadataParsingError as error:
        stopped = LINE_OF_CELL.search(str(error))
        line = int(stopped[1]) if stopped else None
        raise MalformedError(path, line, UNREADABLE) from error
    except nbformat.ValidationError as error:
        line = _line(text, NO_LIST.search(text))
        raise MalformedError(path, line, "tags are a list: [hide-input]") from error


def _line(text: str, found: re.Match[str] | None) -> int | None:
    return text.count("\n", 0, found.start()) + 1 if found else None
