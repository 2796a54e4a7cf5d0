"""Properties of a matrix: what is assumed of it, in exact and in random entries."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import Declaration, Equation, Hypothesis, declare
from ..node import is_square
from ..numeric.sources import Source
from ..printing.binding import SUM, Tex
from ..printing.book import Book
from ..symbolic.reader import Symbolic
from .entries import Entry
from .hypotheses import Property
from .matrix_norms import SpectralNorm
from .notation import place
from .orthonormal import orthonormal_columns
from .spectra import Eigenvalue, SingularValue, SpectralRadius
from .triangular import by_diagonal


class Symmetric(Property):
    """A = Aᵀ."""


class PositiveDefinite(Property):
    """A is symmetric and xᵀAx > 0 for every x other than 0."""


class PositiveSemidefinite(Property):
    """A is symmetric and xᵀAx ≥ 0 for every x."""


def _symmetric_entries(read: Symbolic, a: Any, as_squares: bool) -> dict[Any, Any]:
    """One symbol for two entries, those of the diagonal the larger ones."""

    def entry(i: Any, j: Any) -> Any:
        i, j = sorted((int(i), int(j)))
        made = sp.Symbol(f"{a.name}[{i + 1},{j + 1}]", real=True)
        read.ranges[made] = (1.6, 3.1) if i == j else (-0.4, 0.4)
        return made

    n = read.size(a.rows)
    return {a: sp.ImmutableMatrix(n, n, entry)}


def _positive_entries(read: Symbolic, a: Any, as_squares: bool) -> dict[Any, Any]:
    """BᵀB for the proof of an inequality; an equation is quicker without."""
    if not as_squares:
        return _symmetric_entries(read, a, as_squares)
    n = read.size(a.rows)
    at = itertools.product(range(n), repeat=2)
    b = sp.Matrix(n, n, [sp.Symbol(f"{a.name}'[{i},{j}]", real=True) for i, j in at])
    return {a: sp.ImmutableMatrix(b.T * b)}


def _symmetric_equations(a: Any) -> Iterator[Equation]:
    i, j = place(a.rows), place(a.rows)
    places = ((i, a.rows), (j, a.rows))
    yield Equation(Entry(a, i, j), Entry(a, j, i), places)
    yield Equation(sp.Transpose(a), a)
    yield Equation(SpectralRadius(a), SpectralNorm(a))


def _positive_equations(a: Any) -> Iterator[Equation]:
    """Symmetric, and what is largest in size is an eigenvalue."""
    k = place(a.rows)
    yield from _symmetric_equations(a)
    yield Equation(SingularValue(a, k), Eigenvalue(a, k), ((k, a.rows),))
    yield Equation(SingularValue(a, a.rows), Eigenvalue(a, a.rows))
    yield Equation(SpectralNorm(a), Eigenvalue(a, 1))


def _symmetric(source: Source, a: Any) -> Any:
    """A symmetric matrix; at an edge eigenvalues may repeat or be 0."""
    if not source.edge:
        return (a + a.T) / 2
    q = orthonormal_columns(source, source.normal(a))
    values = source.rng.choice([-1.0, 0.0, 1.0, 2.0], size=len(a))
    return source.one_of(
        lambda: (a + a.T) / 2,
        lambda: q * values @ q.T,
        lambda: values[0] * np.eye(len(a)),
    )


def _positive_definite(source: Source, a: Any) -> Any:
    """A positive definite matrix; at an edge eigenvalues may repeat."""
    least = 0.3 * 100.0**source.decades * np.eye(len(a))
    b = a[:, : source.rng.integers(len(a) + 1)] if source.edge else a
    return b @ b.T / len(a) + least


def _positive_semidefinite(source: Source, a: Any) -> Any:
    """A matrix BBᵀ of any rank, often less than full, at an edge also 0."""
    least = 0 if source.edge else 1
    rank = source.one_of(
        lambda: len(a), lambda: int(source.rng.integers(least, len(a) + 1))
    )
    b = a[:, :rank]
    return b @ b.T / len(a)


def _symmetric_latex(book: Book, e: Any) -> Tex:
    A = book.tex(e.symbol)
    return Tex(rf"{A} = {A}^{{\top}}", SUM)


declare(
    Symmetric,
    Declaration(
        latex=_symmetric_latex,
        fits=is_square,
        hypothesis=Hypothesis(
            assume=_symmetric_entries,
            impose=_symmetric,
            symmetric=True,
            equations=_symmetric_equations,
        ),
    ),
)


def _positive(
    sign: str, signs: str, impose: Callable[[Source, Any], Any]
) -> Declaration:
    return Declaration(
        latex=lambda book, e: Tex(f"{book.tex(e.symbol)} {sign} 0", SUM),
        fits=is_square,
        hypothesis=Hypothesis(
            assume=_positive_entries,
            impose=impose,
            symmetric=True,
            equations=_positive_equations,
            signs=signs,
        ),
    )


declare(PositiveDefinite, _positive(r"\succ", "definite", _positive_definite))
declare(PositiveSemidefinite, _positive(r"\succeq", "form", _positive_semidefinite))


class Diagonal(Property):
    """Every entry off the diagonal is 0."""


def _diagonal_equations(a: Any) -> Iterator[Equation]:
    i, j = place(a.rows), place(a.rows)
    places = ((i, a.rows), (j, a.rows))
    entry = sp.KroneckerDelta(i, j) * Entry(a, i, i)
    yield Equation(Entry(a, i, j), entry, places)
    yield from _symmetric_equations(a)
    yield from by_diagonal(a)


def _diagonal_entries(read: Symbolic, a: Any, as_squares: bool) -> dict[Any, Any]:
    n = read.size(a.rows)
    diagonal = [read.entry(a, a.name, (k, k)) for k in range(1, n + 1)]
    return {a: sp.ImmutableMatrix(sp.diag(*diagonal))}


declare(
    Diagonal,
    Declaration(
        latex=lambda book, e: Tex(rf"{book.tex(e.symbol)} \text{{ diagonal}}", SUM),
        fits=is_square,
        hypothesis=Hypothesis(
            assume=_diagonal_entries,
            impose=lambda source, a: np.diag(np.diag(a)),
            symmetric=True,
            equations=_diagonal_equations,
        ),
    ),
)
