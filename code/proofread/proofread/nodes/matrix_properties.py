"""Properties of a matrix: what is assumed of it, in exact and in random entries."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import Declaration, Equation, Hypothesis, declare
from ..node import is_square
from ..printing.binding import SUM, Tex
from ..printing.book import Book
from ..symbolic.reader import Symbolic
from .entries import Entry
from .hypotheses import Property
from .notation import place, summed


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


def _positive_definite(rng: np.random.Generator, a: Any) -> Any:
    return a @ a.T / len(a) + 0.3 * np.eye(len(a))


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
            impose=lambda rng, a: (a + a.T) / 2,
            symmetric=True,
            equations=_symmetric_equations,
        ),
    ),
)


def _positive(sign: str, signs: str) -> Declaration:
    return Declaration(
        latex=lambda book, e: Tex(f"{book.tex(e.symbol)} {sign} 0", SUM),
        fits=is_square,
        hypothesis=Hypothesis(
            _positive_entries,
            _positive_definite,
            symmetric=True,
            equations=_symmetric_equations,
            signs=signs,
        ),
    )


declare(PositiveDefinite, _positive(r"\succ", "definite"))
declare(PositiveSemidefinite, _positive(r"\succeq", "form"))


class Diagonal(Property):
    """Every entry off the diagonal is 0."""


def _diagonal_equations(a: Any) -> Iterator[Equation]:
    i, j = place(a.rows), place(a.rows)
    places = ((i, a.rows), (j, a.rows))
    entry = sp.KroneckerDelta(i, j) * Entry(a, i, i)
    yield Equation(Entry(a, i, j), entry, places)
    yield from _symmetric_equations(a)


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
            impose=lambda rng, a: np.diag(np.diag(a)),
            symmetric=True,
            equations=_diagonal_equations,
        ),
    ),
)


class Orthogonal(Property):
    """The columns of Q are orthonormal: QᵀQ = I."""


def _orthogonal_entries(read: Symbolic, q: Any, as_squares: bool) -> dict[Any, Any]:
    rotation = _rotation(q.name, read.size(q.rows))
    return {q: rotation[:, : read.size(q.cols)]}


def _orthogonal_equations(q: Any) -> Iterator[Equation]:
    """The columns are orthonormal; of a square matrix, so are the rows."""
    i, j, k = place(q.cols), place(q.cols), place(q.rows)
    product = summed(Entry(q, k, i) * Entry(q, k, j), (k, q.rows))
    places = ((i, q.cols), (j, q.cols))
    yield Equation(product, sp.KroneckerDelta(i, j), places)
    if q.rows == q.cols:
        product = summed(Entry(q, i, k) * Entry(q, j, k), (k, q.cols))
        yield Equation(product, sp.KroneckerDelta(i, j), places)


@cache
def _rotation(name: str, n: int) -> Any:
    """A Cayley transform in letters named for its matrix: rotations near I."""
    s = sp.zeros(n, n)
    for i, j in itertools.combinations(range(n), 2):
        s[i, j] = sp.Symbol(f"{name}'[{i},{j}]", real=True)
        s[j, i] = -s[i, j]
    rotation = (sp.eye(n) - s) * (sp.eye(n) + s).inv(method="ADJ")
    return sp.ImmutableMatrix(rotation.applyfunc(sp.cancel))


def _orthonormal(v: Any) -> Any:
    """Gram-Schmidt without conjugates, so that a complex step passes through."""
    columns: list[Any] = []
    for a in v.T:
        for q in columns:
            a = a - np.sum(q * a) * q
        columns.append(a / np.sqrt(np.sum(a * a)))
    return np.array(columns).T


def _orthogonal_latex(book: Book, e: Any) -> Tex:
    Q = book.tex(e.symbol)
    return Tex(rf"{Q}^{{\top}}{Q} = \mathbf{{I}}", SUM)


declare(
    Orthogonal,
    Declaration(
        latex=_orthogonal_latex,
        hypothesis=Hypothesis(
            assume=_orthogonal_entries,
            impose=lambda rng, a: np.linalg.qr(a)[0],
            equations=_orthogonal_equations,
            project=_orthonormal,
        ),
    ),
)
