"""Settings to try: a grid, random draws, and successive halving.

A setting is a row of numbers, one for each thing to set; losses are to be small.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray


class Rung(NamedTuple):
    """settings: (k,) numbers of those still in; their losses: (k,) after `resource`."""

    resource: int
    settings: NDArray[np.int64]
    losses: NDArray[np.float64]


def grid(*values: ArrayLike) -> NDArray:
    """Return every combination of the values, the last setting changing fastest.

    values: for each setting its k_j values. Returns (k_1 k_2 ... k_d, d).
    """
    axes = np.meshgrid(*values, indexing="ij")
    return np.stack([axis.ravel() for axis in axes], axis=1)


def log_uniform(low: ArrayLike, high: ArrayLike, count: int, rng: Generator) -> NDArray:
    """Return random settings whose logarithms are uniform: every factor alike.

    low, high: positive, (d,). Returns (count, d).
    Claims: random-search-hits. Source: Bergstra and Bengio (2012).
    """
    low, high = np.log(low), np.log(high)
    return np.exp(rng.uniform(low, high, size=(count, len(low))))


def successive_halving(
    loss: Callable[[NDArray, int], NDArray], count: int, resource: int, factor: int = 3
) -> Iterator[Rung]:
    """Yield rungs: the best 1/factor of the one before, with factor times its resource.

    loss(settings, resource): losses (k,) of the settings with these numbers, in
    0, ..., count - 1. A share is rounded up, and of equal losses the first is kept.
    There are as many rungs as powers of `factor` up to `count`, 1 among them.
    Claims: halving-continued.
    Source: Jamieson and Talwalkar (2016).
    """
    settings, power = np.arange(count), 1
    while power <= count:
        losses = np.asarray(loss(settings, resource))
        yield Rung(resource, settings, losses)
        kept = -(-len(settings) // factor)
        settings = settings[np.sort(losses.argsort(kind="stable")[:kept])]
        power, resource = power * factor, resource * factor
