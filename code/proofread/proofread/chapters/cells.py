"""A chapter's code cells, the same as a book's build finds, with where they stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .markdown import markdown_cells
from .places import Place

HIDDEN = frozenset({"remove-cell", "remove_cell", "remove-output", "remove_output"})
JUST_TEXT = "neither .md nor .ipynb nor .py: it holds no cells"


class ChapterError(Exception):
    """A file that is no chapter: where, what is wrong, what to do."""

    def __init__(self, place: Place, what: str) -> None:
        self.place, self.what = place, what
        super().__init__(f"{place}: {what}")


@dataclass(frozen=True)
class Cell:
    """One code cell: the place of its first line, its code, its tags."""

    place: Place
    number: int
    code: str
    tags: frozenset[str] = frozenset()

    @property
    def runs(self) -> bool:
        """Whether a build runs it."""
        return bool(self.code.strip()) and "skip-execution" not in self.tags

    @property
    def may_raise(self) -> bool:
        """Whether a build goes on where it raises an exception."""
        return "raises-exception" in self.tags

    @property
    def may_warn(self) -> bool:
        """Whether a build goes on where it prints a warning."""
        return "remove-stderr" in self.tags

    @property
    def shows(self) -> bool:
        """Whether the page shows what it displays."""
        return not self.tags & HIDDEN

    @cached_property
    def start(self) -> Place:
        """Where its code begins: IPython counts lines from there."""
        code = self.code
        return self.place.below(code[: len(code) - len(code.lstrip())].count("\n"))


@dataclass(frozen=True)
class Chapter:
    """A file with code cells."""

    path: Path
    cells: tuple[Cell, ...]


def read_chapter(path: Path) -> Chapter:
    """The chapter at path; ChapterError names the line at which it cannot be read."""
    reader = READERS.get(path.suffix)
    if reader is None:
        raise ChapterError(Place(str(path)), JUST_TEXT)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ChapterError(Place(str(path), line), "not UTF-8: save it so") from error
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        raise ChapterError(Place(str(path)), what) from error
    return Chapter(path, tuple(reader(path, text)))


def _of_markdown(path: Path, text: str) -> Iterator[Cell]:
    try:
        for number, (line, code, tags) in enumerate(markdown_cells(text), 1):
            yield Cell(Place(str(path), line), number, code, frozenset(tags))
    except SyntaxError as error:
        raise ChapterError(Place(str(path), error.lineno or 1), error.msg) from error


def _of_notebook(path: Path, text: str) -> Iterator[Cell]:
    try:
        cells = json.loads(text)["cells"]
        found = [cell for cell in cells if cell["cell_type"] == "code"]
        for number, cell in enumerate(found, 1):
            tags = cell.get("metadata", {}).get("tags", [])
            place = Place(str(path), 1, number)
            yield Cell(place, number, "".join(cell["source"]), frozenset(tags))
    except json.JSONDecodeError as error:
        place = Place(str(path), error.lineno)
        raise ChapterError(place, f"no JSON: {error.msg}") from error
    except (AttributeError, KeyError, TypeError) as error:
        what = f"no notebook of format 4: {error!r}"
        raise ChapterError(Place(str(path)), what) from error


def _of_script(path: Path, text: str) -> Iterator[Cell]:
    yield Cell(Place(str(path)), 1, text)


READERS: dict[str, Callable[[Path, str], Iterator[Cell]]] = {
    ".md": _of_markdown,
    ".ipynb": _of_notebook,
    ".py": _of_script,
}
