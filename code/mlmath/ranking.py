"""How well a score ranks: the curve of two rates, and the area below it."""

import numpy as np
from numpy.typing import NDArray


def rates(score: NDArray, y: NDArray) -> tuple[NDArray, NDArray]:
    """Return the false and true positive rates of every threshold, from none to all.

    score: (n,); y: (n,), 1 or 0, both present. Equal scores cross the threshold
    together, so both start at 0, end at 1, and have one entry more than the scores
    have different values.
    """
    thresholds = np.unique(score)[::-1, None]
    is_told = score >= thresholds
    found = (np.mean(is_told[:, y == label], axis=1) for label in (0, 1))
    false, true = (np.concatenate([[0.0], rate]) for rate in found)
    return false, true


def area(score: NDArray, y: NDArray) -> float:
    """Return the share of pairs, one of each class, that the score ranks right.

    A tie counts one half. It is the area under the curve of `rates`, by trapezoids.
    score: (n,); y: (n,), 1 or 0, both present. Theorem: thm-auc.
    """
    false, true = rates(score, y)
    return float(np.sum(np.diff(false) * (true[1:] + true[:-1]) / 2))
