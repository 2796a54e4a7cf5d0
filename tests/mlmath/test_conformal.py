"""Laws of intervals from ranks, held to SciPy's beta distribution and quantiles."""

from itertools import islice, permutations
from math import inf

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import beta, kstest
from scipy.stats.mstats import mquantiles

from mlmath.conformal import (
    conformal_rank,
    conformal_threshold,
    grouped_thresholds,
    tracked_thresholds,
)


@pytest.mark.parametrize(("n", "alpha"), [(4, 0.2), (5, 0.3), (6, 0.5)])
def test_in_all_orders_of_the_scores_the_last_is_held_in_its_share(rng, n, alpha):
    orders = list(permutations(rng.normal(size=n + 1)))
    held = [last <= conformal_threshold(rest, alpha) for *rest, last in orders]
    share = np.mean(held)
    assert_allclose(share, conformal_rank(n, alpha) / (n + 1))
    assert 1 - alpha - 1e-12 <= share < 1 - alpha + 1 / (n + 1)


def test_with_equal_scores_the_share_is_never_less(rng):
    for scores in rng.integers(0, 3, size=(20, 5)):
        orders = permutations(scores)
        held = [last <= conformal_threshold(rest, 0.4) for *rest, last in orders]
        assert np.mean(held) >= 0.6


def test_the_threshold_is_the_quantile_of_scipy_at_its_rank(rng):
    scores = rng.normal(size=30)  # plotting positions (k - 1/2) / n
    k = conformal_rank(30, 0.1)
    theirs = mquantiles(scores, (k - 0.5) / 30, alphap=0.5, betap=0.5)
    assert_allclose(conformal_threshold(scores, 0.1), theirs[0])


def test_coverage_given_the_calibration_set_is_beta(rng):
    n, k = 19, conformal_rank(19, 0.1)
    coverage = [conformal_threshold(rng.random(n), 0.1) for _ in range(2000)]
    assert kstest(coverage, beta(k, n + 1 - k).cdf).pvalue > 1e-3


def test_roundoff_does_not_raise_a_rank():
    assert [conformal_rank(n, 0.1) for n in (9, 19, 29, 99)] == [9, 18, 27, 90]


def test_too_few_scores_give_no_bound_and_no_share_is_refused():
    assert conformal_threshold(np.arange(18), 0.05) == inf
    assert conformal_threshold(np.arange(19), 0.05) == 18
    with pytest.raises(ValueError, match="between 0 and 1"):
        conformal_rank(10, 1.0)


def test_each_group_has_the_bound_of_its_own_scores(rng):
    scores, groups = rng.random(50), rng.integers(0, 3, size=50)
    for name, bound in grouped_thresholds(scores, groups, 0.2).items():
        assert bound == conformal_threshold(scores[groups == name], 0.2)


def test_tracked_bounds_miss_the_asked_share_whatever_comes(rng):
    rate, alpha, top = 0.1, 0.2, 3.0
    for _ in range(20):
        scores = top * rng.random(400) ** rng.uniform(0.1, 8, size=400).cumsum()
        bounds = np.array(list(tracked_thresholds(scores, alpha, rate)))
        off = abs(np.mean(scores > bounds) - alpha)
        assert off <= (top + rate) / (rate * 400)


def test_a_tracked_bound_is_told_before_its_score(rng):
    seen = []

    def scores():
        for score in rng.random(10):
            seen.append(score)
            yield score

    next(islice(tracked_thresholds(scores(), 0.1, 1.0), 3, None))
    assert len(seen) == 4
