"""The grammar of formulas: relations of sums of products of factors.

A formula is read from left to right, once.  How a factor is read stands in the modules
beside this one, by what it begins with.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import sympy as sp

from . import calculus, factors, words
from .cursor import Cursor
from .layout import (
    BARS,
    OPENING,
    RELATIONS,
    Letter,
    Row,
    Script,
    Sign,
    Unreadable,
    Word,
    base,
    shown,
)
from .shapes import Sizes
from .table import Names, is_sign

SPOKEN = {"const", "diagonal", "lower triangular", "upper triangular"}


class Parser(Cursor):
    """Reads one row of marks; inner rows are read by parsers of their own.

    names: what the formula may be written with.  sizes: what is known of sizes.
    """

    def __init__(self, row: Row, names: Names, sizes: Sizes) -> None:
        super().__init__(row)
        self.names, self.sizes = names, sizes
        self.bars: list[str] = []  # that are open here
        self.moves = 0  # integrals open here: they end at an upright d
        self.holds_back = False  # scripts of an argument's bracket belong to a ∇ before
        self.held: Row = ()
        self.orders = 0  # Landau's, met here

    # ---- rows within rows

    def inner(self, row: Row) -> Parser:
        """A parser of a row within this one."""
        return Parser(row, self.names, self.sizes)

    def whole(self, row: Row) -> Any:
        """A row that is one expression."""
        parser = self.inner(row)
        return parser.ended(parser.sum())

    def ended(self, made: Any) -> Any:
        """What was read, once nothing follows; Unreadable where something does."""
        if (mark := self.peek()) is not None:
            raise Unreadable(f"{mark} in {shown(self.row)}")
        return made

    @contextmanager
    def knowing(self, names: Names) -> Generator[None]:
        """For a while, other names."""
        before, self.names = self.names, names
        try:
            yield
        finally:
            self.names = before

    # ---- relations, sums, products

    def relation(self) -> tuple[list[str], list[Any]]:
        """The signs and the sides of a = b ≤ c …; a first sign may lack a left side."""
        signs: list[str] = []
        sides: list[Any] = []
        if not is_sign(self.peek(), RELATIONS):
            sides.append(self.sum())
        while sign := self.take(RELATIONS):
            signs.append(str(base(sign)))
            sides.append(self.sum())
        return signs, sides

    def sum(self) -> Any:
        """Terms with their signs."""
        first = self.take("+−")
        terms = [(-1 if is_sign(first, "−") else 1, self.term())]
        while sign := self.take("+−"):
            if self.peek() == Word("const"):
                self.place -= 1
                break
            terms.append((-1 if is_sign(sign, "−") else 1, self.term()))
        return self.sizes.total(terms)

    def term(self) -> Any:
        """Factors side by side, or with ⊙, ⊗, · or / between them."""
        factors = [self.factor()]
        while True:
            if sign := self.take("⊙⊗"):
                joined = words.entrywise(self, str(sign), factors.pop(), self.factor())
                factors.append(joined)
            elif self.take("⋅"):
                factors.append(self.factor())
            elif self.take("/"):
                above = self.sizes.product(factors)
                factors = [self.over(above, self.factor())]
            elif self.is_value_at():
                whole = self.sizes.product(factors)
                factors = [calculus.value_at(self, whole, self.next())]
            elif self.begins():
                factors.append(self.factor())
            else:
                return self.sizes.product(factors)

    def over(self, above: Any, below: Any) -> Any:
        """A fraction; only a number stands below."""
        inverse = sp.Pow(self.sizes.number(below), -1)
        return self.sizes.product([inverse, above])

    def is_value_at(self) -> bool:
        """Whether a bar with x = a at its foot comes next."""
        mark = self.peek()
        at_foot = isinstance(mark, Script) and Sign("=") in mark.lower
        return at_foot and is_sign(mark, "|") and "|" not in self.bars

    def begins(self) -> bool:
        """Whether a factor comes next."""
        mark = self.peek()
        if mark is None or (isinstance(base(mark), Word) and str(base(mark)) in SPOKEN):
            return False
        if self.moves and mark == Letter("d", "upright"):
            return False
        if isinstance(base(mark), Sign):
            sign = str(base(mark))
            return sign in OPENING + "∑∏∫∇∞" or (sign in BARS and sign not in self.bars)
        return True

    def factor(self) -> Any:
        """A factor with all its scripts."""
        return factors.factor(self)
