"""Derivatives by numbers, their values at a place, and limits."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ...arguments import numbers
from ...binding import Captured, put_all
from ...declaration import Declaration, Indexed, declare
from ...methods import Method
from ...node import is_matrix
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.derivatives import derivative, value_at
from ...slips import Slip
from ...symbolic.reader import Symbolic, number
from ..entries import Entry, Partial

# ---- derivatives


def _by_numbers(e: Any) -> str:
    """What is wrong with what it is by."""
    what = numbers(*e.variables)
    return what and f"{what}, or write Grad or Jacobian"


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


def _repeated(f: Any, e: Any) -> Any:
    """A number derived by what a derivative is by, one after the other."""
    orders = [(v, order) for v, order in e.variable_count if order.is_Integer]
    by = [v for v, order in orders for _ in range(int(order))]
    whole = len(orders) == len(e.variable_count)
    names = not any(isinstance(v, AppliedUndef) for v in by)
    return reduce(Partial, by, f) if whole and names else None


declare(
    sp.Derivative,
    Declaration(
        amiss=_by_numbers,
        symbolic=_derivative_symbolic,
        numeric=_derivative_numeric,
        latex=derivative,
        rank=7,
        measured=Method.COMPLEX_STEP,
        states=slice(1),
        slips=_derivative_slips,
        indexed=Indexed(
            entry=lambda e, i, j: _repeated(Entry(e.expr, i, j), e),
            value=lambda e: _repeated(e.expr, e),
        ),
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


def _subs_entry(e: Any, i: Any, j: Any) -> Any:
    apart = {i, j}.isdisjoint(e.variables)
    return sp.Subs(Entry(e.expr, i, j), e.variables, e.point) if apart else None


def _subs_value(e: Any) -> Any:
    """What it is of, with the numbers in place of its variables, all at once.

    None where something in it is derived by one of them.
    """
    try:
        return put_all(e.expr, dict(zip(e.variables, e.point, strict=True)))
    except Captured:
        return None


declare(
    sp.Subs,
    Declaration(
        amiss=lambda e: numbers(*e.variables, *e.point),
        symbolic=_subs_symbolic,
        numeric=_subs_numeric,
        latex=value_at,
        states=slice(1),
        binds=lambda e: tuple(e.variables),
        indexed=Indexed(
            entry=_subs_entry,
            value=_subs_value,
            of=slice(1),
            varied=lambda e: e.variables,
        ),
    ),
)
