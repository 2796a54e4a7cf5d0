"""Laws of leave-one-out errors, held to scikit-learn's, which fits n times."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.linear_model import LinearRegression, Ridge
from sklearn.model_selection import LeaveOneOut, cross_val_predict

from mlmath.leave_one_out import left_out_errors


@pytest.fixture
def X(rng):
    return rng.normal(size=(12, 4))


@pytest.fixture
def y(rng):
    return rng.normal(size=12)


def test_they_are_those_of_as_many_fits_as_rows(X, y):
    model = LinearRegression(fit_intercept=False)
    predicted = cross_val_predict(model, X, y, cv=LeaveOneOut())
    assert_allclose(left_out_errors(X, y), y - predicted)


@pytest.mark.parametrize("penalty", [0.1, 10.0])
def test_a_penalty_gives_those_of_ridge(X, y, penalty):
    model = Ridge(alpha=penalty, fit_intercept=False)
    predicted = cross_val_predict(model, X, y, cv=LeaveOneOut())
    assert_allclose(left_out_errors(X, y, penalty), y - predicted)


def test_they_exceed_the_errors_of_the_fit(X, y):
    left = y - X @ np.linalg.lstsq(X, y, rcond=None)[0]
    assert np.all(np.abs(left_out_errors(X, y)) >= np.abs(left))


def test_a_row_that_alone_fixes_a_coefficient_cannot_be_left_out(y):
    X = np.column_stack([np.ones(12), np.arange(12) == 5])
    assert not np.isfinite(left_out_errors(X, y)[5])
