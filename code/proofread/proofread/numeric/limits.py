"""Limits by extrapolation of values on the way there, along two sequences.

What is 0 at every power of two, or changes far on the way, has no limit by that: a
second sequence keeps to no rule, and values still nearer must not turn away again.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import numpy as np

from .reader import Numeric
from .watch import Watch

STEPS = 2.0 ** -np.arange(3.0, 12.0)
NEARER, DECADES = 6, (4.0, 8.0)  # values still nearer, between which powers of ten
AGREE = 1e-6  # as much may two sequences differ, for the size of the limit


def at_infinity(read: Numeric, expr: Any, x: Any, sign: float) -> Any:
    """The limit of an expression as x grows without bound in one direction."""
    return _limit(read, expr, x, lambda steps: sign / steps)


def from_side(read: Numeric, expr: Any, x: Any, at: Any, sign: int) -> Any:
    """The limit of an expression as x falls (sign 1) or rises (-1) to a number."""
    return _limit(read, expr, x, lambda steps: at + sign * steps)


def _limit(read: Numeric, expr: Any, x: Any, place: Callable[[Any], Any]) -> Any:
    """What both sequences tend to; NaN where they differ or what is nearer turns away.

    The second is drawn anew for each expression, and the same in every build.
    """
    rng = np.random.default_rng(zlib.crc32(str(expr).encode()))
    others = STEPS * 2.0 ** rng.uniform(-0.4, 0.4, size=STEPS.size)
    values = [_value(read, expr, x, p) for p in place(STEPS)]
    found = _extrapolated(STEPS, values)
    again = _extrapolated(others, [_value(read, expr, x, p) for p in place(others)])
    off = max(float(np.max(np.abs(v - found))) for v in values)
    nearer = 10.0 ** -rng.uniform(*DECADES, size=NEARER)
    stays = all(_stays(read, expr, x, p, found, off) for p in place(nearer))
    agree = np.allclose(again, found, AGREE, AGREE)
    return found if agree and stays else np.full_like(found, np.nan)[()]


def _stays(read: Numeric, expr: Any, x: Any, at: float, limit: Any, off: float) -> bool:
    """Whether a value near the limit is no further off than those on the way there.

    One without a value, or that loses its digits, tells nothing.
    """
    watch = Watch()
    value = _value(read.within({}, watch=watch), expr, x, at)
    known = np.all(np.isfinite(value)) and not watch.lost(1.0, AGREE)
    allowed = 2 * off + AGREE * max(1.0, float(np.max(np.abs(limit))))
    return not known or bool(np.all(np.abs(value - limit) <= allowed))


def _value(read: Numeric, expr: Any, x: Any, at: float) -> Any:
    return np.asarray(read.within({x: at})(expr), dtype=float)


def _extrapolated(steps: Any, values: list[Any]) -> Any:
    """Neville's extrapolation of the values at the steps to step 0."""
    table = values
    for width in range(1, len(table)):
        table = [
            (steps[j] * table[j + 1] - steps[j + width] * table[j])
            / (steps[j] - steps[j + width])
            for j in range(len(table) - 1)
        ]
    return table[0][()]
