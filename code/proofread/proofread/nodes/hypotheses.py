"""What a claim may take as given: relations, and properties of a vector or matrix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..declaration import Declaration, Equation, Indexed, declare
from ..node import extent
from ..printing.binding import SUM, Tex
from ..printing.book import Book
from ..relations import REVERSED, SIGNS
from ..slips import Slip


class Relation(sp.Basic):
    """lhs op rhs, op one of =, <=, <, >=, >; never evaluated, unlike SymPy's Eq."""

    def __new__(cls, lhs: Any, op: Any, rhs: Any) -> Relation:
        op = op if isinstance(op, sp.Symbol) else sp.Symbol(op)
        return sp.Basic.__new__(cls, sp.sympify(lhs), op, sp.sympify(rhs))

    @property
    def lhs(self) -> Any:
        """The left side."""
        return self.args[0]

    @property
    def op(self) -> str:
        """The relation's sign."""
        return str(self.args[1])

    @property
    def rhs(self) -> Any:
        """The right side."""
        return self.args[2]

    def _sympystr(self, printer: Any) -> str:
        return f"{printer.doprint(self.lhs)} {self.op} {printer.doprint(self.rhs)}"


def _latex(book: Book, e: Any) -> Tex:
    return Tex(f"{book.tex(e.lhs)} {SIGNS[e.op]} {book.tex(e.rhs)}", SUM)


def _slips(e: Any) -> Iterator[Slip]:
    if turned := REVERSED.get(e.op):
        yield "reverse hypothesis", Relation(e.lhs, turned, e.rhs)


def _equations(e: Any) -> Iterator[Equation]:
    if e.op == "=":
        yield Equation(e.lhs, e.rhs)


declare(
    Relation,
    Declaration(
        latex=_latex,
        states=slice(0, 3, 2),
        labels=lambda e: (e.args[1],),
        fits=lambda e: extent(e.lhs) == extent(e.rhs),
        slips=_slips,
        indexed=Indexed(equations=_equations),
    ),
)


def equal(a: Any, b: Any) -> Relation:
    """The hypothesis a = b."""
    return Relation(a, "=", b)


def le(a: Any, b: Any) -> Relation:
    """The hypothesis a ≤ b."""
    return Relation(a, "<=", b)


def lt(a: Any, b: Any) -> Relation:
    """The hypothesis a < b."""
    return Relation(a, "<", b)


def ge(a: Any, b: Any) -> Relation:
    """The hypothesis a ≥ b."""
    return Relation(a, ">=", b)


def gt(a: Any, b: Any) -> Relation:
    """The hypothesis a > b."""
    return Relation(a, ">", b)


class Property(sp.Basic):
    """What is known of one vector or matrix symbol; a subclass declares how."""

    def __new__(cls, symbol: Any) -> Any:
        return sp.Basic.__new__(cls, symbol)

    @property
    def symbol(self) -> Any:
        """What it is known of."""
        return self.args[0]
