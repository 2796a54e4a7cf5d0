"""Formulas typed by hand within a line: arithmetic is worked out by the build.

A number that stands alone on its side may be rounded; whole ones only after ≈.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import sympy as sp
from docutils import nodes

from ..reading import Names, Parser, Row, Sizes, Unreadable, tex
from ..reading.layout import Digits, Mark, Sign, flat, states_relation
from .displays import line_of
from .displays import typed as by_hand
from .forged import of_a_statement

if TYPE_CHECKING:
    from .domain import ProofreadDomain

SAME = {  # as the book's formulas are read that are no statements
    r"\times": r"\cdot",
    r"\tfrac": r"\frac",
    r"\dfrac": r"\frac",
    r"\%": "/100",
    "{,}": "",
}
PLAINLY = re.compile("|".join(rf"{re.escape(name)}(?![a-zA-Z])" for name in SAME))
UNSURE = re.compile(r"\\choose")
HOLDS: dict[str, Callable[[float, float], bool]] = {
    "=": lambda gap, room: abs(gap) <= room,
    "≈": lambda gap, room: abs(gap) <= 2 * room,
    "≠": lambda gap, room: abs(gap) > room,
    "<": lambda gap, room: gap < 0,
    ">": lambda gap, room: gap > 0,
    "≤": lambda gap, room: gap <= room,
    "≥": lambda gap, room: gap >= -room,
}


@dataclass(frozen=True)
class Typed:
    """A formula within a line: where, and its LaTeX."""

    line: int
    latex: str


@cache
def read(latex: str) -> Row:
    """A formula as it is seen; nothing where it states no relation or is not read."""
    if UNSURE.search(latex):
        return ()
    try:
        row = flat(tex.layout(PLAINLY.sub(lambda found: SAME[found[0]], latex)))
    except (Unreadable, ValueError):
        return ()
    return row if states_relation(row) else ()


def typed_in(document: nodes.document, lines: list[str]) -> Iterator[Typed]:
    """The formulas within lines of a page that state a relation; no statement's own.

    The reasons of a derivation are its author's words, and are typed as others are.
    """
    for node in document.findall(nodes.math):
        latex = node.astext()
        if (by_hand(node) or not of_a_statement(node)) and read(latex):
            yield Typed(line_of(node, lines), latex)


def wrong(domain: ProofreadDomain) -> Iterator[tuple[str, int, str]]:
    """(page, line, what is wrong) of each arithmetic that does not come out."""
    for page, found in domain.typed.items():
        for typed in found:
            if what := false_arithmetic(read(typed.latex)):
                told = f"arithmetic that does not come out: {typed.latex}, and {what}"
                yield page, typed.line, f"{told}: mend it, or round it after ≈"


def left(found: list[Typed]) -> int:
    """How many of a page's formulas nothing works out."""
    return sum(worked_out(read(typed.latex)) is None for typed in found)


@cache
def worked_out(row: Row) -> tuple[tuple[str, ...], tuple[Any, ...]] | None:
    """The signs and the values of a formula of numbers; None of any other."""
    parser = Parser(row, Names([]), Sizes())
    try:
        signs, sides = parser.relation()
        parser.ended(None)
        values = tuple(sp.sympify(side).evalf(30) for side in sides)
    except Exception:  # of SymPy, at what makes no sense
        return None
    known = all(sign in HOLDS for sign in signs) and all(v.is_real for v in values)
    return (tuple(signs), values) if known and len(signs) else None


def false_arithmetic(row: Row) -> str:
    """What arithmetic comes to, where it is not what is typed; empty where it is."""
    found = worked_out(row)
    if found is None:
        return ""
    signs, values = found
    for sign, left, right in zip(signs, values, values[1:], strict=False):
        room = rounding(row, whole=sign == "≈")
        if not HOLDS[sign](float(left - right), room):
            return f"{float(left):.8g} is not {sign} {float(right):.8g}"
    return ""


def rounding(row: Row, *, whole: bool) -> float:
    """Half of the last place of a rounded number that is a side of its own.

    whole: whole numbers are rounded too, to their last digit that is not 0.
    """
    places = [place for side in sides(row) if (place := last_place(side)) is not None]
    rooms = [0.5000001 * 10.0**place for place in places if whole or place < 0]
    return max(rooms, default=1e-12)


def sides(row: Row) -> list[Row]:
    """What stands between the relations of a formula."""
    found: list[list[Mark]] = [[]]
    for mark in row:
        if states_relation((mark,)):
            found.append([])
        else:
            found[-1].append(mark)
    return [tuple(side) for side in found]


def last_place(side: Row) -> int | None:
    """The power of ten of the last place of a side that is one number."""
    last = side[-1] if side and side[:-1] in ((), (Sign("−"),)) else None
    if not isinstance(last, Digits):
        return None
    whole, _, behind = last.text.partition(".")
    return -len(behind) if behind else len(whole) - len(whole.rstrip("0"))
