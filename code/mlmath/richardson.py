"""Slopes that say how far off they may be: differences extrapolated to no step."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import numpy as np

from .derivatives import EPSILON

Function = Callable[[Any], Any]
HALVINGS = 20  # of a step: then rounding is all there is


def richardson(f: Function, x: float, h: float = 1.0) -> Iterator[float]:
    """Yield slopes of f at x, the k-th off by at most a constant times h^2k.

    f: smooth, one number for one number, finite within h of x.  h: the first step; the
    next are its halves, and each takes two values of f.
    Claims: central-difference-series, richardson-step.  Source: Richardson (1911).
    """
    row = []
    while True:
        right, left = x + h, x - h
        new = [(f(right) - f(left)) / (right - left)]
        for k, old in enumerate(row, 1):
            new.append(new[-1] + (new[-1] - old) / (4**k - 1))
        yield new[-1]
        row, h = new, h / 2


def slope_with_bar(
    f: Function, x: float, h: float = 1.0, rounding: float = 5 * EPSILON
) -> tuple[float, float]:
    """Return a slope of f at x, and an estimate of how far off it is: no bound.

    It is that of Richardson's slopes whose bar is smallest.  A bar is the larger of the
    last two changes from one slope to the next, and what the values' errors can do.
    h: about as far as f keeps its character.  rounding: of a value, relative to the
    largest.  Source: after Ridders (1982).
    """
    largest = 0.0

    def watched(t: float) -> Any:
        nonlocal largest
        value = f(t)
        largest = max(largest, abs(value))
        return value

    best, bar, changes, before = np.nan, np.inf, [], np.nan
    for slope in islice(richardson(watched, x, h), HALVINGS):
        changes = [*changes[-1:], abs(slope - before)]
        found = max(changes) + 2 * rounding * largest / h
        if len(changes) == 2 and found < bar:
            best, bar = slope, found
        before, h = slope, h / 2
    return float(best), float(bar)
