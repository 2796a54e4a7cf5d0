"""Limits by extrapolation of values on the way there, along two sequences.

What is 0 at every power of two, or changes far on the way, has no limit by that: a
second sequence keeps to no rule, and values still nearer must not turn away again.
Where roots or logarithms leave no expansion in powers, what draws together by one
factor at each step, or a sum of such, is told by Wynn's epsilon algorithm.
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
NEARING = 2.0 ** -np.arange(3.0, 27.0), 3.0 ** -np.arange(2.0, 17.0)
FEWEST, SURE = 8, 1e-8  # values; by how much two estimates may differ
FALLEN = 0.6  # of how far the first third is off, the last third may be


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
    if np.allclose(again, found, SURE, SURE) and stays:
        return found
    scale = rng.uniform(0.8, 1.2)
    found, again = (_nearing(read, expr, x, place(scale * q)) for q in NEARING)
    return found if np.allclose(again, found, AGREE, AGREE) else np.nan * found


def _nearing(read: Numeric, expr: Any, x: Any, places: Any) -> Any:
    """What values at places nearer by one factor each draw together to, else NaN.

    Up to where one has no value or loses its digits.
    """
    values = list[Any]()
    for p in places:
        value, lost = _watched(read, expr, x, p)
        if lost or not np.all(np.isfinite(value)):
            break
        values.append(value)
    if len(values) < FEWEST:
        return np.full_like(_value(read, expr, x, places[0]), np.nan)[()]
    found, error = _accelerated(np.array(values))
    off, third = np.abs(np.array(values) - found), len(values) // 3
    falls = off[-third:].max(axis=0) <= FALLEN * off[:third].max(axis=0)
    sure = falls & (error <= SURE * np.maximum(1.0, np.abs(found)))
    return np.where(sure, found, np.nan)[()]


def _accelerated(values: Any) -> tuple[Any, Any]:
    """The limit of each entry by Wynn's epsilon algorithm, and how sure it is."""
    before: Any = np.zeros((len(values) + 1, *values.shape[1:]))
    column, tried = values, list[tuple[Any, Any]]()
    for order in range(len(values) - 1):
        steps = np.diff(column, axis=0)
        if order % 2 == 0:
            tried.append((column[-1], np.nan_to_num(np.abs(steps[-1]), nan=np.inf)))
        before, column = column, before[1:-1] + 1 / steps
    found, errors = (np.array(part) for part in zip(*tried, strict=True))
    best = np.argmin(errors, axis=0)[None]
    return tuple(np.take_along_axis(a, best, axis=0)[0] for a in (found, errors))


def _stays(read: Numeric, expr: Any, x: Any, at: float, limit: Any, off: float) -> bool:
    """Whether a value near the limit is no further off than those on the way there.

    One without a value, or that loses its digits, tells nothing.
    """
    value, lost = _watched(read, expr, x, at)
    known = np.all(np.isfinite(value)) and not lost
    allowed = 2 * off + AGREE * max(1.0, float(np.max(np.abs(limit))))
    return not known or bool(np.all(np.abs(value - limit) <= allowed))


def _watched(read: Numeric, expr: Any, x: Any, at: float) -> tuple[Any, bool]:
    """The value near the limit, and whether it may have lost its digits."""
    watch = Watch()
    return _value(read.within({}, watch=watch), expr, x, at), watch.lost(1.0, AGREE)


def _value(read: Numeric, expr: Any, x: Any, at: float) -> Any:
    """The value near the limit; NaN where it is not real."""
    value = np.asarray(read.within({x: at})(expr))
    return np.where(np.imag(value) == 0, np.real(value), np.nan).astype(float)


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
