"""Laws of regression trees, held to scikit-learn's."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.tree import DecisionTreeRegressor

from mlmath.trees import Cut, Leaf, gains, grow, predict


@pytest.fixture
def table(rng):
    X = rng.normal(size=(60, 4))
    return X, np.sin(3 * X[:, :2]) + rng.normal(size=(60, 2))


def squares(Y):
    return np.sum((Y - Y.mean(axis=0)) ** 2)


def test_a_gain_is_what_two_means_take_from_the_squares(table):
    X, Y = table
    order = np.argsort(X[:, 1])
    found = gains(X, Y)[:, 1]
    for i in (0, 10, 58):
        low, high = Y[order[: i + 1]], Y[order[i + 1 :]]
        assert_allclose(found[i], squares(Y) - squares(low) - squares(high))


@pytest.mark.parametrize(("depth", "fewest"), [(1, 1), (2, 1), (3, 7), (20, 7)])
def test_trees_are_those_of_scikit_learn(table, rng, depth, fewest):
    X, Y = table
    reference = DecisionTreeRegressor(
        max_depth=depth, min_samples_leaf=fewest, random_state=0
    ).fit(X, Y)
    X_new = rng.normal(size=(200, 4))
    ours = predict(grow(X, Y, depth, fewest), X_new)
    assert_allclose(ours, reference.predict(X_new), atol=1e-9)


def test_a_deep_tree_predicts_different_examples_without_error(table):
    X, Y = table
    assert_allclose(predict(grow(X, Y, 60), X), Y)


def test_monotone_changes_of_a_column_change_no_prediction(table):
    X, Y = table
    changed = X.copy()
    changed[:, 2] = np.exp(3 * X[:, 2])
    ours = predict(grow(X, Y, 4), X)
    assert_allclose(predict(grow(changed, Y, 4), changed), ours)


def test_equal_examples_are_not_cut_apart():
    X, Y = np.zeros((4, 2)), np.arange(4.0)[:, None]
    assert isinstance(grow(X, Y, 3), Leaf)


def test_a_crossing_has_no_first_cut_that_gains():
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1.0]])
    exclusive = np.array([[0.0], [1], [1], [0]])
    assert_allclose(gains(X, exclusive)[1], 0, atol=1e-15)
    assert isinstance(grow(X, exclusive, 2), Leaf)
    assert isinstance(grow(X, X[:, :1], 2), Cut)
