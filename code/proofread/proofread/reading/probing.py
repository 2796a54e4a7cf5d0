"""Numbers that tell two trees apart, at little cost.

Whether a formula was read right is no question of how large a mean or a minimum is.  So
what runs over a variable, and would take a search or a quadrature, is read at a few
fixed values of that variable instead; and of max, min and cases every part counts, not
the one that happens to be chosen.  It tells more besides: a constant dropped under
arg min moves no minimum, and does move these numbers.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import declared
from ..distributions import Random
from ..node import is_matrix
from ..nodes import (
    ConditionalExpectation,
    Covariance,
    Expectation,
    Extremizer,
    Extremum,
    Indicator,
    MatrixCovariance,
    MatrixExpectation,
    MatrixExtremizer,
    Quantile,
    Rank,
    Relation,
    Variance,
)
from ..numeric import Numeric, number
from .jumps import above, below, cases, indicator, larger, smaller, step

WEIGHTS = (0.3, 0.45, 0.7)
ASIDE = 0.37


class Probing(Numeric):
    """The numeric reader, with probes in place of searches, quadratures and limits."""

    def _value(self, e: Any) -> Any:
        for kind in type(e).__mro__:
            if kind in PROBES:
                return PROBES[kind](self, e)
        return super()._value(e)


def _generator(word: str, shape: tuple[int, ...]) -> np.random.Generator:
    return np.random.default_rng([zlib.crc32(word.encode()), *shape])


def _shape(read: Numeric, x: Any) -> tuple[int, ...]:
    return tuple(map(read.count, getattr(x, "shape", None) or ()))


def _weighted(values: list[Any]) -> Any:
    return sum(w * np.asarray(v) for w, v in zip(WEIGHTS, values, strict=True))


# ---- where something is extreme, and how large it is there


def _places(read: Numeric, e: Any, x: Any) -> list[Any]:
    """Values of a variable in its domain, others for a maximum than for a minimum."""
    low, high = read.brackets.get(x, (0.0, 1.0))
    shape = _shape(read, x)
    rng = _generator(type(e).__name__, shape)
    return [low + (high - low) * rng.uniform(0.2, 0.8, size=shape) for _ in WEIGHTS]


def _extremizer(read: Numeric, e: Any) -> Any:
    f, x = e.args
    places = _places(read, e, x)
    return _weighted([v * number(read.within({x: v})(f)) for v in places])


def _extremum(read: Numeric, e: Any) -> Any:
    f, x, *hypotheses = e.args
    places = _places(read, e, x)
    for known in (declared(h).hypothesis for h in hypotheses):
        if known and known.project:
            places = list(map(known.project, places))
    return _weighted([number(read.within({x: v})(f)) for v in places])


# ---- means


def _means(read: Numeric, *parts: Any) -> list[Any]:
    """Each part at a few values of every random name in it, weighted."""
    found = read.definitions.atoms(sp.Tuple(*parts), Random)
    names = sorted(found, key=partial(_order, read))
    made = [_at(read, parts, names, k, np.asarray) for k in range(len(WEIGHTS))]
    if not all(np.all(np.isfinite(v)) for values in made for v in values):
        made = [_at(read, parts, names, k, np.abs) for k in range(len(WEIGHTS))]
    return [_weighted(list(values)) for values in zip(*made, strict=True)]


def _order(read: Numeric, name: Any) -> tuple[str, list[float], str]:
    """By what random names are worth at the point, for they are read by other names."""
    worth = np.ravel(read.values.get(name, ())).tolist()
    return type(name).__name__, worth, str(name)


def _at(
    read: Numeric, parts: Any, names: list[Any], k: int, change: Callable[[Any], Any]
) -> list[Any]:
    drawn: dict[Any, Any] = {}
    for place, name in enumerate(names):
        shape = _shape(read, name)
        rng = _generator(f"random {k} {place}", shape)
        drawn[name] = change(rng.normal(size=shape))
    there = read.within(drawn)
    return [there(part) for part in parts]


def _variance(read: Numeric, e: Any) -> Any:
    (x,) = e.args
    mean, square = _means(read, x, x**2)
    return square - mean**2


def _covariance(read: Numeric, e: Any) -> Any:
    a, b = e.args
    both = sp.MatMul(a, sp.Transpose(b)) if is_matrix(a) else a * b
    product, first, second = _means(read, both, a, b)
    return product - first @ second.T if is_matrix(a) else product - first * second


def _conditional(read: Numeric, e: Any) -> Any:
    """By what is given too: the numbers that are, or both sides of an event."""
    value, known = e.args
    if isinstance(known, Relation):
        made = _means(read, value, known.lhs, known.rhs)
        return made[0] + 0.3 * made[1] - 0.7 * made[2] + sum(map(ord, known.op)) / 7
    names = known if isinstance(known, sp.Tuple) else (known,)
    made = _means(read, value, *names)
    return made[0] + sum(0.3 * m / k for k, m in enumerate(made[1:], 1))


def _quantile(read: Numeric, e: Any) -> Any:
    """By the kind of the distribution, its parameters and the probability."""
    law, p = e.args
    parts = [number(read(a)) for a in (*law.args, p)]
    weights = _generator(type(law).__name__, (len(parts),)).uniform(0.5, 2, len(parts))
    return np.dot(weights, parts)


# ---- integrals and limits


def _integral(read: Numeric, e: Any) -> Any:
    *inner, (x, *ends) = e.limits
    body = e.func(e.function, *inner) if inner else e.function
    low, high = (np.arctan(float(b) if b.is_infinite else read(b)) for b in ends)
    places = _generator("integral", ()).uniform(0.2, 0.8, size=len(WEIGHTS))
    return (high - low) * _weighted([read.within({x: v})(body) for v in places])


def _limit(read: Numeric, e: Any) -> Any:
    f, x, target, side = e.args
    if target.is_infinite:
        return read.within({x: 7.3 * np.sign(float(target))})(f)
    at, right = number(read(target)), 0.0
    if str(side) != "-":
        right = number(read.within({x: at + ASIDE})(f))
    if str(side) == "-" or not x.is_positive:
        return 2 * right + number(read.within({x: at - ASIDE})(f))
    return right


def _spread(read: Numeric, e: Any) -> Any:
    """All entries of a matrix, weighted."""
    made = np.atleast_2d(read(e.args[0]))
    return np.sum(_generator("entries", made.shape).normal(size=made.shape) * made)


PROBES: dict[type, Callable[[Numeric, Any], Any]] = {
    Extremizer: _extremizer,
    MatrixExtremizer: _extremizer,
    Extremum: _extremum,
    Expectation: lambda read, e: _means(read, e.args[0])[0],
    MatrixExpectation: lambda read, e: _means(read, e.args[0])[0],
    ConditionalExpectation: _conditional,
    Quantile: _quantile,
    Variance: _variance,
    Covariance: _covariance,
    MatrixCovariance: _covariance,
    sp.Integral: _integral,
    sp.Limit: _limit,
    sp.Max: larger,
    sp.Min: smaller,
    sp.Piecewise: cases,
    sp.Heaviside: step,
    sp.floor: below,
    sp.ceiling: above,
    Indicator: indicator,
    Rank: _spread,
}
