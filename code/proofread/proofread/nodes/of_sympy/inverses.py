"""Inverses: how they are read, and what holds of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, Declaration, Equation, Indexed, declare
from ...node import dims, is_matrix
from ...numeric.reader import Numeric
from ...printing.binding import POWER, Tex
from ...printing.book import Book
from ...symbolic.points import value_at
from ...symbolic.reader import Symbolic
from ...symbolic.zero import SMALL
from ...work import spend_on_minors
from ..arrays import Diag
from ..entries import Entry, Partial
from ..notation import ONE, at, over, place, summed


def _inverse_symbolic(read: Symbolic, e: Any) -> Any:
    a = read(e.arg)
    spend_on_minors(a)
    if not is_matrix(a):
        return 1 / a
    det = a.det(method="berkowitz")
    if abs(value_at(det, np.random.default_rng(0), read.ranges)) < SMALL:
        raise ValueError("the inverse of a singular matrix")
    return a.adjugate() / det


def _inverse_numeric(read: Numeric, e: Any) -> Any:
    a = read(e.arg)
    if np.ndim(a) < 2:
        return 1 / a
    inverse = np.linalg.matrix_power(a, -1)
    if read.watch:
        read.watch.compounded(float(np.linalg.norm(a) * np.linalg.norm(inverse)))
    return inverse


def _inverse_latex(book: Book, e: Any) -> Tex:
    if isinstance(e.arg, sp.Transpose):
        return Tex(rf"{book.closed(e.arg.arg)}^{{-\top}}", POWER)
    return Tex(rf"{book.closed(e.arg)}^{{-1}}", POWER)


def _inverse_slope(e: Any, by: Any) -> Any:
    """Of an entry of A⁻¹: that of −A⁻¹ dA A⁻¹."""
    inverse, i, j = e.args
    a = inverse.arg

    def move(k: Any, q: Any) -> Any:
        slope = Partial(at(a, k, q), by)
        return Entry(inverse, i, k) * slope * Entry(inverse, q, j)

    return -over(a, move)


def _inverse_equations(e: Any) -> Iterator[Equation]:
    """A A⁻¹ = I = A⁻¹ A, and (Aᵀ)⁻¹ = (A⁻¹)ᵀ; of one entry or a diagonal, 1 / v.

    Of a product of square matrices, the product of theirs in reverse order.
    """
    a, n = e.arg, e.rows
    i, j, k = place(n), place(n), place(n)
    places, delta = ((i, n), (j, n)), sp.KroneckerDelta(i, j)
    for left, right in ((a, e), (e, a)):
        body = Entry(left, i, k) * Entry(right, k, j)
        yield Equation(summed(body, (k, n)), delta, places)
    turned = sp.Inverse(a.arg if isinstance(a, sp.Transpose) else sp.Transpose(a))
    yield Equation(Entry(e, i, j), Entry(turned, j, i), places)
    if n == 1:
        yield Equation(Entry(e, ONE, ONE), 1 / Entry(a, ONE, ONE))
    if isinstance(a, sp.MatMul) and all(dims(f) == (n, n) for f in a.args):
        yield Equation(e, sp.MatMul(*map(sp.Inverse, reversed(a.args))))
    if isinstance(a, Diag):
        yield Equation(Entry(e, i, j), delta / at(a.args[0], i), places)


declare(
    sp.Inverse,
    Declaration(
        symbolic=_inverse_symbolic,
        numeric=_inverse_numeric,
        latex=_inverse_latex,
        slips=lambda e: iter([("drop inverse", e.arg)]),
        indexed=Indexed(slope=_inverse_slope, equations=_inverse_equations, of=ALL),
    ),
)
