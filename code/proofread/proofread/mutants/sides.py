"""The trees that a claim displays, and the claim with another tree in one's place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import sympy as sp

from .. import nodes as nd
from ..claim import Claim
from ..printing import latex


class Side(NamedTuple):
    """A displayed tree: its name, itself, and how to put another there."""

    name: str
    tree: Any
    rebuilt: Callable[[Any], Claim]


def sides(claim: Claim) -> Iterator[Side]:
    """All that a claim displays; a left side that an oracle measures is not changed."""
    if claim.oracle is None:
        yield Side("left", claim.lhs, partial(_with, claim, "lhs"))
    yield Side("right", claim.rhs, partial(_with, claim, "rhs"))
    for k, (name, value) in definitions(claim):
        yield Side(latex(name), value, _redefined(claim, k))
    for k, hypothesis in enumerate(claim.given):
        if isinstance(hypothesis, nd.Relation):
            yield Side("given", hypothesis, _assumed(claim, k))


def definitions(claim: Claim) -> list[tuple[int, tuple[Any, Any]]]:
    """(place, pair) of the definitions that the claim, or this line of one, relies on.

    A line of a derivation carries the definitions of all its lines.
    """
    if claim.line is None:
        return list(enumerate(claim.where))
    stated = sp.Tuple(*claim.sides, *claim.given)
    named = map(claim.definitions.lookup, claim.definitions.atoms(stated, sp.Basic))
    used = [found[0] for found in named if found]
    return [(k, pair) for k, pair in enumerate(claim.where) if pair[1] in used]


def _with(claim: Claim, part: str, new: Any) -> Claim:
    return claim.changed(**{part: new})


def _redefined(claim: Claim, k: int) -> Callable[[Any], Claim]:
    before, (name, _), after = claim.where[:k], claim.where[k], claim.where[k + 1 :]
    return lambda new: claim.changed(where=(*before, (name, new), *after))


def _assumed(claim: Claim, k: int) -> Callable[[Any], Claim]:
    before, after = claim.given[:k], claim.given[k + 1 :]
    return lambda new: claim.changed(given=(*before, new, *after))
