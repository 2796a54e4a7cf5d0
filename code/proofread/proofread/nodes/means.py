"""Means, variances and covariances, stated and not computed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import Declaration, Method, declare
from ..node import MatrixNode, ScalarNode, is_matrix
from ..numeric.chance import mean
from ..numeric.reader import Numeric, real
from ..numeric.reader import number as measured_number
from ..printing.binding import Tex, bracket
from ..printing.book import Book
from ..slips import Slip
from ..symbolic import moments
from ..symbolic.reader import Symbolic, number


class Expectation(ScalarNode):
    """Expectation(e): the mean of e over every random symbol in it."""

    def __new__(cls, e: Any) -> Any:
        if is_matrix(e):
            return MatrixExpectation(e)
        return sp.Basic.__new__(cls, sp.sympify(e))


class MatrixExpectation(MatrixNode):
    """The mean of a random vector or matrix, entry by entry."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[0].shape


def _exact_mean(read: Symbolic, value: Any) -> Any:
    known = read.distributions.items()
    randoms = {s: d.func(*d.args) for s, d in known if value.has(s)}
    return moments.mean(value, randoms, read)


def _exact_means(read: Symbolic, value: Any) -> Any:
    if is_matrix(value):
        means = [_exact_mean(read, q) for q in value]
        return sp.ImmutableMatrix(*value.shape, means)
    return _exact_mean(read, value)


def _expectation_latex(book: Book, e: Any) -> Tex:
    return Tex(rf"\mathbb{{E}}{bracket(book.tex(e.args[0]), '[]')}")


_EXPECTATION = Declaration(
    symbolic=lambda read, e: _exact_means(read, read(e.args[0])),
    numeric=lambda read, e: mean(read, e.args[0]),
    latex=_expectation_latex,
    measured=Method.QUADRATURE,
    wordy=False,
)
declare(Expectation, _EXPECTATION)
declare(MatrixExpectation, _EXPECTATION)


class Variance(ScalarNode):
    """Variance(e): the mean squared distance of e from its mean."""

    is_extended_nonnegative = True


def _variance_symbolic(read: Symbolic, e: Any) -> Any:
    value = number(read(e.args[0]))
    return _exact_mean(read, value**2) - _exact_mean(read, value) ** 2


def _variance_numeric(read: Numeric, e: Any) -> Any:
    (x,) = e.args
    center = measured_number(mean(read, x))
    return mean(read, x, lambda v: (measured_number(v) - center) ** 2)


def _variance_latex(book: Book, e: Any) -> Tex:
    return Tex(rf"\operatorname{{Var}}{bracket(book.tex(e.args[0]), '[]')}")


def _variance_slips(e: Any) -> Iterator[Slip]:
    yield "function", Expectation(e.args[0] ** 2)


declare(
    Variance,
    Declaration(
        symbolic=_variance_symbolic,
        numeric=_variance_numeric,
        latex=_variance_latex,
        measured=Method.QUADRATURE,
        slips=_variance_slips,
    ),
)


class Covariance(ScalarNode):
    """Covariance(a, b): a number for two numbers, a matrix for two random columns."""

    def __new__(cls, a: Any, b: Any) -> Any:
        if is_matrix(a):
            return MatrixCovariance(a, b)
        return sp.Basic.__new__(cls, sp.sympify(a), sp.sympify(b))


class MatrixCovariance(MatrixNode):
    """MatrixCovariance(a, b): entry (i, j) is the covariance of a_i and b_j."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, self.args[1].rows)


def _covariance_symbolic(read: Symbolic, e: Any) -> Any:
    a, b = (number(read(q)) for q in e.args)
    return _exact_mean(read, a * b) - _exact_mean(read, a) * _exact_mean(read, b)


def _covariances_symbolic(read: Symbolic, e: Any) -> Any:
    a, b = map(read, e.args)
    centers = [_exact_means(read, q) for q in (a, b)]
    return _exact_means(read, a * b.T) - centers[0] * centers[1].T


def _covariance_numeric(read: Numeric, e: Any) -> Any:
    centers = [sp.Float(real(mean(read, q)), 17) for q in e.args]
    a, b = e.args
    return mean(read, (a - centers[0]) * (b - centers[1]))


def _covariances_numeric(read: Numeric, e: Any) -> Any:
    a, b = e.args
    both = mean(read, sp.MatMul(a, sp.Transpose(b)))
    return both - mean(read, a) @ np.transpose(mean(read, b))


def _covariance_latex(book: Book, e: Any) -> Tex:
    inner = ", ".join(book.tex(a) for a in e.args)
    return Tex(rf"\operatorname{{Cov}}{bracket(inner, '[]')}")


def _covariance_slips(e: Any) -> Iterator[Slip]:
    yield "function", Expectation(e.args[0] * e.args[1])


declare(
    Covariance,
    Declaration(
        symbolic=_covariance_symbolic,
        numeric=_covariance_numeric,
        latex=_covariance_latex,
        measured=Method.QUADRATURE,
        slips=_covariance_slips,
    ),
)
declare(
    MatrixCovariance,
    Declaration(
        symbolic=_covariances_symbolic,
        numeric=_covariances_numeric,
        latex=_covariance_latex,
        measured=Method.QUADRATURE,
    ),
)
