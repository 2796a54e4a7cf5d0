"""Every data set is the one its package would load, and splits keep their promises."""

import re
from importlib import import_module
from inspect import isfunction

import numpy as np
import pytest
import sklearn.datasets as sklearn_datasets
from numpy.testing import assert_allclose, assert_array_equal

from mlmath import datasets


@pytest.mark.parametrize("name", ["iris", "digits", "breast_cancer", "wine"])
def test_classification_data_are_the_ones_scikit_learn_loads(name):
    X, y = getattr(sklearn_datasets, f"load_{name}")(return_X_y=True)
    ours = getattr(datasets, name)()
    assert_array_equal(ours.X, X)
    assert_array_equal(ours.y, y)
    assert (len(ours.features), len(ours.classes)) == (X.shape[1], y.max() + 1)


def test_diabetes_is_what_scikit_learn_loads_before_scaling():
    X, y = sklearn_datasets.load_diabetes(return_X_y=True, scaled=False)
    assert_array_equal(datasets.diabetes().X, X)
    assert_array_equal(datasets.diabetes().y, y)


RESPONSES = {
    "longley": "TOTEMP",
    "stackloss": "STACKLOSS",
    "spector": "GRADE",
    "engel": "foodexp",
    "fair": "affairs",
}


@pytest.mark.parametrize("name", RESPONSES)
def test_regression_data_are_the_ones_statsmodels_loads(name):
    theirs = import_module(f"statsmodels.datasets.{name}").load_pandas().data
    ours = getattr(datasets, name)()
    assert_array_equal(ours.X, theirs.drop(columns=RESPONSES[name]))
    assert_array_equal(ours.y, theirs[RESPONSES[name]])
    assert len(ours.features) == ours.X.shape[1]


def test_co2_is_the_weekly_series_statsmodels_loads():
    theirs = import_module("statsmodels.datasets.co2").load_pandas().data["co2"]
    assert_array_equal(datasets.co2().y, theirs)
    assert_array_equal(datasets.co2().time, theirs.index.values.astype("datetime64[D]"))


def test_china_is_the_photograph_scikit_learn_loads():
    theirs = sklearn_datasets.load_sample_image("china.jpg") / 255
    assert_allclose(datasets.china(), theirs, atol=1e-12)


def test_a_missing_package_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setattr("mlmath._installed.find_spec", lambda package: None)
    with pytest.raises(ModuleNotFoundError, match="pip install sklearn"):
        datasets.iris()


def test_a_split_is_a_partition(rng):
    train, test = datasets.train_test_split(101, rng, test_fraction=0.2)
    assert len(test) == 20
    assert_array_equal(np.sort(np.concatenate([train, test])), np.arange(101))


def test_a_stratified_split_gives_each_class_its_share(rng):
    y = rng.permutation(np.repeat([0, 1, 2], [40, 80, 12]))
    train, test = datasets.stratified_split(y, rng)
    assert_array_equal(np.bincount(y[test]), [10, 20, 3])
    assert_array_equal(np.sort(np.concatenate([train, test])), np.arange(y.size))


def test_standardizing_learns_from_the_training_rows_only(rng):
    train, test = rng.normal(3, 5, size=(50, 4)), rng.normal(size=(9, 4))
    train[:, 0] = 7.0
    scaled, other = datasets.standardize(train, test)
    assert_allclose(scaled.mean(axis=0), 0, atol=1e-12)
    assert_allclose(scaled.std(axis=0), [0, 1, 1, 1])
    assert_array_equal(datasets.standardize(train, 2 * test)[0], scaled)
    assert_allclose(other[:, 0], test[:, 0] - 7)


def test_the_data_page_describes_every_data_set_and_no_other(root):
    page = (root / "book/reference/datasets.md").read_text("utf-8")
    described = set(re.findall(r"^(\w+)\n: ", page, flags=re.MULTILINE))
    kinds = datasets.Classification, datasets.Regression, datasets.Series
    loaders = {
        name
        for name, f in vars(datasets).items()
        if isfunction(f) and f.__annotations__.get("return") in kinds
    }
    assert described == loaders | {"china"}
