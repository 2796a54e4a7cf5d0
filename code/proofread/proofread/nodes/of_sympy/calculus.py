"""Derivatives by numbers, their values at a place, and limits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ...declaration import Declaration, declare
from ...methods import Method
from ...node import is_matrix
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.derivatives import derivative, value_at
from ...slips import Slip
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
        rank=7,
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
