"""What a page's source holds: the keys that its cells write, and lines outside code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path

from ..chapters.cells import ChapterError, read_chapter
from ..chapters.written import Written, keys_written

TYPED_AS = re.compile(r'data-tex="([^"]*)"')
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


class Source:
    """Finds what a page shows in the text it was written in, from top to bottom."""

    def __init__(self, path: Path) -> None:
        self.lines = path.read_text(encoding="utf-8").splitlines()
        self.plain = [plain(line) for line in self.lines]
        self.reached = 0

    def pass_by(self, text: str) -> None:
        """Note that what follows stands at or below this text."""
        start = plain(text.strip()[:40])
        found = self._from(start) if len(start) > 3 else None
        self.reached = self.reached if found is None else found

    def line_of(self, shown: str) -> int:
        """The line where a formula or a text is written; else of what is above it."""
        told = plain(self.start(shown))
        found = (self._from(told[:letters]) for letters in (40, 12, 5))
        return 1 + next((line for line in found if line is not None), self.reached)

    def start(self, shown: str) -> str:
        """How a formula or a text begins, as it was typed where that is known."""
        typed = TYPED_AS.search(shown) if shown.startswith("<math") else None
        text = unescape(typed[1]) if typed else re.sub(r"<[^>]*>", "", unescape(shown))
        return " ".join(text.split())[:60]

    def _from(self, start: str) -> int | None:
        below = range(self.reached, len(self.lines))
        return next((k for k in below if start and start in self.plain[k]), None)


def plain(text: str) -> str:
    """A text without what sets or spaces it."""
    return re.sub(r"[\s\\${}*_`]|displaystyle", "", text)
