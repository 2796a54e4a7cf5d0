"""Derivatives of generic functions by their own places."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..declaration import Declaration, Equation, Indexed, declare
from ..methods import Method
from ..node import ScalarNode, dims
from ..numeric.reader import Numeric
from ..numeric.reader import number as measured_number
from ..printing.binding import ATOM, POWER, Tex
from ..printing.book import Book
from ..printing.names import subscript
from .entries import Entry, Partial, shown_places
from .notation import over


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
        rf"\partial_{{{subscript(*shown_places(book, argument, pair))}}} "
        for pair in pairs
    )
    return Tex(f"{marks}{book.tex(f)}", POWER)


def _is_of_number(e: Any) -> bool:
    return isinstance(e.args[0], AppliedUndef)


def _slope_places(e: Any) -> Iterator[tuple[Any, Any]]:
    if not _is_of_number(e):
        lengths = itertools.cycle(dims(applied(e.args[0]).args[1]))
        yield from zip(e.args[1:], lengths, strict=False)


def _slope_orders(e: Any) -> Iterator[Equation]:
    """The same derivatives in every other order."""
    f, *places = e.args
    pairs = list(zip(places[::2], places[1::2], strict=False))
    for order in itertools.permutations(pairs) if len(pairs) < 6 else ():
        yield Equation(e, Slope(f, *itertools.chain.from_iterable(order)))


def slope_of_generic(f: Any, places: Iterable[Any], at: Any) -> Any:
    """One derivative more, by every place of the argument, times that of the place."""
    u = applied(f).args[1]
    return over(u, lambda k, q: Slope(f, *places, k, q) * Partial(Entry(u, k, q), at))


def _slope_of_slope(e: Any, at: Any) -> Any:
    f, *places = e.args
    if _is_of_number(e):
        return Slope(f, sum(places, sp.S.One)) * Partial(f.args[0], at)
    return slope_of_generic(f, places, at)


declare(
    Slope,
    Declaration(
        numeric=_slope_numeric,
        latex=_slope_latex,
        measured=Method.COMPLEX_STEP,
        states=slice(1),
        rank=4,
        wordy=False,
        indexed=Indexed(
            slope=_slope_of_slope,
            places=_slope_places,
            equations=_slope_orders,
            of=slice(1),
            total=True,
        ),
    ),
)
