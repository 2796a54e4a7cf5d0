"""A formula as it is seen: marks side by side, raised, lowered, one over another.

Both front ends make it, of MathML and of LaTeX, and a formula is the same in both: what
groups marks and is not seen is gone, and a script after a bracket sits on the bracket.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

OPENING, CLOSING = "([{⟨⌊⌈", ")]}⟩⌋⌉"
BARS = "|‖"
PRIME = "′"
RELATIONS = "=<>≤≥≠∼≈≻⪰∝"
SIGNS = frozenset(
    "+−=<>≤≥≠∼≈≻⪰≺⪯∝→↦/!,;:.…⋅×⊙⊗∘∗⋆∂∇∞⊤∑∏∫|‖∈" + OPENING + CLOSING + PRIME
)


class Unreadable(Exception):
    """What of a formula cannot be read."""


@dataclass(frozen=True)
class Letter:
    """One letter; style: "" for italic, else bold, upright, script or double."""

    text: str
    style: str = ""

    def __str__(self) -> str:
        return f"{self.style} {self.text}".strip()


@dataclass(frozen=True)
class Plain:
    """What is its text; a mark of one kind is none of another."""

    text: str

    def __str__(self) -> str:
        return self.text


class Digits(Plain):
    """A number."""


class Word(Plain):
    """Upright letters that belong together: the name of a function, or text."""


class Sign(Plain):
    """An operator, a relation, a bracket or a bar."""


@dataclass(frozen=True)
class Script:
    """A mark with what is lowered and what is raised at its right, or beneath it."""

    base: Mark
    lower: Row = ()
    upper: Row = ()

    def __str__(self) -> str:
        below = f"_{{{shown(self.lower)}}}" if self.lower else ""
        above = f"^{{{shown(self.upper)}}}" if self.upper else ""
        return f"{self.base}{below}{above}"


@dataclass(frozen=True)
class Accent:
    """A mark under a hat, a bar, a tilde or the like."""

    base: Mark
    name: str

    def __str__(self) -> str:
        return f"{self.name}({self.base})"


@dataclass(frozen=True)
class Fraction:
    """One row over another; ruled: with a line between them."""

    top: Row
    bottom: Row
    ruled: bool = True

    def __str__(self) -> str:
        return f"({shown(self.top)})/({shown(self.bottom)})"


@dataclass(frozen=True)
class Root:
    """A row under a radical; degree: empty for a square root."""

    body: Row
    degree: Row = ()

    def __str__(self) -> str:
        return f"√({shown(self.body)})"


@dataclass(frozen=True)
class Labelled:
    """A relation with a word above it."""

    base: Mark
    above: Row

    def __str__(self) -> str:
        return f"{self.base}[{shown(self.above)}]"


@dataclass(frozen=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[Row, ...], ...]

    def __str__(self) -> str:
        rows = (" & ".join(map(shown, row)) for row in self.rows)
        return " // ".join(rows)


Mark: TypeAlias = (
    Letter | Digits | Word | Sign | Script | Accent | Fraction | Root | Labelled | Table
)
Row: TypeAlias = tuple[Mark, ...]


def shown(row: Iterable[Mark]) -> str:
    """A row as a line of text, for messages."""
    return " ".join(map(str, row))


def leaves(row: Row) -> Iterator[str]:
    """All that is seen of a row, mark by mark, with where scripts begin."""
    for mark in row:
        match mark:
            case Script():
                yield from leaves((mark.base,))
                yield from ("_", *leaves(mark.lower)) if mark.lower else ()
                yield from ("^", *leaves(mark.upper)) if mark.upper else ()
            case Fraction():
                yield from ("/", *leaves(mark.top), *leaves(mark.bottom))
            case Root():
                yield from ("√", *leaves(mark.degree), *leaves(mark.body))
            case Accent() | Labelled():
                yield from (getattr(mark, "name", ""), *leaves((mark.base,)))
            case Table():
                yield from (
                    leaf for row in mark.rows for c in row for leaf in leaves(c)
                )
            case _:
                yield str(mark)


def joined(parts: Iterable[Row]) -> Row:
    """Rows side by side: digits that touch are one number, three dots one sign."""
    made: list[Mark] = []
    for mark in (mark for part in parts for mark in part):
        last = made[-1] if made else None
        if isinstance(mark, Digits) and isinstance(last, Digits):
            made[-1] = Digits(last.text + mark.text)
        else:
            made.append(mark)
        if made[-3:] == [Sign(".")] * 3:
            made[-3:] = [Sign("…")]
    return tuple(made)


def scripted(base: Row, lower: Row, upper: Row) -> Row:
    """A row whose last mark carries scripts; raised primes stand behind it."""
    primes = tuple(mark for mark in upper if mark == Sign(PRIME))
    upper = tuple(mark for mark in upper if mark != Sign(PRIME))
    marks = list(base or (Sign(""),))
    last = marks.pop()
    while last == Sign(PRIME) and marks:
        last, primes = marks.pop(), (*primes, last)
    carrying = _with(last, lower, upper) if lower or upper else last
    return (*marks, carrying, *primes)


def _with(mark: Mark, lower: Row, upper: Row) -> Mark:
    if isinstance(mark, Script):
        if (mark.lower and lower) or (mark.upper and upper):
            raise Unreadable(f"two scripts in one place on {mark}")
        return replace(mark, lower=mark.lower or lower, upper=mark.upper or upper)
    return Script(mark, lower, upper)


def base(mark: Mark) -> Mark:
    """What carries a mark's scripts."""
    return mark.base if isinstance(mark, Script) else mark


def lines(row: Row) -> Iterator[Row]:
    """The lines of a formula set in several, each read across its columns."""
    if len(row) == 1 and isinstance(row[0], Table):
        yield from (joined(cells) for cells in row[0].rows)
    else:
        yield row


def flat(row: Row) -> Row:
    """A formula broken over lines, in one."""
    return joined(lines(row))


def begins_relation(row: Row) -> bool:
    """Whether a row begins with the sign of a relation."""
    return states_relation(row[:1])


def states_relation(row: Row) -> bool:
    """Whether a row holds the sign of a relation, outside of scripts."""
    return any(isinstance(mark, Sign) and mark.text in RELATIONS for mark in row)
