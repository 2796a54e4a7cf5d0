"""Regression trees: constant on boxes, each cut where it lowers the squares most."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Leaf(NamedTuple):
    """A box that is not cut: value (q,), the mean of its examples."""

    value: NDArray


class Cut(NamedTuple):
    """Examples whose `column` is at most `threshold` go low, the others high."""

    column: int
    threshold: float
    low: Cut | Leaf
    high: Cut | Leaf


Tree = Cut | Leaf


def gains(X: NDArray, Y: NDArray, fewest: int = 1) -> NDArray:
    """Return by how much each cut lowers the squares about the means, (n - 1, d).

    Entry (i, j) is the cut after the i + 1 smallest values of column j; minus infinity
    where the next value is the same, or a side has fewer than `fewest` examples.
    X: (n, d); Y: (n, q). Claims: split-gain.
    """
    order = np.argsort(X, axis=0, kind="stable")
    n, values = len(X), np.take_along_axis(X, order, axis=0)
    low_sums = np.cumsum((Y - Y.mean(axis=0))[order], axis=0)[:-1]
    lows = np.arange(1, n)[:, None]
    found = np.sum(low_sums**2, axis=2) * n / (lows * (n - lows))
    allowed = (values[1:] > values[:-1]) & (np.minimum(lows, n - lows) >= fewest)
    return np.where(allowed, found, -np.inf)


def grow(X: NDArray, Y: NDArray, depth: int, fewest: int = 1) -> Tree:
    """Return a tree of at most `depth` cuts in a row, each the best of its box alone.

    X: (n, d); Y: (n, q), where one-hot rows make classes; fewest: examples of a leaf.
    The cut is halfway between two neighboring values. A box whose best cut gains
    nothing stays whole.
    Source: Breiman, Friedman, Olshen and Stone (1984), chapter 8.
    """
    value = Y.mean(axis=0)
    squares = np.sum((Y - value) ** 2)
    if depth == 0 or len(X) < 2 * fewest or len(X) < 2:
        return Leaf(value)
    found = gains(X, Y, fewest)
    i, column = np.unravel_index(np.argmax(found), found.shape)
    if not found[i, column] > 1e-12 * squares:
        return Leaf(value)
    ordered = np.sort(X[:, column])
    threshold = (ordered[i] + ordered[i + 1]) / 2
    is_low = X[:, column] <= threshold
    low, high = (
        grow(X[side], Y[side], depth - 1, fewest) for side in (is_low, ~is_low)
    )
    return Cut(int(column), float(threshold), low, high)


def predict(tree: Tree, X: NDArray) -> NDArray:
    """Return the value of the box that each row of X (m, d) lies in, (m, q)."""
    if isinstance(tree, Leaf):
        return np.tile(tree.value, (len(X), 1))
    is_low = X[:, tree.column] <= tree.threshold
    below, above = predict(tree.low, X[is_low]), predict(tree.high, X[~is_low])
    found = np.empty((len(X), below.shape[1]))
    found[is_low], found[~is_low] = below, above
    return found
