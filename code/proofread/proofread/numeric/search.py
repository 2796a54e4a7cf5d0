"""Where a function is largest or smallest, without the calculus of the other reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

GOLDEN = (5**0.5 - 1) / 2
CELLS = 60
FLAT = 1e-6  # a step of Newton's that is left at a minimum is an error of its place
RIVALS = 3  # how many other wells are looked into
EVEN = 1e-9  # of a function's size or range: two minima are as low as each other


class NotFound(Exception):
    """A search ended at no minimum whose place is known.

    at, height: where it ended, and how high that is.
    """

    def __init__(self, how: str, at: Any, height: float) -> None:
        super().__init__(f"a search {how}, to a value of {height:g}")
        self.at, self.height = at, height


def golden_section(f: Callable[[float], float], a: float, b: float) -> float:
    """The minimizer of f on (a, b): best cell of a grid, then golden section."""
    ends = _grid(a, b)
    best = int(np.nanargmin([f(t) for t in ends[1:-1]]))
    return _sectioned(f, ends[best], ends[best + 2])


def rival(
    f: Callable[[float], float], a: float, b: float, lowest: float
) -> float | None:
    """Another minimizer of f on (a, b), in a cell apart from that of the lowest."""
    ends = _grid(a, b)
    values = np.array([np.inf, *(f(t) for t in ends[1:-1]), np.inf])
    least = np.minimum(values[:-2], values[2:]) >= values[1:-1]
    wells = [
        k for k in map(int, np.flatnonzero(least)) if not _near(ends, k + 1, lowest)
    ]
    height = f(lowest)
    size = max(abs(height), np.ptp(values[np.isfinite(values)]))
    for k in sorted(wells, key=lambda k: values[k + 1])[:RIVALS]:
        place = _sectioned(f, ends[k], ends[k + 2])
        if f(place) <= height + EVEN * size:
            return place
    return None


def _grid(a: float, b: float) -> Any:
    return np.linspace(a, b, CELLS + 2)


def _near(ends: Any, k: int, place: float) -> bool:
    """Whether a place is in a cell around the k-th end, or beside such a cell."""
    return bool(abs(place - ends[k]) <= 2 * (ends[1] - ends[0]))


def _sectioned(f: Callable[[float], float], a: float, b: float) -> float:
    """The minimizer of f on (a, b), where it has one."""
    c, d = b - GOLDEN * (b - a), a + GOLDEN * (b - a)
    fc, fd = f(c), f(d)
    while b - a > 1e-9 * max(1.0, abs(a)):
        if fc < fd:
            b, d, fd = d, c, fc
            c = b - GOLDEN * (b - a)
            fc = f(c)
        else:
            a, c, fc = c, d, fd
            d = a + GOLDEN * (b - a)
            fd = f(d)
    return min(((a + b) / 2, a, b), key=f)  # beside a jump only one side is low


def quasi_newton(
    f: Callable[[Any], float],
    gradient: Callable[[Any], Any],
    x: Any,
    steps: int = 400,
) -> Any:
    """A local minimizer of f from x, by BFGS with backtracking.

    x: (k,).  Raises NotFound where it comes upon no minimum, or on one so flat that its
    digits are lost, as that of a fourth power.
    Source: Nocedal and Wright, Numerical Optimization, section 6.1.
    """
    h, g, fx = np.eye(x.size), gradient(x), f(x)
    for _ in range(steps):
        if np.linalg.norm(g) < 1e-11 * max(1.0, abs(fx)):
            break
        p = -h @ g
        if p @ g >= 0:
            h, p = np.eye(x.size), -g
        s = _descent(f, x, fx, p, p @ g)
        if s is None:
            break
        x, g_before = x + s, g
        g, fx = gradient(x), f(x)
        if np.linalg.norm(x) > 1e8 or fx < -1e12:
            raise NotFound("ran off", x, fx)
        h = _updated(h, s, g - g_before)
    return _placed(x, h @ g, fx)


def _placed(x: Any, left: Any, fx: float) -> Any:
    """Where a search ended, if hardly any step is left."""
    if np.linalg.norm(left) > FLAT * max(1.0, float(np.linalg.norm(x))):
        raise NotFound("went flat", x, fx)
    return x


def _descent(
    f: Callable[[Any], float], x: Any, fx: float, p: Any, slope: float
) -> Any | None:
    """The longest of p, p/2, p/4, … that lowers f enough; None where none does."""
    t = 1.0
    while not f(x + t * p) <= fx + 1e-4 * t * slope:
        t /= 2
        if t < 1e-14:
            return None
    return t * p


def _updated(h: Any, s: Any, y: Any) -> Any:
    """The inverse Hessian after a step s that changed the gradient by y."""
    if s @ y <= 1e-14 * (y @ y):
        return h
    rho = 1 / (s @ y)
    v = np.eye(s.size) - rho * np.outer(s, y)
    return v @ h @ v.T + rho * np.outer(s, s)
