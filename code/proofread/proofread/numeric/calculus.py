"""How the numeric reader differentiates, sums, integrates and takes limits."""

from __future__ import annotations

import itertools
from functools import reduce

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from .. import nodes as nd
from .kinks import split_rule
from .quadrature import series, weighted
from .reader import number, product, rule


def _by_entries(read, f, x):
    """The derivative of f by every entry of x, as a list in row order."""
    reader, key = read.holding(x)
    shape = np.shape(reader.values[key])
    return [reader.slope(f, key, at) for at in itertools.product(*map(range, shape))]


@rule(nd.Grad)
def _grad(read, e):
    f, x = e.args
    slopes = _by_entries(read, lambda r: number(r(f)), x)
    return np.array(slopes, dtype=float).reshape(np.shape(read(x)))


@rule(nd.Jacobian)
def _jacobian(read, e):
    f, x = e.args
    columns = _by_entries(read, lambda r: np.ravel(r(f)), x)
    return np.array(columns, dtype=float).T


@rule(nd.HessianMatrix)
def _hessian(read, e):
    f, x = e.args
    return read(nd.Jacobian(nd.Grad(f, x), x))


@rule(nd.Differential, nd.MatrixDifferential)
def _differential(read, e):
    f, variables, changes = e.args
    t = sp.Dummy("t")
    start = [np.asarray(read(x)) for x in variables]
    directions = [read(dx) for dx in changes]

    def moved(reader):
        pairs = zip(variables, start, directions, strict=True)
        return reader.within({x: a + reader.values[t] * d for x, a, d in pairs})(f)

    return read.within({t: np.asarray(0.0)}).slope(moved, t)


@rule(sp.Derivative)
def _derivative(read, e):
    *outer, last = [v for v, k in e.variable_count for _ in range(int(k))]
    inner = sp.Derivative(e.expr, *outer) if outer else e.expr
    at = ()
    if isinstance(last, sp.Indexed):
        at = tuple(read.count(k) - 1 for k in last.indices)
    elif isinstance(last, AppliedUndef):
        stand_in = sp.Dummy(str(last.func))
        value = np.asarray(float(number(read(last))))
        inner = inner.xreplace({last: stand_in})
        return read.within({stand_in: value}).slope(lambda r: r(inner), stand_in)
    reader, key = read.holding(last)
    return reader.slope(lambda r: r(inner), key, at)[()]


@rule(sp.Subs)
def _subs(read, e):
    pairs = zip(e.variables, e.point, strict=True)
    return read.within({v: number(read(p)) for v, p in pairs})(e.expr)


@rule(sp.Limit)
def _limit(read, e):
    """The value both sides tend to, NaN where they differ.

    One side only where the limit says so, or where the variable is positive.
    """
    read.forbid_step()
    expr, x, target, side = e.args
    steps = 2.0 ** -np.arange(3.0, 12.0)
    if target.is_infinite:
        return _extrapolated(read, expr, x, steps, np.sign(float(target)) / steps)
    at = number(read(target))
    from_left = (
        _extrapolated(read, expr, x, steps, at - steps) if not x.is_positive else None
    )
    if str(side) == "-":
        return from_left
    from_right = _extrapolated(read, expr, x, steps, at + steps)
    if from_left is not None and not np.allclose(from_left, from_right, 1e-6, 1e-6):
        return np.full_like(from_right, np.nan)[()]
    return from_right


def _extrapolated(read, expr, x, steps, points):
    """Neville's extrapolation of the values at the points to step 0."""
    table = [np.asarray(read.within({x: p})(expr), dtype=float) for p in points]
    for width in range(1, len(table)):
        table = [
            (steps[j] * table[j + 1] - steps[j + width] * table[j])
            / (steps[j] - steps[j + width])
            for j in range(len(table) - 1)
        ]
    return table[0][()]


@rule(sp.Sum, sp.Product)
def _sum(read, e):
    (k, low, high), *inner = reversed(e.limits)
    body = e.func(e.function, *reversed(inner)) if inner else e.function
    start = read.count(low)
    if high == sp.oo:
        return series(lambda v: number(read.within({k: float(v)})(body)), start)
    stop = read.count(high)
    if stop < start:
        raise ValueError(f"empty range {start}..{stop} of {k}")
    terms = [number(read.within({k: float(v)})(body)) for v in range(start, stop + 1)]
    return reduce(np.add if isinstance(e, sp.Sum) else product, terms)


@rule(sp.Integral)
def _integral(read, e):
    *inner, (x, low, high) = e.limits
    body = sp.Integral(e.function, *inner) if inner else e.function
    ends = [float(b) if b.is_infinite else float(number(read(b))) for b in (low, high)]
    nodes, weights = split_rule(read, [(body, x)], *ends)
    values = [number(read.within({x: v})(body)) for v in nodes]
    return weighted(weights, values)
