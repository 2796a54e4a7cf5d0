"""Every derivative in the table is the derivative, and says what it does at a kink."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.special import expit, ndtr

from mlmath.activations import ACTIVATIONS, gelu, logistic, softplus
from mlmath.derivatives import central_difference, complex_step

SMOOTH = [name for name in ACTIVATIONS if "relu" not in name]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_the_derivative_is_what_differences_measure(name, rng):
    phi, derivative = ACTIVATIONS[name]
    z = rng.normal(scale=2, size=(20, 30))
    assert_allclose(derivative(z), central_difference(phi, z), atol=1e-9)


@pytest.mark.parametrize("name", [a for a in ACTIVATIONS if a != "gelu"])
def test_the_derivative_is_what_complex_step_measures(name, rng):
    phi, derivative = ACTIVATIONS[name]
    z = rng.normal(scale=5, size=(20, 30))
    assert_allclose(derivative(z), complex_step(phi, z), rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize(("name", "left"), [("relu", 0), ("leaky_relu", 0.01)])
def test_at_a_kink_the_table_returns_the_slope_from_the_left(name, left):
    phi, derivative = ACTIVATIONS[name]
    slope = (phi(np.array(0.0)) - phi(np.array(-1e-6))) / 1e-6
    assert derivative(np.array(0.0)) == pytest.approx(slope) == left


@pytest.mark.parametrize("name", SMOOTH)
def test_without_a_kink_both_slopes_at_zero_agree(name):
    phi, h = ACTIVATIONS[name].phi, np.array(1e-6)
    assert_allclose((phi(h) - phi(0 * h)) / h, (phi(0 * h) - phi(-h)) / h, atol=2e-6)


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.filterwarnings("error")
def test_nothing_overflows_far_from_zero(name):
    z = np.array([-1e4, -800.0, 800.0, 1e4])
    phi, derivative = ACTIVATIONS[name]
    assert np.all(np.isfinite(phi(z)) & np.isfinite(derivative(z)))


def test_the_functions_are_the_ones_scipy_knows(rng):
    z = rng.normal(scale=10, size=100)
    assert_allclose(logistic(z), expit(z), rtol=1e-12, atol=1e-15)
    assert_allclose(softplus(z), np.logaddexp(0, z), rtol=1e-14)
    assert_allclose(gelu(z), z * ndtr(z), atol=1e-14)
