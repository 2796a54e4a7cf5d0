"""Laws of splits, held to scikit-learn's."""

from itertools import islice

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import (
    GroupKFold,
    KFold,
    TimeSeriesSplit,
    cross_val_predict,
)

from mlmath.validation import (
    grouped,
    held_out_errors,
    holdouts,
    k_fold,
    nested,
    repeated,
    rolling,
)


def same(ours, theirs):
    for (train, test), (their_train, their_test) in zip(ours, theirs, strict=True):
        assert_array_equal(train, their_train)
        assert_array_equal(test, their_test)


@pytest.mark.parametrize(("n", "k"), [(10, 5), (11, 4), (7, 7)])
def test_folds_of_rows_as_they_stand_are_those_of_scikit_learn(n, k):
    same(k_fold(np.arange(n), k), KFold(k).split(np.zeros(n)))


@pytest.mark.parametrize(("n", "k", "size", "gap"), [(30, 4, 5, 0), (31, 3, 4, 2)])
def test_rolling_splits_are_those_of_scikit_learn(n, k, size, gap):
    theirs = TimeSeriesSplit(k, test_size=size, gap=gap).split(np.zeros(n))
    same(rolling(n, k, size, gap), theirs)


def test_a_holdout_splits_all_rows_and_draws_each_equally_often(rng):
    counts = np.zeros(8)
    for train, test in islice(holdouts(8, 3, rng), 4000):
        assert_array_equal(np.sort(np.concatenate([train, test])), np.arange(8))
        counts[test] += 1
    assert np.all(np.abs(counts / 4000 - 3 / 8) < 0.04)


def test_each_repetition_judges_every_row_once_in_a_new_order(rng):
    first, second = islice(repeated(10, 3, rng), 2)
    for splits in (first, second):
        judged = np.concatenate([test for _, test in splits])
        assert_array_equal(np.sort(judged), np.arange(10))
    assert any(set(a[1]) != set(b[1]) for a, b in zip(first, second, strict=True))


def test_no_group_is_on_both_sides_and_folds_are_as_even_as_scikit_learn_s(rng):
    groups = rng.integers(0, 12, size=60)
    ours = list(grouped(groups, 4, rng))
    for train, test in ours:
        assert not set(groups[train]) & set(groups[test])
        assert_array_equal(np.sort(np.concatenate([train, test])), np.arange(60))
    theirs = GroupKFold(4).split(np.zeros(60), groups=groups)
    sizes = [[len(test) for _, test in splits] for splits in (ours, theirs)]
    assert sorted(sizes[0]) == sorted(sizes[1])


def test_inner_splits_of_a_nested_one_see_no_outer_test_row(rng):
    rows = rng.permutation(20)
    for train, test, inner in nested(rows, 4, 3):
        same(inner, k_fold(train, 3))
        assert all(not {*a, *b} & {*test} for a, b in inner)
        assert all({*a} | {*b} == {*train} for a, b in inner)


def test_errors_are_those_that_scikit_learn_finds_on_the_same_splits(rng):
    X, y = rng.normal(size=(20, 3)), rng.normal(size=20)
    model = LinearRegression()

    def predict(X_fit, y_fit, X_new):
        return model.fit(X_fit, y_fit).predict(X_new)

    found = np.concatenate(held_out_errors(predict, X, y, k_fold(np.arange(20), 6)))
    np.testing.assert_allclose(found, y - cross_val_predict(model, X, y, cv=KFold(6)))


@pytest.mark.parametrize(
    "impossible",
    [
        lambda rng: holdouts(5, 5, rng),
        lambda rng: k_fold(np.arange(3), 4),
        lambda rng: k_fold(np.arange(3), 1),
        lambda rng: grouped(np.zeros(9), 2, rng),
        lambda rng: rolling(10, 3, 3, gap=1),
    ],
)
def test_what_leaves_a_side_empty_is_refused(rng, impossible):
    with pytest.raises(ValueError, match="cannot be split"):
        next(impossible(rng))
