"""Two methods on the same rows: is the difference real, and how many were looked at?"""

from math import atan, comb, cos, pi, sin, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray


def mcnemar(only_first: int, only_second: int) -> float:
    """Return how often fair coins fall at least as unevenly as the disagreements.

    only_first, only_second: rows that this method alone has right. Returns the exact
    two-sided p-value; without any disagreement it is 1. Theorem: thm-mcnemar.
    Source: McNemar (1947), with the exact distribution in place of the normal one.
    """
    few, many = sorted((int(only_first), int(only_second)))
    m = few + many
    ways = sum(comb(m, k) for k in range(few + 1))
    return min(1.0, 2 * ways / 2**m)


def paired_t(first: ArrayLike, second: ArrayLike) -> tuple[float, float, float]:
    """Return the mean difference of paired losses, its standard error, and a p-value.

    first, second: (n,), losses on the same n >= 2 rows, which are independent of one
    another. The two-sided p-value, right to 1e-12, is exact where the differences are
    normal. Raises ValueError where all differences are one number.
    Claims: paired-difference-variance.
    """
    differences = np.asarray(first, dtype=float) - np.asarray(second, dtype=float)
    n = len(differences)
    error = differences.std(ddof=1) / sqrt(n)
    if error == 0:
        raise ValueError("all differences are one number: there is nothing to judge by")
    mean = differences.mean()
    return float(mean), float(error), 1 - _student_within(abs(mean / error), n - 1)


def holm(p_values: ArrayLike) -> NDArray[np.float64]:
    """Return adjusted p-values: who believes those up to a errs with at most a.

    That is, the probability that one or more of them are about nothing is a at most,
    however the tests depend on one another. p_values: (m,), in any order; it is kept.
    Theorem: thm-holm. Source: Holm (1979).
    """
    p = np.asarray(p_values, dtype=float)
    order = np.argsort(p, kind="stable")
    steps = p[order] * np.arange(len(p), 0, -1)
    adjusted = np.empty(len(p))
    adjusted[order] = np.minimum(1, np.maximum.accumulate(steps))
    return adjusted


def _student_within(t: float, degrees: int) -> float:
    """The probability that Student's t is between -t and t.

    Source: Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
    """
    angle, is_odd = atan(t / sqrt(degrees)), degrees % 2
    term, total = cos(angle) if is_odd else 1.0, 0.0
    for k in range(1 + is_odd, degrees, 2):
        total += term
        term *= cos(angle) ** 2 * k / (k + 1)
    within = sin(angle) * total
    return (angle + within) * 2 / pi if is_odd else within
