"""Columns given by an index: 1 at one place, or an expression for every entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..arguments import at_place, each, takes
from ..binding import put
from ..declaration import NONE, Declaration, Indexed, declare
from ..node import MatrixNode
from ..numeric.reader import Numeric
from ..numeric.reader import number as measured_number
from ..printing.binding import POWER, Tex, bracket
from ..printing.book import Book
from ..slips import Slip
from ..symbolic.reader import Symbolic, number


class BasisVector(MatrixNode):
    """BasisVector(i, n): the column of length n that is 1 at i and 0 elsewhere."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[1], sp.S.One)


def _basis_symbolic(read: Symbolic, e: Any) -> Any:
    one, n = map(read.size, e.args)
    return sp.ImmutableMatrix([int(k == one) for k in range(1, n + 1)])


def _basis_numeric(read: Numeric, e: Any) -> Any:
    one, n = map(read.count, e.args)
    return np.eye(n)[:, [one - 1]]


def _basis_slips(e: Any) -> Iterator[Slip]:
    yield "off by one", e.func(e.args[0] + 1, e.args[1])


declare(
    BasisVector,
    Declaration(
        amiss=each(takes(2), at_place(0), at_place(1)),
        symbolic=_basis_symbolic,
        numeric=_basis_numeric,
        latex=lambda book, e: Tex(rf"\mathbf{{e}}_{{{book.small(e.args[0])}}}"),
        states=slice(1),
        lengths=lambda e: e.shape,
        slips=_basis_slips,
        indexed=Indexed(
            entry=lambda e, i, j: sp.KroneckerDelta(i, e.args[0]),
            places=lambda e: [e.args],
            of=NONE,
            total=True,
        ),
    ),
)


class Components(MatrixNode):
    """Components(e, i): the column whose i-th entry is e, for an index with a range."""

    @property
    def shape(self) -> tuple[Any, Any]:
        index = self.args[1]
        return (index.upper - index.lower + 1, sp.S.One)


def _over_index(e: Any) -> str:
    """What is wrong with the index that the entries run over."""
    i = e.args[1]
    ranges = isinstance(i, sp.Idx) and i.upper is not None
    return "" if ranges else f"{i} is no index with a range: take indices(name, n)"


def _components_symbolic(read: Symbolic, e: Any) -> Any:
    body, i = e.args
    at = range(read.size(i.lower), read.size(i.upper) + 1)
    made = [number(read.within({i: sp.Integer(k)})(body)) for k in at]
    return sp.ImmutableMatrix(made)


def _components_numeric(read: Numeric, e: Any) -> Any:
    body, i = e.args
    at = range(read.count(i.lower), read.count(i.upper) + 1)
    return np.array([[measured_number(read.within({i: float(k)})(body))] for k in at])


def _components_latex(book: Book, e: Any) -> Tex:
    entry, index = e.args
    low, high = book.small(index.lower), book.small(index.upper)
    ends = f"_{{{book.small(index)}={low}}}^{{{high}}}"
    return Tex(f"{bracket(book.tex(entry))}{ends}", POWER)


def _components_entry(e: Any, i: Any, j: Any) -> Any:
    body, index = e.args
    return put(body, index, i) if index.lower == 1 else None


declare(
    Components,
    Declaration(
        amiss=each(takes(2), _over_index),
        symbolic=_components_symbolic,
        numeric=_components_numeric,
        latex=_components_latex,
        states=slice(1),
        binds=lambda e: (e.args[1],),
        indexed=Indexed(entry=_components_entry),
    ),
)
