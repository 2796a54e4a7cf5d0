"""Entries, and derivatives by entries: what a matrix is made of in index notation."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ..declaration import Declaration, Indexed, declare
from ..distributions import Random
from ..methods import Method
from ..node import ScalarNode, dims
from ..numeric.reader import Numeric
from ..numeric.reader import number as measured_number
from ..printing.binding import ATOM, OPEN, Tex, bracket
from ..printing.book import Book
from ..printing.names import spell, subscript


class Entry(ScalarNode):
    """Entry(A, i, j): the number in row i and column j of A, both counted from 1."""


def _entry_numeric(read: Numeric, e: Any) -> Any:
    matrix, *at = e.args
    i, j = map(read.count, at)
    if min(i, j) < 1:
        raise IndexError(f"{e} has an index below 1")
    return np.asarray(read(matrix))[i - 1, j - 1]


def shown_places(book: Book, matrix: Any, at: tuple[Any, ...]) -> list[str]:
    """The indices to show: of a column the first alone."""
    shown = [book.small(place) for place in at]
    rows, columns = getattr(matrix, "shape", (None, None))
    if columns == 1:
        return shown[: 0 if rows == 1 else 1]
    return shown


def _entry_latex(book: Book, e: Any) -> Tex:
    matrix, *at = e.args
    places = shown_places(book, matrix, tuple(at))
    if isinstance(matrix, sp.MatrixSymbol):
        return spell(matrix.name).tex(*places)
    if not places:
        return book.tex(matrix)
    name = book.closed(matrix)
    if "_{" in name and name.endswith("}"):  # no second subscript beside the first
        name = bracket(name)
    return Tex(f"{name}_{{{subscript(*places)}}}", ATOM)


declare(
    Entry,
    Declaration(
        numeric=_entry_numeric,
        latex=_entry_latex,
        states=slice(1, None),
        rank=3,
        wordy=False,
        indexed=Indexed(
            places=lambda e: zip(e.args[1:], dims(e.args[0]) or (1, 1), strict=True),
            of=slice(1),
            total=True,
        ),
    ),
)


def name_of(at: Any) -> Any:
    """The name whose entry is derived by."""
    if isinstance(at, Entry):
        return at.args[0]
    return at.base if isinstance(at, sp.Indexed) else at


def _is_by_a_name(e: Any) -> bool:
    """Whether a number is derived by an entry of a name, or by a symbol."""
    f, by = e.args
    name = name_of(by)
    counted = isinstance(name, sp.Idx) or (name.is_Symbol and name.is_integer)
    kind = sp.MatrixSymbol if isinstance(by, Entry) else (sp.Symbol, sp.IndexedBase)
    known = isinstance(name, kind) and not isinstance(name, Random) and not counted
    return known and dims(f) in ((), (1, 1))


class Partial(ScalarNode):
    """Partial(f, at): the derivative of f by one entry, all other entries held.

    at: an `Entry` of a matrix symbol, an indexed symbol, or a symbol.  What f depends
    on by way of definitions moves with it; what defines the name itself does not count.
    """


def _partial_numeric(read: Numeric, e: Any) -> Any:
    f, by = e.args
    name, *at = by.args if isinstance(by, Entry) else (by, *getattr(by, "indices", ()))
    reader, key = read.holding(name)
    places = tuple(read.count(k) - 1 for k in at)
    return reader.slope(lambda r: measured_number(r(f)), key, places)[()]


def _partial_latex(book: Book, e: Any) -> Tex:
    f, by = e.args
    below = rf"\frac{{\partial}}{{\partial {book.tex(by)}}}"
    return Tex(rf"{below} {book.body(f)}", OPEN)


declare(
    Partial,
    Declaration(
        numeric=_partial_numeric,
        latex=_partial_latex,
        measured=Method.COMPLEX_STEP,
        states=slice(1),
        fits=_is_by_a_name,
        indexed=Indexed(of=slice(1), varied=lambda e: [name_of(e.args[1])]),
    ),
)
