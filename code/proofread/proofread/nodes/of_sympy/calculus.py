"""Derivatives by numbers, their values at a place, and limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ...declaration import Declaration, Method, declare
from ...node import is_matrix
from ...numeric import limits as extrapolated
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.binding import OPEN, PRODUCT, Tex
from ...printing.book import Book
from ...printing.derivatives import derivative, value_at
from ...slips import Slip
from ...symbolic.limits import limit
from ...symbolic.reader import Symbolic, number

# ---- derivatives


def _derivative_symbolic(read: Symbolic, e: Any) -> Any:
    actual: dict[Any, Any] = {}
    inner, held = read, list[tuple[Any, int]]()
    for v, order in e.variable_count:
        if isinstance(v, AppliedUndef):
            free = sp.Dummy(str(v.func), real=True)
            inner, actual[free] = inner.within({v: free}), read(v)
        else:
            free, stands_for = read.free_and_actual(v)
            inner = inner.freed(frozenset([getattr(v, "base", v)]))
            actual.update(stands_for)
        held.append((free, int(order)))
    value = number(inner(e.expr))
    for free, order in held:
        value = _differentiated(value, free, order)
    return value.xreplace(actual) if actual else value


def _differentiated(value: Any, by: Any, order: int) -> Any:
    if is_matrix(value):
        slopes = [sp.diff(q, by, order) for q in value]
        return sp.ImmutableMatrix(*value.shape, slopes)
    return sp.diff(value, by, order)


def _derivative_numeric(read: Numeric, e: Any) -> Any:
    *outer, last = [v for v, k in e.variable_count for _ in range(int(k))]
    inner = sp.Derivative(e.expr, *outer) if outer else e.expr
    at: tuple[int, ...] = ()
    if isinstance(last, sp.Indexed):
        at = tuple(read.count(k) - 1 for k in last.indices)
    elif isinstance(last, AppliedUndef):
        stand_in = sp.Dummy(str(last.func))
        value = np.asarray(float(measured.number(read(last))))
        inner = inner.xreplace({last: stand_in})
        return read.within({stand_in: value}).slope(lambda r: r(inner), stand_in)
    reader, key = read.holding(last)
    return reader.slope(lambda r: r(inner), key, at)[()]


def _derivative_slips(e: Any) -> Iterator[Slip]:
    first, *more = e.variable_count
    variable, order = first
    yield "order of derivative", sp.Derivative(e.expr, (variable, order + 1), *more)
    fewer = [(variable, order - 1)] if order > 1 else []
    lower = [*fewer, *map(tuple, more)]
    yield "drop derivative", sp.Derivative(e.expr, *lower) if lower else e.expr


declare(
    sp.Derivative,
    Declaration(
        symbolic=_derivative_symbolic,
        numeric=_derivative_numeric,
        latex=derivative,
        measured=Method.COMPLEX_STEP,
        states=slice(1),
        slips=_derivative_slips,
    ),
)

# ---- at a place


def _subs_symbolic(read: Symbolic, e: Any) -> Any:
    free = read.freed(frozenset(e.variables))
    pairs = zip(e.variables, e.point, strict=True)
    point = {free(v): number(read(p)) for v, p in pairs}
    return number(free(e.expr)).subs(point, simultaneous=True)


def _subs_numeric(read: Numeric, e: Any) -> Any:
    pairs = zip(e.variables, e.point, strict=True)
    return read.within({v: measured.number(read(p)) for v, p in pairs})(e.expr)


declare(
    sp.Subs,
    Declaration(
        symbolic=_subs_symbolic,
        numeric=_subs_numeric,
        latex=value_at,
        states=slice(1),
        binds=lambda e: tuple(e.variables),
    ),
)

# ---- limits


def _limit_symbolic(read: Symbolic, e: Any) -> Any:
    expr, variable, target, side = e.args
    value = number(read.freed(frozenset([variable]))(expr))
    one_sided = str(side) == "-" or variable.is_positive or target.is_infinite
    return limit(value, variable, read(target), str(side) if one_sided else "+-")


def _limit_numeric(read: Numeric, e: Any) -> Any:
    """The value both sides tend to, NaN where they differ.

    One side only where the limit says so, or where the variable is positive.
    """
    read.forbid_step()
    expr, x, target, side = e.args
    if target.is_infinite:
        return extrapolated.at_infinity(read, expr, x, np.sign(float(target)))
    at = measured.number(read(target))
    if str(side) == "-":
        return extrapolated.from_side(read, expr, x, at, -1)
    right = extrapolated.from_side(read, expr, x, at, 1)
    if x.is_positive:
        return right
    left = extrapolated.from_side(read, expr, x, at, -1)
    agree = np.allclose(left, right, 1e-6, 1e-6)
    return right if agree else np.full_like(right, np.nan)[()]


def _limit_latex(book: Book, e: Any) -> Tex:
    f, variable, point, direction = e.args
    side = "^{-}" if str(direction) == "-" else "^{+}" if variable.is_positive else ""
    side = side if point.is_finite else ""
    under = rf"{book.small(variable)} \to {book.small(point)}{side}"
    return Tex(rf"\lim_{{{under}}} {book.within(f, PRODUCT)}", OPEN)


declare(
    sp.Limit,
    Declaration(
        symbolic=_limit_symbolic,
        numeric=_limit_numeric,
        latex=_limit_latex,
        measured=Method.EXTRAPOLATION,
        states=slice(1),
        binds=lambda e: (e.args[1],),
        labels=lambda e: (e.args[3],),
    ),
)
