"""A claim under attack: what was tried against it, and where it failed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..claim import Claim
from ..judgments import NoValue
from ..numeric import Numeric
from ..numeric.extremes import Several
from ..points import FEW, Kind, Point, reached
from ..work import OutOfWork, budget
from .comparison import apart, compare, compare_watched, meet
from .moving import Start
from .rivals import compare_rivals
from .sides import Disagreement

FIRST = 2000  # number of the first point, none of them measured at before
STEPS = 50_000  # of work for one comparison
PLAIN = 1e-3, 1e3  # between these numbers nothing is far from 1
STRICT = ("<", ">")
LOST = (-np.inf, -np.inf)
Gaps = tuple[float, float]


class Found(Exception):
    """The claim fails: the attack is over."""


@dataclass
class Attack:
    """What was tried against a claim, and where it failed, if it did.

    compared: at how many points and cases the sides had values.  searches: how many
    climbs, each from a start of its own.  reach: the smallest and the largest number,
    zeros aside, that three points reach.  largest: the largest size, and whole: the
    largest whole number; 0 where there is none.
    """

    compared: int = 0
    searches: int = 0
    reach: tuple[float, float] = (1.0, 1.0)
    largest: int = 0
    whole: int = 0
    worst: Disagreement | None = None


@dataclass
class Trial:
    """A claim, and what has been tried."""

    claim: Claim
    told: Attack = field(default_factory=Attack)
    ranges: list[Gaps] = field(default_factory=list[Gaps])

    def starts(self, kind: Kind, most: int = FEW) -> Iterator[Start]:
        """Points of a kind, one after the other."""
        numbers = itertools.count(FIRST)
        return (Start(self.claim, Point(kind, k, most=most)) for k in numbers)

    def gaps(self, start: Start, values: Mapping[Any, Any] | None = None) -> Gaps:
        """How far the relation is from holding, relative to the sides and as it is.

        values: others than those drawn.  -inf where there is no value.  Raises Found
        where the claim fails.
        """
        try:
            with budget(STEPS):
                read = start.read(start.values if values is None else values)
                cases = self.claim.cases(start.sizes)
                drawn = values is None
                each = [self._gaps(start, read, case, drawn) for case in cases]
        except Found:
            raise
        except (Exception, OutOfWork):
            return LOST
        self._note(start, read, values or start.values)
        return max(q for q, _ in each), max(q for _, q in each)

    def _gaps(
        self, start: Start, read: Numeric, case: dict[Any, Any], drawn: bool
    ) -> Gaps:
        """In one case; rounding is watched where the claim seems to fail.

        That a strict inequality is one is asked where numbers are drawn at an edge:
        elsewhere sides may agree in all digits without being equal.
        """
        claim = self.claim
        if claim.relation == "~":
            self.judge(compare(claim, read, start.sizes, case))
            return LOST
        strict = claim.relation in STRICT
        at_edge = drawn and start.point.kind is Kind.EDGE
        try:
            gaps = apart(claim, read, case)
        except Several:
            self.judge(compare_rivals(claim, read, start.sizes, case, far=not at_edge))
            return LOST
        low, high = reached(claim, read)
        far = not (PLAIN[0] <= low and high <= PLAIN[1]) or (strict and not at_edge)
        if max(gaps) >= 0 if strict else max(gaps) > 0:
            self.judge(compare_watched(claim, read, start.sizes, case, far=far))
        return gaps

    def judge(self, found: Disagreement) -> None:
        """End the attack where the sides disagree."""
        if not found.residual <= self.claim.tolerance:
            self.told.worst = found
            raise Found

    def meeting(self, start: Start, values: Mapping[Any, Any]) -> Disagreement:
        """Where sides are equal but for rounding, near 1.

        Raises NoValue or Rejected where they are not.
        """
        read = start.read(values)
        low, high = reached(self.claim, read)
        if not (PLAIN[0] <= low and high <= PLAIN[1]):
            raise NoValue("far from 1")
        return max(
            (
                meet(self.claim, read, start.sizes, case)
                for case in self.claim.cases(start.sizes)
            ),
            key=lambda found: found.residual,
        )

    def _note(self, start: Start, read: Numeric, values: Mapping[Any, Any]) -> None:
        told = self.told
        told.compared += 1
        self.ranges.append(reached(self.claim, read))
        told.largest = max(told.largest, *start.sizes.values(), 0)
        told.whole = max(told.whole, *(int(abs(values[k])) for k in start.whole), 0)
