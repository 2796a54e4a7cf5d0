"""Laws of resamples and shuffles, held to SciPy's."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from mlmath.bootstrap import (
    basic_interval,
    bca_interval,
    left_out,
    percentile_interval,
    permutation_p,
    resamples,
    shuffles,
)

OURS = {
    "percentile": lambda x, draws: percentile_interval(draws, 0.9),
    "basic": lambda x, draws: basic_interval(x.var(), draws, 0.9),
    "BCa": lambda x, draws: bca_interval(
        x.var(), draws, x[left_out(len(x))].var(axis=1), 0.9
    ),
}


@pytest.mark.parametrize("method", OURS)
def test_intervals_are_those_of_scipy(rng, method):
    x = rng.exponential(size=30)
    told = stats.bootstrap(
        (x,), np.var, n_resamples=999, confidence_level=0.9, method=method, rng=rng
    )
    ours = OURS[method](x, told.bootstrap_distribution)
    assert_allclose(ours, told.confidence_interval, rtol=1e-9)


def test_a_resampled_mean_has_the_plug_in_variance(rng):
    x = np.array([1.0, 2.0, 6.0])
    means = x[resamples(rng, 3, 40_000)].mean(axis=1)
    chance = 5 * np.sqrt(x.var() / 3 / 40_000)
    assert abs(means.mean() - x.mean()) < chance
    assert_allclose(means.var(), x.var() / 3, rtol=0.05)


def test_percentile_and_bca_intervals_follow_an_increasing_map(rng):
    x = rng.exponential(size=25)
    draws = x[resamples(rng, 25, 999)].mean(axis=1)  # 0.025 * 998 is no whole number
    level = 1 - 2 * 25 / 998  # at whole places nothing is interpolated
    mapped = percentile_interval(np.exp(draws), level)
    assert_allclose(mapped, np.exp(percentile_interval(draws, level)))


def test_without_bias_and_acceleration_bca_is_percentile(rng):
    draws = np.sort(rng.normal(size=1001))
    ours = bca_interval(draws[500], draws, np.array([-1.0, 0.0, 1.0]))
    assert_allclose(ours, percentile_interval(draws), atol=1e-9)


def test_bca_has_no_interval_where_all_draws_are_on_one_side():
    assert np.all(np.isnan(bca_interval(0.0, np.ones(9), np.arange(4.0))))


def test_intervals_of_many_sets_are_those_of_each(rng):
    estimates, draws = rng.normal(size=3), rng.normal(size=(3, 200))
    without = rng.normal(size=(3, 10))
    together = bca_interval(estimates, draws, without)
    each = [bca_interval(*case) for case in zip(estimates, draws, without, strict=True)]
    assert_allclose(together, each)
    assert basic_interval(estimates, draws).shape == (3, 2)


def test_every_row_is_left_out_once():
    rows = left_out(4)
    missing = [set(range(4)).difference(row) for row in rows.tolist()]
    assert missing == [{0}, {1}, {2}, {3}]


def test_permutation_p_is_that_of_scipy(rng):
    pooled = rng.normal(size=18)
    apart = pooled[:8].mean() - pooled[8:].mean()

    def gap(one, other, axis):
        return one.mean(axis=axis) - other.mean(axis=axis)

    told = stats.permutation_test(
        (pooled[:8], pooled[8:]),
        gap,
        n_resamples=499,
        alternative="greater",
        vectorized=True,
        rng=rng,
    )
    assert_allclose(permutation_p(apart, told.null_distribution), told.pvalue)


def test_a_permutation_test_rejects_as_often_as_it_says(rng):
    x = rng.exponential(size=(1500, 12))
    orders = shuffles(rng, 12, 19)
    gaps = x[:, orders][:, :, :4].mean(axis=2)
    p = permutation_p(x[:, :4].mean(axis=1), gaps)
    for k in (1, 5, 10):
        share = np.mean(p <= k / 20 + 1e-12)
        assert abs(share - k / 20) < 5 * np.sqrt(k / 20 * (1 - k / 20) / 1500)
