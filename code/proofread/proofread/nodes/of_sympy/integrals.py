"""Integrals."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ...arguments import numbers
from ...declaration import Declaration, declare
from ...methods import Method
from ...numeric import reader as measured
from ...numeric.kinks import split_rule
from ...numeric.quadrature import weighted
from ...numeric.reader import Numeric
from ...printing.binding import OPEN, PRODUCT, D, Tex
from ...printing.book import Book
from ...symbolic.reader import Symbolic, Undecided, number
from ...work import INTEGRAL, spend_on
from .sums import bound_slips, outermost, running


def _between_ends(e: Any) -> str:
    """What is wrong with the ends, if they are not two numbers each."""
    if any(len(limit) != 3 for limit in e.limits):
        return "it has no two ends: write Integral(f, (t, a, b))"
    return numbers(*(end for _, *ends in e.limits for end in ends))


def _integral_symbolic(read: Symbolic, e: Any) -> Any:
    value = number(read.freed(frozenset(running(e)))(e.function))
    for variable, *bounds in e.limits:
        spend_on(value, INTEGRAL)
        value = sp.integrate(value, (variable, *map(read, bounds)))
    if value.has(sp.Integral):
        raise Undecided("no antiderivative found")
    return value


def _integral_numeric(read: Numeric, e: Any) -> Any:
    (x, *bounds), body = outermost(e)
    low, high = (
        float(b) if b.is_infinite else float(measured.number(read(b))) for b in bounds
    )
    backwards = high < low
    nodes, weights = split_rule(read, body, x, min(low, high), max(low, high))
    values = [measured.number(read.within({x: v})(body)) for v in nodes]
    forwards = weighted(weights, values)
    return -forwards if backwards else forwards


def _integral_latex(book: Book, e: Any) -> Tex:
    signs, moves = "", ""
    for limit in e.limits:
        ends = [book.small(a) for a in limit[1:]]
        marks = f"_{{{ends[0]}}}^{{{ends[1]}}}" if len(ends) == 2 else ""
        signs = rf"\int{marks} {signs}"
        moves += rf"\, {D}{book.tex(limit[0])}"
    return Tex(f"{signs}{book.within(e.function, PRODUCT)}{moves}", OPEN)


declare(
    sp.Integral,
    Declaration(
        amiss=_between_ends,
        symbolic=_integral_symbolic,
        numeric=_integral_numeric,
        latex=_integral_latex,
        rank=8,
        measured=Method.QUADRATURE,
        states=slice(1),
        binds=running,
        slips=bound_slips,
    ),
)
