"""Indexed symbols, and the bases that they are entries of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import sympy as sp

from ...arguments import numbers
from ...declaration import NONE, Declaration, Indexed, Name, declare
from ...distributions import law_of
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...numeric.sources import Source, array_from
from ...printing.binding import Tex
from ...printing.book import Book
from ...printing.names import spell
from ...symbolic.names import indexed_entry
from ...symbolic.reader import Symbolic
from ..notation import by_place

Size = Callable[[Any], int]


def _base_draw(source: Source, e: Any, domain: Any, size: Size) -> Any:
    """An array of its shape; one without a shape is defined entry by entry."""
    if e.shape is None:
        return None
    return array_from(source, tuple(map(size, e.shape)), domain, e.label)


declare(
    sp.IndexedBase,
    Declaration(
        symbolic=lambda read, e: e,
        latex=lambda book, e: spell(str(e.label)).tex(),
        states=slice(0),
        labels=lambda e: (e.label,),
        lengths=lambda e: e.shape or (),
        name=Name(lambda e: ("entry", len(e.shape or (1,))), draw=_base_draw),
        indexed=Indexed(of=NONE, total=True),
    ),
)


def _indexed_symbolic(read: Symbolic, e: Any) -> Any:
    made = indexed_entry(read, e)
    if law := law_of(e.base):
        read.distributions[made] = law
    return made


def _indexed_numeric(read: Numeric, e: Any) -> Any:
    at = tuple(read.count(k) for k in e.indices)
    if e.base in read.values:
        if min(at) < 1:
            raise IndexError(f"{e} has an index below 1")
        return read.values[e.base][tuple(i - 1 for i in at)]
    if found := read.definitions.lookup(e.base[at]):
        value, bound = found
        values = {k: float(v) for k, v in bound.items()}
        return measured.number(read.within(values)(value))
    raise LookupError(f"{e} has no value: give {e.base} a shape")


def _indexed_latex(book: Book, e: Any) -> Tex:
    return spell(str(e.base.label)).tex(*map(book.small, e.indices))


def _indexed_peer(e: Any) -> Any:
    kind = "random entry" if law_of(e.base) else "entry"
    return kind, len(e.indices)


def _indexed_places(e: Any) -> Iterable[tuple[Any, Any]]:
    return zip(e.indices, e.base.shape, strict=True) if e.base.shape else ()


def _indexed_slope(e: Any, by: Any) -> Any:
    own = isinstance(by, sp.Indexed) and by.base == e.base
    return by_place(e.indices, by.indices) if own else None


declare(
    sp.Indexed,
    Declaration(
        symbolic=_indexed_symbolic,
        numeric=_indexed_numeric,
        latex=_indexed_latex,
        amiss=lambda e: numbers(*e.indices),
        states=slice(1, None),
        name=Name(
            _indexed_peer,
            lambda e, other: getattr(other, "base", other)[e.indices],
        ),
        indexed=Indexed(
            slope=_indexed_slope, places=_indexed_places, of=NONE, total=True
        ),
    ),
)
