"""What a claim is reduced to, and what a search has to find for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from ..claim import Claim
from ..nodes import Extremizer, MatrixExtremizer

EXTREMIZERS = (Extremizer, MatrixExtremizer)


class Unshown(Exception):
    """A witness that does not show the claim."""


@dataclass(frozen=True)
class Witness:
    """What a search found.

    gap: of an inequality or optimum, a number that is never negative, by how much the
    claim holds.  part, back: of an optimum, what is 0 wherever the gap is, and a
    product with it that is how far the variable is from where it is said to be.
    names, other: of a place and a step from there, and what the function changes by
    besides the gap, which is 0 at the place itself for every step.  whole, times: of an
    order in t, what the left side is when multiplied by so many t.  leading: its first
    derivative at 0 that is not 0.
    """

    gap: Any = None
    part: Any = None
    back: Any = None
    names: tuple[Any, ...] = ()
    other: Any = None
    whole: Any = None
    times: int = 0
    leading: Any = None


class Follows(Enum):
    """What an equation is read on to.

    SIGNED: its right side is not negative.  FLAT: there the gap is all that is left.
    ALONE: its right side is 0 where the gap is.  ORDER: its right side is not 0.
    """

    NOTHING = auto()
    SIGNED = auto()
    FLAT = auto()
    ALONE = auto()
    ORDER = auto()


@dataclass(frozen=True)
class Reduction:
    """Equations that show a claim, and under which conditions they do.

    follows: what does from each equation, for a reader.  gap: of an inequality or
    optimum, by how much the claim holds.
    """

    equations: tuple[Claim, ...]
    follows: tuple[Follows, ...]
    conditions: tuple[Any, ...] = ()
    gap: Any = None


def equation(claim: Claim, left: Any, right: Any, **parts: Any) -> Claim:
    """The equation of two terms, by all that a claim says of their names."""
    plain: dict[str, Any] = {
        "relation": "=",
        "equality": {},
        "variable": None,
        "line": None,
    }
    return claim.changed(lhs=left, rhs=right, **plain, **parts)
