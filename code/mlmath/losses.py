"""Losses of a batch: the mean over its rows, and the gradient, 1/n included."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .activations import logistic, softplus


class Loss(NamedTuple):
    """value(A, Y) is a number, gradient(A, Y) its gradient by A; A, Y: (n, k).

    Both raise ValueError if the shapes of A and Y differ: broadcast, they would give
    a wrong number and no error.
    """

    value: Callable[[NDArray, NDArray], float]
    gradient: Callable[[NDArray, NDArray], NDArray]


def squared_error(A, Y):
    """Return the sum of (A - Y)² over 2n. Claims: squared-error-gradient."""
    return np.sum(_difference(A, Y) ** 2) / (2 * len(A))


def squared_error_gradient(A, Y):
    """Return (A - Y) / n."""
    return _difference(A, Y) / len(A)


def binary_cross_entropy(Z, Y):
    """Return the cross-entropy of labels Y in [0, 1] and logistic(Z), over n.

    Taken from the logits Z: no probability is rounded to 0 or 1 before its logarithm.
    Claims: binary-cross-entropy-gradient.
    """
    _difference(Z, Y)
    return np.sum(softplus(Z) - Y * Z) / len(Z)


def binary_cross_entropy_gradient(Z, Y):
    """Return (logistic(Z) - Y) / n."""
    return _difference(logistic(Z), Y) / len(Z)


def softmax_cross_entropy(Z, Y):
    """Return the cross-entropy of rows Y, each summing to 1, and softmax(Z), over n.

    Claims: softmax-cross-entropy-gradient.
    """
    _difference(Z, Y)
    return np.sum(log_sum_exp(Z) - np.sum(Y * Z, axis=1)) / len(Z)


def softmax_cross_entropy_gradient(Z, Y):
    """Return (softmax(Z) - Y) / n, for rows of Y that sum to 1."""
    return _difference(softmax(Z), Y) / len(Z)


def log_sum_exp(Z):
    """Return log of the sum of exp, by rows, without overflow. Claims: log-sum-exp."""
    largest = Z.max(axis=-1, keepdims=True)
    return largest[..., 0] + np.log(np.sum(np.exp(Z - largest), axis=-1))


def softmax(Z):
    """Return rows of positive numbers that sum to 1. Claims: softmax-shift."""
    powers = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def one_hot(y: NDArray, k: int) -> NDArray[np.float64]:
    """Return (n, k): row i has a single 1, in column y[i]; y: (n,) of 0 .. k - 1."""
    return np.eye(k)[y]


def _difference(A, Y):
    if np.shape(A) != np.shape(Y):
        raise ValueError(f"outputs {np.shape(A)} and targets {np.shape(Y)} differ")
    return A - Y


LOSSES = {
    "squared_error": Loss(squared_error, squared_error_gradient),
    "binary_cross_entropy": Loss(binary_cross_entropy, binary_cross_entropy_gradient),
    "softmax_cross_entropy": Loss(
        softmax_cross_entropy, softmax_cross_entropy_gradient
    ),
}
