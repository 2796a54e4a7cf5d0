"""Means of explicit expressions in independent random symbols, by exact integration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

import sympy as sp

from ..distributions import Distribution, Finite
from ..node import is_matrix
from ..work import INTEGRAL, SIMPLIFYING, spend_on
from .reader import Symbolic

QUOTIENT = 20  # times as long is the search for an integral with poles


def exact_mean(read: Symbolic, value: Any) -> Any:
    """The mean of a number over every random symbol that the reader met in it."""
    known = read.distributions.items()
    return mean(value, {s: d.func(*d.args) for s, d in known if value.has(s)}, read)


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


def _mean_over(
    value: Any, symbol: Any, distribution: Distribution, read: Symbolic
) -> Any:
    if isinstance(distribution, Finite):
        return _finite(value, symbol, distribution, read)
    explicit = type(distribution)(*[read(p) for p in distribution.args])
    expanded = sp.expand(value)
    if expanded.is_polynomial(symbol):
        return _weighted(expanded, symbol, partial(moment, explicit))
    if explicit.support == (-sp.oo, sp.oo):
        t = sp.Dummy("t", positive=True)
        halves = {s: sp.expand(expanded.xreplace({symbol: s * t})) for s in (1, -1)}
        if all(half.is_polynomial(t) for half in halves.values()):
            return sum(
                _weighted(half, t, partial(half_moment, explicit, side=s))
                for s, half in halves.items()
            )
    return _simplified_integral(value, symbol, explicit)


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
