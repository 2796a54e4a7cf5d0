"""Each difference has its order, and what is built from it agrees with algebra."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from mlmath.derivatives import (
    central_difference,
    complex_step,
    directional_derivative,
    forward_difference,
    gradcheck,
    gradient,
    hessian,
    hessian_vector_product,
    jacobian,
    partial_derivative,
)

DIFFERENCES = {forward_difference: 1e-6, central_difference: 1e-9, complex_step: 1e-14}


def wave(t):
    return np.sin(t) * np.exp(t / 2)


def wave_prime(t):
    return np.cos(t) * np.exp(t / 2) + wave(t) / 2


@pytest.fixture
def quadratic(rng):
    A = rng.normal(size=(4, 4))
    return lambda x: x @ A @ x, lambda x: (A + A.T) @ x, A + A.T


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_a_difference_is_the_derivative_at_every_point(difference, rng):
    t = rng.uniform(-2, 2, size=(3, 100))
    assert_allclose(difference(wave, t), wave_prime(t), atol=DIFFERENCES[difference])


@pytest.mark.parametrize(
    ("difference", "order"),
    [(forward_difference, 1), (central_difference, 2), (complex_step, 2)],
)
def test_the_error_of_a_difference_has_its_order(difference, order):
    h = np.array([1e-2, 1e-3])
    errors = [abs(difference(wave, 0.7, step) - wave_prime(0.7)) for step in h]
    assert_allclose(np.log10(errors[0] / errors[1]), order, atol=0.01)


def test_the_default_steps_hold_far_from_the_origin():
    assert_allclose(central_difference(np.square, 1e6), 2e6, rtol=1e-9)


def test_complex_step_refuses_a_function_that_returns_real_numbers():
    with pytest.raises(TypeError, match="not analytic"):
        complex_step(np.abs, 1.0)


def test_complex_step_is_wrong_where_a_modulus_hides():
    assert complex_step(lambda x: x * np.abs(x), 2.0) == pytest.approx(
        2
    )  # the truth: 4


@pytest.mark.parametrize("difference", DIFFERENCES)
def test_the_gradient_of_a_quadratic_form(difference, quadratic, rng):
    f, df_dx, _ = quadratic
    x = rng.normal(size=4)
    measured = gradient(f, x, difference)
    assert_allclose(measured, df_dx(x), atol=10 * DIFFERENCES[difference])


def test_a_gradient_has_the_shape_of_its_variable(rng):
    B, X = rng.normal(size=(2, 3, 5))
    assert_allclose(gradient(lambda X: np.sum(B * X), X), B)


def test_gradient_refuses_a_function_with_several_values(rng):
    with pytest.raises(ValueError, match="one number"):
        gradient(np.sin, rng.normal(size=3))


def test_the_jacobian_of_a_linear_map_is_its_matrix(rng):
    A = rng.normal(size=(3, 5))
    assert_allclose(jacobian(lambda x: A @ x, rng.normal(size=5)), A)


def test_the_jacobian_of_a_matrix_product_has_four_indices(rng):
    A, X = rng.normal(size=(2, 3)), rng.normal(size=(3, 4))
    expected = np.einsum("ik,jl->ijkl", A, np.eye(4))
    assert_allclose(jacobian(lambda X: A @ X, X), expected, atol=1e-9)


def test_a_directional_derivative_is_the_gradient_along_the_direction(quadratic, rng):
    f, df_dx, _ = quadratic
    x, v = rng.normal(size=(2, 4))
    for scale in (0.0, 1e-6, 1.0, 1e6):
        slope = directional_derivative(f, x, scale * v)
        assert_allclose(slope, scale * (df_dx(x) @ v), rtol=1e-8)


def test_a_partial_derivative_is_an_entry_of_the_gradient(quadratic, rng):
    f, df_dx, _ = quadratic
    x = rng.normal(size=4)
    assert_allclose(partial_derivative(f, x, 2), df_dx(x)[2], rtol=1e-8)


def test_the_hessian_of_a_quadratic_form_is_constant_and_symmetric(quadratic, rng):
    f, _, H = quadratic
    measured = hessian(f, rng.normal(size=4))
    assert_allclose(measured, H, atol=1e-6)
    assert_allclose(measured, measured.T, atol=1e-6)


def test_the_hessian_vector_product_needs_no_hessian(quadratic, rng):
    _, df_dx, H = quadratic
    x, v = rng.normal(size=(2, 4))
    assert_allclose(hessian_vector_product(df_dx, x, v), H @ v, rtol=1e-8)


def test_gradcheck_returns_an_error_for_every_entry(quadratic, rng):
    f, df_dx, _ = quadratic
    errors = gradcheck(f, df_dx, rng.normal(size=4))
    assert errors.shape == (4,)
    assert np.all(errors < 1e-8)


def test_gradcheck_names_the_worst_entry(rng):
    X = rng.normal(size=(3, 4))
    lie = np.array([[0, 0, 0, 0], [0, 0, 1e-3, 0], [0, 5e-4, 0, 0]])
    with pytest.raises(AssertionError, match=r"2 of 12 entries, most in \[1, 2\]"):
        gradcheck(lambda X: np.sum(X**2), lambda X: 2 * X + lie, X)


def test_gradcheck_refuses_a_gradient_that_is_not_a_number():
    with pytest.raises(AssertionError, match="1 of 2 entries"):
        gradcheck(lambda x: np.sum(x**2), lambda x: x / [0.5, np.nan], [1.0, 2.0])


def test_gradcheck_refuses_a_transposed_gradient(rng):
    X = rng.normal(size=(3, 4))
    with pytest.raises(ValueError, match="shape"):
        gradcheck(lambda X: np.sum(X**2), lambda X: 2 * X.T, X)


def test_gradcheck_accepts_a_stationary_point():
    assert np.all(
        gradcheck(lambda x: 1 + np.sum(x**2), lambda x: 2 * x, np.zeros(3)) < 1
    )
