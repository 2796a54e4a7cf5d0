"""Which parts of a term may lack a value: divisors, logarithms, roots, and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

import sympy as sp

from .binding import free, put, put_all
from .declaration import indexed
from .node import dims, is_matrix
from .nodes import Entry, Partial
from .nodes.notation import meaning
from .wellformed import SUMS, Range, expanded

Sign = Callable[[Any], bool]


class Risk(NamedTuple):
    """A number that is divided by, or a part that has a value only sometimes.

    indices: what stands in it for indices of the sums around it, each with its range:
    it is there for all their values.  A sum of no term has no value.
    """

    indices: tuple[tuple[Any, Range], ...]
    divides: bool
    term: Any


def risks(e: Any, is_positive: Sign, around: Any = None) -> Iterator[Risk]:
    """Every risk in a term; a node of which nothing is known is one as a whole.

    around: for each index bound around e, what stands for it and its range.
    """
    own = dict(around or {})
    if isinstance(e, SUMS):
        for k, *ends in e.limits:
            own[k] = _index(expanded(ends), len(own)), expanded(ends)
        meant = e.function
    else:
        meant = None if _is_total(e) else _meant(e, own)
    if meant is not None:
        yield from risks(meant, is_positive, own)
        return
    base = e.args[0] if isinstance(e, (sp.Pow, sp.log)) else None
    safe = base is not None and is_positive(base)
    if isinstance(e, sp.Pow) and not (safe or _is_natural(e.exp, own)):
        yield _risk(own, True, base)
    if not (safe or _has_value(e)):
        yield _risk(own, False, e)
    for a in e.args if indexed(e).total or base is not None else ():
        yield from risks(a, is_positive, own)


def _is_total(e: Any) -> bool:
    return indexed(e.args[0] if isinstance(e, Entry) else e).total


def _meant(e: Any, own: dict[Any, Any]) -> Any:
    """What a node means, of a matrix at every place, which are added to the indices."""
    if not is_matrix(e):
        return meaning(e)
    places: list[Any] = []
    for n in dims(e):
        ends = (sp.S.One, n)
        places.append(k := sp.S.One if n == 1 else _index(ends, len(own)))
        own.update({} if n == 1 else {k: (k, ends)})
    return meaning(Entry(e, *places))


def _has_value(e: Any) -> bool:
    """Whether a node has a value wherever its arguments have, 0 not divided by."""
    if isinstance(e, Partial):
        return _is_smooth(e.args[0])
    return indexed(e).total or (isinstance(e, sp.Pow) and bool(e.exp.is_integer))


def _is_natural(exponent: Any, own: dict[Any, Any]) -> bool:
    """Whether an exponent is never below 0 within the ranges of the indices in it."""
    if exponent.is_positive:
        return True
    for k in reversed(own):
        _, (low, high) = own[k]
        slope = sp.diff(exponent, k)
        exponent = put(exponent, k, high if slope.is_negative else low)
        if not slope.is_Rational:
            return False
    return bool(exponent.is_integer and exponent.is_nonnegative)


def _is_smooth(e: Any) -> bool:
    """Whether it has a value and derivatives wherever its names have values."""
    known = indexed(e)
    smooth = isinstance(e, (sp.Number, Entry)) or (known.total and known.slope)
    return bool(smooth) and all(map(_is_smooth, e.args[known.of or slice(0)]))


def _risk(own: dict[Any, Any], divides: bool, e: Any) -> Risk:
    term = put_all(e, {k: index for k, (index, _) in own.items()})
    held = tuple(pair for pair in own.values() if pair[0] in free(term))
    return Risk(held, divides, term)


@lru_cache(maxsize=1024)
def _index(ends: Range, number: int) -> Any:
    return sp.Dummy(integer=True)
