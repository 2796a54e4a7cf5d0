"""What is looked at where a claim is measured, so that it says something there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from ..claim import Claim
from ..numeric import number
from ..points import near, reader_at
from .parts import Unshown

CLEAR = 1e-3  # what is more than this is not 0
STEP, ROUNDING = 2.0**-8, 1e-12
POINTS = 3  # of an inequality, which is measured at more


def require_met(claim: Claim, conditions: Iterable[Any]) -> None:
    """Refuse conditions that fail at a point."""
    for h in conditions:
        for point in range(min(POINTS, claim.points)):
            value: Any = number(reader_at(claim, near(point), (h.lhs,))(h.lhs))
            met = abs(value) > CLEAR if h.op == "!=" else value > 0
            if not met:
                raise Unshown(f"{h} fails where the claim is measured")


def require_measured(claim: Claim, e: Any) -> None:
    """Refuse what is no real number at a point."""
    for point in range(min(POINTS, claim.points)):
        value: Any = number(reader_at(claim, near(point))(e))
        if np.iscomplexobj(value) or not np.isfinite(value):
            raise Unshown(f"{e} has no value where the claim is measured")


def require_found(claim: Claim) -> None:
    """Refuse a place that a search for the optimum does not find."""
    for point in range(min(POINTS, claim.points)):
        read = reader_at(claim, near(point))
        found, at = (np.ravel(read(side)) for side in claim.sides)
        scale = max(1.0, float(np.max(np.abs(at))))
        if not np.max(np.abs(found - at)) <= claim.tolerance * scale:
            raise Unshown("a search finds another place")


def require_order(claim: Claim) -> None:
    """Refuse an order that is too low, so that the ratio of the sides tends to 0."""
    for point in range(min(POINTS, claim.points)):
        read = reader_at(claim, near(point))
        two = [read.within({claim.variable: t}) for t in (STEP, STEP / 2)]
        left = [float(np.linalg.norm(np.ravel(at(claim.lhs)))) for at in two]
        right = [float(number(at(claim.rhs))) for at in two]
        clear = min(left) > ROUNDING
        if not (clear and 0.75 < left[1] / left[0] * right[0] / right[1] < 1.5):
            raise Unshown("the first derivative that is not shown to be 0 is 0")
