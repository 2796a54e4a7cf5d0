"""Where a function is largest or smallest, without the calculus of the other reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

GOLDEN = (5**0.5 - 1) / 2
CELLS = 60
FLAT = 1e-6  # a step of Newton's that is left at a minimum is an error of its place


class NotFound(Exception):
    """A search ended at no minimum whose place is known; height: where it ended."""

    def __init__(self, how: str, height: float) -> None:
        super().__init__(f"a search {how}, to a value of {height:g}")
        self.height = height


def golden_section(f: Callable[[float], float], a: float, b: float) -> float:
    """The minimizer of f on (a, b): best cell of a grid, then golden section."""
    grid = np.linspace(a, b, CELLS + 2)[1:-1]
    values = [f(t) for t in grid]
    best = int(np.nanargmin(values))
    ends = np.array([a, *grid, b])
    a, b = ends[best], ends[best + 2]
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
    return (a + b) / 2


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
            raise NotFound("ran off", fx)
        h = _updated(h, s, g - g_before)
    return _placed(x, h @ g, fx)


def _placed(x: Any, left: Any, fx: float) -> Any:
    """Where a search ended, if hardly any step is left."""
    if np.linalg.norm(left) > FLAT * max(1.0, float(np.linalg.norm(x))):
        raise NotFound("went flat", fx)
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
