"""Brackets and bars: groups, tables, cases, norms, inner products."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import sympy as sp

from ..node import is_column, is_matrix
from ..nodes import (
    Column,
    Components,
    Dot,
    Entry,
    FrobeniusNorm,
    Norm,
    Row,
    SpectralNorm,
    SquaredNorm,
)
from . import tables
from .layout import (
    CLOSING,
    OPENING,
    Digits,
    Fraction,
    Letter,
    Mark,
    Sign,
    Table,
    Unreadable,
)
from .layout import Row as Marks
from .scripts import lower, power, raised, upper

if TYPE_CHECKING:
    from .grammar import Parser

ROUNDED = {"⌊": sp.floor, "⌈": sp.ceiling}


def bracket(parser: Parser) -> Any:
    """What stands in brackets, with the scripts at the closing one."""
    opening = str(parser.expect(OPENING))
    if isinstance(parser.peek(), Table):
        return tables.table(parser, opening)
    if opening == "⟨":
        return _inner_product(parser)
    if isinstance(mark := parser.peek(), Fraction) and not mark.ruled:
        parser.place -= 1
        return placed(parser, *within(parser, opening, _binomial))
    made, closing = grouped(parser, opening)
    if opening in ROUNDED:
        made = ROUNDED[opening](parser.sizes.number(made))
    return placed(parser, made, closing)


def _binomial(parser: Parser) -> Any:
    """One number over another without a line between them."""
    part = parser.next()
    assert isinstance(part, Fraction)
    top, bottom = map(parser.whole, (part.top, part.bottom))
    return sp.binomial(*map(parser.sizes.number, (top, bottom)))


def grouped(parser: Parser, opening: str) -> tuple[Any, Mark]:
    """The one expression after an opening bracket, and the closing mark."""
    parser.place -= 1
    made, closing = within(parser, opening, lambda inner: inner.sum())
    return parser.sizes.plain(made), closing


def listed(parser: Parser, opening: str) -> tuple[list[Any], Mark]:
    """The expressions between brackets, set apart by commas, and the closing mark."""
    return within(parser, opening, _several)


def _several(parser: Parser) -> list[Any]:
    made = [parser.sum()]
    while parser.take(","):
        made.append(parser.sum())
    return made


def within(
    parser: Parser, opening: str, read: Callable[[Parser], Any]
) -> tuple[Any, Mark]:
    """What is read between brackets, and the closing mark."""
    bars, parser.bars = parser.bars, []
    moves, parser.moves = parser.moves, 0
    parser.expect(opening)
    made = read(parser)
    parser.bars, parser.moves = bars, moves
    return made, parser.expect(CLOSING[OPENING.index(opening)])


def placed(parser: Parser, made: Any, mark: Mark) -> Any:
    """An expression with the scripts at its last mark: an index, then a power."""
    if not (below := lower(mark)):
        return power(parser, made, upper(mark))
    if Sign("=") in below:
        return components(parser, made, below, upper(mark))
    return power(parser, entry(parser, made, below), upper(mark))


def components(parser: Parser, made: Any, below: Marks, above: Marks) -> Any:
    """The column of an expression for every value of an index."""
    split = below.index(Sign("="))
    index, low = parser.whole(below[:split]), parser.whole(below[split + 1 :])
    bound = sp.Idx(index.name, (low, parser.whole(above)))
    return Components(made.xreplace({index: bound}), bound)


def entry(parser: Parser, made: Any, below: Marks) -> Any:
    """An entry, a row or a column of a matrix, by what is lowered at it."""
    if not is_matrix(made):
        raise Unreadable(f"an index at the number {made}")
    at = indices(parser, below, 1 if is_column(made) else 2)
    if len(at) == 1:
        return Entry(made, *at, 1)
    i, j = at
    if i is None:
        return Column(made, j)
    return Row(made, i) if j is None else Entry(made, i, j)


def indices(parser: Parser, below: Marks, rank: int) -> list[Any]:
    """So many indices, side by side or with commas; None for a colon."""
    parts = split(below, ",")
    if len(parts) == 1 and rank > 1 and Sign(":") not in below:
        parts = [(mark,) for mark in below]
        if len(parts) == 1 and isinstance(below[0], Digits):
            parts = [(Digits(digit),) for digit in below[0].text]
    if len(parts) != rank:
        raise Unreadable(f"{len(parts)} indices for {rank}")
    return [None if p == (Sign(":"),) else parser.whole(p) for p in parts]


def split(row: Marks, sign: str) -> list[Marks]:
    """A row, cut at a sign outside of brackets."""
    parts: list[Marks] = [()]
    depth = 0
    for mark in row:
        if isinstance(mark, Sign):
            depth += (mark.text in OPENING) - (mark.text in CLOSING)
        if mark == Sign(sign) and not depth:
            parts.append(())
        else:
            parts[-1] = (*parts[-1], mark)
    return parts


# ---- bars and angles


def bars(parser: Parser) -> Any:
    """A modulus or a norm."""
    sign = str(parser.next())
    if sign not in ("|", "‖"):
        raise Unreadable(f"{sign} where a bar should open")
    parser.bars.append(sign)
    inner = parser.sum()
    parser.bars.pop()
    closing = parser.expect(sign)
    if sign == "|":
        return raised(parser, sp.Abs(parser.sizes.number(inner)), closing)
    return _norm(parser, inner, lower(closing), upper(closing))


def _norm(parser: Parser, inner: Any, below: Marks, above: Marks) -> Any:
    frobenius = below == (Letter("F", "upright"),)
    if above == (Digits("2"),) and (frobenius or not below):
        if not frobenius and not is_column(inner):
            raise Unreadable("a norm of a matrix that does not say which")
        return power(parser, SquaredNorm(inner), ())
    if frobenius:
        return power(parser, FrobeniusNorm(inner), above)
    if not below:
        if not is_column(inner):
            raise Unreadable("a norm of a matrix that does not say which")
        return power(parser, Norm(inner), above)
    p = parser.whole(below)
    made = SpectralNorm(inner) if p == 2 and not is_column(inner) else Norm(inner, p)
    return power(parser, made, above)


def _inner_product(parser: Parser) -> Any:
    parser.place -= 1
    parts, closing = listed(parser, "⟨")
    if len(parts) != 2:
        raise Unreadable(f"an inner product of {len(parts)}")
    return raised(parser, Dot(*parser.sizes.alike(parts)), closing)
