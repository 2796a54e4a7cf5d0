"""A column or a row of a matrix, counted from one."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..arguments import at_place, each, of_matrix, takes
from ..declaration import Declaration, Indexed, declare
from ..node import MatrixNode, dims
from ..numeric.reader import Numeric
from ..printing.binding import Tex
from ..printing.book import Book
from ..printing.names import spell
from ..slips import off_by_one
from ..symbolic.reader import Symbolic
from .entries import Entry


class Column(MatrixNode):
    """Column(A, j): the j-th column, j from 1."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, sp.S.One)


def position(count: int, index: Any) -> int:
    """The position of what is counted from one; there is no zeroth."""
    if count < 1:
        raise IndexError(f"{index} is below 1")
    return count - 1


def _column_symbolic(read: Symbolic, e: Any) -> Any:
    matrix, j = e.args
    return read(matrix)[:, position(read.size(j), j)]


def _column_numeric(read: Numeric, e: Any) -> Any:
    matrix, j = e.args
    return read(matrix)[:, [position(read.count(j), j)]]


def _column_latex(book: Book, e: Any) -> Tex:
    matrix, place = e.args
    if isinstance(matrix, sp.MatrixSymbol) and matrix.name[:2].strip("_").isupper():
        name = matrix.name[0].lower() + matrix.name[1:]
        return spell(name, bold=True).tex(book.small(place))
    return Tex(f"{book.closed(matrix)}_{{:,{book.small(place)}}}")


declare(
    Column,
    Declaration(
        amiss=each(takes(2), of_matrix(), at_place(1)),
        symbolic=_column_symbolic,
        numeric=_column_numeric,
        latex=_column_latex,
        slips=off_by_one,
        indexed=Indexed(
            entry=lambda e, i, j: Entry(e.args[0], i, e.args[1]),
            places=lambda e: [(e.args[1], dims(e.args[0])[1])],
            of=slice(1),
            total=True,
        ),
    ),
)


class Row(MatrixNode):
    """Row(A, i): the i-th row, as a 1-by-n matrix, i from 1."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (sp.S.One, self.args[0].cols)


def _row_symbolic(read: Symbolic, e: Any) -> Any:
    matrix, i = e.args
    return read(matrix)[position(read.size(i), i), :]


def _row_numeric(read: Numeric, e: Any) -> Any:
    matrix, i = e.args
    return read(matrix)[[position(read.count(i), i)], :]


def _row_latex(book: Book, e: Any) -> Tex:
    return Tex(f"{book.closed(e.args[0])}_{{{book.small(e.args[1])},:}}")


declare(
    Row,
    Declaration(
        amiss=each(takes(2), of_matrix(), at_place(1)),
        symbolic=_row_symbolic,
        numeric=_row_numeric,
        latex=_row_latex,
        slips=off_by_one,
        indexed=Indexed(
            entry=lambda e, i, j: Entry(e.args[0], e.args[1], j),
            places=lambda e: [(e.args[1], dims(e.args[0])[0])],
            of=slice(1),
            total=True,
        ),
    ),
)
