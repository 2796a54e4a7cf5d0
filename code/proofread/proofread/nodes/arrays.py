"""Vectors and matrices made of others, of an index or of a rule."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ..arguments import each, of_matrix, takes
from ..declaration import ALL, Declaration, Indexed, declare
from ..node import MatrixNode, entries, is_column, is_square
from ..symbolic.reader import Symbolic
from .entries import Entry
from .notation import at


class Diag(MatrixNode):
    """The square matrix with a column's entries on its diagonal."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, self.args[0].rows)


declare(
    Diag,
    Declaration(
        amiss=each(takes(1), of_matrix()),
        symbolic=lambda read, e: sp.ImmutableMatrix(sp.diag(*entries(read(e.args[0])))),
        numeric=lambda read, e: np.diag(np.ravel(read(e.args[0]))),
        latex=lambda book, e: book.called(r"\operatorname{diag}", *e.args),
        fits=lambda e: is_column(e.args[0]),
        indexed=Indexed(
            entry=lambda e, i, j: sp.KroneckerDelta(i, j) * at(e.args[0], i),
            of=ALL,
            total=True,
        ),
    ),
)


class DiagonalOf(MatrixNode):
    """The diagonal of a square matrix, as a column."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, sp.S.One)


def _diagonal_symbolic(read: Symbolic, e: Any) -> Any:
    a = read(e.args[0])
    return sp.ImmutableMatrix([a[i, i] for i in range(a.rows)])


declare(
    DiagonalOf,
    Declaration(
        amiss=each(takes(1), of_matrix()),
        symbolic=_diagonal_symbolic,
        numeric=lambda read, e: np.diag(read(e.args[0]))[:, None],
        latex=lambda book, e: book.called(r"\operatorname{diag}", *e.args),
        fits=is_square,
        indexed=Indexed(
            entry=lambda e, i, j: Entry(e.args[0], i, i), of=ALL, total=True
        ),
    ),
)


class Vec(MatrixNode):
    """The columns of a matrix stacked into one column."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows * self.args[0].cols, sp.S.One)


declare(
    Vec,
    Declaration(
        amiss=each(takes(1), of_matrix()),
        symbolic=lambda read, e: sp.ImmutableMatrix(read(e.args[0]).vec()),
        numeric=lambda read, e: np.reshape(read(e.args[0]), (-1, 1), order="F"),
        latex=lambda book, e: book.called(r"\operatorname{vec}", *e.args),
    ),
)
