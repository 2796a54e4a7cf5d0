"""Determinants: how they are read, and what holds of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, Declaration, Equation, Indexed, declare
from ...node import is_matrix, is_square
from ...numeric.reader import Numeric
from ...printing.binding import ATOM, OPEN, POWER, Tex, bracket
from ...printing.book import Book
from ...slips import becomes
from ...symbolic.reader import Symbolic
from ...work import spend_on_minors
from ..arrays import Diag
from ..cofactors import Cofactors
from ..entries import Entry, Partial
from ..exponentials import MatrixExponential
from ..notation import at, multiplied, over, place


def _determinant_latex(book: Book, e: Any) -> Tex:
    shown = book.tex(e.arg)
    if shown.level == ATOM:
        return Tex(rf"\det {shown}", OPEN)
    return Tex(rf"\det{bracket(shown)}", POWER)


def _determinant_symbolic(read: Symbolic, e: Any) -> Any:
    a = read(e.arg)
    spend_on_minors(a)
    return a.det(method="berkowitz")


def _determinant_slope(e: Any, by: Any) -> Any:
    """By an entry of A, that entry's cofactor, as an expansion along its row shows."""
    a, c = e.arg, Cofactors(e.arg)
    return over(a, lambda k, q: Entry(c, k, q) * Partial(Entry(a, k, q), by))


def _determinant_equations(e: Any) -> Iterator[Equation]:
    """Of what is made of other matrices, by theirs; by its entries."""
    a = e.arg
    if isinstance(a, sp.Transpose):
        yield Equation(e, sp.Determinant(a.arg))
    elif isinstance(a, sp.Inverse):
        yield Equation(e, 1 / sp.Determinant(a.arg))
    elif isinstance(a, MatrixExponential):
        yield Equation(e, sp.exp(sp.Trace(a.args[0])))
    elif isinstance(a, sp.MatPow) and a.exp.is_integer and a.exp.is_positive:
        whole = a.exp == 1
        if whole or (a.exp - 1).is_positive:
            rest = sp.Determinant(sp.MatPow(a.base, a.exp - 1))
            yield Equation(e, sp.Determinant(a.base) * (1 if whole else rest))
    elif isinstance(a, sp.MatMul):
        yield from _determinant_of_product(e)
    yield from _determinant_by_entries(e)


def _determinant_of_product(e: Any) -> Iterator[Equation]:
    """c^n det A of c A, with n rows; det A det B of A B, where both are square."""
    numbers = [f for f in e.arg.args if not is_matrix(f)]
    matrices = [f for f in e.arg.args if is_matrix(f)]
    if numbers:
        rest = sp.MatMul(*matrices) if len(matrices) > 1 else matrices[0]
        yield Equation(e, sp.Mul(*numbers) ** e.arg.rows * sp.Determinant(rest))
    elif all(f.shape == e.arg.shape for f in matrices):
        yield Equation(e, sp.Mul(*map(sp.Determinant, matrices)))


def _determinant_by_entries(e: Any) -> Iterator[Equation]:
    """Of a diagonal, or written with zeros above or below it; of at most 2 × 2."""
    a, n = e.arg, e.arg.rows
    if isinstance(a, Diag):
        k = place(n)
        yield Equation(e, multiplied(at(a.args[0], k), (k, n)))
    elif isinstance(a, sp.MatrixBase) and (a.is_lower or a.is_upper):
        yield Equation(e, sp.Mul(*(a[k, k] for k in range(n))))
    elif n == 1:
        yield Equation(e, Entry(a, 1, 1))
    elif n == 2:
        p, q, r, s = (Entry(a, i, j) for i in (1, 2) for j in (1, 2))
        yield Equation(e, p * s - q * r)


def _determinant_numeric(read: Numeric, e: Any) -> Any:
    a = np.atleast_2d(read(e.arg))
    if read.watch:  # its terms are as large as the product of the rows' lengths
        read.watch.see(np.prod(np.linalg.norm(a, axis=1)))
    return np.linalg.det(a)


declare(
    sp.Determinant,
    Declaration(
        symbolic=_determinant_symbolic,
        numeric=_determinant_numeric,
        latex=_determinant_latex,
        fits=is_square,
        slips=becomes(sp.Trace),
        blind=True,
        operator=r"\det",
        wordy=True,
        indexed=Indexed(
            slope=_determinant_slope,
            equations=_determinant_equations,
            of=ALL,
            total=True,
        ),
    ),
)
