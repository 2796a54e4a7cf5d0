"""How the numeric reader takes means: sums against a density."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import sympy as sp

from ..distributions import (
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
from .kinks import split_rule
from .quadrature import gauss_rule, weighted
from .reader import number, rule


def masses(
    read, distribution: Distribution, e: Any = 0, x: Any = None
) -> tuple[np.ndarray, np.ndarray]:
    """Where a distribution puts how much: the nodes and weights of a sum against it.

    e, x: what is to be summed, and the name in it that follows the distribution.
    """
    if isinstance(distribution, Finite):
        values, probabilities = distribution.args
        return np.ravel(read.whole(values)), np.ravel(read.whole(probabilities))
    t = sp.Dummy("t")
    density = distribution.density(t)
    if distribution.discrete:
        nodes = _counts(read, distribution)
        weights = np.ones_like(nodes)
    else:
        ends = [
            float(b if b.is_infinite else number(read(b))) for b in distribution.support
        ]
        nodes, weights = split_rule(read, [(density, t), (sp.sympify(e), x)], *ends)
    with np.errstate(all="ignore"):
        p = weights * [number(read.within({t: v})(density)) for v in nodes]
    p = np.where(np.isfinite(p), p, 0.0)
    keep = np.abs(p) > 1e-40
    return nodes[keep], p[keep]


def _counts(read, distribution: Distribution) -> np.ndarray:
    low, high = distribution.support
    top = MOST_COUNTED if high == sp.oo else read.count(high)
    return np.arange(read.count(low), top + 1, dtype=float)


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


MOST_COUNTED = 170
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
    rules = [_rule(read, entry, e, POINTS[len(entries)]) for entry in entries]
    shapes = _shapes(entries)
    values, weights = [], []
    for point in itertools.product(*rules):
        held = {key: np.zeros(shape) for key, shape in shapes.items()}
        for (key, at, _), (node, _) in zip(entries, point, strict=True):
            held[key][at] = node
        held = {k: v if v.ndim else float(v) for k, v in held.items()}
        values.append(f(read.within(held)(e)))
        weights.append(np.prod([w for _, w in point]))
    return weighted(weights, values)


def _rule(read, entry, e, most: int) -> list[tuple[float, float]]:
    """Nodes and weights of one random number, at most so many where that is not 0."""
    key, _, distribution = entry
    nodes, weights = masses(read, distribution, e, key)
    if most and len(nodes) > most:
        nodes, weights = gauss_rule(nodes, weights, most)
    return list(zip(nodes, weights, strict=True))


def _shapes(entries) -> dict:
    """How large an array each name with random entries needs."""
    shapes = {}
    for key, at, _ in entries:
        before = shapes.get(key, (0,) * len(at))
        shapes[key] = tuple(max(a, b + 1) for a, b in zip(before, at, strict=True))
    return shapes


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
    return both - _mean(read, a) @ np.transpose(_mean(read, b))
