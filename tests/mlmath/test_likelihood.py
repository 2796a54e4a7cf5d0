"""Log-likelihoods are SciPy's, and the estimates make them largest."""

from itertools import islice

import numpy as np
import pytest
from numpy.linalg import inv, norm
from numpy.testing import assert_allclose
from scipy import optimize, stats

from mlmath import datasets
from mlmath.derivatives import gradcheck, hessian
from mlmath.likelihood import (
    FAMILIES,
    least_squares,
    logistic_gradient,
    logistic_hessian,
    logistic_log_likelihood,
    student_t,
    student_t_fit,
    student_t_weights,
)

REFERENCES = {
    "normal": lambda mu, sigma2: stats.norm(mu, np.sqrt(sigma2)),
    "laplace": stats.laplace,
    "exponential": lambda rate: stats.expon(scale=1 / rate),
    "uniform": lambda b: stats.uniform(0, b),
    "bernoulli": stats.bernoulli,
    "poisson": stats.poisson,
}
TRUE = {
    "normal": (-1.5, 4.0),
    "laplace": (2.0, 0.7),
    "exponential": (3.0,),
    "uniform": (5.0,),
    "bernoulli": (0.3,),
    "poisson": (2.5,),
}


def log_density(frozen):
    return frozen.logpmf if hasattr(frozen, "pmf") else frozen.logpdf


@pytest.fixture
def plant():
    data = datasets.stackloss()
    return np.column_stack([np.ones(21), data.X]), data.y


@pytest.fixture
def labels(rng):
    X = rng.normal(size=(40, 3))
    return X, (rng.random(40) < 0.5).astype(float)


@pytest.mark.parametrize("name", FAMILIES)
def test_log_densities_are_those_of_scipy(name, rng):
    family, frozen = FAMILIES[name], REFERENCES[name](*TRUE[name])
    x = frozen.rvs(size=30, random_state=rng)
    expected = log_density(frozen)(x)
    assert_allclose(family.log_density(x, *TRUE[name]), expected)
    assert_allclose(family.log_likelihood(x, *TRUE[name]), np.sum(expected))


@pytest.mark.parametrize("name", FAMILIES)
def test_no_parameters_are_likelier_than_the_estimate(name, rng):
    family = FAMILIES[name]
    x = REFERENCES[name](*TRUE[name]).rvs(size=25, random_state=rng)
    best = family.log_likelihood(x, *family.estimate(x))
    for factors in rng.uniform(0.7, 1.3, size=(200, len(TRUE[name]))):
        tried = np.array(family.estimate(x)) * factors
        assert family.log_likelihood(x, *tried) <= best


@pytest.mark.parametrize("name", FAMILIES)
def test_estimates_approach_the_parameters(name, rng):
    x = REFERENCES[name](*TRUE[name]).rvs(size=40_000, random_state=rng)
    assert_allclose(FAMILIES[name].estimate(x), TRUE[name], rtol=0.05)


def test_an_observation_outside_the_interval_is_impossible():
    assert FAMILIES["uniform"].log_likelihood(np.array([1.0, 3.0]), 2.0) == -np.inf


def test_a_thousand_small_probabilities_do_not_underflow(rng):
    x = rng.normal(50, 1, size=1000)
    assert np.isfinite(FAMILIES["normal"].log_likelihood(x, 0.0, 1.0))


def test_student_t_is_that_of_scipy_also_far_out():
    x = np.array([-1e8, -3.0, 0.0, 0.2, 40.0])
    assert_allclose(student_t(x, 0.5, 2.0, 3.0), stats.t.logpdf(x, 3, 0.5, 2))


def test_least_squares_solves_the_weighted_normal_equations(rng):
    X, y, w = rng.normal(size=(9, 3)), rng.normal(size=9), rng.uniform(0.1, 5, size=9)
    assert_allclose(least_squares(X, y, w), inv((X.T * w) @ X) @ X.T @ (w * y))


def test_an_example_of_weight_two_counts_as_two_examples(rng):
    X, y = rng.normal(size=(6, 2)), rng.normal(size=6)
    twice = np.r_[np.arange(6), 0]
    weighted = least_squares(X, y, np.array([2.0, 1, 1, 1, 1, 1]))
    assert_allclose(weighted, least_squares(X[twice], y[twice]))


def test_student_t_weights_are_the_score_over_the_residual(rng):
    r, h = rng.normal(size=7), 1e-5
    score = (student_t(r - h, 0, 1.3, 3.0) - student_t(r + h, 0, 1.3, 3.0)) / (2 * h)
    assert_allclose(student_t_weights(r, 1.3, 3.0), score / r * 1.3**2, rtol=1e-6)


def test_a_reweighted_fit_never_loses_likelihood(plant):
    X, y = plant
    fits = islice(student_t_fit(X, y), 60)
    values = [np.sum(student_t(y, X @ beta, s, 4.0)) for beta, s in fits]
    assert np.all(np.diff(values) >= -1e-12)


def test_the_reweighted_fit_is_the_maximum_scipy_finds(plant):
    X, y = plant

    def loss(q):
        return -np.sum(student_t(y, X @ q[:-1], np.exp(q[-1]), 4.0))

    beta, s = next(islice(student_t_fit(X, y), 300, None))
    found = optimize.minimize(loss, np.r_[beta + 0.05, np.log(s) + 0.1], method="BFGS")
    assert_allclose(found.x, np.r_[beta, np.log(s)], rtol=1e-3, atol=1e-3)


def test_with_many_degrees_of_freedom_the_fit_is_least_squares(plant):
    X, y = plant
    beta, _ = next(islice(student_t_fit(X, y, nu=1e9), 20, None))
    assert_allclose(beta, least_squares(X, y), rtol=1e-6)


def test_logistic_derivatives_are_what_differences_measure(rng, labels):
    X, y = labels
    beta = rng.normal(size=3)
    gradcheck(
        lambda b: logistic_log_likelihood(b, X, y),
        lambda b: logistic_gradient(b, X, y),
        beta,
    )
    measured = hessian(lambda b: logistic_log_likelihood(b, X, y), beta)
    assert_allclose(logistic_hessian(beta, X), measured, rtol=1e-4, atol=1e-4)


def test_logistic_log_likelihood_is_that_of_bernoulli(rng, labels):
    X, y = labels
    beta = rng.normal(size=3)
    p = 1 / (1 + np.exp(-X @ beta))
    assert_allclose(
        logistic_log_likelihood(beta, X, y), FAMILIES["bernoulli"].log_likelihood(y, p)
    )


@pytest.mark.parametrize("z", [40.0, 300.0, 700.0])
def test_certain_and_right_still_leaves_a_gradient(z):
    X, y = np.array([[1.0], [-1.0]]), np.array([1.0, 0.0])
    beta, small = np.array([z]), np.exp(-z)
    assert_allclose(logistic_log_likelihood(beta, X, y), -2 * small)
    assert_allclose(logistic_gradient(beta, X, y), [2 * small])
    assert_allclose(logistic_hessian(beta, X), [[-2 * small]])


def test_certain_and_wrong_is_finite():
    X, y = np.array([[1.0]]), np.array([0.0])
    assert logistic_log_likelihood(np.array([1e4]), X, y) == -1e4
    assert norm(logistic_gradient(np.array([1e4]), X, y) + 1) == 0
