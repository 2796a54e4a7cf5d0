"""The two claims that show an equation for every number from 1 on."""

from __future__ import annotations

from typing import Any, NamedTuple

import sympy as sp

from .binding import put
from .claim import Claim
from .nodes import equal
from .wellformed import IllFormed
from .wellposed import is_index


class Cases(NamedTuple):
    """An equation for 1, and for n + 1 where it is taken as given for n.

    general: its sides for n.
    """

    general: tuple[Any, Any]
    first: Claim
    onward: Claim


def cases(claim: Claim, sides: tuple[Any, Any], k: Any, n: Any) -> Cases:
    """What shows an equation for the number k, under what a claim takes as given.

    n is new.  Raises IllFormed where k is no positive integer, or n not new.
    """
    if not all(is_index(s) and s.is_positive for s in (k, n)):
        raise IllFormed(f"{k} and {n} do not count")
    parts = sp.Tuple(*claim.expressions(), *sides)
    if n in {*parts.free_symbols, *parts.atoms()}:
        raise IllFormed(f"{n} is not new")
    first, general, onward = (
        tuple(put(e, k, at) for e in sides) for at in (sp.S.One, n, n + 1)
    )
    given = (*claim.given, equal(*general))
    return Cases(
        general,
        _instead(claim, first, claim.given),
        _instead(claim, onward, given),
    )


def _instead(claim: Claim, sides: tuple[Any, Any], given: tuple[Any, ...]) -> Claim:
    """Another equation, of the same names, with no sizes that are stated."""
    lhs, rhs = sides
    return claim.changed(lhs=lhs, rhs=rhs, given=given, sizes={}, relation="=")
