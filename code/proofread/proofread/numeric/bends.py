"""Where an expression has kinks as a random number in it runs."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..binding import free
from ..declaration import indexed
from ..scope import reach
from .apart import running
from .entries import Entry, held_at
from .kinks import gaps, require_few_steps, turns
from .reader import Numeric


def bends(read: Numeric, nodes: Any, e: Any, entry: Entry) -> list[float]:
    """Where what is summed has kinks as one random number in it runs."""
    key, place, _ = entry
    bound = running(inner := reach(e, read.definitions))
    indices = dict.fromkeys(
        bound.intersection(_taken(inner, key).values()), sum(place) + 1
    )

    def at(v: float) -> dict[Any, Any]:
        return held_at([entry], ((v, 0.0),)) | indices

    require_few_steps(read, e, at, nodes)
    bent = [gap for gap in gaps(read, e, key) if _moving(read, gap, entry, bound)]
    return [v for gap in bent for v in turns(read, gap, at, nodes)]


def _taken(near: set[Any], key: Any) -> dict[Any, Any]:
    """The entries of a sample or of a vector among some nodes, and their places."""
    found = {
        q: q.indices[0] for q in near if isinstance(q, sp.Indexed) and q.base == key
    }
    for q in near:
        if q.args[:1] == (key,) and (places := indexed(q).places):
            found[q] = next(iter(places(q)))[0]
    return found


def require_single(read: Numeric, entries: list[Entry], e: Any) -> None:
    """ValueError where the place of a kink depends on two random numbers."""
    bound = running(reach(e, read.definitions))
    for gap in set[Any]().union(*(gaps(read, e, key) for key, *_ in entries)):
        moving = {q for entry in entries for q in _moving(read, gap, entry, bound)}
        if len(moving) > 1 and not all(law.discrete for *_, law in moving):
            raise ValueError(f"the mean of what has a kink where {gap} changes sign")


def _moving(read: Numeric, gap: Any, entry: Entry, bound: set[Any]) -> list[Any]:
    """Where a gap takes a random number: at its place, or wherever an index of sums is.

    bound: the indices of sums.  A sum within the gap takes every number of a sample.
    """
    key, at, law = entry
    near = reach(gap, read.definitions)
    if key not in near:
        return []
    taken = _taken(near, key)
    alone = gap.xreplace({q: sp.Dummy() for q in taken})
    whole = key in reach(alone, read.definitions) and not isinstance(
        key, sp.IndexedBase
    )
    if whole or not running(near).isdisjoint(free(sp.Tuple(*taken.values()))):
        return [entry]
    everywhere = {k for k in taken.values() if not bound.isdisjoint(free(k))}
    fixed = set(taken.values()) - everywhere
    here = [entry] if any(read.count(k) - 1 == at[0] for k in fixed) else []
    return [*here, *((key, k, law) for k in everywhere)]
