"""Numbers typed by hand: each has a reason to be no result of the run.

A number with a decimal point, a percent sign or three digits comes from a cell, by
`say`, or stands on the chapter's own list, under what it is.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

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


def typed_numbers(pieces: Iterable[Piece]) -> Iterator[tuple[int, str]]:
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
    pieces: Iterable[Piece], listed: Any
) -> Iterator[tuple[int | None, str]]:
    """(line, complaint) of each number without a reason, and of each idle reason."""
    if not _is_list_of_reasons(listed):
        yield None, f"typed: write a list of numbers under each of {', '.join(REASONS)}"
        return
    why = {plain(str(number)) for numbers in listed.values() for number in numbers}
    for reason in listed.keys() - REASONS.keys():
        known = ", ".join(REASONS)
        yield None, f"typed: '{reason}' is no reason; reasons are {known}"
    found = list(typed_numbers(pieces))
    for line, number in found:
        if number not in why:
            yield line, told(number)
    for number in why - {number for _, number in found}:
        yield None, f"typed: {number} stands nowhere in the text: take it off the list"


def _is_list_of_reasons(listed: Any) -> bool:
    if not isinstance(listed, dict):
        return False
    values = cast(dict[str, Any], listed).values()
    return all(isinstance(numbers, list) for numbers in values)


def told(number: str) -> str:
    """What to do about a number."""
    return (
        f"{number} is typed: show what a cell found, by say(name=…) and @{{name}}, or "
        f"list it under `typed` in the front matter, under what it is: "
        f"{', '.join(REASONS)}"
    )
