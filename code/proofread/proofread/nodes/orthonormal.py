"""Orthonormal columns: what is assumed of them, in exact and in random entries."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import Declaration, Equation, Hypothesis, declare
from ..numeric.sources import Source
from ..printing.binding import SUM, Tex
from ..printing.book import Book
from ..symbolic.reader import Symbolic
from .entries import Entry
from .hypotheses import Property
from .notation import place, summed
from .pseudoinverses import PseudoInverse


class Orthogonal(Property):
    """The columns of Q are orthonormal: QᵀQ = I."""


def _orthogonal_entries(read: Symbolic, q: Any, as_squares: bool) -> dict[Any, Any]:
    rotation = _rotation(q.name, read.size(q.rows))
    return {q: rotation[:, : read.size(q.cols)]}


def _orthogonal_equations(q: Any) -> Iterator[Equation]:
    """The columns are orthonormal; of a square matrix, so are the rows: det Q is ±1."""
    yield Equation(PseudoInverse(q), sp.Transpose(q))
    i, j, k = place(q.cols), place(q.cols), place(q.rows)
    product = summed(Entry(q, k, i) * Entry(q, k, j), (k, q.rows))
    places = ((i, q.cols), (j, q.cols))
    yield Equation(product, sp.KroneckerDelta(i, j), places)
    if q.rows == q.cols:
        product = summed(Entry(q, i, k) * Entry(q, j, k), (k, q.cols))
        yield Equation(product, sp.KroneckerDelta(i, j), places)
        determinant = sp.Determinant(q)
        yield Equation(determinant**2, sp.S.One)
        yield Equation(sp.Abs(determinant), sp.S.One)
        yield Equation(1 / determinant, determinant)


@cache
def _rotation(name: str, n: int) -> Any:
    """A Cayley transform in letters named for its matrix: rotations near I."""
    s = sp.zeros(n, n)
    for i, j in itertools.combinations(range(n), 2):
        s[i, j] = sp.Symbol(f"{name}'[{i},{j}]", real=True)
        s[j, i] = -s[i, j]
    rotation = (sp.eye(n) - s) * (sp.eye(n) + s).inv(method="ADJ")
    return sp.ImmutableMatrix(rotation.applyfunc(sp.cancel))


def orthonormal_columns(source: Source, a: Any) -> Any:
    """Orthonormal columns, turned or mirrored; at an edge perhaps unit vectors."""
    signs: Any = source.rng.choice([-1.0, 1.0], size=a.shape[1])
    if not source.edge:
        return np.linalg.qr(a)[0] * signs
    places, generic = source.rng.permutation(len(a))[: a.shape[1]], source.normal(a)
    return source.one_of(
        lambda: np.eye(*a.shape) * signs,
        lambda: np.eye(len(a))[:, places] * signs,
        lambda: np.linalg.qr(generic)[0] * signs,
    )


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
            impose=orthonormal_columns,
            equations=_orthogonal_equations,
            project=_orthonormal,
            at_most=lambda q: [(q.cols, q.rows)],
        ),
    ),
)
