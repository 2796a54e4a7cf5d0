"""Measuring a claim at generic points, for every value of its free indices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import sympy as sp

from ..claim import Claim
from ..numeric import NotAnalytic, Numeric, Rejected, draw, impose
from .comparison import Disagreement, compare

ILL_POSED = (ArithmeticError, ValueError, np.linalg.LinAlgError, sp.ShapeError)
UNREADABLE = (
    AttributeError,
    LookupError,
    NotAnalytic,
    NotImplementedError,
    RecursionError,
    TypeError,
)
TRIES = 400


@dataclass(frozen=True)
class Measurement:
    """Reader 2's answer: the largest relative disagreement, and where it was."""

    residual: float
    compared: int
    worst: Disagreement


def measure(claim: Claim, *, stop_early: bool = False) -> Measurement:
    """The largest relative disagreement of the sides over points and index cases.

    Infinite on NaN, an unreadable expression, sides of different shapes, or where
    there was nothing to compare.  stop_early: return at the first disagreement.
    """
    compared, worst = 0, Disagreement.valueless("nothing was compared", unread=True)
    try:
        with np.errstate(all="ignore"):
            for found in _comparisons(claim):
                if not compared or not found.residual <= worst.residual:
                    worst = found
                compared += 1
                if np.isinf(worst.residual):
                    break
                if stop_early and worst.residual > claim.tolerance:
                    break
    except (*ILL_POSED, *UNREADABLE) as error:
        reason = f"{type(error).__name__}: {error}"
        unread = not isinstance(error, ILL_POSED)
        worst = Disagreement.valueless(reason, unread=unread)
    return Measurement(worst.residual, compared, worst)


def holds(claim: Claim) -> bool:
    """Whether the numeric reader finds no disagreement."""
    return bool(measure(claim, stop_early=True).residual <= claim.tolerance)


def _comparisons(claim: Claim) -> Iterator[Disagreement]:
    cases = claim.cases(claim.measured_sizes())
    if not cases:
        raise LookupError("an index runs over nothing: no case to compare")
    for point in range(claim.points):
        read = _reader(claim, claim.rng(100 + point))
        for case in cases:
            yield compare(claim, read, case)


def _reader(claim: Claim, rng: np.random.Generator) -> Numeric:
    """The numeric reader at a generic point that satisfies the hypotheses."""
    brackets = {s: d for s, d in claim.domain.items() if isinstance(d, tuple)}
    sharp = [q for pair in claim.equality.items() for q in pair]
    stated = [*claim.expressions(), *sharp]
    for _ in range(TRIES):
        sizes = claim.measured_sizes()
        values = draw(rng, stated, claim.definitions, sizes, claim.domain)
        read = Numeric(values, claim.definitions, brackets)
        try:
            impose(read, claim.given, rng)
        except Rejected:
            continue
        return read
    raise LookupError("no random values satisfy the hypotheses")
