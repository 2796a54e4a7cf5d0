"""Laws of principal components, held to scikit-learn."""

import numpy as np
import pytest
from numpy.linalg import norm, svd
from numpy.testing import assert_allclose
from sklearn.decomposition import PCA as Reference

from mlmath import pca


@pytest.fixture
def X(rng):
    return rng.normal(size=(40, 5)) @ rng.normal(size=(5, 5)) + 3


def test_components_and_variances_are_those_of_scikit_learn(X):
    model, reference = pca.fit(X, 3), Reference(3).fit(X)
    assert_allclose(model.variances, reference.explained_variance_)
    assert_allclose(
        np.abs(model.components), np.abs(np.asarray(reference.components_)), atol=1e-10
    )


def test_scores_are_uncorrelated_with_the_stated_variances(X):
    model = pca.fit(X, 4)
    covariance = np.cov(pca.scores(model, X), rowvar=False)
    assert_allclose(covariance, np.diag(model.variances), atol=1e-10)


def test_what_is_discarded_is_the_error_of_reconstruction(X):
    model, every = pca.fit(X, 2), pca.fit(X, 5)
    error = norm(X - pca.reconstruct(model, pca.scores(model, X))) ** 2
    assert_allclose(error, (len(X) - 1) * np.sum(every.variances[2:]))


def test_the_shares_of_all_components_add_up_to_one(X):
    assert_allclose(pca.explained_ratio(X, pca.fit(X, 5)).sum(), 1)


def test_without_centering_the_first_direction_is_another(X):
    model = pca.fit(X, 1)
    uncentered = svd(X)[2][0]
    assert abs(model.components[0] @ uncentered) < 0.99


def test_rank_deficient_data_has_zero_variances_and_no_warning(rng):
    X = np.outer(rng.normal(size=30), rng.normal(size=4))
    assert_allclose(pca.fit(X, 4).variances[1:], 0, atol=1e-25)


@pytest.mark.parametrize("k", [0, 6, 40])
def test_an_impossible_number_of_components_is_refused(X, k):
    with pytest.raises(ValueError, match="between 1 and"):
        pca.fit(X, k)
