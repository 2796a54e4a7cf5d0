"""Where a function of a number, a vector or a matrix is smallest or largest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp

from ..judgments import NoValue
from .reader import Numeric, number, real
from .search import NotFound, golden_section, quasi_newton

STARTS = 3
END = 1e-6  # of an interval: nearer to an end there is no extreme
WORDS = {1: "minimum", -1: "maximum"}


Projection = Callable[[Any], Any]


def array_search(
    read: Numeric, f: Any, x: Any, sign: int, project: Projection | None = None
) -> Any:
    """The vector or matrix at which sign * f has the best local minimum found.

    project: onto what x is known to be, so that a complex step passes through.
    """
    shape = tuple(map(read.count, x.shape))

    def placed(v: Any) -> Any:
        point = np.reshape(v, shape)
        return project(point) if project else point

    def value(reader: Numeric, v: Any) -> Any:
        return sign * number(reader.within({x: placed(v)})(f))

    rng = np.random.default_rng(len(str(f)))
    starts = [rng.normal(size=shape).ravel() for _ in range(STARTS)]
    return placed(_lowest(read, value, starts, WORDS[sign]))


def _lowest(
    read: Numeric, value: Callable[[Numeric, Any], Any], starts: list[Any], word: str
) -> Any:
    """The lowest of the local minima found from some starts."""
    flat = sp.Dummy("flat")

    def height(v: Any) -> float:
        return real(value(read, v))

    def slope(v: Any) -> Any:
        reader = read.within({flat: np.asarray(v)})

        def moved(reader: Numeric) -> Any:
            return value(reader, reader.values[flat])

        return np.array([float(reader.slope(moved, flat, (k,))) for k in range(v.size)])

    found, below = list[Any](), np.inf
    for v in starts:
        try:
            found.append(quasi_newton(height, slope, v))
        except NotFound as error:  # where the function only depends on a direction
            below = min(below, error.height)
    if not found or min(map(height, found)) > below:
        raise NoValue(f"the function has no {word}, or none that is sharp")
    return min(found, key=height)


def scalar_search(read: Numeric, f: Any, x: Any, sign: int) -> float:
    """The number in its bracket at which sign * f is smallest."""
    low, high = _bracket(read, x)
    return golden_section(lambda v: sign * real(read.within({x: v})(f)), low, high)


def beyond(read: Numeric, x: Any, best: float) -> tuple[float, float] | None:
    """The interval that was searched, where that ended at an end not stated."""
    low, high = _bracket(read, x)
    at_end = min(best - low, high - best) < END * (high - low)
    return (low, high) if at_end and x not in read.brackets else None


def _bracket(read: Numeric, x: Any) -> tuple[float, float]:
    default = (1e-3, 20.0) if x.is_positive else (-10.0, 10.0)
    return read.brackets.get(x, default)
