"""Mixtures of normal distributions, made likelier step by step (EM)."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.linalg import cholesky, solve
from numpy.typing import NDArray

from .losses import log_sum_exp, softmax


class Mixture(NamedTuple):
    """shares: (k,), sum 1; means: (k, d); covariances: (k, d, d)."""

    shares: NDArray
    means: NDArray
    covariances: NDArray


def log_parts(mixture: Mixture, X: NDArray) -> NDArray:
    """Return the logarithm of share times density, (n, k), of each row and component.

    X: (n, d). Raises LinAlgError where a covariance is not positive definite.
    """
    away = X[None] - mixture.means[:, None]
    roots = cholesky(mixture.covariances)
    scaled = solve(roots, np.swapaxes(away, 1, 2))
    half_logdet = np.sum(np.log(np.diagonal(roots, axis1=1, axis2=2)), axis=1)
    constant = np.log(mixture.shares) - half_logdet - X.shape[1] / 2 * np.log(2 * np.pi)
    return constant - np.sum(scaled**2, axis=1).T / 2


def posterior(mixture: Mixture, X: NDArray) -> NDArray:
    """Return the probability (n, k) that each row came from each component.

    Claims: mixture-log-odds.
    """
    return softmax(log_parts(mixture, X))


def log_likelihood(mixture: Mixture, X: NDArray) -> float:
    """Return the logarithm of the density of all rows, which are independent."""
    return float(np.sum(log_sum_exp(log_parts(mixture, X))))


def expectation_maximization(
    X: NDArray, start: Mixture, floor: float = 0.0
) -> Iterator[Mixture]:
    """Yield mixtures of X (n, d), without a floor none less likely than the one before.

    Each row counts for a component as much as it probably came from it, and share,
    mean and covariance are the weighted ones. floor: is added to every variance, for
    without one the likelihood has no maximum: a component may shrink to one example.
    Claims: mixture-score. Source: Dempster, Laird and Rubin (1977).
    """
    mixture = start
    while True:
        yield mixture
        R = posterior(mixture, X)
        counts = R.sum(axis=0)
        means = R.T @ X / counts[:, None]
        away = X[None] - means[:, None]
        spread = np.swapaxes(away, 1, 2) @ (R.T[:, :, None] * away)
        covariances = spread / counts[:, None, None] + floor * np.eye(X.shape[1])
        mixture = Mixture(counts / len(X), means, covariances)
