"""Sums and products over an index, and integrals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from ...arguments import numbers
from ...binding import free
from ...declaration import Declaration, Indexed, declare
from ...numeric import reader as measured
from ...numeric.products import combined as measured_combined
from ...numeric.quadrature import series
from ...numeric.reader import Numeric
from ...printing.binding import OPEN, PRODUCT, Tex
from ...printing.book import Book
from ...slips import Slip
from ...symbolic.products import combined
from ...symbolic.reader import Symbolic, Undecided, number
from ...work import INTEGRAL, spend_on
from ..entries import Entry, Partial
from .ends import multiplied_equations, one_term, summed_equations


def running(e: Any) -> tuple[Any, ...]:
    """The variables that run, innermost first."""
    return tuple(limit[0] for limit in e.limits)


def _bounds(e: Any) -> tuple[Any, ...]:
    return tuple(b for _, *bounds in e.limits for b in bounds)


def outermost(e: Any) -> tuple[Any, Any]:
    """The outermost limit, and the body with the limits inside that one."""
    *inner, outer = e.limits
    return outer, e.func(e.function, *inner) if inner else e.function


def _total_symbolic(read: Symbolic, e: Any) -> Any:
    (k, low, high), body = outermost(e)
    low, high = read(low), read(high)
    if not (low.is_Integer and high.is_Integer):
        return _closed_form(read, e.func, body, (k, low, high))
    if high < low - 1:
        raise ValueError(f"empty range {low}..{high} of {k}")
    at = range(low, high + 1)
    terms = [number(read.within({k: sp.Integer(v)})(body)) for v in at]
    return combined(terms, adding=isinstance(e, sp.Sum))


def _closed_form(read: Symbolic, kind: Any, body: Any, limit: Any) -> Any:
    k, low, high = limit
    counter = sp.Symbol(k.name, integer=True, nonnegative=True)
    term = read.within({k: counter})(body)
    spend_on(term, INTEGRAL)
    closed = kind(term, (counter, low, high)).doit()
    if closed.has(sp.Sum, sp.Product):
        raise Undecided("no closed form of a sum found")
    return closed


def _total_numeric(read: Numeric, e: Any) -> Any:
    (k, low, high), body = outermost(e)

    def term(v: int) -> Any:
        return measured.number(read.within({k: float(v)})(body))

    if high == sp.oo:
        return series(term, read.count(low))
    start, stop = read.count(low), read.count(high)
    if stop < start - 1:
        raise ValueError(f"empty range {start}..{stop} of {k}")
    terms = list(map(term, range(start, stop + 1)))
    return measured_combined(terms, adding=isinstance(e, sp.Sum))


def _total_latex(book: Book, e: Any) -> Tex:
    sign = r"\sum" if isinstance(e, sp.Sum) else r"\prod"
    limits = e.limits if _independent(e.limits) else e.limits[::-1]
    signs = " ".join(sign + _range(book, limit) for limit in limits)
    return Tex(f"{signs} {book.within(e.function, PRODUCT)}", OPEN)


def _independent(limits: Any) -> bool:
    indices = {limit[0] for limit in limits}
    return not any(end.has(*indices) for limit in limits for end in limit[1:])


def _range(book: Book, limit: Any) -> str:
    if len(limit) == 1:
        return f"_{{{book.small(limit[0])}}}"
    index, low, high = map(book.small, limit)
    return f"_{{{index}={low}}}^{{{high}}}"


def bound_slips(e: Any) -> Iterator[Slip]:
    """Bounds of the innermost limit off by one."""
    f, (k, low, high), *more = e.args
    if low.is_finite:
        yield "lower bound", e.func(f, sp.Tuple(k, low + 1, high), *more)
    if high.is_finite:
        yield "upper bound", e.func(f, sp.Tuple(k, low, high - 1), *more)


def _total_slips(other: Any) -> Callable[[Any], Iterator[Slip]]:
    def told(e: Any) -> Iterator[Slip]:
        f, (k, low, high), *more = e.args
        yield from bound_slips(e)
        if high.is_finite:
            inner = f.xreplace({k: low})
            yield "drop sum", e.func(inner, *more) if more else inner
        yield "sum to product", other(*e.args)

    return told


def _total_entry(e: Any, i: Any, j: Any) -> Any:
    """The sum of the entries, of a sum of matrices."""
    apart = {i, j}.isdisjoint(running(e))
    return sp.Sum(Entry(e.function, i, j), *e.limits) if apart else None


def _total_slope(e: Any, by: Any) -> Any:
    """The sum of the slopes, of a sum over finitely many."""
    finite = all(b.is_finite is not False for b in _bounds(e))
    apart = free(by).isdisjoint(running(e))
    return sp.Sum(Partial(e.function, by), *e.limits) if finite and apart else None


MULTIPLIED = Indexed(
    equations=multiplied_equations, value=one_term, of=slice(1), total=True
)
SUMMED = Indexed(
    entry=_total_entry,
    slope=_total_slope,
    equations=summed_equations,
    value=one_term,
    of=slice(1),
    total=True,
)
for kind, other in ((sp.Sum, sp.Product), (sp.Product, sp.Sum)):
    declare(
        kind,
        Declaration(
            symbolic=_total_symbolic,
            numeric=_total_numeric,
            latex=_total_latex,
            amiss=lambda e: numbers(*_bounds(e)),
            rank=8,
            states=slice(1),
            binds=running,
            lengths=_bounds,
            slips=_total_slips(other),
            indexed=SUMMED if kind is sp.Sum else MULTIPLIED,
        ),
    )
