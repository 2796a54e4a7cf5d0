"""Laws of grids, random settings and successive halving, held to scikit-learn's."""

from itertools import pairwise

import numpy as np
from numpy.testing import assert_allclose, assert_array_equal
from scipy.stats import kstest, loguniform
from sklearn.dummy import DummyClassifier
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.model_selection import HalvingRandomSearchCV, ParameterGrid

from mlmath.search import grid, log_uniform, successive_halving


def test_a_grid_has_every_combination_once_as_scikit_learn_has():
    rates, decays = [0.1, 1.0, 10.0], [0.0, 0.5]
    reference = ParameterGrid({"a": rates, "b": decays})
    expected = [[case["a"], case["b"]] for case in reference]
    assert_array_equal(grid(rates, decays), expected)


def test_random_settings_are_log_uniform_each_by_itself(rng):
    drawn = log_uniform([1e-3, 2.0], [1.0, 50.0], 2000, rng)
    assert drawn.shape == (2000, 2)
    assert kstest(drawn[:, 0], loguniform(1e-3, 1.0).cdf).pvalue > 1e-3
    assert kstest(drawn[:, 1], loguniform(2.0, 50.0).cdf).pvalue > 1e-3
    assert abs(np.corrcoef(np.log(drawn.T))[0, 1]) < 0.1


def test_rungs_are_as_large_as_those_of_scikit_learn(rng):
    search = HalvingRandomSearchCV(
        DummyClassifier(strategy="stratified"),
        {"random_state": range(100)},
        factor=3,
        cv=2,
    )
    search.set_params(n_candidates=20, min_resources=10)
    X, y = np.zeros((400, 1)), np.tile([0, 1], 200)
    search.fit(X, y)
    rungs = list(successive_halving(lambda s, r: rng.random(len(s)), 20, 10, 3))
    assert [len(rung.settings) for rung in rungs] == search.n_candidates_
    assert [rung.resource for rung in rungs] == search.n_resources_


def test_the_best_of_each_rung_go_on(rng):
    quality = rng.permutation(81)
    rungs = list(successive_halving(lambda s, r: quality[s], 81, 1))
    assert [len(rung.settings) for rung in rungs] == [81, 27, 9, 3, 1]
    for earlier, later in pairwise(rungs):
        assert_array_equal(np.sort(quality[later.settings]), range(len(later.settings)))
        assert set(later.settings) <= set(earlier.settings)


def test_every_rung_costs_the_same():
    rungs = list(successive_halving(lambda s, r: s * 1.0, 64, 5, 2))
    assert_allclose([len(rung.settings) * rung.resource for rung in rungs], 64 * 5)
