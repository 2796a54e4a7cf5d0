"""Intervals for an unknown number, made from a likelihood, and standard errors.

z says how sure: the default leaves out what is beyond 95% of a normal distribution.
"""

from collections.abc import Callable
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

Z95 = NormalDist().inv_cdf(0.975)
HALVINGS = 60  # of a bracket, which leaves nothing that a double can hold


def wald(
    estimate: ArrayLike, standard_error: ArrayLike, z: float = Z95
) -> tuple[NDArray, NDArray]:
    """Return the ends of all values within z standard errors of the estimate.

    Symmetric, on the scale of the estimate, whether or not the ends make sense there.
    """
    center, reach = np.asarray(estimate), z * np.asarray(standard_error)
    return center - reach, center + reach


def wilson(
    successes: ArrayLike, trials: ArrayLike, z: float = Z95
) -> tuple[NDArray, NDArray]:
    """Return the ends of the rates that lie within z of *their own* standard errors.

    successes: 0 to trials. The ends stay between 0 and 1, and differ, always.
    Claims: wilson-square. Source: Wilson (1927).
    """
    n, shrunk = np.asarray(trials), 1 + z**2 / np.asarray(trials)
    rate = np.asarray(successes) / n
    center = (rate + z**2 / (2 * n)) / shrunk
    reach = z * np.sqrt(rate * (1 - rate) / n + z**2 / (4 * n**2)) / shrunk
    return np.maximum(center - reach, 0), np.minimum(center + reach, 1)


def likelihood_ratio(
    log_likelihood: Callable[[NDArray], NDArray],
    top: ArrayLike,
    low: ArrayLike,
    high: ArrayLike,
    z: float = Z95,
) -> tuple[NDArray, NDArray]:
    """Return the ends of the values less than z² / 2 below the top of the hill.

    log_likelihood: elementwise; it rises from low to top and falls from there to high.
    top, low, high: finite, of one shape. Where the hill is still above the cut at low
    or at high, that is the end.
    """
    top = np.asarray(top, dtype=float)
    cut = log_likelihood(top) - z**2 / 2

    def end(outside: NDArray) -> NDArray:
        inside, is_kept = top, log_likelihood(outside) >= cut
        for _ in range(HALVINGS):
            middle = (inside + outside) / 2
            is_above = log_likelihood(middle) >= cut
            inside = np.where(is_above, middle, inside)
            outside = np.where(is_above | is_kept, outside, middle)
        return np.where(is_kept, outside, inside)

    return end(np.asarray(low, dtype=float)), end(np.asarray(high, dtype=float))


def delta(covariance: NDArray, slopes: ArrayLike) -> NDArray:
    """Return the standard error of g(estimate), to first order in the estimate's.

    covariance: (d, d), of the estimate; slopes: (d,) or (m, d), the gradient of g
    there, of each g. Claims: delta-square.
    """
    G = np.atleast_2d(np.asarray(slopes, dtype=float))
    found = np.sqrt(np.sum((G @ covariance) * G, axis=1))
    return found.reshape(np.shape(slopes)[:-1])


def sandwich(scores: NDArray, hessian: NDArray) -> NDArray:
    """Return the covariance of an estimate whose model need not be true, (d, d).

    scores: (n, d), the gradient of each independent row's log-likelihood at the
    estimate; hessian: (d, d), of their sum. Claims: poisson-sandwich, sandwich-weights.
    Source: Huber (1967), White (1982).
    """
    bread = np.linalg.inv(hessian)
    return bread @ (scores.T @ scores) @ bread.T
