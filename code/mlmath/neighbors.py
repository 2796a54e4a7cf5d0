"""Nearest neighbors: predict the mean of what was measured at the nearest examples."""

import numpy as np
from numpy.typing import NDArray


def nearest(X: NDArray, X_new: NDArray, k: int) -> NDArray:
    """Return the rows (m, k) of X nearest to each of X_new (m, d), the nearest first.

    X: (n, d). Distances are Euclidean, so the columns' units matter. Of equally near
    examples the first row comes first. Raises ValueError unless 1 <= k <= n.
    """
    if not 1 <= k <= len(X):
        raise ValueError(f"k = {k} is not between 1 and {len(X)}, the examples")
    squared = np.stack([np.sum((X - x) ** 2, axis=1) for x in X_new])
    return np.argsort(squared, axis=1, kind="stable")[:, :k]


def neighbor_means(X: NDArray, Y: NDArray, X_new: NDArray, most: int) -> NDArray:
    """Return the means of Y over the nearest 1, 2, ..., `most` examples, all at once.

    Y: (n, q); returns (most, m, q). Where the rows of Y are one-hot classes, they are
    the shares of the classes among the neighbors.
    Claims: nearest-distance. Source: Hastie, Tibshirani and Friedman (2009), 2.3.2.
    """
    sums = np.cumsum(Y[nearest(X, X_new, most)], axis=1)
    return np.moveaxis(sums, 1, 0) / np.arange(1, most + 1)[:, None, None]
