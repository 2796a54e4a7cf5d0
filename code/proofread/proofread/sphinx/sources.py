"""What a page's source holds: the keys that its cells write, and lines outside code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..chapters.cells import ChapterError, read_chapter
from ..chapters.written import Written, keys_written

FENCE = re.compile(r"^ {0,3}(?P<marks>`{3,}|~{3,}|:{3,})(?P<info>.*)$")


def written_keys(path: Path) -> list[Written]:
    """The calls with a literal key in the code cells of a chapter, in order."""
    try:
        return keys_written(read_chapter(path).cells)
    except ChapterError:
        return []  # whoever reads the page says what is wrong with it


def lines_of(keys: Iterable[str], written: Iterable[Written]) -> list[int]:
    """The line that writes each key, 0 where none does.

    A key shown for the second time takes the second line that writes it, and so on.
    """
    lines: dict[str, list[int]] = {}
    for call in written:
        lines.setdefault(call.key, []).append(call.place.line)
    left = {key: iter(found) for key, found in lines.items()}
    return [next(left[k], lines[k][-1]) if k in lines else 0 for k in keys]


def prose(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines outside code, however deep in directives."""
    open_fences: list[tuple[str, bool]] = []
    for number, line in enumerate(lines, 1):
        fence = FENCE.match(line)
        if open_fences and closes(line, open_fences[-1][0]):
            open_fences.pop()
        elif open_fences and open_fences[-1][1]:
            continue
        elif fence:
            open_fences.append((fence["marks"], is_code(fence["info"])))
        else:
            yield number


def is_code(info: str) -> bool:
    """Whether a fence holds code, not prose inside a directive."""
    info = info.strip()
    return not info.startswith("{") or info.startswith(("{code", "{literal", "{raw"))


def closes(line: str, marks: str) -> bool:
    """Whether a line ends the fence that these marks opened."""
    text = line.strip()
    return len(text) >= len(marks) and set(text) == {marks[0]}
