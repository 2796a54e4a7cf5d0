"""Means, variances and covariances, stated and not computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import sympy as sp

from ..arguments import takes
from ..declaration import ALL, Declaration, Indexed, declare
from ..methods import Method
from ..node import MatrixNode, ScalarNode, is_matrix, is_of_number
from ..numeric.chance import mean
from ..numeric.reader import Numeric
from ..numeric.reader import number as measured_number
from ..printing.binding import Tex, bracket
from ..printing.book import Book
from ..slips import Slip
from ..symbolic.moments import exact_mean, exact_means
from ..symbolic.reader import Symbolic, number
from .averages import mean_equations, randoms
from .entries import Entry
from .hypotheses import Relation
from .notation import at


def needed_of_tails(e: Any, times: int = 1) -> Iterator[Any]:
    """That a distribution has a mean of the power of its number that is in a term."""
    for x in sorted(randoms(e), key=str):
        most = x.distribution.moments_up_to()
        if most != sp.oo:
            size = sp.Dummy("t", positive=True)
            places = {q: size for q in e.atoms(sp.Indexed) if q.base == x} or {x: size}
            term = sp.expand(e.xreplace(places))
            if term.is_polynomial(size) and term.has(size):
                yield Relation(most, ">", times * sp.degree(term, size))


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


def _expectation_latex(book: Book, e: Any) -> Tex:
    return Tex(rf"\mathbb{{E}}{bracket(book.tex(e.args[0]), '[]')}")


_EXPECTATION = Declaration(
    symbolic=lambda read, e: exact_means(read, read(e.args[0])),
    numeric=lambda read, e: mean(read, e.args[0]),
    latex=_expectation_latex,
    measured=Method.QUADRATURE,
    wordy=False,
    exists=lambda e: needed_of_tails(e.args[0]),
    indexed=Indexed(equations=mean_equations, of=ALL, total=True),
)
declare(Expectation, _EXPECTATION)
declare(
    MatrixExpectation,
    replace(
        _EXPECTATION,
        indexed=Indexed(
            entry=lambda e, i, j: Expectation(Entry(e.args[0], i, j)),
            of=ALL,
            total=True,
        ),
    ),
)


class Variance(ScalarNode):
    """Variance(e): the mean squared distance of e from its mean."""

    is_extended_nonnegative = True


def _variance_symbolic(read: Symbolic, e: Any) -> Any:
    value = number(read(e.args[0]))
    return exact_mean(read, value**2) - exact_mean(read, value) ** 2


def _variance_numeric(read: Numeric, e: Any) -> Any:
    (x,) = e.args
    center = measured_number(mean(read, x))
    return mean(read, x, lambda v: (measured_number(v) - center) ** 2)


def _variance_latex(book: Book, e: Any) -> Tex:
    return Tex(rf"\operatorname{{Var}}{bracket(book.tex(e.args[0]), '[]')}")


def _variance_slips(e: Any) -> Iterator[Slip]:
    yield "function", Expectation(e.args[0] ** 2)


def _variance_value(e: Any) -> Any:
    u = at(e.args[0], 1)
    return Expectation(u**2) - Expectation(u) ** 2


declare(
    Variance,
    Declaration(
        amiss=takes(1),
        fits=is_of_number,
        symbolic=_variance_symbolic,
        numeric=_variance_numeric,
        latex=_variance_latex,
        measured=Method.QUADRATURE,
        slips=_variance_slips,
        exists=lambda e: needed_of_tails(e.args[0], 2),
        indexed=Indexed(value=_variance_value, of=ALL, total=True),
    ),
)
