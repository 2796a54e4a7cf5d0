"""Losses agree with their probabilities where those can be formed, and where not."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import special
from sklearn.metrics import log_loss

from mlmath.activations import logistic
from mlmath.derivatives import complex_step, gradcheck
from mlmath.losses import LOSSES, log_sum_exp, one_hot, softmax


def targets(name, rng, n, k):
    if name == "binary_cross_entropy":
        return rng.integers(2, size=(n, k)).astype(float)
    if name == "softmax_cross_entropy":
        return rng.dirichlet(np.ones(k), size=n)
    return rng.normal(size=(n, k))


@pytest.mark.parametrize("name", LOSSES)
def test_the_gradient_of_a_loss_is_what_complex_step_measures(name, rng):
    value, gradient = LOSSES[name]
    Z, Y = rng.normal(size=(6, 4)), targets(name, rng, 6, 4)
    gradcheck(
        lambda Z: value(Z, Y),
        lambda Z: gradient(Z, Y),
        Z,
        1e-11,
        difference=complex_step,
    )


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_the_mean_over_its_rows(name, rng):
    value = LOSSES[name].value
    Z, Y = rng.normal(size=(6, 4)), targets(name, rng, 6, 4)
    rows = [value(Z[[i]], Y[[i]]) for i in range(6)]
    assert_allclose(value(Z, Y), np.mean(rows))


@pytest.mark.parametrize("name", LOSSES)
def test_a_column_of_targets_is_not_broadcast(name, rng):
    with pytest.raises(ValueError, match=r"\(6, 1\) and targets \(6,\)"):
        LOSSES[name].value(rng.normal(size=(6, 1)), np.zeros(6))


def test_cross_entropies_are_those_of_the_probabilities(rng):
    Z, y = rng.normal(size=(9, 3)), np.arange(9) % 3
    ours = LOSSES["softmax_cross_entropy"].value(Z, one_hot(y, 3))
    assert_allclose(ours, log_loss(y, special.softmax(Z, axis=1)))
    z, t = Z[:, :1], (y == 1).astype(float)[:, None]
    assert_allclose(
        LOSSES["binary_cross_entropy"].value(z, t), log_loss(t, logistic(z))
    )


@pytest.mark.filterwarnings("error")
def test_a_confident_mistake_costs_its_logit_and_does_not_overflow():
    Z, Y = np.array([[-1e4]]), np.array([[1.0]])
    assert LOSSES["binary_cross_entropy"].value(Z, Y) == pytest.approx(1e4)
    Z, Y = np.array([[-1e4, 0.0]]), np.array([[1.0, 0.0]])
    assert LOSSES["softmax_cross_entropy"].value(Z, Y) == pytest.approx(1e4)


def test_two_classes_of_softmax_are_one_of_the_logistic_function(rng):
    z, y = rng.normal(size=(7, 1)), rng.integers(2, size=(7, 1)).astype(float)
    Z, Y = np.hstack([0 * z, z]), np.hstack([1 - y, y])
    two = LOSSES["softmax_cross_entropy"].value(Z, Y)
    assert_allclose(two, LOSSES["binary_cross_entropy"].value(z, y))


def test_softmax_ignores_a_shift_that_log_sum_exp_follows(rng):
    Z, c = rng.normal(size=(5, 4)), rng.normal(scale=1e3, size=(5, 1))
    assert_allclose(softmax(Z + c), softmax(Z), rtol=1e-10)
    assert_allclose(log_sum_exp(Z + c), log_sum_exp(Z) + c[:, 0], rtol=1e-12)
    assert_allclose(log_sum_exp(Z), special.logsumexp(Z, axis=1))
