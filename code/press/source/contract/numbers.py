"""Numbers typed by hand: each has a reason to be no result of the run.

A number with a decimal point, a percent sign or three digits comes from a cell, by
`say`, or stands on the chapter's own list, under what it is.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .prose import Piece

REASONS = {
    "year": "of a work, or of an event",
    "citation": "what a cited work says",
    "constant": "of mathematics or of nature",
    "exact": "arithmetic that the reader can do",
    "input": "typed in a cell too",
    "name": "part of a name, as of a version or of a data set",
}
SAID = re.compile(r"@\{[^{}\n]+\}")
NUMBER = re.compile(
    r"(?<![\w.])(?:\d{1,3}(?:(?:,|\{,\}|\\,| )\d{3})+|\d+)(?:\.\d+)?"
    r"(?:(?:\s|\\,|~)*(?:\\?%|percent\b))?"
)
NEITHER_DIGIT_NOR_POINT = re.compile(r"[^\d.%]")


def typed_numbers(pieces: Iterator[Piece]) -> Iterator[tuple[int, str]]:
    """(line, number) of each that needs a reason, written plainly: 12000, 9.5%."""
    for piece in pieces:
        text = SAID.sub(" ", piece.text)
        for found in NUMBER.finditer(text):
            number = plain(found[0])
            if "." in number or "%" in number or len(number) > 2:
                yield piece.line + text.count("\n", 0, found.start()), number


def plain(number: str) -> str:
    """A number without what separates its digits: 12000, 9.5%."""
    return NEITHER_DIGIT_NOR_POINT.sub("", number.replace("percent", "%"))


def unexplained(
    pieces: Iterator[Piece], listed: Mapping[str, Any]
) -> Iterator[tuple[int | None, str]]:
    """(line, complaint) of each number without a reason, and of each idle reason."""
    why: dict[str, str] = {}
    for reason, numbers in listed.items():
        if reason not in REASONS:
            known = ", ".join(REASONS)
            yield None, f"typed: '{reason}' is no reason; reasons are {known}"
        why |= {plain(str(number)): reason for number in numbers}
    found = list(typed_numbers(pieces))
    for line, number in found:
        if number not in why:
            yield line, told(number)
    for number in why.keys() - {number for _, number in found}:
        yield None, f"typed: {number} stands nowhere in the text: take it off the list"


def told(number: str) -> str:
    """What to do about a number."""
    return (
        f"{number} is typed: show what a cell found, by say(name=…) and @{{name}}, or "
        f"list it under `typed` in the front matter, under what it is: "
        f"{', '.join(REASONS)}"
    )
