"""Where a function is largest or smallest, without the calculus of the other reader."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

GOLDEN = (5**0.5 - 1) / 2
CELLS = 60


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
    f: Callable[[np.ndarray], float],
    gradient: Callable[[np.ndarray], np.ndarray],
    x: np.ndarray,
    steps: int = 400,
) -> np.ndarray:
    """A local minimizer of f from x, by BFGS with backtracking.

    x: (k,).  Raises ValueError where f runs off without a minimum.
    Source: Nocedal and Wright, Numerical Optimization, section 6.1.
    """
    h, g, fx = np.eye(x.size), gradient(x), f(x)
    for _ in range(steps):
        if np.linalg.norm(g) < 1e-11 * max(1.0, abs(fx)):
            return x
        p = -h @ g
        if p @ g >= 0:
            h, p = np.eye(x.size), -g
        t = 1.0
        while not f(x + t * p) <= fx + 1e-4 * t * (p @ g):
            t /= 2
            if t < 1e-14:
                return x
        s = t * p
        x, g_before = x + s, g
        g, fx = gradient(x), f(x)
        if np.linalg.norm(x) > 1e8 or fx < -1e12:
            raise ValueError("the function has no minimum")
        y = g - g_before
        if s @ y > 1e-14 * (y @ y):
            rho = 1 / (s @ y)
            v = np.eye(x.size) - rho * np.outer(s, y)
            h = v @ h @ v.T + rho * np.outer(s, s)
    return x
