"""Matrix symbols and their entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from ...declaration import NONE, Declaration, Indexed, Name, declare
from ...numeric.reader import Numeric
from ...numeric.sources import Source, array_from
from ...printing.binding import Tex
from ...printing.book import Book
from ...printing.names import spell, subscript
from ...symbolic.names import at_point, matrix_entries
from ...symbolic.reader import Symbolic
from ..entries import Entry
from ..notation import by_place


def _matrix_symbolic(read: Symbolic, e: Any) -> Any:
    return at_point(read, e, matrix_entries(read, e))


def _matrix_draw(
    source: Source, e: Any, domain: Any, size: Callable[[Any], int]
) -> Any:
    return array_from(source, (size(e.rows), size(e.cols)), domain)


def _matrix_slope(e: Any, by: Any) -> Any:
    """Of an entry by another of the same matrix."""
    own = isinstance(by, Entry) and by.args[0] == e.args[0]
    return by_place(e.args[1:], by.args[1:]) if own else None


declare(
    sp.MatrixSymbol,
    Declaration(
        symbolic=_matrix_symbolic,
        latex=lambda book, e: spell(e.name, bold=True).tex(),
        states=slice(0),
        lengths=lambda e: e.shape,
        slips=lambda e: iter([("transpose", sp.Transpose(e))]),
        name=Name(lambda e: ("matrix", e.shape), draw=_matrix_draw),
        indexed=Indexed(slope=_matrix_slope, of=NONE, total=True),
    ),
)


def _element_symbolic(read: Symbolic, e: Any) -> Any:
    at = read.size(e.i), read.size(e.j)
    if min(at) < 0:
        raise IndexError(f"{e} has an index below 1")
    return read(e.parent)[at]


def _element_numeric(read: Numeric, e: Any) -> Any:
    at = read.count(e.i), read.count(e.j)
    if min(at) < 0:
        raise IndexError(f"{e} has an index below 1")
    return read(e.parent)[at]


def _element_latex(book: Book, e: Any) -> Tex:
    """SymPy counts entries from 0, a book from 1."""
    places = [book.small(place + 1) for place in (e.i, e.j)]
    if e.parent.cols == 1:
        places = [] if e.parent.rows == 1 else places[:1]
    if isinstance(e.parent, sp.MatrixSymbol):
        return spell(e.parent.name).tex(*places)
    if not places:
        return book.tex(e.parent)
    return Tex(f"{book.closed(e.parent)}_{{{subscript(*places)}}}")


declare(
    MatrixElement,
    Declaration(
        symbolic=_element_symbolic,
        numeric=_element_numeric,
        latex=_element_latex,
        states=slice(1, None),
        indexed=Indexed(
            value=lambda e: Entry(e.parent, e.i + 1, e.j + 1),
            places=lambda e: zip((e.i + 1, e.j + 1), e.parent.shape, strict=True),
            of=slice(1),
            total=True,
        ),
    ),
)
