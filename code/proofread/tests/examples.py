"""The examples of the engine's README and docs, as they stand there.

A block marked `refused` shows what the heading above it says; every other one runs as
it stands.  Of a page, the first block gives names that the others use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENGINE = Path(__file__).parents[1]
REFUSALS = sorted((ENGINE / "docs/refusals").glob("*.md"))
TEXTS = [ENGINE / "README.md", *sorted((ENGINE / "docs").glob("*.md")), *REFUSALS]
PART = re.compile(
    r"^#+ (?P<heading>.*)$"
    r"|^(?P<fence>`{3,})(?P<info>.*)\n(?P<code>(?s:.*?))^(?P=fence)$"
    r"|^\|(?P<row>.*)\|$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Example:
    """A block of a page: below which heading, in what language, marked how."""

    page: str
    heading: str
    language: str
    marks: tuple[str, ...]
    code: str

    @property
    def is_refused(self) -> bool:
        return "refused" in self.marks

    @property
    def name(self) -> str:
        """How a test calls it."""
        return f"{self.page}: {self.heading}"[:80]


@dataclass(frozen=True)
class Row:
    """A row of a table below a heading: a message in its place, and an example."""

    page: str
    heading: str
    message: str
    code: str


def examples(path: Path) -> Iterator[Example]:
    """The blocks of a page, in order."""
    for heading, found in _parts(path):
        if found["fence"]:
            language, *marks = found["info"].split() or [""]
            yield Example(path.name, heading, language, tuple(marks), found["code"])


def rows(path: Path) -> Iterator[Row]:
    """The rows of a page's tables that begin with a message."""
    for heading, found in _parts(path):
        cells = re.split(r"(?<!\\)\|", found["row"] or "")
        if cells[0].strip().startswith("`"):
            message, code = (told(cell.replace(r"\|", "|")) for cell in cells[:2])
            yield Row(path.name, heading, message, code)


def headings(path: Path) -> list[str]:
    """The headings of a page that are messages."""
    lines = [found["heading"] for _, found in _parts(path) if found["heading"]]
    return [told(line) for line in lines if line.startswith("`")]


def _parts(path: Path) -> Iterator[tuple[str, re.Match[str]]]:
    heading = ""
    for found in PART.finditer(path.read_text(encoding="utf-8")):
        heading = told(found["heading"] or heading)
        yield heading, found


def told(text: str) -> str:
    """What stands in a span of code; other text as it is."""
    span = re.fullmatch(r"(`+) ?(.*?) ?\1", text.strip())
    return span[2] if span else text.strip()


def says(heading: str, message: str) -> bool:
    """Whether a message is what a heading says, with anything in the place of "…"."""
    parts = heading.split("…")
    pattern = ".*?".join(map(re.escape, parts))
    return re.search(pattern, " ".join(message.split()), re.DOTALL) is not None


def given(path: Path) -> dict[str, Any]:
    """The names that the first block of a page gives to the others."""
    names: dict[str, Any] = {}
    first = next(e for e in examples(path) if e.language == "python")
    exec(first.code, names)
    return names
