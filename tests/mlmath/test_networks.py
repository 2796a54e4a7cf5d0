"""Every weight's gradient agrees with four readers that know nothing of backward."""

from importlib import import_module
from itertools import islice

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose

from mlmath import datasets
from mlmath.activations import ACTIVATIONS
from mlmath.derivatives import complex_step, gradcheck, gradient
from mlmath.losses import LOSSES, one_hot
from mlmath.networks import (
    Layer,
    accuracy,
    backward,
    deltas,
    fixed_variance,
    forward,
    from_vector,
    glorot_variance,
    he_variance,
    initialize,
    predict,
    to_vector,
    train,
    zero_variance,
)

PAIRS = [(a, b) for a in ACTIVATIONS for b in LOSSES]


def example(rng, activation="tanh", sizes=(3, 5, 4, 2), n=6):
    layers = initialize(sizes, rng, hidden=activation)
    theta = to_vector(layers) + rng.normal(scale=0.3, size=to_vector(layers).size)
    labels = rng.integers(sizes[-1], size=n)
    return (
        from_vector(theta, layers),
        rng.normal(size=(n, 3)),
        one_hot(labels, sizes[-1]),
    )


def loss_and_gradient(layers, X, Y, loss):
    def value(theta):
        return LOSSES[loss].value(predict(from_vector(theta, layers), X), Y)

    def df_dtheta(theta):
        return to_vector(backward(from_vector(theta, layers), X, Y, loss))

    return value, df_dtheta


@pytest.mark.parametrize(("activation", "loss"), PAIRS)
def test_every_gradient_is_what_differences_measure(activation, loss, rng):
    layers, X, Y = example(rng, activation)
    gradcheck(*loss_and_gradient(layers, X, Y, loss), to_vector(layers))


@pytest.mark.parametrize(("activation", "loss"), [p for p in PAIRS if "gelu" not in p])
def test_every_gradient_is_what_complex_step_measures(activation, loss, rng):
    layers, X, Y = example(rng, activation)
    f, df = loss_and_gradient(layers, X, Y, loss)
    gradcheck(f, df, to_vector(layers), 1e-11, difference=complex_step)


def test_every_gradient_is_what_automatic_differentiation_finds(rng):
    layers, X, Y = example(rng)
    anp, grad = import_module("autograd.numpy"), import_module("autograd").grad

    def loss(parameters):
        A = X
        for W, b in parameters[:-1]:
            A = anp.tanh(A @ W + b)
        Z = A @ parameters[-1][0] + parameters[-1][1]
        return anp.mean(anp.log(anp.sum(anp.exp(Z), axis=1)) - anp.sum(Y * Z, axis=1))

    theirs = grad(loss)([(layer.W, layer.b) for layer in layers])
    ours = backward(layers, X, Y, "softmax_cross_entropy")
    assert_allclose(
        to_vector(ours), np.concatenate([x.ravel() for p in theirs for x in p])
    )


def test_every_gradient_of_a_2_2_1_network_is_what_sympy_derives(rng):
    layers, X, Y = example(rng, sizes=(3, 2, 1), n=1)
    layers, X = [Layer(layers[0].W[:2], *layers[0][1:]), layers[1]], X[:, :2]
    theta = sp.symbols("theta:9")
    W1, b1 = sp.Matrix(2, 2, theta[:4]), sp.Matrix(1, 2, theta[4:6])
    W2, b2 = sp.Matrix(2, 1, theta[6:8]), sp.Matrix([theta[8]])
    z = ((sp.Matrix(X) * W1 + b1).applyfunc(sp.tanh) * W2 + b2)[0]
    loss = sp.log(1 + sp.exp(z)) - Y[0, 0] * z
    at = dict(zip(theta, to_vector(layers), strict=True))
    theirs = [float(loss.diff(t).subs(at)) for t in theta]
    assert_allclose(to_vector(backward(layers, X, Y, "binary_cross_entropy")), theirs)


def test_deltas_are_the_gradients_by_the_pre_activations(rng):
    layers, X, Y = example(rng)
    Z, A = forward(layers, X)
    delta = deltas(layers, Z, LOSSES["squared_error"].gradient(A[-1], Y))

    def loss_of_first(Z1):
        later = predict(layers[1:], np.tanh(Z1))
        return LOSSES["squared_error"].value(later, Y)

    assert_allclose(delta[0], gradient(loss_of_first, Z[0], complex_step), atol=1e-13)


def test_an_activation_of_the_output_is_differentiated_too(rng):
    layers, X, Y = example(rng)
    layers[-1] = layers[-1]._replace(activation="logistic")
    gradcheck(*loss_and_gradient(layers, X, Y, "squared_error"), to_vector(layers))


def test_the_gradient_of_a_batch_is_the_mean_of_its_rows(rng):
    layers, X, Y = example(rng)
    rows = [
        to_vector(backward(layers, X[[i]], Y[[i]], "squared_error")) for i in range(6)
    ]
    batch = to_vector(backward(layers, X, Y, "squared_error"))
    assert_allclose(batch, np.mean(rows, axis=0), atol=1e-15)


def test_a_vector_holds_every_parameter_and_gives_them_back(rng):
    layers, _, _ = example(rng)
    theta = to_vector(layers)
    assert theta.size == sum(layer.W.size + layer.b.size for layer in layers)
    again = from_vector(theta, layers)
    assert all(
        (a.W == b.W).all() and (a.b == b.b).all()
        for a, b in zip(layers, again, strict=True)
    )


@pytest.mark.parametrize(
    ("variance", "expected"),
    [
        (zero_variance, 0),
        (fixed_variance(0.1), 0.01),
        (glorot_variance, 2 / 700),
        (he_variance, 2 / 400),
    ],
)
def test_initial_weights_have_the_variance_of_their_rule(variance, expected, rng):
    (layer,) = initialize([400, 300], rng, variance)
    assert_allclose(np.var(layer.W), expected, rtol=0.02)
    assert not layer.b.any()


def test_he_weights_keep_the_size_of_activations_through_relu(rng):
    X = rng.normal(size=(200, 300))
    _, A = forward(initialize([300] * 11, rng, output="relu"), X)
    assert 0.5 < np.mean(A[-1] ** 2) / np.mean(X**2) < 2


def test_units_that_start_at_zero_stay_alike(rng):
    _, X, Y = example(rng)
    layers = initialize([3, 5, 2], rng, zero_variance, hidden="tanh")
    *_, trained = islice(train(layers, X, Y, "squared_error", rng, 0.1), 20)
    assert np.ptp(trained[0].W, axis=1).max() == 0


def test_full_batches_without_momentum_are_gradient_descent(rng):
    layers, X, Y = example(rng)
    run = train(layers, X, Y, "squared_error", rng, 0.1, momentum=0.0, batch_size=6)
    before, after = (to_vector(network) for network in islice(run, 2))
    step = to_vector(backward(layers, X, Y, "squared_error"))
    assert_allclose(after, before - 0.1 * step)


def test_training_changes_no_network_it_yielded(rng):
    layers, X, Y = example(rng)
    theta = to_vector(layers)
    networks = list(islice(train(layers, X, Y, "squared_error", rng, 0.1), 4))
    assert (to_vector(networks[0]) == theta).all()
    assert len({to_vector(network).tobytes() for network in networks}) == 4


def test_the_digits_network_is_right_on_97_of_100_held_out_digits():
    X, y, *_ = datasets.digits()
    accuracies = []
    for rng in map(np.random.default_rng, range(5)):
        fit, test = datasets.stratified_split(y, rng)
        layers, Y = initialize([64, 64, 64, 10], rng), one_hot(y[fit], 10)
        run = train(layers, X[fit] / 16, Y, "softmax_cross_entropy", rng, 0.1)
        *_, trained = islice(run, 41)
        accuracies.append(accuracy(trained, X[test] / 16, y[test]))
    assert np.mean(accuracies) >= 0.97
