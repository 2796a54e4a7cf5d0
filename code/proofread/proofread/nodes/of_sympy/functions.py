"""Factorials, binomial coefficients and the error function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ...declaration import Declaration, declare
from ...numeric.functions import erf, evaluated
from ...numeric.gammas import gamma
from ...numeric.reader import Numeric, number
from ...printing.binding import ATOM, POWER, Tex
from ...printing.book import Book
from ...slips import Slip, becomes
from .elementary import ENTIRE


def _next_slips(e: Any) -> Iterator[Slip]:
    yield "off by one", e.func(e.args[0] + 1)


def _factorial_latex(book: Book, e: Any) -> Tex:
    return Tex(f"{book.within(e.args[0], ATOM)}!", POWER)


declare(
    sp.factorial,
    Declaration(
        numeric=evaluated(lambda n: gamma(n + 1)),
        latex=_factorial_latex,
        slips=_next_slips,
    ),
)


def _binomial_numeric(read: Numeric, e: Any) -> Any:
    n, k = (number(read(a)) for a in e.args)
    return gamma(n + 1) / (gamma(k + 1) * gamma(n - k + 1))


def _binomial_latex(book: Book, e: Any) -> Tex:
    n, k = map(book.tex, e.args)
    return Tex(rf"\binom{{{n}}}{{{k}}}", POWER)


declare(
    sp.binomial,
    Declaration(numeric=_binomial_numeric, latex=_binomial_latex, rank=1, wordy=True),
)
declare(
    sp.erf, Declaration(numeric=evaluated(erf), slips=becomes(sp.tanh), indexed=ENTIRE)
)
