"""Limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ...arguments import numbers
from ...binding import Captured, put
from ...declaration import Declaration, Equation, Indexed, declare
from ...methods import Method
from ...numeric import limits as extrapolated
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.binding import OPEN, PRODUCT, Tex
from ...printing.book import Book
from ...symbolic.limits import limit
from ...symbolic.reader import Symbolic, number


def _side(e: Any) -> str:
    """The side that the variable comes from: "+", "-", or "+-" for both.

    One alone where the limit says "-", or where the sign of the variable does: from
    above where it is positive, and to 0 from where it may be.
    """
    _, x, target, side = e.args
    if str(side) == "-" or (target == 0 and x.is_nonpositive):
        return "-"
    above = x.is_positive or (target == 0 and x.is_nonnegative)
    return "+" if above else "+-"


def _limit_symbolic(read: Symbolic, e: Any) -> Any:
    expr, variable, target, side = e.args
    value = number(read.freed(frozenset([variable]))(expr))
    way = str(side) if target.is_infinite else _side(e)
    return limit(value, variable, read(target), way)


def _limit_numeric(read: Numeric, e: Any) -> Any:
    """The value both sides tend to, or the one; NaN where they differ."""
    read.forbid_step()
    expr, x, target, _ = e.args
    if target.is_infinite:
        return extrapolated.at_infinity(read, expr, x, np.sign(float(target)))
    at = measured.number(read(target))
    if (side := _side(e)) == "-":
        return extrapolated.from_side(read, expr, x, at, -1)
    right = extrapolated.from_side(read, expr, x, at, 1)
    if side == "+":
        return right
    left = extrapolated.from_side(read, expr, x, at, -1)
    agree = np.allclose(left, right, 1e-6, 1e-6)
    return right if agree else np.full_like(right, np.nan)[()]


def _limit_latex(book: Book, e: Any) -> Tex:
    f, variable, point, _ = e.args
    side = "" if point.is_infinite or _side(e) == "+-" else f"^{{{_side(e)}}}"
    under = rf"{book.small(variable)} \to {book.small(point)}{side}"
    return Tex(rf"\lim_{{{under}}} {book.within(f, PRODUCT)}", OPEN)


def _quotient(e: Any) -> Iterator[Equation]:
    """The limit of (g(t) − g(a)) / (t − a) is the slope of g at a, where it has one."""
    f, t, a, _ = e.args
    g, rest = sp.expand(f * (t - a)).as_independent(t, as_Add=True)[::-1]
    try:
        there = put(g, t, a)
    except Captured:
        return
    plain = {q: q.doit() for q in there.atoms(sp.MatAdd, sp.MatMul)}
    if there.xreplace(plain) == -rest:
        yield Equation(e, sp.Subs(sp.Derivative(g, t), t, a), sure=False)


declare(
    sp.Limit,
    Declaration(
        amiss=lambda e: numbers(*e.args[1:3]),
        symbolic=_limit_symbolic,
        numeric=_limit_numeric,
        latex=_limit_latex,
        rank=8,
        measured=Method.EXTRAPOLATION,
        states=slice(1),
        binds=lambda e: (e.args[1],),
        labels=lambda e: (e.args[3],),
        indexed=Indexed(equations=_quotient),
    ),
)
