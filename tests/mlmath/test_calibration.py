"""Laws of calibration, held to scikit-learn's and statsmodels'."""

import numpy as np
import pytest
import statsmodels.api as sm
from numpy.testing import assert_allclose
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss, roc_auc_score

from mlmath.calibration import (
    brier_parts,
    expected_calibration_error,
    quantile_bins,
    recalibrated,
    reliability,
)


@pytest.fixture
def forecasts(rng):
    """Forecasts that are too sure, and what happened."""
    log_odds = rng.normal(size=1200)
    y = (rng.random(1200) < 1 / (1 + np.exp(-log_odds))) * 1.0
    return 1 / (1 + np.exp(-2.5 * log_odds)), y


def test_bins_are_of_one_size_and_in_order(rng):
    p = rng.random(60)
    bins = quantile_bins(p, 6)
    assert list(np.bincount(bins)) == [10] * 6
    assert np.all(np.diff(bins[np.argsort(p)]) >= 0)


def test_equal_forecasts_share_a_bin():
    p = np.repeat([0.2, 0.5, 0.9], [50, 3, 47])
    bins = quantile_bins(p, 4)
    assert all(len(set(bins[p == value])) == 1 for value in (0.2, 0.5, 0.9))


def test_the_curve_is_that_of_scikit_learn(forecasts):
    p, y = forecasts
    _, forecast, observed = reliability(p, y, quantile_bins(p, 10))
    their_observed, theirs = calibration_curve(y, p, n_bins=10, strategy="quantile")
    assert_allclose(observed, their_observed, atol=0.01)
    assert_allclose(forecast, theirs, atol=0.01)


def test_the_parts_add_up_to_scikit_learn_s_brier_score(forecasts):
    p, y = forecasts
    off, sharp, uncertain, within = brier_parts(p, y, quantile_bins(p, 10))
    assert_allclose(off - sharp + uncertain + within, brier_score_loss(y, p))


def test_the_rest_is_variance_less_twice_covariance_within_bins(forecasts):
    p, y = forecasts
    bins = quantile_bins(p, 8)
    mean_p, mean_y = (np.bincount(bins, part) / np.bincount(bins) for part in (p, y))
    off_p, off_y = p - mean_p[bins], y - mean_y[bins]
    rest = np.mean(off_p**2 - 2 * off_p * off_y)
    assert_allclose(brier_parts(p, y, bins).within, rest, atol=1e-14)


def test_a_forecast_that_is_right_in_each_bin_has_no_error():
    p, y = np.repeat([0.25, 0.75], 4), np.array([1, 0, 0, 0, 1, 1, 1, 0])
    bins = quantile_bins(p, 2)
    assert brier_parts(p, y, bins).reliability == 0
    assert expected_calibration_error(p, y, bins) == 0


def test_recalibration_is_statsmodels_logistic_regression_on_log_odds(forecasts):
    p, y = forecasts
    Z = sm.add_constant(np.log(p / (1 - p)))
    theirs = sm.Logit(y, Z).fit(disp=0).predict(Z)
    assert_allclose(recalibrated(p, y)(p), theirs, atol=1e-9)


def test_recalibration_keeps_the_ranking_and_the_mean(forecasts):
    p, y = forecasts
    mended = recalibrated(p, y)(p)
    assert_allclose(roc_auc_score(y, mended), roc_auc_score(y, p))
    assert_allclose(mended.mean(), y.mean())
    assert brier_score_loss(y, mended) < brier_score_loss(y, p)


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_recalibration_refuses_forecasts_without_log_odds(forecasts, sure):
    p, y = forecasts
    with pytest.raises(ValueError, match="infinite log-odds"):
        recalibrated(np.r_[p, sure], np.r_[y, 1.0])
