"""Both modes agree with each other, with SymPy, with steps, with another library."""

from importlib import import_module

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose, assert_array_equal

from mlmath import operations as ops
from mlmath.autodiff import (
    adjoints,
    gradients,
    hessian_vector,
    pull_back,
    push_forward,
    record,
)
from mlmath.derivatives import central_difference, complex_step, gradient, jacobian

PLACES = np.array([[0, 2, 2], [1, 0, 3]])
EACH = {  # a program of each operation, from 4 x 3 positive numbers
    "plus": lambda x: x + x[:1],
    "minus": lambda x: x[0] - x,
    "times": lambda x: x * x[:, :1],
    "over": lambda x: x[1] / x,
    "power": lambda x: x**0.5 + x**3,
    "exp": ops.exp,
    "log": ops.log,
    "tanh": ops.tanh,
    "matmul": lambda x: x @ x.T,
    "transpose": lambda x: x.T * x.T,
    "total": lambda x: ops.total(x * x, 1) + ops.total(x * x),
    "reshape": lambda x: ops.reshape(x * x, (2, 6)),
    "take": lambda x: (x * x)[PLACES],
    "scatter": lambda x: ops.apply(
        "scatter", x[PLACES] ** 2, index=PLACES, shape=(5, 3)
    ),
}


@pytest.fixture
def x(rng):
    return rng.uniform(0.5, 2, size=(4, 3))


def score(x):
    """A number that is made of x in many ways."""
    p = ops.exp(x @ x.T)
    y = ops.tanh(p / ops.total(p, 1) @ x) + x[::-1] ** 2
    return ops.total(ops.log(1 + y * y) / (x + 3.0))


def test_every_operation_but_relu_is_tried():
    assert {*EACH, "relu"} == ops.RULES.keys()


@pytest.mark.parametrize("name", EACH)
def test_forward_is_what_complex_steps_measure(name, x, rng):
    v = rng.normal(size=x.shape)
    value, rate = push_forward(EACH[name], x, v)
    measured = complex_step(lambda t: EACH[name](x + t * v), 0.0)
    assert_allclose(value, EACH[name](x))
    assert_allclose(rate, measured, atol=1e-12)


@pytest.mark.parametrize("name", EACH)
def test_back_is_forward_transposed(name, x, rng):
    v = rng.normal(size=x.shape)
    _, rate = push_forward(EACH[name], x, v)
    value, pulled = pull_back(EACH[name], x)
    u = rng.normal(size=value.shape)
    assert_allclose(np.sum(u * rate), np.sum(pulled(u)[0] * v))


@pytest.mark.parametrize("name", EACH)
def test_a_second_derivative_is_the_first_of_the_first(name, x, rng):
    v, u = rng.normal(size=x.shape), rng.normal(size=EACH[name](x).shape)

    def weighed(x):
        return ops.total(u * EACH[name](x))

    measured = complex_step(lambda t: gradients(weighed, x + t * v)[0] + 0 * t, 0.0)
    assert_allclose(hessian_vector(weighed, x, v), measured, atol=1e-11)


def test_relu_has_its_slope_on_either_side_and_none_at_zero():
    (found,) = gradients(lambda x: ops.total(ops.relu(x)), [-2.0, 0.0, 3.0])
    assert_array_equal(found, [0, 0, 1])


def test_the_gradient_is_what_another_library_finds(x):
    anp, grad = import_module("autograd.numpy"), import_module("autograd").grad

    def theirs(x):
        p = anp.exp(x @ x.T)
        y = anp.tanh(p / anp.sum(p, axis=1, keepdims=True) @ x) + x[::-1] ** 2
        return anp.sum(anp.log(1 + y * y) / (x + 3.0))

    assert_allclose(gradients(score, x)[0], grad(theirs)(x))


def test_the_gradient_is_what_differences_and_complex_steps_measure(x):
    (found,) = gradients(score, x)
    assert_allclose(found, gradient(score, x, complex_step))
    assert_allclose(found, gradient(score, x, central_difference), rtol=1e-6)


def test_three_derivatives_nest_to_what_sympy_derives():
    t = sp.symbols("t")
    truth = sp.lambdify(t, sp.diff(sp.exp(t) * sp.tanh(t) / (1 + t**2), t, 3))

    def f(t):
        return ops.exp(t) * ops.tanh(t) / (1 + t * t)

    def slope(f):
        return lambda t: push_forward(f, t, 1.0)[1]

    def slope_back(f):
        return lambda t: gradients(f, t)[0]

    for way in (slope, slope_back):
        assert_allclose(way(slope(way(f)))(0.7), truth(0.7))


def test_back_over_back_is_forward_over_back(x, rng):
    v = rng.normal(size=x.shape)
    (twice,) = gradients(lambda x: ops.total(v * gradients(score, x)[0]), x)
    assert_allclose(twice, hessian_vector(score, x, v))


def test_an_inner_derivative_takes_the_outer_variable_for_constant():
    def inner(x):
        return x * push_forward(lambda y: x + y, 1.0, 1.0)[1]

    assert push_forward(inner, 2.0, 1.0)[1] == 1
    assert gradients(inner, 2.0) == [1]


def test_a_gradient_has_the_shape_of_its_point_whatever_was_broadcast(rng):
    shapes = [(4, 3), (3,), (4, 1), (1, 1), ()]
    points = [rng.normal(size=shape) for shape in shapes]

    def f(a, b, c, d, e):
        return ops.total(ops.tanh(a * b + c * d) * e)

    found = gradients(f, *points)
    assert [g.shape for g in found] == shapes
    for k, g in enumerate(found):

        def of_one(point, k=k):
            given = [*points[:k], point, *points[k + 1 :]]
            return f(*given)

        assert_allclose(g, gradient(of_one, points[k], complex_step), atol=1e-13)


def test_a_value_used_twice_sends_two_messages_and_none_is_sent_twice():
    (x,), y = record(lambda x: (x + 1.0) * (x + 1.0) + x, 3.0)
    assert adjoints(y, 1.0)[x] == adjoints(y, 1.0)[x] == 2 * 4 + 1
    _, pulled = pull_back(lambda x: x * x, 3.0)
    assert pulled(1.0) == pulled(1.0) == [6]


def test_a_loop_that_stops_by_itself_is_differentiated():
    def root(a):
        x = a
        while abs(ops.plain(x * x - a)) > 1e-14 * ops.plain(a):
            x = (x + a / x) / 2
        return x

    assert_allclose(push_forward(root, 2.0, 1.0)[1], 1 / (2 * np.sqrt(2)))
    assert_allclose(gradients(root, 2.0), 1 / (2 * np.sqrt(2)))


def test_what_does_not_depend_on_the_point_has_the_slope_zero(x):
    assert push_forward(lambda x: 3.0, x, x) == (3.0, 0.0)
    assert_array_equal(gradients(lambda x: 3.0, x)[0], np.zeros(x.shape))
    assert_array_equal(hessian_vector(lambda x: ops.total(2.0 * x), x, x), 0 * x)


def test_a_jacobian_is_made_of_pushed_columns_or_pulled_rows(rng):
    A, x = rng.normal(size=(3, 5)), rng.normal(size=5)

    def f(x):
        return ops.reshape(ops.tanh(A @ ops.reshape(x, (5, 1))), (3,))

    columns = [push_forward(f, x, e)[1] for e in np.eye(5)]
    rows = [pull_back(f, x)[1](e)[0] for e in np.eye(3)]
    assert_allclose(np.transpose(columns), rows)
    assert_allclose(rows, jacobian(f, x, complex_step))


def test_what_cannot_be_followed_is_refused(x):
    with pytest.raises(ValueError, match="one number"):
        gradients(ops.exp, x)
    with pytest.raises(ValueError, match="joins matrices"):
        gradients(lambda x: ops.total(x @ np.ones(3)), x)
    with pytest.raises(ValueError, match="has shape"):
        push_forward(ops.exp, x, np.ones(3))
    with pytest.raises(TypeError, match="ufunc"):
        gradients(lambda x: np.exp(x), x)
