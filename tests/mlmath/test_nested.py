"""Laws of fits to the first columns, held to NumPy's and scikit-learn's."""

import numpy as np
from numpy.testing import assert_allclose
from sklearn.linear_model import LinearRegression

from mlmath.nested import nested_least_squares


def test_each_fit_is_that_of_its_columns_alone(rng):
    X, y, X_new = rng.normal(size=(9, 4)), rng.normal(size=9), rng.normal(size=(3, 4))
    found = nested_least_squares(X, y, X_new)
    for k in range(1, 5):
        reference = LinearRegression(fit_intercept=False).fit(X[:, :k], y)
        assert_allclose(found[:, k], reference.predict(X_new[:, :k]))


def test_no_column_predicts_zero_and_as_many_as_rows_predict_all(rng):
    X, y = rng.normal(size=(5, 5)), rng.normal(size=5)
    found = nested_least_squares(X, y, X)
    assert_allclose(found[:, 0], 0)
    assert_allclose(found[:, -1], y)


def test_the_training_error_never_rises(rng):
    X, y = rng.normal(size=(20, 12)), rng.normal(size=20)
    left = np.sum((y[:, None] - nested_least_squares(X, y, X)) ** 2, axis=0)
    assert np.all(np.diff(left) <= 1e-12)
