"""Whether two sides are of one order: their slopes on a log-log plot."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ..claim import Claim
from ..numeric import Numeric, number
from ..sizes import Sizes
from .sides import Disagreement, squeezed


def compare_slopes(
    claim: Claim, at: Numeric, sizes: Sizes, case: dict[Any, Any]
) -> Disagreement:
    """The slopes of both sides on a log-log plot, extrapolated to the limit."""
    left, right = (_slope(claim, at, side) for side in claim.sides)
    gap = float(abs(left - right))
    gap = gap if np.isfinite(gap) else np.inf
    reason = f"the orders differ: slopes {left:.3g} and {right:.3g} on log-log axes"
    return Disagreement(at.values, sizes, case, left, right, gap, reason)


def _slope(claim: Claim, at: Numeric, side: Any) -> float:
    steps = 2.0 ** -np.arange(3, 9)
    outward = sp.sympify(claim.toward) == sp.oo
    points = (
        1 / steps if outward else float(number(at(sp.sympify(claim.toward)))) + steps
    )
    sizes = [_size(at.within({claim.variable: p})(side)) for p in points]
    table = np.diff(np.log2(sizes)) * (1 if outward else -1)
    for width in (1, 2):
        table = (2**width * table[1:] - table[:-1]) / (2**width - 1)
    return float(table[-1])


def _size(value: Any) -> float:
    return float(np.linalg.norm(np.ravel(squeezed(value))))
