"""Entries, and derivatives by entries: what a matrix is made of in index notation."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ..declaration import Declaration, declare
from ..methods import Method
from ..node import ScalarNode
from ..numeric.reader import Numeric
from ..numeric.reader import number as measured_number
from ..printing.binding import ATOM, OPEN, POWER, Tex, bracket
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


def _places(book: Book, matrix: Any, at: tuple[Any, ...]) -> list[str]:
    """The indices to show: of a column the first alone."""
    shown = [book.small(place) for place in at]
    rows, columns = getattr(matrix, "shape", (None, None))
    if columns == 1:
        return shown[: 0 if rows == 1 else 1]
    return shown


def _entry_latex(book: Book, e: Any) -> Tex:
    matrix, *at = e.args
    places = _places(book, matrix, tuple(at))
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
    ),
)


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
    ),
)


class Slope(ScalarNode):
    """A derivative of a generic function by its own places, where it stands applied.

    Slope(φ(u), k): the k-th derivative of φ, at u.  Slope(f(X), i, j, …): the
    derivative of f by the entry (i, j) of its argument, and so on pair by pair, at X;
    f(X) is an `AppliedScalarFunction`, or an `Entry` of an `AppliedVectorFunction`.
    """


def _slope_numeric(read: Numeric, e: Any) -> Any:
    f, *places = e.args
    if isinstance(f, AppliedUndef):
        held: Any = sp.Dummy("t", real=True)
        (order,), (at,) = places, f.args
        slope = sp.Derivative(f.func(held), (held, order))
        return read.within({held: measured_number(read(at))})(slope)
    argument = applied(f).args[1]
    name = sp.MatrixSymbol(sp.Dummy("X").name, *argument.shape)
    slope = f.xreplace({argument: name})
    for i, j in zip(places[::2], places[1::2], strict=True):
        slope = Partial(slope, Entry(name, i, j))
    return read.within({name: read(argument)})(slope)


def applied(f: Any) -> Any:
    """The generic function of a vector or matrix that f is, or is a component of."""
    return f.args[0] if isinstance(f, Entry) else f


def _slope_latex(book: Book, e: Any) -> Tex:
    f, *places = e.args
    if isinstance(f, AppliedUndef):
        primes = "'" * int(places[0])
        shown = f"{book.function_name(f.func)}{primes}{book.arguments(f.args)}"
        return Tex(shown, ATOM)
    argument = applied(f).args[1]
    pairs = zip(places[::2], places[1::2], strict=True)
    marks = "".join(
        rf"\partial_{{{subscript(*_places(book, argument, pair))}}} " for pair in pairs
    )
    return Tex(f"{marks}{book.tex(f)}", POWER)


declare(
    Slope,
    Declaration(
        numeric=_slope_numeric,
        latex=_slope_latex,
        measured=Method.COMPLEX_STEP,
        states=slice(1),
        rank=4,
        wordy=False,
    ),
)
