"""Where a function of a number, a vector or a matrix is smallest or largest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp

from .reader import Numeric, number, real
from .search import golden_section, quasi_newton

STARTS = 3


def array_search(
    read: Numeric,
    f: Any,
    x: Any,
    sign: int,
    project: Callable[[Any], Any] | None = None,
) -> Any:
    """The vector or matrix at which sign * f has the best local minimum found.

    project: onto what x is known to be, so that a complex step passes through.
    """
    shape = tuple(map(read.count, x.shape))
    flat = sp.Dummy("flat")

    def placed(v: Any) -> Any:
        point = np.reshape(v, shape)
        return project(point) if project else point

    def value(reader: Numeric) -> Any:
        return sign * number(reader.within({x: placed(reader.values[flat])})(f))

    def at(v: Any) -> Numeric:
        return read.within({flat: np.asarray(v)})

    def height(v: Any) -> float:
        return real(value(at(v)))

    def slope(v: Any) -> Any:
        return np.array([float(at(v).slope(value, flat, (k,))) for k in range(v.size)])

    rng = np.random.default_rng(len(str(f)))
    starts = [rng.normal(size=shape).ravel() for _ in range(STARTS)]
    best = min((quasi_newton(height, slope, v) for v in starts), key=height)
    return placed(best)


def scalar_search(read: Numeric, f: Any, x: Any, sign: int) -> float:
    """The number in its bracket at which sign * f is smallest."""
    default = (1e-3, 20.0) if x.is_positive else (-10.0, 10.0)
    low, high = read.brackets.get(x, default)
    return golden_section(lambda v: sign * real(read.within({x: v})(f)), low, high)
