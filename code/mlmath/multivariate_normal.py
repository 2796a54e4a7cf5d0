"""The normal distribution in several dimensions: density, slices, level curves."""

import numpy as np
from numpy.linalg import cholesky, slogdet, solve
from numpy.typing import ArrayLike, NDArray


def log_density(z: ArrayLike, mean: ArrayLike, covariance: NDArray) -> float:
    """Return the logarithm of the density at z.

    z, mean: (n,); covariance: (n, n), positive definite.
    Claims: gaussian-exponent, gaussian-area-factor. Source: Bishop, section 2.3.
    """
    away = np.asarray(z) - np.asarray(mean)
    size = len(away) * np.log(2 * np.pi) + slogdet(covariance)[1]
    return float(-(size + away @ solve(covariance, away)) / 2)


def conditional(
    mean: ArrayLike, covariance: NDArray, places: ArrayLike, values: ArrayLike
) -> tuple[NDArray, NDArray]:
    """Return mean and covariance of the other entries, given those at `places`.

    mean: (n,); covariance: (n, n), positive definite; places: (d,), distinct, from 0;
    values: (d,), what was seen there. The other entries keep their order.
    Claims: conditional-normal-covariance. Source: Bishop, section 2.3.1.
    """
    mean, seen = np.asarray(mean, float), np.asarray(places, int)
    others = np.setdiff1d(np.arange(len(mean)), seen)
    across = covariance[np.ix_(others, seen)]
    K = solve(covariance[np.ix_(seen, seen)], across.T).T
    center = mean[others] + K @ (np.asarray(values) - mean[seen])
    return center, covariance[np.ix_(others, others)] - K @ across.T


def ellipse(
    mean: ArrayLike, covariance: NDArray, radius: float = 1.0, count: int = 121
) -> NDArray:
    """Return points, (2, count), on a level curve of a density in the plane.

    mean: (2,); covariance: (2, 2), positive definite. A map that makes the covariance
    from the identity makes the curve from a circle of this radius.
    """
    turn = np.linspace(0, 2 * np.pi, count)
    circle = radius * np.array([np.cos(turn), np.sin(turn)])
    return np.asarray(mean, float)[:, None] + cholesky(covariance) @ circle
