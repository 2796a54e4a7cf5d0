"""The cofactors of a square matrix, by which a determinant is expanded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import ALL, Declaration, Equation, Indexed, declare
from ..node import MatrixNode, is_matrix, is_square
from ..numeric.reader import Numeric
from ..symbolic.reader import Symbolic
from ..work import spend_on_minors
from .entries import Entry
from .notation import place, summed


class Cofactors(MatrixNode):
    """The matrix of (−1)^(i+j) times the minor of A without row i and column j.

    C_ij depends on no entry of row i, so the expansion of det A along that row,
    Σ_j A_ij C_ij, has the derivative C_ij by A_ij.
    """

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[0].shape


def _symbolic(read: Symbolic, e: Any) -> Any:
    a = read(e.args[0])
    if not is_matrix(a):
        return sp.S.One
    spend_on_minors(a)
    return sp.ImmutableMatrix(a.adjugate().T)


def _numeric(read: Numeric, e: Any) -> Any:
    a = np.atleast_2d(read(e.args[0]))
    made = np.empty_like(a * 1.0)
    for i, j in np.ndindex(*a.shape):
        rest = np.delete(np.delete(a, i, axis=0), j, axis=1)
        made[i, j] = (-1) ** (i + j) * np.linalg.det(rest)
    return made


def _equations(e: Any) -> Iterator[Equation]:
    """Σ_j A_ij C_kj = δ_ik det A, and Σ_i A_ij C_ik = δ_jk det A.

    A row times its own cofactors is the determinant; times those of another row, that
    of a matrix with two equal rows, which is 0.
    """
    (a,) = e.args
    i, j, k = (place(a.rows) for _ in range(3))
    places = ((i, a.rows), (k, a.rows))
    det = sp.KroneckerDelta(i, k) * sp.Determinant(a)
    for body in (Entry(a, i, j) * Entry(e, k, j), Entry(a, j, i) * Entry(e, j, k)):
        yield Equation(summed(body, (j, a.rows)), det, places)


declare(
    Cofactors,
    Declaration(
        symbolic=_symbolic,
        numeric=_numeric,
        latex=lambda book, e: book.called(r"\operatorname{cof}", *e.args),
        fits=lambda e: is_matrix(e.args[0]) and is_square(e.args[0]),
        indexed=Indexed(equations=_equations, of=ALL, total=True),
    ),
)
