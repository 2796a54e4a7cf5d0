"""Optimizers: closed forms on quadratics, SciPy's minima, a library's update rules."""

import os
from importlib import import_module
from itertools import islice, pairwise

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import minimize, rosen, rosen_der, rosen_hess

from mlmath import optimizers as op

H, START = np.diag([0.5, 2.0, 8.0]), np.array([3.0, -2.0, 1.0])


def slope(x):
    return H @ x


def valley(x):
    return np.array(rosen_der(x))


def iterates(method, count):
    return np.array(list(islice(method, count)))


METHODS = {
    "gradient_descent": lambda x, s: op.gradient_descent(slope, x, s),
    "heavy_ball": lambda x, s: op.heavy_ball(slope, x, s),
    "nesterov": lambda x, s: op.nesterov(slope, x, s),
    "adagrad": lambda x, s: op.adagrad(slope, x, s),
    "rmsprop": lambda x, s: op.rmsprop(slope, x, s),
    "adam": lambda x, s: op.adam(slope, x, s),
    "newton": lambda x, s: op.newton(slope, x, s, lambda x: H),
    "backtracking": lambda x, s: op.backtracking(
        slope, x, s, lambda x: float(x @ H @ x) / 2
    ),
}


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_every_method_yields_its_start_first_and_leaves_it_unchanged(method):
    start = START.copy()
    path = iterates(method(start, 0.1), 20)
    assert_allclose(path[0], START)
    assert_allclose(start, START)
    assert len(np.unique(path, axis=0)) == 20 or np.allclose(path[-1], 0)


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_a_constant_schedule_is_a_constant_step(method):
    assert_allclose(
        iterates(method(START, lambda k: 0.1), 20), iterates(method(START, 0.1), 20)
    )


def test_gradient_descent_multiplies_by_the_same_factors():
    path = iterates(op.gradient_descent(slope, START, 0.2), 30)
    factors = 1 - 0.2 * np.diag(H)
    assert_allclose(path, START * factors ** np.arange(30)[:, None])


@pytest.mark.parametrize("method", [op.heavy_ball, op.nesterov])
def test_momentum_is_a_power_of_a_two_by_two_matrix(method):
    step, beta = 0.1, 0.7
    path = iterates(method(slope, START, step, beta), 25)
    for x, eigenvalue in zip(path.T, np.diag(H), strict=True):
        a = 1 - step * eigenvalue
        if method is op.heavy_ball:
            T = np.array([[a + beta, -beta], [1, 0]])
        else:
            T = np.array([[a * (1 + beta), -a * beta], [1, 0]])
        begin = np.array([x[0], x[0]])
        power = np.linalg.matrix_power
        assert_allclose(x, [(power(T, k) @ begin)[0] for k in range(25)], atol=1e-12)


@pytest.mark.parametrize("method", [op.heavy_ball, op.nesterov])
def test_without_momentum_it_is_gradient_descent(method):
    plain = iterates(op.gradient_descent(slope, START, 0.1), 20)
    assert_allclose(iterates(method(slope, START, 0.1, beta=0), 20), plain)


def test_adaptive_steps_along_a_constant_gradient_have_closed_forms():
    g, k = np.array([1e-3, -5.0, 700.0]), np.arange(1, 21)[:, None]
    lengths = {
        op.adagrad: 1 / np.sqrt(k),
        op.rmsprop: 1 / np.sqrt(1 - 0.9**k),
        op.adam: np.ones((20, 1)),
    }
    for method, length in lengths.items():
        moves = np.diff(
            iterates(method(lambda x: g, START, 0.1, epsilon=0), 21), axis=0
        )
        assert_allclose(moves, -0.1 * np.sign(g) * length, rtol=1e-10)


def test_decoupled_decay_alone_shrinks_geometrically():
    path = iterates(op.adam(np.zeros_like, START, 0.1, decay=0.5), 10)
    assert_allclose(path, START * 0.95 ** np.arange(10)[:, None])


def test_newton_solves_a_quadratic_in_one_step_and_agrees_with_scipy():
    assert_allclose(iterates(op.newton(slope, START, 1.0, lambda x: H), 2)[1], 0)
    start = np.array([1.2, 1.2])
    path = iterates(
        op.newton(valley, start, 1.0, lambda x: np.array(rosen_hess(x))), 15
    )
    reference = minimize(rosen, start, jac=valley, method="BFGS", tol=1e-10)
    assert_allclose(path[-1], reference.x, atol=1e-6)


def test_methods_find_the_minimum_scipy_finds(rng):
    A, b = rng.normal(size=(12, 3)), rng.normal(size=12)

    def f(x):
        return np.mean(np.logaddexp(0, A @ x)) - b @ A @ x / 12 / 4 + x @ x / 20

    def g(x):
        return A.T @ (1 / (1 + np.exp(-A @ x)) - b / 4) / 12 + x / 10

    lowest = minimize(f, np.zeros(3), jac=g, method="BFGS", tol=1e-12).x
    for name in ("gradient_descent", "heavy_ball", "nesterov"):
        path = getattr(op, name)(g, np.zeros(3), 0.2)
        assert_allclose(iterates(path, 800)[-1], lowest, atol=1e-6)
    path = iterates(op.backtracking(g, np.zeros(3), 10.0, f), 800)
    assert_allclose(path[-1], lowest, atol=1e-6)
    path = op.adam(g, np.zeros(3), op.cosine(0.1, 800))
    assert_allclose(iterates(path, 801)[-1], lowest, atol=1e-4)


def test_backtracking_always_falls_enough_by_a_step_that_could_not_be_doubled():
    path = iterates(op.backtracking(valley, np.array([-1.2, 1.0]), 1.0, rosen), 200)
    for x, after in pairwise(path):
        g = valley(x)
        eta = np.linalg.norm(after - x) / np.linalg.norm(g)
        assert rosen(after) <= rosen(x) - 0.5 * eta * g @ g + 1e-12
        assert eta > 0.99 or rosen(x - 2 * eta * g) > rosen(x) - eta * g @ g


def test_averaging_yields_the_means_of_the_first_iterates():
    path = iterates(op.heavy_ball(slope, START, 0.1), 40)
    means = np.cumsum(path, axis=0) / np.arange(1, 41)[:, None]
    assert_allclose(iterates(op.averaged(path), 40), means)


def test_an_epoch_of_batches_sees_every_example_once(rng):
    seen = []
    g = op.minibatch(lambda x, rows: seen.append(rows) or x, 12, 4, rng)
    for _ in range(6):
        g(START)
    for epoch in (seen[:3], seen[3:]):
        assert_allclose(np.sort(np.concatenate(epoch)), np.arange(12))
    assert not np.array_equal(seen[0], seen[3])


def test_a_remainder_smaller_than_a_batch_is_left_out(rng):
    seen = []
    g = op.minibatch(lambda x, rows: seen.append(rows) or x, 11, 4, rng)
    for _ in range(4):
        g(START)
    assert all(len(rows) == len(set(rows)) == 4 for rows in seen)
    assert len(set(np.concatenate(seen[:2]))) == 8


def test_clipping_keeps_the_direction_and_bounds_the_length():
    g = op.clipped(slope, 2.0)
    long, short = g(START), g(START / 100)
    assert_allclose(np.linalg.norm(long), 2)
    assert_allclose(long / 2, slope(START) / np.linalg.norm(slope(START)))
    assert_allclose(short, slope(START / 100))
    assert_allclose(g(np.zeros(3)), 0)


def test_inverse_time_halves_the_step_at_the_horizon():
    rate = op.inverse_time(0.4, 50)
    assert_allclose([rate(0), rate(50), rate(150)], [0.4, 0.2, 0.1])


def test_cosine_rises_over_the_warm_up_and_falls_to_zero():
    rates = [op.cosine(0.4, 100, warm_up=20)(k) for k in range(111)]
    assert_allclose(rates[:21], 0.4 * np.minimum(np.arange(1, 22) / 20, 1))
    assert_allclose([rates[60], rates[100], rates[110]], [0.2, 0, 0], atol=1e-15)
    assert np.all(np.diff(rates[20:]) <= 0)


@pytest.fixture(scope="module")
def library():
    """A deep-learning library's optimizers on float64, and how to run one of them."""
    settings = {"DEV": "PYTHON", "OPTIM_DTYPE": "float64", "DEFAULT_FLOAT": "float64"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in {**settings, "CACHELEVEL": "0"}.items():
            patch.setitem(os.environ, name, value)
        tinygrad = import_module("tinygrad")
        optim = import_module("tinygrad.nn.optim")
        training = import_module("tinygrad.helpers").Context(TRAINING=1)

        def run(name, steps, **options):
            x = tinygrad.Tensor(START.copy()).is_param_()
            method, path = getattr(optim, name)([x], **options), [START]
            with training:
                for _ in range(steps):
                    x.grad = tinygrad.Tensor(slope(x.numpy()))
                    method.step()
                    path.append(x.numpy().copy())
            return np.array(path)

        yield run


def test_sgd_and_heavy_ball_move_as_a_library_does(library):
    plain = iterates(op.gradient_descent(slope, START, 0.1), 6)
    assert_allclose(plain, library("SGD", 5, lr=0.1))
    momentum = iterates(op.heavy_ball(slope, START, 0.1, 0.8), 6)
    assert_allclose(momentum, library("SGD", 5, lr=0.1, momentum=0.8, classic=True))


def test_nesterov_moves_as_a_library_that_keeps_the_point_ahead(library):
    path = iterates(op.nesterov(slope, START, 0.1, 0.8), 6)
    ahead = path[1:] + 0.8 * np.diff(path, axis=0)
    assert_allclose(
        ahead, library("SGD", 5, lr=0.1, momentum=0.8, nesterov=True)[1:], rtol=1e-9
    )


def test_adam_and_adamw_move_as_a_library_does(library):
    path = iterates(op.adam(slope, START, 0.1), 6)
    assert_allclose(path, library("Adam", 5, lr=0.1), rtol=1e-4)
    decayed = iterates(op.adam(slope, START, 0.1, decay=0.3), 6)
    reference = library("AdamW", 5, lr=0.1, weight_decay=0.3)
    assert_allclose(decayed, reference, rtol=1e-4)
    assert not np.allclose(decayed[-1], path[-1], rtol=1e-2)
