"""Eigenvalues, singular values, and what is made of them alone."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..arguments import at_place, each, takes
from ..declaration import Declaration, Indexed, declare
from ..methods import Method
from ..node import ScalarNode, dims, is_square
from ..numeric.reader import Numeric
from ..numeric.spectra import singular_values, spectral_radius, symmetric_eigenvalues
from ..slips import becomes, off_by_one
from ..symbolic import spectra as exact
from ..symbolic.reader import Symbolic
from .columns import position
from .matrix_norms import SpectralNorm


def _gram(read: Symbolic, e: Any) -> Any:
    return exact.gram(read(e.args[0]))


class Eigenvalue(ScalarNode):
    """Eigenvalue(A, k): the k-th largest eigenvalue of a symmetric matrix, k from 1."""


def _eigenvalue_symbolic(read: Symbolic, e: Any) -> Any:
    a, k = e.args
    return exact.eigenvalue(read(a), position(read.size(k), k) + 1)


def _eigenvalue_numeric(read: Numeric, e: Any) -> Any:
    a, k = e.args
    return symmetric_eigenvalues(read, a)[::-1][position(read.count(k), k)]


def _eigenvalue_place(e: Any) -> list[tuple[Any, Any]]:
    return [(e.args[1], (dims(e.args[0]) or (1, 1))[1])]


declare(
    Eigenvalue,
    Declaration(
        amiss=each(takes(2), at_place(1)),
        symbolic=_eigenvalue_symbolic,
        numeric=_eigenvalue_numeric,
        latex=lambda book, e: book.called(r"\lambda", *e.args),
        measured=Method.LAPACK,
        fits=is_square,
        slips=off_by_one,
        blind=True,
        indexed=Indexed(places=_eigenvalue_place),
    ),
)


class SingularValue(ScalarNode):
    """SingularValue(A, k): the k-th largest singular value, k from 1."""

    is_extended_nonnegative = True


def _singular_symbolic(read: Symbolic, e: Any) -> Any:
    k = e.args[1]
    return sp.sqrt(exact.eigenvalue(_gram(read, e), position(read.size(k), k) + 1))


def _singular_numeric(read: Numeric, e: Any) -> Any:
    a, k = e.args
    return singular_values(read, a)[position(read.count(k), k)]


def _singular_place(e: Any) -> list[tuple[Any, Any]]:
    """A place of both rows and columns: there are as many as the fewer of them."""
    return [(e.args[1], n) for n in dims(e.args[0]) or (1,)]


declare(
    SingularValue,
    Declaration(
        amiss=each(takes(2), at_place(1)),
        symbolic=_singular_symbolic,
        numeric=_singular_numeric,
        latex=lambda book, e: book.called(r"\sigma", *e.args),
        measured=Method.LAPACK,
        slips=off_by_one,
        blind=True,
        indexed=Indexed(places=_singular_place),
    ),
)


class ConditionNumber(ScalarNode):
    """Largest over smallest singular value."""

    is_extended_nonnegative = True


def _condition_symbolic(read: Symbolic, e: Any) -> Any:
    gram = _gram(read, e)
    return sp.sqrt(exact.eigenvalue(gram, 1) / exact.eigenvalue(gram, gram.rows))


def _condition_numeric(read: Numeric, e: Any) -> Any:
    s = singular_values(read, e.args[0])
    return s[0] / s[-1]


declare(
    ConditionNumber,
    Declaration(
        amiss=takes(1),
        symbolic=_condition_symbolic,
        numeric=_condition_numeric,
        latex=lambda book, e: book.called(r"\kappa", *e.args),
        measured=Method.LAPACK,
        slips=becomes(SpectralNorm),
        blind=True,
    ),
)


class SpectralRadius(ScalarNode):
    """Largest modulus of an eigenvalue of a square matrix."""

    is_extended_nonnegative = True


def _radius_symbolic(read: Symbolic, e: Any) -> Any:
    return exact.spectral_radius(read(e.args[0]), map(read, read.nowhere_positive))


declare(
    SpectralRadius,
    Declaration(
        amiss=takes(1),
        symbolic=_radius_symbolic,
        numeric=lambda read, e: spectral_radius(read, e.args[0]),
        latex=lambda book, e: book.called(r"\rho", *e.args),
        measured=Method.LAPACK,
        fits=is_square,
        slips=becomes(SpectralNorm),
        blind=True,
    ),
)
