"""Laws of quantile regression, held to scikit-learn's and statsmodels'."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.linear_model import QuantileRegressor
from sklearn.metrics import mean_pinball_loss
from statsmodels.regression.quantile_regression import QuantReg

from mlmath import datasets
from mlmath.pinball import fitted_quantile, pinball, quantile_regression

TAUS = [0.05, 0.3, 0.5, 0.9]


@pytest.mark.parametrize("tau", TAUS)
def test_the_loss_is_that_of_scikit_learn(rng, tau):
    y, guess = rng.normal(size=(2, 50))
    assert_allclose(
        pinball(y - guess, tau).mean(), mean_pinball_loss(y, guess, alpha=tau)
    )


@pytest.mark.parametrize("tau", TAUS)
def test_the_fit_is_as_good_as_that_of_scikit_learn(rng, tau):
    X = np.column_stack([np.ones(120), rng.normal(size=(120, 3))])
    y = X @ [1, 2, 0, -1] + rng.standard_t(3, size=120)
    theirs = QuantileRegressor(quantile=tau, alpha=0, fit_intercept=False).fit(X, y)
    best = pinball(y - theirs.predict(X), tau).mean()
    ours = pinball(y - X @ fitted_quantile(X, y, tau), tau).mean()
    assert_allclose(ours, best, rtol=1e-9)


@pytest.mark.parametrize("tau", TAUS)
def test_engel_s_lines_are_those_of_statsmodels(tau):
    homes = datasets.engel()
    X = np.column_stack([np.ones(len(homes.y)), homes.X])
    theirs = QuantReg(homes.y, X).fit(q=tau).params
    ours = fitted_quantile(X, homes.y, tau)
    assert_allclose(X @ ours, X @ theirs, rtol=1e-4)


def test_the_loss_falls_step_by_step(rng):
    X = np.column_stack([np.ones(60), rng.normal(size=60)])
    y = rng.exponential(size=60)
    path = quantile_regression(X, y, 0.8)
    losses = [pinball(y - X @ beta, 0.8).mean() for beta in path]
    assert np.all(np.diff(losses) < 0)


@pytest.mark.parametrize("tau", TAUS)
def test_of_n_rows_no_more_than_tau_n_are_below(rng, tau):
    X = np.column_stack([np.ones(80), rng.normal(size=(80, 2))])
    y = rng.normal(size=80)
    rest = y - X @ fitted_quantile(X, y, tau)
    assert np.sum(rest < -1e-9) <= tau * 80 <= np.sum(rest < 1e-9)
    assert np.sum(np.abs(rest) < 1e-9) == 3
