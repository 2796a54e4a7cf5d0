"""Where a function of many numbers is large: a search that needs no slopes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

FIRST, LAST, SHRINK = 1.0, 1e-17, 4.0  # steps, for the size of each number
SLANTED = 2  # steps in random directions, besides one along each axis


def climb(
    f: Callable[[Any], float], x: Any, rng: np.random.Generator, rounds: int
) -> Any:
    """The highest point that a pattern search finds from x in so many rounds.

    x: (k,).  f may be -inf where it has no value, and jump.  A step is relative to the
    number that it moves, so that all scales are within reach; a step that was good is
    tried once more, which goes along valleys.
    Source: Hooke and Jeeves, Direct search solution, 1961.
    """
    best, step = f(x), FIRST
    for _ in range(rounds):
        base = x
        for move in _moves(x, rng):
            for there in (x + step * move, x - step * move):
                if (height := f(there)) > best:
                    x, best = there, height
                    break
        again = 2 * x - base
        if x is not base and (height := f(again)) > best:
            x, best = again, height
        step = step / SHRINK if x is base else min(2 * step, FIRST)
        if step < LAST:
            break
    return x


def _moves(x: Any, rng: np.random.Generator) -> list[Any]:
    """A step for every number, in random order, and some of all numbers."""
    scale = np.where(x == 0, 1.0, np.abs(x))
    axes = [scale[k] * np.eye(x.size)[k] for k in rng.permutation(x.size)]
    return [*axes, *(scale * rng.normal(size=x.size) for _ in range(SLANTED))]
