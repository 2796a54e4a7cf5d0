"""What is known of random numbers: their moments, and that some are independent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..distributions import Bernoulli, Finite, Normal
from ..nodes import (
    Dot,
    RandomSample,
    RandomVariable,
    RandomVector,
    SquaredNorm,
    indices,
)
from .rules import Unreached
from .writer import Writer

RANDOM = (RandomVariable, RandomVector, RandomSample)
MOST = 4


def functional(write: Writer) -> str:
    """The name of E, with what is known of it."""
    e = write.variable("mean", "E", f"{algebra(write)} -> R")
    write.assume(f"forall x y, {e} (x + y) = {e} x + {e} y", f"{e}_of_sum")
    write.assume(f"forall a x, {e} (a *: x) = a * {e} x", f"{e}_of_multiple")
    write.assume(f"{e} 1 = 1", f"{e}_of_1")
    return e


def algebra(write: Writer) -> str:
    """The name of the algebra that random numbers are elements of."""
    return write.variable("algebra", "Random", "comUnitAlgType R")


def _moments(distribution: Any) -> list[Any]:
    """The means of the powers, from the first, as far as they are told."""
    if type(distribution) is Normal:
        m, v = distribution.args
        third = m**3 + 3 * m * v
        return [m, m**2 + v, third, m**4 + 6 * m**2 * v + 3 * v**2]
    if type(distribution) is Bernoulli:
        return [distribution.args[0]] * MOST
    if type(distribution) is Finite:
        values, weights = distribution.args
        k = indices("k", values.shape[0])
        terms = [weights[k] * values[k] ** j for j in range(1, MOST + 1)]
        return [sp.Sum(term, (k, 1, values.shape[0])) for term in terms]
    raise Unreached(f"a mean under {type(distribution).__name__}")


def _degree(write: Writer, e: Any) -> int:
    """A bound of how many random factors a product in a term has."""
    if isinstance(e, RANDOM):
        return 1
    if (value := write.definitions.value_of(e)) is not None:
        return _degree(write, value)
    if isinstance(e, (sp.Mul, sp.MatMul, Dot)):
        return sum(_degree(write, a) for a in e.args)
    if isinstance(e, SquaredNorm):
        return 2 * _degree(write, e.args[0])
    if isinstance(e, sp.Pow) and e.exp.is_Integer and e.exp > 0:
        return int(e.exp) * _degree(write, e.base)
    if isinstance(e, (sp.MatrixSymbol, sp.Symbol)):
        return 0
    return max((_degree(write, a) for a in e.args), default=0)


def assume_moments(write: Writer, e: Any, power: int) -> None:
    """Assume what the mean of a power of a term needs: moments, and independence."""
    names = sorted(write.definitions.atoms(e, *RANDOM), key=_order(write))
    degree = power * max(_degree(write, a) for a in sp.Tuple(e))
    degree = 2 if isinstance(e, sp.Tuple) else degree
    for n, x in enumerate(names):
        _assume_of_one(write, x, min(degree, MOST))
        for y in names[n + 1 :]:
            _assume_of_two(write, x, y, min(degree, MOST))


def _order(write: Writer) -> Callable[[Any], int]:
    """The order in which names stand in the theorem."""
    told = list(write.types)
    return lambda x: told.index(write.names.of(x, str(x)))


class _Places:
    """The factors of one random name, and the places that they are of."""

    def __init__(self, write: Writer, x: Any, letters: str) -> None:
        self.name = write.names.of(x, "")
        self.many = not isinstance(x, RandomVariable)
        self.column = isinstance(x, RandomVector)
        self.letters = letters if self.many else ""

    def product(self, count: int) -> str:
        """The product of some of them."""
        places = [self.letters[k] + "_" for k in range(count)] if self.many else [""]
        places = places if self.many else [""] * count
        zero = " 0" if self.column else ""
        one = [f"{self.name} {p}{zero}" if self.many else self.name for p in places]
        return " * ".join(one)

    def bound(self, count: int) -> list[str]:
        """The letters of these."""
        return [k + "_" for k in self.letters[:count]] if self.many else []


def _assume_of_one(write: Writer, x: Any, degree: int) -> None:
    """The moments of one name; draws at two places are independent."""
    at = _Places(write, x, "ij")
    first, second, *more = _moments(x.distribution)
    with write.closed():
        told = [write.number(m) for m in (first, second, *more)[:degree]]
        spread = write.number(sp.expand(second - first**2))
    _assume_moment(write, at, 1, told[0])
    if not at.many:
        for k in range(2, degree + 1):
            _assume_moment(write, at, k, told[k - 1])
    elif degree > 1:
        center = "" if first == 0 else f"{told[0]} * {told[0]} + "
        _assume_moment(write, at, 2, f"{center}{spread} *+ (i_ == j_)")


def _assume_moment(write: Writer, at: _Places, count: int, value: str) -> None:
    wish = "mean" if count == 1 else "moment"
    told = f"{functional(write)} ({at.product(count)}) = {value}"
    _assume(write, at.bound(count), told, f"{wish}_of_{at.name}")


def _assume_of_two(write: Writer, x: Any, y: Any, degree: int) -> None:
    """That the mean of a product of both is that of their means."""
    f, a, b = functional(write), _Places(write, x, "ij"), _Places(write, y, "kl")
    for m in (1, 2):
        for n in (1, 2):
            if m + n <= degree:
                left, right = a.product(m), b.product(n)
                both = f"{_bracket(left, m)} * {_bracket(right, n)}"
                told = f"{f} ({both}) = {f} ({left}) * {f} ({right})"
                _assume(write, [*a.bound(m), *b.bound(n)], told, "independent")


def _bracket(told: str, count: int) -> str:
    return told if count == 1 else f"({told})"


def _assume(write: Writer, places: list[str], told: str, wish: str) -> None:
    write.assume(f"forall {' '.join(places)}, {told}" if places else told, wish)
