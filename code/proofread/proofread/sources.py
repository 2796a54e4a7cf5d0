"""What a page's source holds: its fences, and the keys that its cells write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from .places import Place
from .running.cells import Cell, ChapterError, read_chapter
from .running.written import keys_written

FENCE = re.compile(r"^ {0,3}(?P<marks>`{3,}|~{3,}|:{3,})(?P<info>.*)$")


class Written(TypedDict):
    """A call such as claim("key", ...): its verb, its key and its line in the file."""

    verb: str
    key: str
    line: int


def written_keys(path: Path) -> list[Written]:
    """The calls with a literal key in the code cells of a chapter, in order."""
    try:
        cells = read_chapter(path).cells
    except ChapterError:
        return []  # whoever reads the page says what is wrong with it
    return [*_told(cells)]


def calls(code: str, first_line: int) -> Iterator[Written]:
    """The calls with a literal key in the code of one cell."""
    return _told((Cell(Place("", first_line), 1, code),))


def _told(cells: tuple[Cell, ...]) -> Iterator[Written]:
    for call in keys_written(cells):
        yield Written(verb=call.verb, key=call.key, line=call.place.line)


def closes(line: str, marks: str) -> bool:
    """Whether a line ends the fence that these marks opened."""
    text = line.strip()
    return len(text) >= len(marks) and set(text) == {marks[0]}
