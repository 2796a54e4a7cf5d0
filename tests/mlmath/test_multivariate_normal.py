"""Laws of the normal distribution in several dimensions, held to SciPy's density."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.stats import multivariate_normal

from mlmath.multivariate_normal import conditional, ellipse, log_density


@pytest.fixture
def law(rng):
    """Mean and covariance of five entries."""
    root = rng.normal(size=(5, 5))
    return rng.normal(size=5), root @ root.T + 0.1 * np.eye(5)


def test_the_density_is_that_of_the_reference(rng, law):
    z = rng.normal(size=5)
    assert_allclose(log_density(z, *law), multivariate_normal.logpdf(z, *law))


def test_the_density_of_all_is_that_of_some_times_that_of_the_others_given_them(
    rng, law
):
    mean, covariance = law
    z, seen, others = rng.normal(size=5), [3, 1], [0, 2, 4]
    of_seen = log_density(z[seen], mean[seen], covariance[np.ix_(seen, seen)])
    center, left = conditional(mean, covariance, seen, z[seen])
    of_others = log_density(z[others], center, left)
    of_all = multivariate_normal.logpdf(z, *law)
    assert_allclose(of_all, of_seen + of_others)


def test_to_learn_twice_is_to_learn_both_at_once(rng, law):
    mean, covariance = law
    z = rng.normal(size=5)
    center, left = conditional(mean, covariance, [4], z[[4]])
    then = conditional(center, left, [0, 2], z[[0, 2]])
    at_once = conditional(mean, covariance, [0, 2, 4], z[[0, 2, 4]])
    for found, once in zip(then, at_once, strict=True):
        assert_allclose(found, once)


def test_where_nothing_is_seen_nothing_changes(law):
    mean, covariance = law
    for found, was in zip(conditional(mean, covariance, [], []), law, strict=True):
        assert_allclose(found, was)


def test_an_ellipse_is_a_level_curve(law):
    mean, covariance = law[0][:2], law[1][:2, :2]
    points = ellipse(mean, covariance, 1.5)
    heights = [log_density(z, mean, covariance) for z in points.T]
    assert_allclose(heights, log_density(mean, mean, covariance) - 1.5**2 / 2)
