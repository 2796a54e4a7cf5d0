"""A place that is said to be the best, where a search finds two that are as good."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..claim import Claim
from ..nodes import Extremizer, MatrixExtremizer
from ..nodes.optima import sign_of
from ..numeric import Numeric, Watch, number
from ..numeric.extremes import Several
from ..numeric.reader import real
from ..points import reader_of
from ..sizes import Sizes
from .comparison import EQUAL, compare_watched, largest
from .sides import Disagreement, squeezed

EXTREMIZERS = (Extremizer, MatrixExtremizer)


def compare_rivals(
    claim: Claim, read: Numeric, sizes: Sizes, case: dict[Any, Any], *, far: bool
) -> Disagreement:
    """`compare_watched`; where there are two best places, the claim of one fails.

    Not far from 1, where what is small seems to be flat.
    """
    try:
        return compare_watched(claim, read, sizes, case, far=far)
    except Several as error:
        if far:
            raise
        return _rivalled(claim, read, sizes, case, error)


def _rivalled(
    claim: Claim, read: Numeric, sizes: Sizes, case: dict[Any, Any], error: Several
) -> Disagreement:
    """A place that is no best one, since another is as good.

    Raises the error where it is not, or where rounding may be why.
    """
    if claim.relation != "=" or not isinstance(claim.lhs, EXTREMIZERS):
        raise error
    (f, x), watch = claim.lhs.args, Watch()
    at = read.within({i: float(v) for i, v in case.items()}, watch=watch)
    place = number(at(claim.rhs))
    others = [np.reshape(q, np.shape(place)) for q in error.places]
    other = max(others, key=lambda q: largest(q - place))
    heights = [real(at.within({x: q})(f)) for q in (place, other)]
    size = max(map(abs, heights))
    worse = sign_of(claim.lhs) * (heights[1] - heights[0])
    lost = watch.lost(max(1.0, largest(place)), claim.tolerance)
    if not np.all(np.isfinite(place)) or lost or worse > EQUAL * size:
        raise error
    off = largest(other - place) / max(1.0, largest(other))
    sides = squeezed(other), squeezed(place)
    return Disagreement(at.values, sizes, case, *sides, off, str(error))


def fails_there(claim: Claim, found: Disagreement) -> bool:
    """Whether a claim fails where another does; not where it has no value."""
    if claim.relation == "~":
        return False
    read = reader_of(claim, found.values)
    try:
        with np.errstate(all="ignore"):
            there = compare_rivals(claim, read, found.sizes, found.case, far=False)
    except Exception:
        return False
    return not there.residual <= claim.tolerance
