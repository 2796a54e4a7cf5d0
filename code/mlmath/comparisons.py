"""Two settings or methods compared: each tuned inside a grid, then judged in pairs."""

from math import comb

import numpy as np
from numpy.typing import ArrayLike, NDArray

LEAST = 16  # pairs; below that no interval is told


def tuned(grid: ArrayLike, losses: ArrayLike) -> int:
    """Return the place of the setting with the least mean loss, which is no edge.

    grid: (m,), in order.  losses: (m,) or (m, seeds).  Raises ValueError where the
    least is at an edge of the grid, for beyond it there may be a better one.
    """
    settings = np.asarray(grid)
    found = np.asarray(losses, dtype=float).reshape(len(settings), -1)
    best = int(found.mean(axis=1).argmin())
    if not 0 < best < len(settings) - 1:
        raise ValueError(f"{settings[best]}, the best, is at an edge of the grid")
    return best


def median_between(pairs: ArrayLike) -> NDArray:
    """Return the median of paired ratios or differences, and an interval for it.

    pairs: (n,), one for each seed that both share; ValueError if there are fewer than
    16. The interval misses the true median at most once in twenty times, whatever the
    continuous distribution: the exercise ex-comparing-interval says why.
    """
    ordered = np.sort(np.asarray(pairs, dtype=float))
    if ordered.ndim != 1 or len(ordered) < LEAST:
        raise ValueError(f"compare on {LEAST} seeds or more, not on {ordered.size}")
    n, k, missed = len(ordered), 0, 0
    while 20 * (missed + 2 * comb(n, k)) <= 2**n:
        missed += 2 * comb(n, k)
        k += 1
    return np.array([np.median(ordered), ordered[k - 1], ordered[-k]])
