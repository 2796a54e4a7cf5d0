"""Laws of boosting, held to scikit-learn's."""

from itertools import islice

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.ensemble import GradientBoostingRegressor

from mlmath.boosting import boosted


@pytest.fixture
def table(rng):
    X = rng.normal(size=(50, 3))
    return X, np.sin(2 * X[:, :1]) * X[:, 1:2] + rng.normal(size=(50, 1))


@pytest.mark.parametrize("depth", [1, 3])
def test_predictions_are_those_of_scikit_learn(table, depth):
    X, Y = table
    reference = GradientBoostingRegressor(
        max_depth=depth,
        learning_rate=0.2,
        n_estimators=15,
        random_state=0,
    ).fit(X, Y[:, 0])
    staged = reference.staged_predict(X)
    ours = islice(boosted(X, Y, X, depth, 0.2), 1, 16)
    for (fitted, _), expected in zip(ours, staged, strict=True):
        assert_allclose(fitted[:, 0], expected, atol=1e-9)


@pytest.mark.parametrize("learning_rate", [0.1, 1.0, 1.9])
def test_the_squared_error_never_rises(table, learning_rate):
    X, Y = table
    steps = islice(boosted(X, Y, X, 2, learning_rate), 40)
    errors = [np.sum((Y - fitted) ** 2) for fitted, _ in steps]
    assert np.all(np.diff(errors) <= 1e-9)


def test_the_first_prediction_is_the_mean_and_new_is_as_fitted(table):
    X, Y = table
    first, *_, last = islice(boosted(X, Y, X, 2), 10)
    assert_allclose(first[0], np.full_like(Y, Y.mean()))
    assert_allclose(last[0], last[1])
