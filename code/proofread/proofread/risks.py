"""Which parts of a term may lack a value: divisors, logarithms, roots, and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import sympy as sp

from .binding import free, put, put_all
from .claim import Claim
from .declaration import declared, indexed
from .node import dims, is_matrix
from .nodes import Entry, Partial, PositiveDefinite, Relation
from .nodes.notation import meaning, unfolded
from .scope import reach
from .wellformed import SUMS, Range, Ranges, limits_of

PLAIN = (sp.Symbol, sp.MatrixSymbol)
Sign = Callable[[Any], bool]


class Risk(NamedTuple):
    """A number that is divided by, or a part that has a value only sometimes.

    indices: what stands in it for indices of the sums around it, each with its range:
    it is there for all their values.  A sum of no term has no value.
    """

    indices: tuple[tuple[Any, Range], ...]
    divides: bool
    term: Any


def risks(e: Any, positive: Sign, ranges: Ranges, around: Any = None) -> Iterator[Risk]:
    """Every risk in a term; a node of which nothing is known is one as a whole.

    around: for each index around e, by what stands for it, the index and its range.
    """
    own = dict(around or {})
    if isinstance(e, SUMS):
        spans = ((b - a, (k, a, b)) for k, a, b in e.limits)
        unsure = [limit for span, limit in spans if not span.is_nonnegative]
        yield from (_risk(own, False, sp.Sum(1, limit)) for limit in unsure)
    meant = _meant(e, ranges, own)
    if meant is not None:
        yield from risks(meant, positive, ranges, own)
        return
    base = e.args[0] if isinstance(e, (sp.Pow, sp.log)) else None
    safe = base is not None and positive(base)
    if isinstance(e, sp.Pow) and not (safe or _is_natural(e.exp, own)):
        yield _risk(own, True, base)
    if not (safe or _has_value(e)):
        yield _risk(own, False, e)
    opened = indexed(e).total or base is not None or isinstance(e, sp.MatPow)
    named = isinstance(e, sp.IndexedBase)  # its shape is part of its name
    for a in e.args if opened and not named else ():
        yield from risks(a, positive, ranges, own)


def valued(claim: Claim) -> list[Any]:
    """What has a value wherever the sides of a claim have: they, and what names are.

    Names are left out where something is told by cases.  The sides of a hypothesis
    have values where it holds.
    """
    nodes = reach(sp.Tuple(*claim.sides), claim.definitions)
    cases = any(isinstance(q, sp.Piecewise) for q in nodes)
    above = [unfolded(u) for h in claim.given for u in _never_zero(h)]
    plain = {k: v for k, v in claim.where if isinstance(k, PLAIN) and not cases}
    named = (v for k, v in plain.items() if k in nodes)
    inverses = (q for h in claim.given for q in inverses_given(h))
    equals = (h for h in claim.given if isinstance(h, Relation) and h.op == "=")
    held = (side for h in equals for side in (h.lhs, h.rhs))
    return [*claim.sides, *named, *(1 / u for u in above), *inverses, *held]


def inverses_given(h: Any) -> Iterator[Any]:
    """The inverse that exists by a hypothesis."""
    if isinstance(h, PositiveDefinite):
        yield sp.Inverse(h.symbol)
    for u in _never_zero(h):
        if isinstance(u, sp.Determinant):
            yield sp.Inverse(u.arg)


def _never_zero(h: Any) -> Iterator[Any]:
    """What a hypothesis says is more or less than 0; of a root, what it is of."""
    if isinstance(h, Relation) and h.op in ("<", ">") and 0 in (h.lhs, h.rhs):
        yield h.lhs + h.rhs
        yield from (q.base for q in [unfolded(h.lhs + h.rhs)] if _is_root(q))


def _is_root(e: Any) -> bool:
    return isinstance(e, sp.Pow) and bool(e.exp.is_positive)


def _meant(e: Any, ranges: Ranges, own: dict[Any, Any]) -> Any:
    """What a sum adds, and what a node means, of a matrix at every place.

    The indices and places are added to the own, each by another name.
    """
    if isinstance(e, SUMS):
        for n, (k, ends) in enumerate(limits_of(e).items()):
            own[ranges.name(ends, ("risk", len(own), n))] = k, ends
        return e.function
    if indexed(e.args[0] if isinstance(e, Entry) else e).total:
        return None
    places, number = list[Any](), len(own)
    for n in dims(e) if is_matrix(e) else ():
        k = ranges.name((sp.S.One, n), ("risk", number, len(places)))
        places.append(k if n != 1 else n)
        own |= {k: (k, (sp.S.One, n))} if n != 1 else {}
    return meaning(Entry(e, *places) if places else e)


def _has_value(e: Any) -> bool:
    """Whether a node has a value wherever its arguments have, 0 not divided by."""
    if isinstance(e, Partial):
        return _is_smooth(e.args[0])
    if isinstance(e, sp.MatPow):
        return bool(e.exp.is_integer and e.exp.is_positive)
    return indexed(e).total or (isinstance(e, sp.Pow) and bool(e.exp.is_integer))


def _is_natural(exponent: Any, own: dict[Any, Any]) -> bool:
    """Whether an exponent is never below 0 within the ranges of the indices in it."""
    if exponent.is_positive:
        return True
    for k, (low, high) in reversed(own.values()):
        slope = sp.diff(exponent, k)
        exponent = put(exponent, k, high if slope.is_negative else low)
        if not slope.is_Rational:
            return False
    return bool(exponent.is_integer and exponent.is_nonnegative)


def _is_smooth(e: Any) -> bool:
    """Whether it has a value and derivatives wherever its names have values."""
    known, bends = indexed(e), declared(e).bends
    smooth = isinstance(e, (sp.Number, Entry)) or (known.slope and not bends)
    smooth = smooth and known.total
    return bool(smooth) and all(map(_is_smooth, e.args[known.of or slice(0)]))


def _risk(own: dict[Any, Any], divides: bool, e: Any) -> Risk:
    term = put_all(unfolded(e), {k: index for index, (k, _) in own.items()})
    held = tuple((k, ends) for k, (_, ends) in own.items() if k in free(term))
    return Risk(held, divides, term)
