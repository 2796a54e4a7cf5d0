"""Whether a relation of numbers holds, as a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..declaration import NONE, Declaration, Indexed, declare
from ..node import ScalarNode, dims, is_of_numbers
from ..numeric.reader import Numeric
from ..printing.binding import ATOM, Tex, bracket
from ..printing.book import Book
from ..slips import Slip
from ..symbolic.reader import Symbolic

TRUTHS = {sp.true: sp.S.One, sp.false: sp.S.Zero}


class Indicator(ScalarNode):
    """Indicator(a < b): 1 where the relation of two numbers holds, and 0 elsewhere.

    The relation is one of SymPy's: a < b, a <= b, Eq(a, b), Ne(a, b).  What SymPy knows
    to be true or false is 1 or 0 at once.  Raises TypeError for what is no relation.
    """

    is_integer = True
    is_extended_nonnegative = True

    def __new__(cls, condition: Any) -> Any:
        condition = sp.sympify(condition)
        if condition in TRUTHS:
            return TRUTHS[condition]
        if not isinstance(condition, sp.Rel):
            raise TypeError(f"{condition} is no relation of two numbers")
        return sp.Basic.__new__(cls, condition)


def _symbolic(read: Symbolic, e: Any) -> Any:
    return sp.Piecewise((1, read(e.args[0])), (0, True))


def _numeric(read: Numeric, e: Any) -> Any:
    return float(read(e.args[0]))


def _latex(book: Book, e: Any) -> Tex:
    return Tex(rf"\mathbf{{1}}{bracket(book.tex(e.args[0]), '[]')}", ATOM)


def _slips(e: Any) -> Iterator[Slip]:
    yield "Indicator to 1", sp.S.One


def _fits(e: Any) -> bool:
    return is_of_numbers(e.args[0]) and not any(map(dims, e.args[0].args))


declare(
    Indicator,
    Declaration(
        symbolic=_symbolic,
        numeric=_numeric,
        latex=_latex,
        fits=_fits,
        slips=_slips,
        indexed=Indexed(of=NONE, total=True, zero=lambda e: e),
    ),
)
