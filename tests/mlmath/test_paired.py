"""Laws of paired tests, held to SciPy's and statsmodels'."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import binomtest, ttest_rel
from statsmodels.stats.multitest import multipletests

from mlmath.paired import holm, mcnemar, paired_t


@pytest.mark.parametrize(("first", "second"), [(0, 5), (4, 1), (13, 33), (7, 7)])
def test_mcnemar_is_scipy_s_test_of_a_fair_coin(first, second):
    theirs = binomtest(first, first + second).pvalue
    assert_allclose(mcnemar(first, second), theirs)


def test_without_disagreements_nothing_is_decided():
    assert mcnemar(0, 0) == 1


@pytest.mark.parametrize("n", [2, 3, 4, 9, 250, 1001])
def test_paired_t_is_that_of_scipy(rng, n):
    first = rng.normal(size=n)
    second = first + 0.3 * rng.normal(size=n) + 0.1
    mean, error, p_value = paired_t(first, second)
    theirs = ttest_rel(first, second)
    assert_allclose(mean / error, theirs.statistic)
    assert_allclose(p_value, theirs.pvalue, atol=1e-12)


def test_what_both_share_cancels(rng):
    first, second = rng.normal(size=(2, 30))
    hard = 100 * rng.normal(size=30)
    assert_allclose(paired_t(first + hard, second + hard), paired_t(first, second))


def test_equal_differences_are_refused():
    with pytest.raises(ValueError, match="nothing to judge"):
        paired_t([1, 2, 3], [0, 1, 2])


def test_holm_is_that_of_statsmodels(rng):
    p_values = rng.random(12) ** 3
    theirs = multipletests(p_values, method="holm")[1]
    assert_allclose(holm(p_values), np.asarray(theirs, dtype=float))


def test_holm_is_nowhere_above_bonferroni_and_keeps_the_order(rng):
    p_values = rng.random(20) ** 4
    adjusted = holm(p_values)
    assert np.all(adjusted <= np.minimum(1, 20 * p_values) + 1e-15)
    assert np.all(np.diff(adjusted[np.argsort(p_values)]) >= 0)
