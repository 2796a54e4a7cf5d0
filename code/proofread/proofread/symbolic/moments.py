"""Means of explicit expressions in independent random symbols, by exact integration."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, partial
from typing import Any

import sympy as sp

from ..distributions import Distribution, Finite
from ..node import is_matrix
from ..work import INTEGRAL, SIMPLIFYING, spend_on
from .joint import Coordinate, Ranked, mean_over_vector, require_apart
from .logarithms import mean_with_logarithms
from .reader import Symbolic, Undecided

QUOTIENT = 20  # times as long is the search for an integral with poles


def exact_mean(read: Symbolic, value: Any, held: Iterable[Any] = ()) -> Any:
    """The mean of a number over every random symbol in it but for those held."""
    kept = set(held)
    met = {s: d for s, d in read.distributions.items() if value.has(s)}
    require_apart(read, met)
    met = {s: d for s, d in met.items() if s not in kept}
    at = {s: d for s, d in met.items() if isinstance(d, Coordinate)}
    for vector in sorted({d.vector for d in at.values()}, key=str):
        places = {s: d.place for s, d in at.items() if d.vector == vector}
        value = mean_over_vector(value, vector.distribution, places, read)
    laws = {
        s: d.law if isinstance(d, Ranked) else d.func(*d.args)
        for s, d in met.items()
        if s not in at
    }
    return mean(value, laws, read)


def exact_means(read: Symbolic, value: Any) -> Any:
    """The mean of a number, or of every entry of a matrix."""
    if not is_matrix(value):
        return exact_mean(read, value)
    return sp.ImmutableMatrix(*value.shape, [exact_mean(read, q) for q in value])


def mean(
    value: Any,
    randoms: Mapping[Any, Distribution],
    read: Symbolic,
) -> Any:
    """The mean of an expression over independent random symbols.

    A polynomial in a symbol needs that symbol's moments alone, one with a bend at zero
    those of the two half lines; anything else is integrated against the density.
    """
    for symbol in sorted(randoms, key=str):
        value = _mean_over(sp.sympify(value), symbol, randoms[symbol], read)
    return value


def mass(read: Symbolic, symbol: Any, at: Any) -> Any:
    """With what probability a random number that is one of some counts is this one."""
    law = read.distributions[symbol]
    return type(law)(*[read(p) for p in law.args]).density(at)


def _mean_over(
    value: Any, symbol: Any, distribution: Distribution, read: Symbolic
) -> Any:
    if isinstance(distribution, Finite):
        return _finite(value, symbol, distribution, read)
    explicit = type(distribution)(*[read(p) for p in distribution.args])
    expanded = sp.expand(value)
    require_moments(explicit, expanded, symbol, read)
    if expanded.is_polynomial(symbol):
        return _weighted(expanded, symbol, partial(moment, explicit))
    if explicit.support == (-sp.oo, sp.oo):
        halves = _by_halves(expanded, symbol, explicit)
        if halves is not None:
            return halves
    with_logarithms = mean_with_logarithms(explicit, expanded, symbol)
    if with_logarithms is not None:
        return with_logarithms
    return _simplified_integral(value, symbol, explicit)


def _by_halves(value: Any, symbol: Any, law: Distribution) -> Any:
    """The mean of what is a polynomial on either side of 0; None for all else."""
    t = sp.Dummy("t", positive=True)
    halves = {s: sp.expand(value.xreplace({symbol: s * t})) for s in (1, -1)}
    if not all(half.is_polynomial(t) for half in halves.values()):
        return None
    return sum(
        _weighted(half, t, partial(half_moment, law, side=s))
        for s, half in halves.items()
    )


def require_moments(law: Distribution, value: Any, symbol: Any, read: Symbolic) -> None:
    """Raise Undecided where a law may lack the mean of a value.

    Of one that lacks some, polynomials alone, on either side of 0, may have one.
    """
    most, size = law.moments_up_to(), sp.Dummy("t", positive=True)
    for side in (size, -size) if most != sp.oo else ():
        half = sp.expand(value.xreplace({symbol: side}))
        if not half.is_polynomial(size):
            raise Undecided(f"whether {value} has a mean")
        degree = sp.degree(half, size) if half.has(size) else 0
        low, _ = read.ranges.get(most, (0, 0))
        if not ((most - degree).is_positive or low >= degree > 0):
            raise Undecided(f"a mean that there is where {most} > {degree} alone")


def _simplified_integral(value: Any, symbol: Any, explicit: Distribution) -> Any:
    """An integral that is paid for, since a search for one may be long."""
    names = len(value.free_symbols | {symbol})  # each makes the search far longer
    poles = any(p.exp.is_negative and p.has(symbol) for p in value.atoms(sp.Pow))
    spend_on(value, INTEGRAL * names**3 * (QUOTIENT if poles else 1))
    found = _integral(value, symbol, explicit)
    spend_on(found, SIMPLIFYING * names)
    return sp.simplify(found)


def _weighted(polynomial: Any, symbol: Any, moments: Callable[[int], Any]) -> Any:
    spend_on(polynomial)
    terms = sp.Poly(polynomial, symbol).terms()
    return sum(c * moments(int(k)) for (k,), c in terms)


def _finite(value: Any, symbol: Any, distribution: Finite, read: Symbolic) -> Any:
    values, probabilities = distribution.args
    n = read.size(values.shape[0])
    return sum(
        read(probabilities[k]) * value.xreplace({symbol: read(values[k])})
        for k in range(1, n + 1)
    )


@cache
def moment(distribution: Distribution, k: int) -> Any:
    """The k-th moment about zero, integrated or summed from the density."""
    low, _ = distribution.support
    if distribution.discrete:
        t = sp.Dummy("t", integer=True, nonnegative=True)
    else:
        t = sp.Dummy("t", positive=True) if low == 0 else sp.Dummy("t", real=True)
    return sp.simplify(_integral(t**k, t, distribution))


@cache
def half_moment(distribution: Distribution, k: int, side: int) -> Any:
    """The integral of |t|^k against the density over t > 0 (side 1) or t < 0 (-1)."""
    t = sp.Dummy("t", positive=True)
    density = sp.powsimp(distribution.density(side * t))
    return sp.simplify(sp.integrate(t**k * density, (t, 0, sp.oo), conds="none"))


def _integral(value: Any, symbol: Any, distribution: Distribution) -> Any:
    low, high = distribution.support
    weighted = value * distribution.density(symbol)
    if distribution.discrete:
        counter = sp.Dummy("k", integer=True, nonnegative=True)
        total = sp.Sum(weighted.xreplace({symbol: counter}), (counter, low, high))
        return total.doit()
    if low == 0 and not symbol.is_positive:
        positive = sp.Dummy("t", positive=True)
        weighted, symbol = weighted.xreplace({symbol: positive}), positive
    return sp.integrate(sp.powsimp(weighted), (symbol, low, high), conds="none")
