"""Comparing the sides of a claim at one point."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..claim import Claim
from ..judgments import NoValue
from ..nodes import Extremizer
from ..nodes.optima import sign_of
from ..numeric import Numeric, Watch
from ..numeric.extremes import Unended, is_lower
from ..numeric.reader import real
from ..relations import ORDERED
from ..sizes import Sizes
from .sides import Array, Disagreement, both_sides, left_side, squeezed
from .slopes import compare_slopes

EQUAL = 1e-14
FAR = 1e-6  # as much may sides differ, for their size, where numbers are far from 1
ENOUGH = 1e6  # a gap that is so many times what rounding may be is not its doing


def compare(
    claim: Claim, read: Numeric, sizes: Sizes, case: dict[Any, Any]
) -> Disagreement:
    """How far the relation is from holding at the reader's values.

    Raises NoValue where sides of different shapes cannot be compared.
    """
    at = read.within({i: float(v) for i, v in case.items()})
    if claim.relation == "~":
        return compare_slopes(claim, at, sizes, case)
    try:
        left, right = both_sides(claim, at)
    except Unended as error:
        return _beaten(claim, at, sizes, case, error)
    if claim.relation in ORDERED:
        gap, reason = _violation(claim, at, left, right)
    else:
        gap, reason = _gap(claim, left, right) / max(1.0, largest(left)), ""
    if not np.isfinite(gap):
        gap, reason = np.inf, reason or "a side is not a finite number"
    return Disagreement(at.values, sizes, case, left, right, gap, reason)


def _beaten(
    claim: Claim, at: Numeric, sizes: Sizes, case: dict[Any, Any], error: Unended
) -> Disagreement:
    """A place that is no best one, since the end of a search is better.

    Raises the error where it is not: where the best place is, nobody knows.
    """
    if claim.relation != "=" or not isinstance(claim.lhs, Extremizer):
        raise error
    f, x = claim.lhs.args
    place: Any = squeezed(at(claim.rhs))
    height = sign_of(claim.lhs) * real(at.within({x: place})(f))
    if not is_lower(error.height, height):
        raise error
    off = abs(float(place) - error.place) / max(1.0, abs(error.place))
    end = np.asarray(error.place)
    return Disagreement(at.values, sizes, case, end, place, off, str(error))


def compare_watched(
    claim: Claim, read: Numeric, sizes: Sizes, case: dict[Any, Any], *, far: bool
) -> Disagreement:
    """The same at an edge, or where numbers are far from 1.

    Far from 1 the gap is relative to the sides, however small, and six digits have to
    agree: then the residual is 0.  Raises NoValue where a side has no value, or where
    the sides differ and what was lost to rounding on the way may be why.
    """
    watch = Watch()
    at = read.within({i: float(v) for i, v in case.items()}, watch=watch)
    left, right = both_sides(claim, at)
    if not _are_readable(claim, left, right):
        raise NoValue("a side is no finite number, or no real one")
    size = max(largest(left), largest(right))
    scale, tolerance = (size or 1.0, FAR) if far else (max(1.0, size), claim.tolerance)
    gap, reason = _gap(claim, left, right) / scale, ""
    equal = abs(gap) * scale <= EQUAL * size
    lost = watch.lost(scale, max(tolerance, gap / ENOUGH))
    if equal and claim.relation in ("<", ">") and not (far or lost):
        gap, reason = 10 * tolerance, "the sides are equal"
    if lost and gap > tolerance:
        raise NoValue("a side loses its digits")
    shown = 0.0 if gap <= (tolerance if far else 0) else gap
    return Disagreement(at.values, sizes, case, left, right, shown, reason)


def between(claim: Claim, read: Numeric, case: dict[Any, Any]) -> float:
    """How far an oracle is from the left side as the reader reads it."""
    at = read.within({i: float(v) for i, v in case.items()})
    left, told = squeezed(at(claim.lhs)), left_side(claim, at)
    if np.shape(left) != np.shape(told) or not np.all(np.isfinite(left)):
        raise NoValue("the left side has no value")
    return largest(told - left) / max(1.0, largest(left))


def apart(claim: Claim, read: Numeric, case: dict[Any, Any]) -> tuple[float, float]:
    """How far the relation is from holding, relative to the sides and as it is.

    Of an inequality that holds it is negative.  Raises NoValue where a side has none.
    """
    left, right = both_sides(claim, read.within({i: float(v) for i, v in case.items()}))
    if not _are_readable(claim, left, right):
        raise NoValue("a side is no finite number, or no real one")
    gap = _gap(claim, left, right)
    return gap / (max(largest(left), largest(right)) or 1.0), gap


def meet(
    claim: Claim, read: Numeric, sizes: Sizes, case: dict[Any, Any]
) -> Disagreement:
    """How far a strict inequality fails where its sides are equal but for rounding.

    Raises NoValue where they are not.
    """
    watch = Watch()
    at = read.within({i: float(v) for i, v in case.items()}, watch=watch)
    left, right = both_sides(claim, at)
    gap = abs(_gap(claim, left, right))
    if gap and not watch.lost(gap, 1.0):
        raise NoValue("the sides differ")
    residual, reason = 10 * claim.tolerance, "the sides are equal"
    return Disagreement(at.values, sizes, case, left, right, residual, reason)


def _are_readable(claim: Claim, *sides: Array) -> bool:
    """Whether sides are finite, and real where they are to be ordered."""
    ordered = claim.relation in ORDERED
    finite = all(bool(np.all(np.isfinite(side))) for side in sides)
    return finite and not (ordered and any(map(np.iscomplexobj, sides)))


def _gap(claim: Claim, left: Array, right: Array) -> float:
    """How far apart the sides are; of an inequality, how far it fails."""
    if claim.relation not in ORDERED:
        return largest(left - right)
    sign = 1 if claim.relation in ("<=", "<") else -1
    return float(np.max(sign * np.real(left - right)))


def largest(a: Array) -> float:
    return float(np.max(np.abs(a)))


def _violation(
    claim: Claim, at: Numeric, left: Array, right: Array
) -> tuple[float, str]:
    """How far an inequality fails here, or fails to be sharp where it should be."""
    gap = _gap(claim, left, right) / max(1.0, largest(left))
    if not _are_readable(claim, left, right):
        return np.inf, "a side is not a real number"
    if claim.relation in ("<", ">") and gap >= 0:
        equal = "the sides are equal" if gap == 0 else ""
        return max(gap, 10 * claim.tolerance), equal
    if not claim.equality:
        return max(gap, 0.0), ""
    loose = _looseness(claim, at)
    reason = "the bound is not reached where it is stated to be"
    return max(gap, loose), reason if loose > max(gap, claim.tolerance) else ""


def _looseness(claim: Claim, at: Numeric) -> float:
    """How far apart the sides are where they are said to be equal."""
    sharp = at.within({k: at(v) for k, v in claim.equality.items()})
    ends = squeezed(sharp(claim.lhs)) - squeezed(sharp(claim.rhs))
    return float(np.max(np.abs(np.real(ends))))
