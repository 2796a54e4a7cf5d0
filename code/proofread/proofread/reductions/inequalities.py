"""Inequalities: the larger side less the smaller is never negative."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..claim import Claim
from ..node import dims
from ..nodes.entries import Entry
from .known import Known
from .measured import require_measured
from .parts import Follows, Reduction, Unshown, Witness, equation


def inequality(claim: Claim, witness: Witness) -> Reduction:
    """The gap is what the sides differ by, and they are equal where it is said so."""
    less, more = claim.sides[:: 1 if claim.relation in ("<=", "<") else -1]
    if dims(less) or dims(more):
        raise Unshown("an inequality of matrices")
    shown = equation(claim, more - less, witness.gap)
    known = Known(shown, claim.sides)
    known.require_values(witness.gap)
    if not known.is_positive(witness.gap, strictly=claim.relation in ("<", ">")):
        raise Unshown(f"{witness.gap} may be negative, or 0")
    require_measured(claim, more - less)
    sharp = [_sharp(claim)] if claim.equality else []
    follows = Follows.SIGNED, *(Follows.NOTHING for _ in sharp)
    return Reduction((shown, *sharp), follows, gap=witness.gap)


def _sharp(claim: Claim) -> Claim:
    """The sides are equal where they are said to be, whatever else is assumed there."""
    pairs = tuple(_defined(*pair) for pair in claim.equality.items())
    names = set(claim.equality)
    if any(claim.definitions.holds(name) for name in names):
        raise Unshown("a bound that is reached where a name has another value")
    given = tuple(h for h in claim.given if names.isdisjoint(sp.preorder_traversal(h)))
    where = (*claim.where, *pairs)
    return equation(claim, *claim.sides, where=where, given=given)


def _defined(name: Any, value: Any) -> tuple[Any, Any]:
    """A name and its value as a definition says it: of an indexed one, each entry."""
    if not isinstance(name, sp.IndexedBase):
        return name, value
    k = sp.Idx("k", (1, name.shape[0]))
    return name[k], Entry(value, k, 1)
