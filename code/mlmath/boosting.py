"""Boosting: each small tree is fitted to what the sum of those before it leaves."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .trees import grow, predict


def boosted(
    X: NDArray, Y: NDArray, X_new: NDArray, depth: int, learning_rate: float = 0.1
) -> Iterator[tuple[NDArray, NDArray]]:
    """Yield predictions for X and X_new whose squared error on Y never rises.

    X: (n, d); Y: (n, q); X_new: (m, d); 0 < learning_rate < 2. The first are the mean.
    Each tree is fitted to the residuals, minus half of the gradient of the sum of
    squares, and a share of it, the learning rate, is added.
    Claims: boosting-step. Source: Friedman (2001).
    """
    mean = Y.mean(axis=0)
    fitted, new = np.tile(mean, (len(X), 1)), np.tile(mean, (len(X_new), 1))
    while True:
        yield fitted, new
        tree = grow(X, Y - fitted, depth)
        fitted = fitted + learning_rate * predict(tree, X)
        new = new + learning_rate * predict(tree, X_new)
