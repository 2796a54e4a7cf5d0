"""Cases, and the conditions that tell them apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ...declaration import NONE, UNKNOWN, Declaration, Indexed, declare
from ...node import is_of_numbers
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.binding import SUM, Tex
from ...printing.book import Book
from ...relations import SIGNS
from ...symbolic.reader import Symbolic, number


def _piecewise_symbolic(read: Symbolic, e: Any) -> Any:
    return sp.Piecewise(*[(number(read(v)), read(c)) for v, c in e.args])


def _piecewise_numeric(read: Numeric, e: Any) -> Any:
    for value, condition in e.args:
        if condition is sp.true or (condition is not sp.false and read(condition)):
            return measured.number(read(value))
    raise ValueError("no case of a piecewise function applies")


def _piecewise_latex(book: Book, e: Any) -> Tex:
    rows = [f"{book.tex(value)} & {_case(book, case)}" for value, case in e.args]
    return Tex(r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}", SUM)


def _case(book: Book, case: Any) -> str:
    if case == sp.true:
        return r"\text{otherwise}"
    return rf"\text{{if }} {book.tex(case)}"


declare(
    sp.Piecewise,
    Declaration(
        symbolic=_piecewise_symbolic,
        numeric=_piecewise_numeric,
        latex=_piecewise_latex,
        bends=lambda e: (),  # those of the conditions in it
        indexed=UNKNOWN,
    ),
)


def _relational_latex(book: Book, e: Any) -> Tex:
    return Tex(f"{book.tex(e.lhs)} {SIGNS[e.rel_op]} {book.tex(e.rhs)}", SUM)


declare(
    sp.Rel,
    Declaration(
        latex=_relational_latex,
        bends=lambda e: [e.lhs - e.rhs],
        fits=is_of_numbers,
        indexed=Indexed(of=NONE, total=True),
        slips=lambda e: iter([("reverse condition", e.negated)]),
    ),
)
COMPARISONS = {
    sp.StrictLessThan: np.less,
    sp.LessThan: np.less_equal,
    sp.StrictGreaterThan: np.greater,
    sp.GreaterThan: np.greater_equal,
    sp.Equality: np.equal,
    sp.Unequality: np.not_equal,
}


def _comparison(read: Numeric, e: Any) -> bool:
    a, b = (np.real(measured.number(read(q))) for q in e.args)
    return bool(COMPARISONS[type(e)](a, b))


for comparison in COMPARISONS:
    declare(comparison, Declaration(numeric=_comparison))
