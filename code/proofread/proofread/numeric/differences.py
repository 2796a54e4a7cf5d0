"""Slopes by differences of eighth order, where no complex step passes through."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from .watch import Watch

STENCIL = ((1, 4 / 5), (2, -1 / 5), (3, 4 / 105), (4, -1 / 280))
SPACING, SPACINGS = 2.5e-3, 3


def difference(moved: Callable[[Any], Any], size: float, watch: Watch | None) -> Any:
    """The slope of a function of how far a number of some size is moved.

    Where rounding is watched numbers may be far from 1: of ever smaller steps the one
    is taken after which the slope changes least.
    """

    def slope(spacing: float) -> Any:
        steps = [(w, k * spacing) for k, w in STENCIL]
        return sum(w * (moved(h) - moved(-h)) for w, h in steps) / spacing

    if watch is None:
        return slope(SPACING)
    first, slopes = SPACING * min(1.0, size or 1.0), list[Any]()
    for k in range(SPACINGS):
        with watch.divided(first / 4**k):
            slopes.append(slope(first / 4**k))
    changes = [np.max(np.abs(b - a)) for a, b in itertools.pairwise(slopes)]
    return slopes[int(np.argmin(changes))]
