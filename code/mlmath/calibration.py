"""Probabilities held to what happened: a Brier score in parts, and recalibration."""

from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .activations import logistic
from .likelihood import logistic_gradient, logistic_hessian
from .optimizers import newton

NEWTON_STEPS = 30


class Reliability(NamedTuple):
    """Of each bin that has rows: how many, their mean forecast, the share of ones."""

    rows: NDArray
    forecast: NDArray
    observed: NDArray


class BrierParts(NamedTuple):
    """The Brier score is reliability - resolution + uncertainty + within."""

    reliability: float
    resolution: float
    uncertainty: float
    within: float


def quantile_bins(p: NDArray, bins: int) -> NDArray[np.int64]:
    """Return a bin for each forecast, 0 .. bins - 1; equal forecasts share theirs.

    p: (n,). Where no two are equal the bins have n / bins rows each, but for rounding.
    """
    _, place, counts = np.unique(p, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - counts / 2
    return np.floor(bins * middle / len(p)).astype(int)[place]


def reliability(p: NDArray, y: NDArray, bin_of: NDArray) -> Reliability:
    """Return counts, mean forecasts and shares of ones of the bins that have rows.

    p: (n,), forecast probabilities; y: (n,), 1 or 0; bin_of: (n,), 0, 1, ...
    """
    count = np.bincount(bin_of)
    some = count > 0
    sums = (np.bincount(bin_of, weights=part) for part in (p, y))
    return Reliability(count[some], *(part[some] / count[some] for part in sums))


def brier_parts(p: NDArray, y: NDArray, bin_of: NDArray) -> BrierParts:
    """Return the parts of the mean of (p - y)², which add up to it exactly.

    `within` is 0 where all forecasts of a bin are equal.
    Claims: brier-decomposition, brier-within-bins.
    Source: Murphy (1973); Stephenson, Coelho and Jolliffe (2008).
    """
    count, forecast, observed = reliability(p, y, bin_of)
    share, mean = count / len(y), y.mean()
    off = share @ (forecast - observed) ** 2
    sharp = share @ (observed - mean) ** 2
    uncertain = mean * (1 - mean)
    rest = np.mean((p - y) ** 2) - (off - sharp + uncertain)
    return BrierParts(*map(float, (off, sharp, uncertain, rest)))


def expected_calibration_error(p: NDArray, y: NDArray, bin_of: NDArray) -> float:
    """Return the mean distance of forecast and share of ones, bin by bin.

    It grows with the number of bins, also where every forecast is right.
    Source: Naeini, Cooper and Hauskrecht (2015).
    """
    count, forecast, observed = reliability(p, y, bin_of)
    return float(count @ np.abs(forecast - observed) / len(y))


def recalibrated(p: NDArray, y: NDArray) -> Callable[[NDArray], NDArray]:
    """Return the map of probabilities that is linear in log-odds and likeliest for y.

    p: (n,), strictly between 0 and 1; y: (n,), 1 or 0, of rows to which the forecasts
    were not fitted, with some zero above some one (else no map is likeliest). Where the
    slope is positive it keeps the order of forecasts. Raises ValueError where a p is 0
    or 1, for its log-odds are infinite.
    Source: Platt (2000), on log-odds.
    """

    def with_ones(p: NDArray) -> NDArray:
        return np.column_stack([np.ones(len(p)), np.log(p) - np.log1p(-p)])

    if np.any((p <= 0) | (p >= 1)):
        raise ValueError("a forecast of 0 or 1 has infinite log-odds: clip it first")
    Z = with_ones(p)
    path = newton(
        lambda beta: -logistic_gradient(beta, Z, y),
        np.zeros(2),
        1.0,
        lambda beta: -logistic_hessian(beta, Z),
    )
    beta = next(islice(path, NEWTON_STEPS, None))
    return lambda p_new: logistic(with_ones(p_new) @ beta)
