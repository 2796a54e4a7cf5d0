"""Limits by extrapolation of values on the way there."""

from __future__ import annotations

from typing import Any

import numpy as np

from .reader import Numeric

STEPS = 2.0 ** -np.arange(3.0, 12.0)


def at_infinity(read: Numeric, expr: Any, x: Any, sign: float) -> Any:
    """The limit of an expression as x grows without bound in one direction."""
    return _extrapolated(read, expr, x, sign / STEPS)


def from_side(read: Numeric, expr: Any, x: Any, at: Any, sign: int) -> Any:
    """The limit of an expression as x falls (sign 1) or rises (-1) to a number."""
    return _extrapolated(read, expr, x, at + sign * STEPS)


def _extrapolated(read: Numeric, expr: Any, x: Any, points: Any) -> Any:
    """Neville's extrapolation of the values at the points to step 0."""
    table = [np.asarray(read.within({x: p})(expr), dtype=float) for p in points]
    for width in range(1, len(table)):
        table = [
            (STEPS[j] * table[j + 1] - STEPS[j + width] * table[j])
            / (STEPS[j] - STEPS[j + width])
            for j in range(len(table) - 1)
        ]
    return table[0][()]
