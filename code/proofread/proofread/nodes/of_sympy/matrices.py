"""What is made of one matrix: transposes, inverses, powers, traces, determinants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, Declaration, Equation, Indexed, declare
from ...node import is_matrix, is_square
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.binding import ATOM, OPEN, POWER, Tex, bracket
from ...printing.book import Book
from ...slips import becomes
from ...symbolic.points import value_at
from ...symbolic.reader import Symbolic, number
from ...symbolic.zero import SMALL
from ...work import spend_on_minors
from ..arrays import Diag
from ..entries import Entry, Partial
from ..notation import ONE, at, over, place, summed
from .algebra import power_slips, product_entry

# ---- transposes, inverses, powers


def _transpose_symbolic(read: Symbolic, e: Any) -> Any:
    a = read(e.arg)
    return a.T if is_matrix(a) else a


def _transpose_latex(book: Book, e: Any) -> Tex:
    inner = e.arg
    if isinstance(inner, sp.Inverse):
        return Tex(rf"{book.closed(inner.arg)}^{{-\top}}", POWER)
    shown = book.tex(inner)
    gradient = shown.startswith(r"\nabla ") and shown.level == POWER
    return Tex(rf"{shown if gradient else book.closed(inner)}^{{\top}}", POWER)


declare(
    sp.Transpose,
    Declaration(
        symbolic=_transpose_symbolic,
        numeric=lambda read, e: np.transpose(read(e.arg)),
        latex=_transpose_latex,
        slips=lambda e: iter([("drop transpose", e.arg)]),
        indexed=Indexed(lambda e, i, j: Entry(e.arg, j, i), of=ALL, total=True),
    ),
)


def _whole(exponent: Any) -> Any:
    """The exponent of a matrix: a power between two whole ones has no value here."""
    if exponent != int(exponent):
        raise ValueError(f"the power {exponent} of a matrix is not read")
    return exponent


def _power_symbolic(read: Symbolic, e: Any) -> Any:
    a, k = read(e.base), read(e.exp)
    if not is_matrix(a):
        return number(a) ** k
    return a.pow(_whole(k), method="multiply")  # others simplify as they go


def _power_numeric(read: Numeric, e: Any) -> Any:
    a, k = read(e.base), int(_whole(measured.real(read(e.exp))))
    raised: Any = np.linalg.matrix_power(a, k) if np.ndim(a) == 2 else a**k
    return raised


def _power_latex(book: Book, e: Any) -> Tex:
    return Tex(rf"{book.closed(e.base)}^{{{book.small(e.exp)}}}", POWER)


def _power_entry(e: Any, i: Any, j: Any) -> Any:
    a, k = e.args
    if not (k.is_Integer and k > 0):
        return None
    return Entry(a, i, j) if k == 1 else product_entry([a, sp.MatPow(a, k - 1)], i, j)


declare(
    sp.MatPow,
    Declaration(
        symbolic=_power_symbolic,
        numeric=_power_numeric,
        latex=_power_latex,
        fits=is_square,
        slips=power_slips,
        indexed=Indexed(_power_entry, of=slice(1)),
    ),
)


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
    return np.linalg.matrix_power(a, -1) if np.ndim(a) == 2 else 1 / a


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
    """A A⁻¹ = I = A⁻¹ A, and (Aᵀ)⁻¹ = (A⁻¹)ᵀ; of one entry or a diagonal, 1 / v."""
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

# ---- numbers made of a matrix


def _trace_numeric(read: Numeric, e: Any) -> Any:
    a = np.atleast_2d(read(e.arg))
    if a.shape[0] != a.shape[1]:
        raise ValueError(f"the trace of a {a.shape} matrix")
    return np.trace(a)


def _trace_value(e: Any) -> Any:
    k = place(e.arg.rows)
    return summed(Entry(e.arg, k, k), (k, e.arg.rows))


declare(
    sp.Trace,
    Declaration(
        symbolic=lambda read, e: sp.sympify(read(e.arg)).trace(),
        numeric=_trace_numeric,
        latex=lambda book, e: book.called(r"\operatorname{tr}", e.arg),
        fits=is_square,
        slips=becomes(sp.Determinant),
        blind=True,
        wordy=True,
        indexed=Indexed(value=_trace_value, of=ALL, total=True),
    ),
)


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
    """Jacobi: det A tr(A⁻¹ dA)."""
    a, inverse = e.arg, sp.Inverse(e.arg)
    return e * over(a, lambda k, q: Entry(inverse, q, k) * Partial(Entry(a, k, q), by))


declare(
    sp.Determinant,
    Declaration(
        symbolic=_determinant_symbolic,
        numeric=lambda read, e: np.linalg.det(np.atleast_2d(read(e.arg))),
        latex=_determinant_latex,
        fits=is_square,
        slips=becomes(sp.Trace),
        blind=True,
        operator=r"\det",
        wordy=True,
        indexed=Indexed(slope=_determinant_slope, of=ALL, total=True),
    ),
)
