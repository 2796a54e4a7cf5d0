"""Laws of nearest neighbors, held to scikit-learn's."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from sklearn.neighbors import KNeighborsRegressor, NearestNeighbors

from mlmath.neighbors import nearest, neighbor_means


def test_neighbors_are_those_of_scikit_learn(rng):
    X, X_new = rng.normal(size=(30, 3)), rng.normal(size=(7, 3))
    reference = NearestNeighbors(n_neighbors=5).fit(X).kneighbors(X_new)[1]
    assert np.array_equal(nearest(X, X_new, 5), reference)


def test_all_numbers_of_neighbors_are_predicted_at_once(rng):
    X, Y, X_new = (rng.normal(size=size) for size in ((20, 3), (20, 2), (6, 3)))
    for k, found in enumerate(neighbor_means(X, Y, X_new, 20), 1):
        reference = KNeighborsRegressor(n_neighbors=k).fit(X, Y)
        assert_allclose(found, reference.predict(X_new))


def test_one_neighbor_of_an_example_is_itself_and_all_are_the_mean(rng):
    X, Y = rng.normal(size=(12, 2)), rng.normal(size=(12, 1))
    found = neighbor_means(X, Y, X, 12)
    assert_allclose(found[0], Y)
    assert_allclose(found[-1], np.full_like(Y, Y.mean()))


@pytest.mark.parametrize("k", [0, 6])
def test_no_neighbors_and_more_than_there_are_raise(rng, k):
    with pytest.raises(ValueError, match="between 1 and 5"):
        nearest(rng.normal(size=(5, 2)), np.zeros((1, 2)), k)
