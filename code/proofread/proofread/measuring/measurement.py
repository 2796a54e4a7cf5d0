"""Measuring a claim at points of every kind, for every value of its free indices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..claim import Claim
from ..judgments import Judgment, NoValue, told
from ..numeric import Numeric
from ..points import NEARER, Kind, Point, points, reached, reader_at, told_range
from ..sizes import LARGEST, NoSizes, Sizes
from ..work import OutOfWork, budget
from .comparison import compare
from .rivals import compare_rivals
from .sides import Disagreement
from .trial import Attack

STEPS = 50_000  # of work at one point; where that is not enough, sizes are smaller
MOST_STEPS = 2_000_000  # at the smallest sizes
ALL_STEPS = 200_000  # of work at all points at edges and far from 1
SMALLER = (6, 4, 3, 2)  # most of each size, where a point is too much work


@dataclass(frozen=True)
class Measurement:
    """Reader 2's judgment: HOLDS, FAILS or NO_VALUE.

    residual: the largest relative disagreement, near 1 and at edges, infinite where a
    side is not a finite number; also far from 1 where six digits do not agree.
    compared: at how many points and cases.  worst: where the sides are
    furthest apart, if they could be compared.  reason: why there is no value.
    points: how many had a value.  sizes: those measured at.  reach: the smallest and
    the largest number, zeros aside, that three points reach.  attack: what was tried
    besides, of a claim that is only measured, or proved at sizes alone.
    """

    judgment: Judgment
    residual: float
    compared: int
    worst: Disagreement | None
    reason: str = ""
    points: int = 0
    sizes: tuple[Sizes, ...] = ()
    reach: tuple[float, float] = (1.0, 1.0)
    attack: Attack | None = None


@dataclass(frozen=True)
class Taken:
    """What was found at one point: a disagreement for each case.

    most: what no size there is more than.
    """

    found: tuple[Disagreement, ...]
    sizes: Sizes
    reach: tuple[float, float]
    most: int

    @property
    def worst(self) -> Disagreement:
        """Where the sides are furthest apart."""
        return max(self.found, key=lambda d: d.residual)


def measure(claim: Claim, *, stop_early: bool = False) -> Measurement:
    """The largest relative disagreement of the sides over points and index cases.

    There is no value where sides differ in shape, where reading one raises near 1, and
    where there is nothing to compare.  stop_early: return at the first disagreement.
    """
    taken, reason = list[Taken](), ""
    try:
        with np.errstate(all="ignore"):
            for one in _taken(claim):
                taken.append(one)
                residual = one.worst.residual
                if np.isinf(residual) or (stop_early and residual > claim.tolerance):
                    break
    except Exception as error:
        reason = told(error)
    return _answered(claim, taken, reason)


def _taken(claim: Claim) -> Iterator[Taken]:
    """What is found at one point after the other, as far as there is a value.

    Points that are not near 1 are taken until all of them together are too much work.
    """
    most, left = LARGEST, ALL_STEPS
    for one in _taken_near(claim):
        most = one.most
        yield one
    for point in points(claim):
        if point.must_have_value:
            continue
        with budget(MOST_STEPS) as meter:
            capped = replace(point, most=min(most, point.most))
            one = _take(claim, capped, min(STEPS, left))
        left -= meter.spent
        if one:
            yield one
        if left <= 0:
            return


def _taken_near(claim: Claim) -> Iterator[Taken]:
    """What is found at the points near 1.

    Where sizes had to be smaller once they stay so, and points before are taken again:
    sizes are as different as they can be only among those that are drawn together.
    """
    near = [point for point in points(claim) if point.must_have_value]
    found = list[Taken]()
    for point in near:
        most = found[-1].most if found else LARGEST
        found.append(_at_sizes(claim, replace(point, most=most), STEPS))
        yield found[-1]
    for point, one in zip(near, found, strict=True):
        if one.most > found[-1].most:
            yield _at_sizes(claim, replace(point, most=found[-1].most), STEPS)


def _answered(claim: Claim, taken: list[Taken], reason: str) -> Measurement:
    if not taken:
        return Measurement(Judgment.NO_VALUE, np.inf, 0, None, reason)
    worst = max((one.worst for one in taken), key=lambda d: d.residual)
    sizes = {tuple(one.sizes.items()): one.sizes for one in taken}
    made = Measurement(
        Judgment.HOLDS,
        worst.residual,
        sum(len(one.found) for one in taken),
        worst,
        points=len(taken),
        sizes=tuple(sorted(sizes.values(), key=lambda s: list(s.values()))),
        reach=told_range(one.reach for one in taken),
    )
    if not worst.residual <= claim.tolerance:
        return replace(made, judgment=Judgment.FAILS)
    if reason:
        return replace(made, judgment=Judgment.NO_VALUE, residual=np.inf, reason=reason)
    return made


def holds(claim: Claim) -> bool:
    """Whether the numeric reader has values to compare, and finds no disagreement."""
    return measure(claim, stop_early=True).judgment is Judgment.HOLDS


def meets(claim: Claim, point: Point) -> bool:
    """Whether the sides have values at a point, and no disagreement; errors pass on."""
    with np.errstate(all="ignore"):
        return _at_sizes(claim, point, STEPS).worst.residual <= claim.tolerance


def at_edges(claim: Claim) -> bool:
    """Whether the sides have values at every point at an edge."""
    edges = (p for p in points(claim) if p.kind is Kind.EDGE)
    with np.errstate(all="ignore"):
        return all(_take(claim, point, STEPS) for point in edges)


def _take(claim: Claim, point: Point, steps: int) -> Taken | None:
    """What is found at a point that need not have a value; nearer to 1 if it is far.

    None where there is no value.
    """
    for reach in NEARER if point.is_far else NEARER[:1]:
        try:
            return _at_sizes(claim, replace(point, reach=reach), steps)
        except Exception:
            continue
    return None


def _at_sizes(claim: Claim, point: Point, steps: int) -> Taken:
    """What is found at the largest sizes that are not too much work.

    At the smallest, near 1, more work is allowed.
    """
    levels = [point.most, *(n for n in SMALLER if n < point.most)]
    for most in levels:
        last = point.must_have_value and most == levels[-1]
        try:
            with budget(MOST_STEPS if last else steps):
                return _at(claim, replace(point, most=most))
        except (OutOfWork, NoSizes):
            continue
    raise NoValue("too much work at one point, at any sizes")


def _at(claim: Claim, point: Point) -> Taken:
    """Both sides compared at a point, in every case."""
    sizes = point.sizes(claim)
    read = reader_at(claim, point)
    found = tuple(_compared(claim, point, read, sizes))
    if not found:
        raise NoValue("an index runs over nothing: no case to compare")
    return Taken(found, sizes, reached(claim, read), point.most)


def _compared(
    claim: Claim, point: Point, read: Numeric, sizes: Sizes
) -> Iterator[Disagreement]:
    for case in claim.cases(sizes):
        if point.must_have_value:
            yield compare(claim, read, sizes, case)
        else:
            yield compare_rivals(claim, read, sizes, case, far=point.is_far)
