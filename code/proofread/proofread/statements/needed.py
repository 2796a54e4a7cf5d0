"""Definitions and hypotheses that a statement does without."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..claim import Claim
from ..judgments import NoValue
from ..measuring import at_edges, attack, holds, meets
from ..nodes import Property, Relation
from ..points import points
from ..relations import NEGATED


def idle_parts(claims: Iterable[Claim], own: Iterable[Any]) -> list[Any]:
    """The definitions and hypotheses without which each of the claims still holds."""
    claims = list(claims)
    return [part for part in own if all(_is_idle(c, part) for c in claims)]


def _is_idle(claim: Claim, part: Any) -> bool:
    """Whether a claim does without a part of it, also where that rules something out.

    An inequality is needed where the claim fails against it, and a property where it
    gives a value to what has none without.
    """
    less = _without(claim, part)
    if not holds(less):
        return False
    if isinstance(part, Property) and part in claim.given:
        return (at_edges(less) or not at_edges(claim)) and not attack(less).worst
    if isinstance(part, Relation) and part.op in NEGATED:
        against = Relation(part.lhs, NEGATED[part.op], part.rhs)
        return _holds_against(less.changed(given=(*less.given, against)))
    return True


def _holds_against(claim: Claim) -> bool:
    """Whether a claim holds at all points that satisfy its hypotheses, if at any."""
    for point in points(claim):
        try:
            if not meets(claim, point):
                return False
        except (NoValue, ValueError):
            continue
    return True


def _without(claim: Claim, part: Any) -> Claim:
    return claim.changed(
        where=tuple(p for p in claim.where if p[0] != part),
        given=tuple(g for g in claim.given if g != part),
    )
