"""Means and variances: a linear functional, and what is known of each distribution.

Random numbers are elements of a commutative algebra over the ring of numbers.  E is any
linear map from it to numbers with E 1 = 1.  Of a distribution the theorem takes as
hypotheses what its moments are, and that the mean of a product of independent numbers is
the product of their means: of no more factors than the claim has.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..distributions import Bernoulli, Finite, Normal
from ..node import is_matrix
from ..nodes import (
    Dot,
    Entry,
    Expectation,
    MatrixCovariance,
    MatrixExpectation,
    RandomSample,
    RandomVariable,
    RandomVector,
    SquaredNorm,
    Variance,
    indices,
)
from .rules import Unreached, matrices, numbers
from .scalars import added, multiplied, summed
from .writer import Writer

RANDOM = (RandomVariable, RandomVector, RandomSample)
MOST = 4


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


# ---- the functional


def _functional(write: Writer) -> str:
    """The name of E, with what is known of it."""
    algebra = _algebra(write)
    e = write.variable("mean", "E", f"{algebra} -> R")
    write.assume(f"forall x y, {e} (x + y) = {e} x + {e} y", f"{e}_of_sum")
    write.assume(f"forall a x, {e} (a *: x) = a * {e} x", f"{e}_of_multiple")
    write.assume(f"{e} 1 = 1", f"{e}_of_1")
    return e


def _algebra(write: Writer) -> str:
    return write.variable("algebra", "Random", "comUnitAlgType R")


@numbers.of(Expectation)
def _expectation(write: Writer, e: Any) -> str:
    return _mean(write, e.args[0], 1)


@numbers.of(Variance)
def _variance(write: Writer, e: Any) -> str:
    (x,) = e.args
    return f"({_mean(write, x, 2)} + (- ({_mean(write, x, 1)} ^+ 2)))"


@matrices.of(MatrixExpectation)
def _matrix_expectation(write: Writer, e: Any) -> str:
    _at_rest(write)
    f, text = _functional(write), random_matrix(write, e.args[0])
    _assume_moments(write, e.args[0], 1)
    return f"(map_mx {f} {text})"


@matrices.of(MatrixCovariance)
def _matrix_covariance(write: Writer, e: Any) -> str:
    _at_rest(write)
    f, (x, y) = _functional(write), e.args
    if not x.cols == y.cols == 1:
        raise Unreached("a covariance of what is no column")
    a, b = random_matrix(write, x), random_matrix(write, y)
    _assume_moments(write, sp.Tuple(x, y), 2)
    i, j = (write.fresh_place(sp.Symbol(k), z.rows) for k, z in (("i", x), ("j", y)))
    ranges = f"{i} < {write.size(x.rows)}, {j} < {write.size(y.rows)}"
    body = f"{f} ({a} {i} 0 * {b} {j} 0) + (- ({f} ({a} {i} 0) * {f} ({b} {j} 0)))"
    return f"(\\matrix_({ranges}) ({body}))"


def _mean(write: Writer, x: Any, power: int) -> str:
    _at_rest(write)
    f, text = _functional(write), random_number(write, x)
    _assume_moments(write, x, power)
    return f"({f} {text})" if power == 1 else f"({f} ({text} ^+ {power}))"


def _at_rest(write: Writer) -> None:
    if write.moved:
        raise Unreached("the derivative of a mean")


# ---- what is known of the random numbers


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


def _assume_moments(write: Writer, e: Any, power: int) -> None:
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
    f, at = _functional(write), _Places(write, x, "ij")
    first, second, *more = _moments(x.distribution)
    with write.closed():
        told = [write.number(m) for m in (first, second, *more)[:degree]]
        spread = write.number(sp.expand(second - first**2))
    _assume(write, at.bound(1), f"{f} ({at.product(1)}) = {told[0]}", f"mean_of_{at.name}")
    if not at.many:
        for k in range(2, degree + 1):
            _assume(write, [], f"{f} ({at.product(k)}) = {told[k - 1]}", f"moment_of_{at.name}")
    elif degree > 1:
        center = "" if first == 0 else f"{told[0]} * {told[0]} + "
        square = f"{center}{spread} *+ (i_ == j_)"
        _assume(write, at.bound(2), f"{f} ({at.product(2)}) = {square}", f"moment_of_{at.name}")


def _assume_of_two(write: Writer, x: Any, y: Any, degree: int) -> None:
    """That the mean of a product of both is that of their means."""
    f, a, b = _functional(write), _Places(write, x, "ij"), _Places(write, y, "kl")
    for m in (1, 2):
        for n in (1, 2):
            if m + n <= degree:
                left, right = a.product(m), b.product(n)
                told = f"{f} ({_bracket(left, m)} * {_bracket(right, n)}) = {f} ({left}) * {f} ({right})"
                _assume(write, [*a.bound(m), *b.bound(n)], told, "independent")


def _bracket(told: str, count: int) -> str:
    return told if count == 1 else f"({told})"


def _assume(write: Writer, places: list[str], told: str, wish: str) -> None:
    write.assume(f"forall {' '.join(places)}, {told}" if places else told, wish)


# ---- terms with random numbers in them


def _is_random(write: Writer, e: Any) -> bool:
    return bool(write.definitions.atoms(e, *RANDOM))


def random_number(write: Writer, e: Any) -> str:
    """A number as an element of the algebra."""
    if not _is_random(write, e):
        return f"({write.number(e)})%:A"
    if (value := write.definitions.value_of(e)) is not None:
        return random_number(write, value)
    for kind in type(e).__mro__:
        if rule := RULES.get(kind):
            return rule(write, e)
    raise Unreached(f"{type(e).__name__} of random numbers")


def _power(write: Writer, e: Any) -> str:
    if not (e.exp.is_Integer and 0 < e.exp <= MOST):
        raise Unreached("a power of random numbers")
    return f"({random_number(write, e.base)} ^+ {e.exp})"


def _variable(write: Writer, e: Any) -> str:
    return write.variable(e, e.name, _algebra(write))


def _member(write: Writer, e: Any) -> str:
    n = e.base.shape[0]
    kind = f"'I_{write.size(n)} -> {_algebra(write)}"
    name = write.variable(e.base, str(e.base.label), kind)
    return f"({name} {write.index(e.indices[0], n)})"


def _entry(write: Writer, e: Any) -> str:
    matrix, *at = e.args
    start = 1 if isinstance(e, Entry) else 0
    i, j = (
        "0" if n == 1 else write.index(k + 1 - start, n)
        for k, n in zip(at, matrix.shape, strict=True)
    )
    return f"({random_matrix(write, matrix)} {i} {j})"


def _dot(write: Writer, e: Any) -> str:
    a, b = e.args
    return f"(dot {random_matrix(write, a)} {random_matrix(write, b)})"


RULES: dict[type, Callable[[Writer, Any], str]] = {
    sp.Add: lambda w, e: added([random_number(w, a) for a in e.args]),
    sp.Mul: lambda w, e: multiplied([random_number(w, a) for a in e.args]),
    sp.Pow: _power,
    sp.Sum: lambda w, e: summed(w, e, lambda body: random_number(w, body)),
    sp.Indexed: _member,
    sp.matrices.expressions.matexpr.MatrixElement: _entry,
    Entry: _entry,
    RandomVariable: _variable,
    Dot: _dot,
    SquaredNorm: lambda w, e: f"(sqn {random_matrix(w, e.args[0])})",
}


def random_matrix(write: Writer, e: Any) -> str:
    """A matrix over the algebra."""
    if not _is_random(write, e):
        return f"(sure {_algebra(write)} {write.matrix(e)})"
    if isinstance(e, RandomVector):
        kind = f"'cV[{_algebra(write)}]_{write.size(e.rows)}"
        return write.variable(e, e.name, kind)
    if (value := write.definitions.value_of(e)) is not None:
        return random_matrix(write, value)
    if isinstance(e, sp.MatAdd):
        return added([random_matrix(write, a) for a in e.args])
    if isinstance(e, sp.Transpose):
        return f"{random_matrix(write, e.arg)}^T"
    if isinstance(e, sp.MatMul):
        return _product(write, e)
    raise Unreached(f"{type(e).__name__} of random numbers")


def _product(write: Writer, e: Any) -> str:
    arrays = [random_matrix(write, a) for a in e.args if is_matrix(a)]
    body = f"({' *m '.join(arrays)})" if len(arrays) > 1 else arrays[0]
    scale = sp.Mul(*(a for a in e.args if not is_matrix(a)))
    if scale == 1:
        return body
    return f"(- {body})" if scale == -1 else f"({random_number(write, scale)} *: {body})"
