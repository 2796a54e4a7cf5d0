"""Products of matrices entry by entry, and of every entry with every other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, Declaration, Indexed, declare
from ...node import is_alike
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.binding import POWER, Tex
from ...printing.book import Book
from ...slips import Slip, attempt, dropped_factors
from ...symbolic.reader import Symbolic, number
from ..entries import Entry


def _hadamard_symbolic(read: Symbolic, e: Any) -> Any:
    return reduce(lambda a, b: a.multiply_elementwise(b), map(read, e.args))


def _hadamard_numeric(read: Numeric, e: Any) -> Any:
    factors = [read(a) for a in e.args]
    if len({np.shape(a) for a in factors}) > 1:
        raise ValueError(f"cannot multiply entries of {[np.shape(a) for a in factors]}")
    return reduce(np.multiply, factors)


def _hadamard_slips(e: Any) -> Iterator[Slip]:
    yield from dropped_factors(e)
    yield "Hadamard to product", attempt(lambda: sp.MatMul(*e.args))


declare(
    sp.HadamardProduct,
    Declaration(
        symbolic=_hadamard_symbolic,
        numeric=_hadamard_numeric,
        latex=lambda book, e: book.joined(e, r"\odot"),
        fits=is_alike,
        slips=_hadamard_slips,
        indexed=Indexed(
            entry=lambda e, i, j: sp.Mul(*(Entry(a, i, j) for a in e.args)),
            of=ALL,
            total=True,
        ),
    ),
)


def _hadamard_power_symbolic(read: Symbolic, e: Any) -> Any:
    base, power = read(e.base), number(read(e.exp))
    return sp.ImmutableMatrix(*base.shape, [q**power for q in base])


def _hadamard_power_latex(book: Book, e: Any) -> Tex:
    power = rf"{{\odot}}{book.small(e.exp)}"
    return Tex(f"{book.closed(e.base)}^{{{power}}}", POWER)


declare(
    sp.HadamardPower,
    Declaration(
        symbolic=_hadamard_power_symbolic,
        numeric=lambda read, e: np.power(read(e.base), measured.number(read(e.exp))),
        latex=_hadamard_power_latex,
    ),
)


def _kronecker_symbolic(read: Symbolic, e: Any) -> Any:
    return sp.ImmutableMatrix(sp.kronecker_product(*map(read, e.args)))


def _kronecker_slips(e: Any) -> Iterator[Slip]:
    yield "Kronecker order", sp.KroneckerProduct(*reversed(e.args))


declare(
    sp.KroneckerProduct,
    Declaration(
        symbolic=_kronecker_symbolic,
        numeric=lambda read, e: reduce(np.kron, map(read, e.args)),
        latex=lambda book, e: book.joined(e, r"\otimes"),
        slips=_kronecker_slips,
    ),
)
