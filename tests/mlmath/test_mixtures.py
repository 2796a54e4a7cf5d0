"""Laws of mixtures, held to SciPy's densities and scikit-learn's EM."""

from itertools import islice

import numpy as np
import pytest
from numpy.linalg import inv
from numpy.testing import assert_allclose
from scipy import stats
from sklearn.mixture import GaussianMixture

from mlmath.mixtures import (
    Mixture,
    expectation_maximization,
    log_likelihood,
    log_parts,
    posterior,
)


@pytest.fixture
def rows(rng):
    near, far = rng.normal(size=(40, 2)), 2 + rng.normal(size=(30, 2)) * [0.5, 1.5]
    return np.concatenate([near, far])


@pytest.fixture
def start():
    return Mixture(
        np.array([0.3, 0.7]), np.array([[0.0, 1], [1, 1]]), np.array([np.eye(2)] * 2)
    )


def test_parts_are_shares_of_the_densities_of_scipy(rows):
    mixture = Mixture(
        np.array([0.2, 0.8]),
        np.array([[0.0, 1], [2, -1]]),
        np.array([[[2, 0.5], [0.5, 1]], [[1, -0.2], [-0.2, 0.3]]]),
    )
    for k, (share, mean, covariance) in enumerate(zip(*mixture, strict=True)):
        expected = np.log(share) + stats.multivariate_normal(mean, covariance).logpdf(
            rows
        )
        assert_allclose(log_parts(mixture, rows)[:, k], expected)


def test_no_step_makes_the_rows_less_likely(rows, start):
    path = islice(expectation_maximization(rows, start), 60)
    values = [log_likelihood(mixture, rows) for mixture in path]
    assert np.all(np.diff(values) >= -1e-9)


def test_steps_are_those_of_scikit_learn(rows, start):
    steps = 200
    reference = GaussianMixture(
        2,
        tol=1e-14,
        max_iter=steps,
        reg_covar=1e-6,
        weights_init=start.shares,
        means_init=start.means,
        precisions_init=inv(start.covariances),
    ).fit(rows)
    path = expectation_maximization(rows, start, 1e-6)
    ours = next(islice(path, steps, None))
    total = len(rows) * reference.score(rows)
    assert_allclose(log_likelihood(ours, rows), total, rtol=1e-6)
    assert_allclose(posterior(ours, rows), reference.predict_proba(rows), atol=1e-4)


def test_one_component_is_the_normal_distribution_of_mean_and_covariance(rows):
    start = Mixture(np.ones(1), np.zeros((1, 2)), np.eye(2)[None])
    found = next(islice(expectation_maximization(rows, start), 1, None))
    assert_allclose(found.means[0], rows.mean(axis=0))
    assert_allclose(found.covariances[0], np.cov(rows.T, bias=True))


def test_far_away_a_row_still_has_a_posterior(start):
    told = posterior(start, np.array([[1e4, -1e4]]))
    assert_allclose(told.sum(), 1)
