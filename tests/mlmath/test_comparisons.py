"""What is tuned is no edge of its grid; what is judged is judged on enough pairs."""

import numpy as np
import pytest
from scipy.stats import binom

from mlmath.comparisons import median_between, tuned


def test_the_best_setting_has_the_least_mean_loss():
    assert tuned([0.1, 0.2, 0.4], [[3, 3], [2, 4 - 1.5], [5, 1]]) == 1


@pytest.mark.parametrize("losses", [[1, 2, 3], [3, 2, 1]])
def test_a_best_at_an_edge_is_refused(losses):
    with pytest.raises(ValueError, match="edge of the grid"):
        tuned([0.1, 0.2, 0.4], losses)


def test_the_interval_holds_the_median_as_often_as_it_says():
    draws = np.random.default_rng(3).exponential(size=(4000, 21))
    low, high = np.array([median_between(row) for row in draws]).T[1:]
    assert np.mean((low < np.log(2)) & (np.log(2) < high)) > 0.95


@pytest.mark.parametrize("n", [16, 32, 33, 100])
def test_no_shorter_interval_between_two_of_the_pairs_would_do(n):
    middle, low, high = median_between(np.arange(n))
    assert (middle, low + high) == ((n - 1) / 2, n - 1)
    assert 2 * binom.cdf(low, n, 0.5) <= 0.05 < 2 * binom.cdf(low + 1, n, 0.5)


def test_fewer_than_sixteen_pairs_are_refused():
    with pytest.raises(ValueError, match="16 seeds or more, not on 15"):
        median_between(np.arange(15))
