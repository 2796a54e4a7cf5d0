"""Means and variances: a linear functional, and what is known of each distribution.

Random numbers are elements of a commutative algebra over the ring of numbers.  E is
any linear map from it to numbers with E 1 = 1.  Of a distribution the theorem takes as
hypotheses what its moments are, and that the mean of a product of independent numbers
is the product of their means: of no more factors than the claim has.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..node import is_matrix
from ..nodes import (
    Dot,
    Entry,
    Expectation,
    MatrixCovariance,
    MatrixExpectation,
    RandomVariable,
    RandomVector,
    SquaredNorm,
    Variance,
)
from .moments import MOST, RANDOM, algebra, assume_moments, functional
from .rules import Unreached, matrices, nearest, numbers
from .scalars import added, multiplied, places_of_entry
from .sums import summed
from .writer import Writer

# ---- the functional


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
    f, text = functional(write), random_matrix(write, e.args[0])
    assume_moments(write, e.args[0], 1)
    return f"(map_mx {f} {text})"


@matrices.of(MatrixCovariance)
def _matrix_covariance(write: Writer, e: Any) -> str:
    _at_rest(write)
    f, (x, y) = functional(write), e.args
    if not x.cols == y.cols == 1:
        raise Unreached("a covariance of what is no column")
    a, b = random_matrix(write, x), random_matrix(write, y)
    assume_moments(write, sp.Tuple(x, y), 2)
    i, j = (write.fresh_place(sp.Symbol(k), z.rows) for k, z in (("i", x), ("j", y)))
    ranges = f"{i} < {write.size(x.rows)}, {j} < {write.size(y.rows)}"
    body = f"{f} ({a} {i} 0 * {b} {j} 0) + (- ({f} ({a} {i} 0) * {f} ({b} {j} 0)))"
    return f"(\\matrix_({ranges}) ({body}))"


def _mean(write: Writer, x: Any, power: int) -> str:
    _at_rest(write)
    f, text = functional(write), random_number(write, x)
    assume_moments(write, x, power)
    return f"({f} {text})" if power == 1 else f"({f} ({text} ^+ {power}))"


def _at_rest(write: Writer) -> None:
    if write.moved:
        raise Unreached("the derivative of a mean")


# ---- terms with random numbers in them


def _is_random(write: Writer, e: Any) -> bool:
    return bool(write.definitions.atoms(e, *RANDOM))


def random_number(write: Writer, e: Any) -> str:
    """A number as an element of the algebra."""
    if not _is_random(write, e):
        return f"({write.number(e)})%:A"
    if (value := write.definitions.value_of(e)) is not None:
        return random_number(write, value)
    if rule := nearest(RULES, e):
        return rule(write, e)
    raise Unreached(f"{type(e).__name__} of random numbers")


def _power(write: Writer, e: Any) -> str:
    if not (e.exp.is_Integer and 0 < e.exp <= MOST):
        raise Unreached("a power of random numbers")
    return f"({random_number(write, e.base)} ^+ {e.exp})"


def _variable(write: Writer, e: Any) -> str:
    return write.variable(e, e.name, algebra(write))


def _member(write: Writer, e: Any) -> str:
    n = e.base.shape[0]
    kind = f"'I_{write.size(n)} -> {algebra(write)}"
    name = write.variable(e.base, str(e.base.label), kind)
    return f"({name} {write.index(e.indices[0], n)})"


def _entry(write: Writer, e: Any) -> str:
    i, j = places_of_entry(write, e)
    return f"({random_matrix(write, e.args[0])} {i} {j})"


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
        return f"(sure {algebra(write)} {write.matrix(e)})"
    if isinstance(e, RandomVector):
        kind = f"'cV[{algebra(write)}]_{write.size(e.rows)}"
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
    return (
        f"(- {body})" if scale == -1 else f"({random_number(write, scale)} *: {body})"
    )
