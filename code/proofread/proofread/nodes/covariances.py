"""Covariances of random numbers and of random columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import ALL, Declaration, Indexed, declare
from ..methods import Method
from ..node import MatrixNode, ScalarNode, dims, is_column, is_matrix, is_of_numbers
from ..numeric.chance import mean
from ..numeric.reader import Numeric, real
from ..printing.binding import Tex, bracket
from ..printing.book import Book
from ..slips import Slip
from ..symbolic.moments import exact_mean, exact_means
from ..symbolic.reader import Symbolic, number
from .entries import Entry
from .means import Expectation
from .notation import at


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
    return exact_mean(read, a * b) - exact_mean(read, a) * exact_mean(read, b)


def _covariances_symbolic(read: Symbolic, e: Any) -> Any:
    a, b = map(read, e.args)
    centers = [exact_means(read, q) for q in (a, b)]
    return exact_means(read, a * b.T) - centers[0] * centers[1].T


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


def _covariance_value(e: Any) -> Any:
    a, b = (at(q, 1) for q in e.args)
    return Expectation(a * b) - Expectation(a) * Expectation(b)


def _covariance_entry(e: Any, i: Any, j: Any) -> Any:
    a, b = e.args
    columns = is_matrix(a) and is_matrix(b) and a.cols == b.cols == 1
    return Covariance(Entry(a, i, 1), Entry(b, j, 1)) if columns else None


declare(
    Covariance,
    Declaration(
        symbolic=_covariance_symbolic,
        numeric=_covariance_numeric,
        latex=_covariance_latex,
        measured=Method.QUADRATURE,
        fits=is_of_numbers,
        slips=_covariance_slips,
        indexed=Indexed(value=_covariance_value, of=ALL, total=True),
    ),
)
declare(
    MatrixCovariance,
    Declaration(
        symbolic=_covariances_symbolic,
        numeric=_covariances_numeric,
        fits=lambda e: all(dims(a) and is_column(a) for a in e.args),
        latex=_covariance_latex,
        measured=Method.QUADRATURE,
        indexed=Indexed(entry=_covariance_entry, of=ALL, total=True),
    ),
)
