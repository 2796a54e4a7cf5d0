"""Sums that are made as long as others by a term at an end, or read from either end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..binding import put
from ..declaration import said
from ..nodes import Relation
from .line import Found, Line


def match_ends(line: Line, other: Line) -> bool:
    """One sum in a line made longer by a term, if its like is a sum of either line."""
    known = {_shape(s) for each in (line, other) for s in _plain(each.term)}
    for s in _plain(line.term):
        if (parts := _parted(s, known)) is not None:
            line.take("ends of a sum", s, parts, backward=True)
            return True
        for made, longer in _longer(s):
            if _shape(longer) in known:
                line.take("ends of a sum", s, made)
                return True
    return False


def _longer(s: Any) -> Iterator[tuple[Any, Any]]:
    """A sum by another with one term more, and that one."""
    for equation in said(s):
        made = equation.right
        for q in () if equation.sure else _plain(made):
            if q.function == s.function:
                yield made, q


def _parted(s: Any, known: set[Any]) -> Any:
    """A sum in two, if its like from a later start is a sum of either line."""
    k, low, high = s.limits[0]
    mine = _shape(s)[0]
    for body, start, end in sorted(known, key=str):
        if body == mine and end == high and start - low not in (-1, 0, 1):
            first = sp.Sum(s.function, (k, low, start - 1))
            return first + sp.Sum(s.function, (k, start, high))
    return None


def peeled(line: Line, e: Any) -> Found | None:
    """A sum or product to n + 1 by that to n, of which a hypothesis says something."""
    if not isinstance(e, (sp.Sum, sp.Product)) or len(e.limits) != 1:
        return None
    (k, low, high), f = e.limits[0], e.function
    if low != 1 or high - 1 not in _ends_given(line):
        return None
    shorter, last = e.func(f, (k, low, high - 1)), put(f, k, high)
    if isinstance(e, sp.Product):
        return "ends of a product", e, shorter * last
    one = sp.Sum(f, (k, high, high))
    line.take("ends of a sum", e, shorter + one, backward=True)
    return "definition", one, last


def _ends_given(line: Line) -> set[Any]:
    """The last values of the indices of sums and products that are given."""
    given = sp.Tuple(*(h for h in line.claim.given if isinstance(h, Relation)))
    return {s.limits[0][2] for s in given.atoms(sp.Sum, sp.Product)}


def write_out(line: Line) -> bool:
    """A sum over two places, both known by their numbers, as two terms."""
    for s in _plain(line.term):
        k, low, high = s.limits[0]
        if low.is_Integer and high == low + 1:
            terms = [sp.Sum(s.function, (k, at, at)) for at in (low, high)]
            line.take("ends of a sum", s, sp.Add(*terms), backward=True)
            for each in terms:
                line.take("definition", each, put(s.function, k, each.limits[0][1]))
            return True
    return False


def turn(line: Line) -> bool:
    """A sum, with one term more or none, that is 0 when it is read from either end."""
    for s in _plain(line.term):
        for made, q in ((s, s), *_longer(s)):
            zero = next((e.right for e in said(q) if _is_nothing(e.right)), None)
            if zero is not None:
                line.take("ends of a sum", s, made)
                line.take("reversal", q, zero)
                return True
    return False


def _is_nothing(e: Any) -> bool:
    return isinstance(e, sp.Sum) and e.function == 0


def _plain(e: Any) -> list[Any]:
    """The sums over one index in a term."""
    found = (s for s in e.atoms(sp.Sum) if len(s.limits) == 1)
    return sorted(found, key=str)


def _shape(s: Any) -> Any:
    """A sum with its index named in one way."""
    k, low, high = s.limits[0]
    mark = sp.Symbol("·", integer=True, positive=True)
    return s.function.xreplace({k: mark}), low, high
