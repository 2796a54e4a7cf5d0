"""What sizes have to satisfy, as it is read most easily."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import sympy as sp

from ..claim import Claim
from ..nodes import Relation
from ..relations import REVERSED


def turned(h: Relation) -> Relation:
    """The same relation with its sides exchanged."""
    return Relation(h.rhs, REVERSED.get(h.op, h.op), h.lhs)


def parted(e: Any) -> tuple[Any, Any]:
    """Two sums without a leading minus whose difference this is; a sum and a number."""
    number, rest = e.as_coeff_Add()
    terms = sp.Add.make_args(rest)
    minus = [t for t in terms if t.could_extract_minus_sign()]
    if not minus:
        return rest, -number
    plus = [t for t in (number, *terms) if t not in minus]
    return sp.Add(*plus), -sp.Add(*minus)


def sizes_that_suit(claims: Iterable[Claim]) -> Iterator[Relation]:
    """What sizes have to satisfy besides being positive: r ≤ min(n, d).

    What an inverse asks of them is left out: that it exists says more.
    """
    bounds: dict[tuple[Any, str], list[Any]] = {}
    for (low, high), room in _rooms(claims).items():
        if low == 0:
            yield Relation(high, ">=", -room)
            continue
        op, beyond = ("<", 1) if room < 0 else ("<=", 0)
        bounds.setdefault((low, op), []).append(high + room + beyond)
    for (low, op), highs in bounds.items():
        yield Relation(low, op, sp.Min(*highs))


def _rooms(claims: Iterable[Claim]) -> dict[tuple[Any, Any], Any]:
    """Pairs of sizes: how much less the first is at most than the second, negated."""
    found: dict[tuple[Any, Any], Any] = {}
    for fit in (fit for claim in claims for fit in claim.fits):
        room = sp.expand(fit.right - fit.left)
        if room.is_nonnegative or fit.why.startswith(("the inverse", "given")):
            continue
        number, rest = room.as_coeff_Add()
        high, low = parted(rest)
        found[low, high] = min(number, found.get((low, high), number))
    return found
