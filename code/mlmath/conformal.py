"""Intervals from ranks: which error holds a new one, whatever errors look like.

Scores are how badly a row was predicted, and larger is worse. If the calibration scores
and the new one are exchangeable, each rank of the new one is equally likely.
Claims: conformal-coverage-mean, conformal-at-least, thm-split-conformal.
"""

from collections.abc import Iterable, Iterator
from math import ceil, inf

import numpy as np
from numpy.typing import ArrayLike, NDArray

ROUNDOFF = 1e-9  # of a rank: (n + 1)(1 - alpha) may miss a whole number by some


def conformal_rank(n: int, alpha: float) -> int:
    """Return the least rank k with k / (n + 1) >= 1 - alpha; above n, no score does.

    n: calibration scores. Raises ValueError unless 0 < alpha < 1.
    """
    if not 0 < alpha < 1:
        raise ValueError(f"a share of misses is between 0 and 1, and {alpha} is not")
    return ceil((n + 1) * (1 - alpha) - ROUNDOFF)


def conformal_threshold(scores: ArrayLike, alpha: float) -> float:
    """Return a bound that a new score exceeds with a chance of at most alpha.

    scores: (n,), exchangeable with the new one. The bound is the k-th smallest, with
    k of `conformal_rank`; infinite where n scores are too few for alpha.
    Source: Papadopoulos and others (2002); Vovk, Gammerman and Shafer (2005).
    """
    ordered = np.sort(np.asarray(scores, dtype=float))
    k = conformal_rank(len(ordered), alpha)
    return float(ordered[k - 1]) if k <= len(ordered) else inf


def grouped_thresholds(
    scores: NDArray, groups: NDArray, alpha: float
) -> dict[object, float]:
    """Return for each group the bound of its own scores, which holds within the group.

    scores, groups: (n,). Source: Vovk, Gammerman and Shafer (2005), Mondrian ones.
    """
    names = np.unique(groups)
    return {g.item(): conformal_threshold(scores[groups == g], alpha) for g in names}


def tracked_thresholds(
    scores: Iterable[float], alpha: float, rate: float, start: float = 0.0
) -> Iterator[float]:
    """Yield a bound before each score; a share near alpha of all scores exceeds them.

    After each score the bound rises by rate (1 - alpha) if the score exceeded it, else
    it falls by rate alpha: a step down the pinball loss. Claims: tracked-share,
    thm-tracking. Source: Gibbs and Candes (2021); Angelopoulos and others (2023).
    """
    bound = start
    for score in scores:
        yield bound
        bound += rate * ((score > bound) - alpha)
