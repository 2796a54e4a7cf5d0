"""Measuring a claim at generic points, for every value of its free indices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..claim import Claim
from ..judgments import Judgment, NoValue, told
from ..points import reader_at
from .comparison import Disagreement, compare


@dataclass(frozen=True)
class Measurement:
    """Reader 2's judgment: HOLDS, FAILS or NO_VALUE.

    residual: the largest relative disagreement, infinite where a side is not a finite
    number.  compared: at how many points and cases.  worst: where the sides are
    furthest apart, if they could be compared.  reason: why there is no value.
    """

    judgment: Judgment
    residual: float
    compared: int
    worst: Disagreement | None
    reason: str = ""


def measure(claim: Claim, *, stop_early: bool = False) -> Measurement:
    """The largest relative disagreement of the sides over points and index cases.

    There is no value where sides differ in shape, where reading one raises, and where
    there is nothing to compare.  stop_early: return at the first disagreement.
    """
    compared, worst, reason = 0, None, ""
    try:
        with np.errstate(all="ignore"):
            for found in _comparisons(claim):
                compared += 1
                if worst is None or not found.residual <= worst.residual:
                    worst = found
                if np.isinf(worst.residual):
                    break
                if stop_early and worst.residual > claim.tolerance:
                    break
    except Exception as error:
        reason = told(error)
    return _answered(claim, compared, worst, reason)


def _answered(
    claim: Claim, compared: int, worst: Disagreement | None, reason: str
) -> Measurement:
    if worst is not None and not worst.residual <= claim.tolerance:
        return Measurement(Judgment.FAILS, worst.residual, compared, worst)
    if worst is None or reason:
        reason = reason or "nothing was compared"
        return Measurement(Judgment.NO_VALUE, np.inf, compared, worst, reason)
    return Measurement(Judgment.HOLDS, worst.residual, compared, worst)


def holds(claim: Claim) -> bool:
    """Whether the numeric reader has values to compare, and finds no disagreement."""
    return measure(claim, stop_early=True).judgment is Judgment.HOLDS


def _comparisons(claim: Claim) -> Iterator[Disagreement]:
    cases = claim.cases(claim.measured_sizes())
    if not cases:
        raise NoValue("an index runs over nothing: no case to compare")
    for point in range(claim.points):
        read = reader_at(claim, point)
        for case in cases:
            yield compare(claim, read, case)
