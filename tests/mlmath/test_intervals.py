"""Laws of intervals, held to statsmodels', to SciPy's chi-squared, and to draws."""

import numpy as np
import pytest
import statsmodels.api as sm
from numpy.testing import assert_allclose
from scipy.stats import chi2
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.proportion import proportion_confint

from mlmath.intervals import Z95, delta, likelihood_ratio, sandwich, wald, wilson

COUNTS = np.arange(13)


def hill(k, n=12):
    """The log-likelihood of k successes in n, elementwise; 0 log 0 is 0."""

    def log_likelihood(rate):
        with np.errstate(divide="ignore", invalid="ignore"):
            yes = np.where(k > 0, k * np.log(rate), 0)
            return yes + np.where(k < n, (n - k) * np.log1p(-rate), 0)

    return log_likelihood


def test_z_leaves_out_what_a_chi_squared_of_one_degree_does():
    assert_allclose(Z95**2, chi2(1).ppf(0.95))


def test_wald_of_a_rate_is_the_normal_interval_of_statsmodels():
    rate = COUNTS / 12
    ours = wald(rate, np.sqrt(rate * (1 - rate) / 12))
    theirs = np.array(proportion_confint(COUNTS, 12, method="normal"), dtype=float)
    assert_allclose(np.clip(ours, 0, 1), theirs, atol=1e-12)


def test_wilson_is_that_of_statsmodels_and_wald_with_its_end_s_own_error():
    low, high = wilson(COUNTS, 12)
    theirs = np.array(proportion_confint(COUNTS, 12, method="wilson"), dtype=float)
    assert_allclose((low, high), theirs, atol=1e-12)
    for end in (low[1:-1], high[1:-1]):
        own = np.sqrt(end * (1 - end) / 12)
        assert_allclose(np.abs(COUNTS[1:-1] / 12 - end) / own, Z95)


def test_the_likelihood_falls_to_its_cut_at_both_ends_or_the_end_is_the_edge():
    ell, rate = hill(COUNTS), COUNTS / 12
    low, high = likelihood_ratio(ell, rate, np.zeros(13), np.ones(13))
    assert_allclose((low[0], high[-1]), (0, 1), atol=0)
    cut = ell(rate) - chi2(1).ppf(0.95) / 2
    assert_allclose(ell(low)[1:], cut[1:])
    assert_allclose(ell(high)[:-1], cut[:-1])


def test_of_a_parabola_the_likelihood_ratio_interval_is_wald_s(rng):
    center, error = rng.normal(), rng.exponential()
    ends = likelihood_ratio(
        lambda t: -((t - center) ** 2) / (2 * error**2), center, -50.0, 50.0
    )
    assert_allclose(ends, wald(center, error))


def test_delta_of_a_linear_map_is_exact_and_of_odds_that_of_statsmodels(rng):
    root, w = rng.normal(size=(3, 3)), rng.normal(size=3)
    assert_allclose(delta(root @ root.T, w), np.linalg.norm(root.T @ w))
    table = np.array([[8, 6], [3, 15]])
    total = table.sum(axis=1)
    rate = table[:, 0] / total
    spread = np.diag(rate * (1 - rate) / total)
    odds, risk = 1 / (rate * (1 - rate)), 1 / rate
    found = delta(spread, [odds * [1, -1], risk * [1, -1]])
    theirs = Table2x2(table)
    errors = theirs.log_oddsratio_se, theirs.log_riskratio_se
    assert_allclose(found, np.array(errors, dtype=float))


@pytest.mark.parametrize("family", [sm.families.Gaussian(), sm.families.Poisson()])
def test_the_sandwich_is_the_one_that_statsmodels_calls_hc0(rng, family):
    X = np.column_stack([np.ones(40), rng.normal(size=(40, 2))])
    y = rng.poisson(np.exp(X[:, 1] / 2)).astype(float)
    fit = sm.GLM(y, X, family=family).fit(cov_type="HC0")
    weight = (
        fit.fittedvalues if isinstance(family, sm.families.Poisson) else np.ones(40)
    )
    scores = X * (y - fit.fittedvalues)[:, None]
    found = sandwich(scores, -(X.T * weight) @ X)
    assert_allclose(found, fit.cov_params(), rtol=1e-6)


def test_where_the_model_is_true_the_sandwich_is_one_over_the_information(rng):
    x = rng.poisson(3.0, size=200_000)
    rate = x.mean()
    found = sandwich((x / rate - 1)[:, None], np.array([[-np.sum(x) / rate**2]]))
    assert_allclose(found[0, 0], rate / len(x), rtol=0.02)
