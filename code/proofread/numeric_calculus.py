"""Reader 2, continued: derivatives, sums, integrals, limits, extremes and means."""

from __future__ import annotations

import itertools
from functools import reduce

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from . import nodes as nd
from .distributions import (
    Covariance,
    Distribution,
    Expectation,
    Finite,
    MatrixCovariance,
    MatrixExpectation,
    RandomSample,
    RandomVariable,
    RandomVector,
    Variance,
)
from .numeric import number, product, rule
from .quadrature import gauss_rule, line_rule, series
from .search import golden_section, quasi_newton


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
    """Neville extrapolation of the values at 2^-k, or at 2^k toward infinity."""
    read.forbid_step()
    expr, x, target, side = e.args
    k = np.arange(3, 12)
    if target.is_infinite:
        step, sign = 1.0 / 2.0**k, -1 if target == -sp.oo else 1
        points = sign / step
    else:
        step = 2.0 ** -k.astype(float)
        points = number(read(target)) + (-step if str(side) == "-" else step)
    table = [np.asarray(read.within({x: p})(expr), dtype=float) for p in points]
    for width in range(1, len(table)):
        table = [
            (step[j] * table[j + 1] - step[j + width] * table[j])
            / (step[j] - step[j + width])
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
    (x, low, high), *outer = e.limits
    if outer:
        inner = sp.Integral(e.function, (x, low, high))
        return read(sp.Integral(inner, *outer))
    ends = [float(b) if b.is_infinite else float(number(read(b))) for b in (low, high)]
    nodes, weights = line_rule(*ends)
    values = [number(read.within({x: v})(e.function)) for v in nodes]
    return _weighted(weights, values)


def _weighted(weights, values):
    """The weighted sum, where a value that overflows under no weight counts nothing."""
    terms = [w * np.asarray(v) for w, v in zip(weights, values, strict=True)]
    return sum(np.where(np.isfinite(t), t, 0.0) for t in terms)


# ---- extremes


def _real(read, f):
    return float(np.real(number(read(f))))


def _search(read, f, x, sign, project=lambda v: v, starts=3):
    """The entries of the best local minimum of sign * f over a vector or matrix."""
    shape = tuple(map(read.count, x.shape))
    flat = sp.Dummy("flat")

    def value(reader):
        point = project(np.reshape(reader.values[flat], shape))
        return sign * number(reader.within({x: point})(f))

    def at(v):
        return read.within({flat: np.asarray(v)})

    def slope(v):
        return np.array([float(at(v).slope(value, flat, (k,))) for k in range(v.size)])

    rng = np.random.default_rng(len(str(f)))
    found = [
        quasi_newton(
            lambda v: float(np.real(value(at(v)))),
            slope,
            rng.normal(size=shape).ravel(),
        )
        for _ in range(starts)
    ]
    best = min(found, key=lambda v: float(np.real(value(at(v)))))
    return project(best.reshape(shape))


def _scalar_search(read, f, x, sign):
    default = (1e-3, 20.0) if x.is_positive else (-10.0, 10.0)
    low, high = read.brackets.get(x, default)
    return golden_section(lambda v: sign * _real(read.within({x: v}), f), low, high)


def _extremizer(sign):
    def scalar(read, e):
        read.forbid_step()
        return _scalar_search(read, *e.args, sign)

    def matrix(read, e):
        read.forbid_step()
        return _search(read, *e.args, sign)

    return scalar, matrix


for _kinds, _sign in (
    ((nd.ArgMin, nd.MatrixArgMin), 1),
    ((nd.ArgMax, nd.MatrixArgMax), -1),
):
    for _kind, _how in zip(_kinds, _extremizer(_sign), strict=True):
        rule(_kind)(_how)


def _unit(v):
    return v / np.sqrt(np.sum(v * v))


def _orthonormal(v):
    """Gram-Schmidt without conjugates, so that a complex step passes through."""
    columns = []
    for a in v.T:
        for q in columns:
            a = a - np.sum(q * a) * q
        columns.append(_unit(a))
    return np.array(columns).T


PROJECTIONS = {nd.Unit: _unit, nd.Orthogonal: _orthonormal}


@rule(nd.Maximum, nd.Minimum)
def _extreme_value(read, e):
    read.forbid_step()
    f, x, *hypotheses = e.args
    sign = -1 if isinstance(e, nd.Maximum) else 1
    if not nd.is_matrix(x):
        return _real(read.within({x: _scalar_search(read, f, x, sign)}), f)
    project = lambda v: v  # noqa: E731
    for h in hypotheses:
        project = PROJECTIONS[type(h)]
    return _real(read.within({x: _search(read, f, x, sign, project)}), f)


# ---- means


def masses(read, distribution: Distribution) -> tuple[np.ndarray, np.ndarray]:
    """Where a distribution puts how much: the nodes and weights of a sum against it."""
    if isinstance(distribution, Finite):
        return tuple(np.ravel(read.whole(b)) for b in distribution.args)
    t = sp.Dummy("t")
    low, high = distribution.support
    density = distribution.density(t)
    if not distribution.discrete:
        bounds = [
            float(number(read(b))) if b.is_finite else float(b) for b in (low, high)
        ]
        nodes, weights = line_rule(*bounds)
    else:
        top = 170 if high == sp.oo else read.count(high)
        nodes = np.arange(read.count(low), top + 1, dtype=float)
        weights = np.ones_like(nodes)
    with np.errstate(all="ignore"):
        p = [
            weights[k] * number(read.within({t: v})(density))
            for k, v in enumerate(nodes)
        ]
    p = np.where(np.isfinite(p), p, 0.0)
    keep = np.abs(p) > 1e-40
    return nodes[keep], p[keep]


def _random_entries(read, e):
    """(key, index, distribution) of every random number that e depends on."""
    found = []
    for a in read.definitions.atoms(e, RandomVariable, RandomVector, sp.Indexed):
        if isinstance(a, RandomVariable):
            found.append((a, (), a.distribution))
        elif isinstance(a, RandomVector):
            at = range(read.count(a.rows))
            found += [(a, (k, 0), a.distribution) for k in at]
        elif isinstance(a.base, RandomSample):
            at = range(read.count(a.base.shape[0]))
            found += [(a.base, (k,), a.base.distribution) for k in at]
    return sorted(set(found), key=str)


POINTS = {1: 0, 2: 14, 3: 8, 4: 5, 5: 4, 6: 3}


def _mean(read, e, f=lambda v: v):
    """The mean of f(e) over every random number in e."""
    read.forbid_step()
    entries = _random_entries(read, e)
    if not entries:
        return f(read(e))
    if len(entries) > max(POINTS):
        raise ValueError(
            f"a mean over {len(entries)} random numbers: use smaller sizes"
        )
    m, rules = POINTS[len(entries)], []
    for _, _, distribution in entries:
        nodes, weights = masses(read, distribution)
        if m and len(nodes) > m:
            nodes, weights = gauss_rule(nodes, weights, m)
        rules.append(list(zip(nodes, weights, strict=True)))
    shapes = {}
    for key, at, _ in entries:
        shapes[key] = tuple(
            max(a, b + 1)
            for a, b in zip(shapes.get(key, (0,) * len(at)), at, strict=True)
        )
    values, weights = [], []
    for point in itertools.product(*rules):
        held = {key: np.zeros(shape) for key, shape in shapes.items()}
        for (key, at, _), (node, _) in zip(entries, point, strict=True):
            held[key][at] = node
        held = {k: v if v.ndim else float(v) for k, v in held.items()}
        values.append(f(read.within(held)(e)))
        weights.append(np.prod([w for _, w in point]))
    return _weighted(weights, values)


@rule(Expectation, MatrixExpectation)
def _expectation(read, e):
    return _mean(read, e.args[0])


@rule(Variance)
def _variance(read, e):
    (x,) = e.args
    center = number(_mean(read, x))
    return _mean(read, x, lambda v: (number(v) - center) ** 2)


@rule(Covariance)
def _covariance(read, e):
    a, b = e.args
    centers = [number(_mean(read, q)) for q in (a, b)]
    return _mean(read, (a - _constant(centers[0])) * (b - _constant(centers[1])))


def _constant(value):
    return sp.Float(float(np.real(value)), 17)


@rule(MatrixCovariance)
def _matrix_covariance(read, e):
    a, b = e.args
    both = _mean(read, sp.MatMul(a, sp.Transpose(b)))
    return both - _mean(read, a) @ _mean(read, b).T
