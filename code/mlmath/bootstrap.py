"""Intervals from resamples of the rows, and p-values from their shuffles.

Statistics are computed by whoever calls: `statistic(X[resamples(rng, n, B)])` is one
line where it is vectorized. All functions work along the last axis.
"""

from statistics import NormalDist

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Numbers = NDArray[np.float64] | float

_normal_cdf = np.vectorize(NormalDist().cdf, otypes=[float])
_normal_quantile = np.vectorize(NormalDist().inv_cdf, otypes=[float])


def resamples(rng: Generator, n: int, count: int) -> NDArray[np.int64]:
    """Return `count` draws of n rows with replacement, all rows equally likely.

    Returns row numbers, (count, n). Claims: bootstrap-mean, bootstrap-variance.
    """
    return rng.integers(n, size=(count, n))


def left_out(n: int) -> NDArray[np.int64]:
    """Return the numbers of all rows but one, for each row: (n, n - 1)."""
    everyone = np.arange(n - 1)
    return everyone + (everyone >= np.arange(n)[:, None])


def percentile_interval(draws: NDArray, level: float = 0.95) -> NDArray:
    """Return the quantiles of resampled estimates that leave equal shares outside.

    draws: (..., B). Returns (..., 2). Theorem: thm-percentile.
    Source: Efron and Tibshirani (1993), chapter 13.
    """
    tail = (1 - level) / 2
    return np.moveaxis(np.quantile(draws, [tail, 1 - tail], axis=-1), 0, -1)


def basic_interval(estimate: Numbers, draws: NDArray, level: float = 0.95) -> NDArray:
    """Return the percentile interval, mirrored at the estimate.

    estimate: (...). draws: (..., B). Returns (..., 2).
    Source: Davison and Hinkley (1997), section 5.2.
    """
    mirrored = 2 * np.asarray(estimate)[..., None]
    return mirrored - percentile_interval(draws, level)[..., ::-1]


def bca_levels(bias: Numbers, acceleration: Numbers, z: Numbers) -> NDArray:
    """Return the levels at which BCa takes the quantiles of resampled estimates.

    bias: z_0, acceleration: a, z: the normal quantile that is asked for; arrays that
    broadcast. Claim: bca-quantile. Source: Efron (1987).
    """
    moved = bias + z
    return _normal_cdf(bias + moved / (1 - acceleration * moved))


def acceleration(without: NDArray) -> NDArray:
    """Return a sixth of the skewness of what each row does to the estimate.

    without: (..., n), the estimates without one row each. 0 where all are equal.
    Source: Efron and Tibshirani (1993), equation 14.15.
    """
    pull = np.mean(without, axis=-1, keepdims=True) - without
    squares = np.sum(pull**2, axis=-1)
    spread = np.where(squares > 0, squares, 1.0)
    return np.sum(pull**3, axis=-1) / (6 * spread**1.5)


def bca_interval(
    estimate: Numbers, draws: NDArray, without: NDArray, level: float = 0.95
) -> NDArray:
    """Return the bias-corrected, accelerated interval of resampled estimates.

    estimate: (...). draws: (..., B), ties with the estimate counted as half.
    without: (..., n), the estimates without one row each. Returns (..., 2); NaN where
    all draws are on one side of the estimate.
    Theorem: thm-bca. Source: Efron (1987).
    """
    target = np.asarray(estimate)[..., None]
    below = (np.mean(draws < target, axis=-1) + np.mean(draws <= target, axis=-1)) / 2
    inside = (below > 0) & (below < 1)
    z_0 = _normal_quantile(np.where(inside, below, 0.5))
    z = NormalDist().inv_cdf((1 + level) / 2)
    a = acceleration(without)
    found = [_quantile_each(draws, bca_levels(z_0, a, side * z)) for side in (-1, 1)]
    return np.where(inside[..., None], np.stack(found, axis=-1), np.nan)


def _quantile_each(draws: NDArray, levels: NDArray) -> NDArray:
    """The quantile of each set of draws at its own level, as np.quantile has it."""
    ordered = np.sort(draws, axis=-1)
    place = levels * (ordered.shape[-1] - 1)
    low = np.floor(place).astype(int)
    high = np.minimum(low + 1, ordered.shape[-1] - 1)
    near, far = (
        np.take_along_axis(ordered, at[..., None], axis=-1)[..., 0]
        for at in (low, high)
    )
    return near + (place - low) * (far - near)


def shuffles(rng: Generator, n: int, count: int) -> NDArray[np.int64]:
    """Return `count` orders of n rows, all equally likely: (count, n)."""
    return rng.permuted(np.tile(np.arange(n), (count, 1)), axis=1)


def permutation_p(observed: Numbers, shuffled: NDArray) -> NDArray:
    """Return the share of statistics, the observed one included, that are as large.

    observed: (...). shuffled: (..., B), of random orders. Returns (...), at least
    1 / (B + 1). Equal but for rounding counts as equal.
    Theorem: thm-permutation-level. Source: Phipson and Smyth (2010).
    """
    target = np.asarray(observed)[..., None]
    slack = 1e-12 * np.abs(target)
    as_large = np.sum(shuffled >= target - slack, axis=-1)
    return (1 + as_large) / (1 + shuffled.shape[-1])
