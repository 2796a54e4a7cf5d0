"""How far apart two positive numbers are, as logarithms tell."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..declaration import ALL, Declaration, Indexed, declare
from ..node import ScalarNode, is_of_numbers
from ..printing.binding import SUM, Tex
from ..printing.book import Book


class Divergence(ScalarNode):
    """Divergence(b, a): b log(b/a) − b + a, of positive numbers.

    It is a (u log u − u + 1) with u = b/a, never negative since log v ≤ v − 1 at
    v = a/b, and 0 only where a = b.
    """


def _value(e: Any) -> Any:
    b, a = e.args
    return b * sp.log(b) - b * sp.log(a) - b + a


def _latex(book: Book, e: Any) -> Tex:
    b, a = e.args
    product = book.tex(sp.Mul(b, sp.log(b / a, evaluate=False), evaluate=False))
    return Tex(f"{product} + {book.within(a - b, SUM)}", SUM)


declare(
    Divergence,
    Declaration(
        symbolic=lambda read, e: read(_value(e)),
        numeric=lambda read, e: read(_value(e)),
        latex=_latex,
        fits=is_of_numbers,
        indexed=Indexed(value=_value, of=ALL, zero=lambda e: e.args[0] - e.args[1]),
    ),
)
