"""The usual slips of the pen, undone at one place of a tree."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..mutants.peers import Peers
from ..mutants.tree import Place
from ..node import is_matrix, shape, turned
from ..slips import REFUSED, Slip, attempt, slips

HALF = sp.Rational(1, 2)
POWERS = [2, HALF, -1, -2, -HALF]
DROPS = ("drop term", "drop factor")  # what is superfluous, more seldom than forgotten


def usual(place: Place, peers: Peers) -> Iterator[Any]:
    """What may have been meant at a place: another name, sign, order or number."""
    e = place.node
    yield from peers.renamed(place)
    yield from (new for name, new in _told(e) if name not in DROPS)
    yield from _other_numbers(e)
    if isinstance(e, sp.Pow) and e.exp.is_Rational:
        others = (e.exp - 1, e.exp + 1, sp.S.One, e.exp / 2)
        yield from (e.base**power for power in others if power)
        renamed = peers.renamed(place._replace(node=e.base))
        yield from (e.base ** (e.exp - 1) * new for new in renamed)
    if isinstance(e, sp.Add):
        yield attempt(lambda: e.func(*dict.fromkeys(_terms(e))))
    if isinstance(e, sp.Mul):
        yield attempt(lambda: sp.Mul(*map(_root, e.args)))
    if isinstance(e, sp.KroneckerProduct):
        yield from (sp.KroneckerProduct(*q) for q in _kronecker_orders(e.args))
    if isinstance(e, sp.MatMul):
        yield from (attempt(lambda f=f: sp.MatMul(*f)) for f in _other_factors(e))


def _other_numbers(e: Any) -> Iterator[Any]:
    """A number or a whole number next to it; n − 1 and n − 2 for n."""
    if e.is_Rational:
        yield from (e - 1, sp.Rational(e.p, e.q + 1))
        yield from [sp.Rational(e.p, e.q - 1)] if e.q > 1 else []
    elif e.is_integer:
        yield from (e - 2, e - 1, e + 1, e + 2)


def scaled(place: Place, peers: Peers) -> Iterator[Any]:
    """A node with a sign or a factor: 2, 1/2, and n, 1/n, 1/√n of each size."""
    e, sizes = place.node, sorted(peers.sizes, key=str)
    for c in (-1, 2, HALF, *sizes, *(1 / n for n in sizes), *map(_over_root, sizes)):
        yield attempt(lambda c=c: c * e)


def around(place: Place, peers: Peers) -> Iterator[Any]:
    """A node in a power, or its transpose or inverse."""
    e = place.node
    yield from (
        _of_matrix(e) if shape(e) else _of_number(e, sorted(peers.sizes, key=str))
    )


def _over_root(n: Any) -> Any:
    return 1 / sp.sqrt(n)


def _terms(e: Any) -> Iterator[Any]:
    """The terms of a sum, and those of a sum within it."""
    for a in e.args:
        yield from _terms(a) if isinstance(a, sp.Add) else [a]


def _root(e: Any) -> Any:
    """What a square is of, and the root of anything else."""
    return e.base ** (e.exp / 2) if isinstance(e, sp.Pow) else sp.sqrt(e)


def dropped(place: Place) -> Iterator[Any]:
    """A node without one of its terms or factors."""
    return (new for name, new in _told(place.node) if name in DROPS)


def _told(e: Any) -> Iterator[Slip]:
    """What the node is declared to be mistaken for."""
    told = slips(e)
    while True:
        try:
            yield next(told)
        except (StopIteration, *REFUSED):
            return


def _of_number(e: Any, sizes: list[Any]) -> Iterator[Any]:
    """A power."""
    if not e.is_Rational:
        yield from (attempt(lambda k=k: e**k) for k in POWERS + sizes)


def _of_matrix(e: Any) -> Iterator[Any]:
    """A transpose or an inverse, or that of the other half."""
    yield turned(e)
    rows, columns = shape(e)
    if rows == columns and not isinstance(e, sp.Inverse):
        yield from (attempt(lambda: sp.Inverse(e)), e + turned(e))
        yield attempt(lambda: turned(sp.Inverse(e)))


def _kronecker_orders(factors: tuple[Any, ...]) -> Iterator[list[Any]]:
    """Both orders, each with any factors transposed."""
    for order in (factors, factors[::-1]):
        yield from map(list, itertools.product(*((a, turned(a)) for a in order)))


def _other_factors(e: Any) -> Iterator[list[Any]]:
    """The factors of a product in another order, or with others transposed."""
    numbers = [a for a in e.args if not is_matrix(a)]
    factors = [a for a in e.args if is_matrix(a)]
    for others in _reordered(factors):
        yield [*numbers, *others]
    for k, a in enumerate(factors):
        if 2 in numbers and shape(a)[:1] == shape(a)[1:]:
            rest = [n for n in numbers if n != 2]
            yield [*rest, *factors[:k], a + turned(a), *factors[k + 1 :]]


def _reordered(factors: list[Any]) -> Iterator[list[Any]]:
    """The factors backwards or round, two exchanged or transposed, some inverted."""
    yield from (factors[::-1], [*map(turned, factors[::-1])])
    yield from ([*factors[1:], factors[0]], [factors[-1], *factors[:-1]])
    half = len(factors) // 2
    yield from [factors[:half]] if factors[:half] == factors[half:] else []
    for first, last in itertools.combinations(range(len(factors)), 2):
        a, b = factors[first], factors[last]
        for new in ((b, a), (turned(a), turned(b))):
            exchanged = list(factors)
            exchanged[first], exchanged[last] = new
            yield exchanged
        inner = sp.MatMul(*factors[first : last + 1])
        if shape(inner)[:1] == shape(inner)[1:]:
            yield [*factors[:first], sp.Inverse(inner), *factors[last + 1 :]]
