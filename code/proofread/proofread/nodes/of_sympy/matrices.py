"""What is made of one matrix: transposes, inverses, powers, traces, determinants."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, Declaration, Indexed, declare
from ...node import is_matrix, is_square
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.binding import POWER, Tex
from ...printing.book import Book
from ...slips import becomes
from ...symbolic.reader import Symbolic, number
from ..arrays import Diag
from ..entries import Entry
from ..notation import at, place, summed
from .algebra import product_entry
from .powers import power_slips

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
    """Aᵏ is A Aᵏ⁻¹, from k = 2 on; of a diagonal, its numbers to the power of k."""
    a, k = e.args
    if not (k.is_integer and k.is_positive):
        return None
    if isinstance(a, Diag):
        return sp.KroneckerDelta(i, j) * at(a.args[0], i) ** k
    if k == 1:
        return Entry(a, i, j)
    more = (k - 1).is_positive
    return product_entry([a, sp.MatPow(a, k - 1)], i, j) if more else None


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
