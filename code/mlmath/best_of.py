"""What the best of m settings scores on average, told from N of them tried once."""

import numpy as np
from numpy.typing import NDArray


def best_of_weights(count: int) -> NDArray:
    """Return W (N, N): in a share W[m - 1, i] of choices of m, number i is the best.

    Number i has i smaller ones, i = 0, ..., N - 1, and all m are chosen among the N
    without replacement: the other m - 1 of them are then smaller. Rows add up to one.
    With sorted scores s, W @ s is the budget curve; with the truths in the order of the
    scores it is what the winners are worth.
    Source: Dodge and others (2019), who choose with replacement.
    """
    i = np.arange(count)
    weights = np.empty((count, count))
    weights[0] = 1 / count
    for m in range(1, count):  # C(i, m) / C(N, m + 1) from C(i, m - 1) / C(N, m)
        fewer = np.maximum(i - m + 1, 0) * (m + 1) / (m * (count - m))
        weights[m] = weights[m - 1] * fewer
    return weights


def best_of(scores: NDArray, truths: NDArray) -> tuple[NDArray, NDArray]:
    """Return the mean best score of 1, ..., N settings, and the mean truth of the best.

    scores, truths: (N,), larger is better. Returns two arrays (N,).
    """
    order = scores.argsort(kind="stable")
    weights = best_of_weights(len(scores))
    return weights @ scores[order], weights @ truths[order]
