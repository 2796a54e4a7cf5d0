"""Activations as a table: name -> the function and its derivative, both elementwise.

ReLU and leaky ReLU have no derivative at 0; the table returns the slope from the left
there, 0 and 0.01. Every function but GELU also takes complex numbers, for complex step.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Elementwise = Callable[[NDArray], NDArray]

LEAK = 0.01


class Activation(NamedTuple):
    """phi and its derivative, each from an array to an array of the same shape."""

    phi: Elementwise
    derivative: Elementwise


def logistic(z):
    """Return 1 / (1 + exp(-z)), without overflow. Claims: logistic-derivative."""
    return (1 + np.tanh(z / 2)) / 2


def softplus(z):
    """Return log(1 + exp(z)), without overflow. Claims: softplus-derivative."""
    minus_modulus = np.minimum(z, -z)
    return np.maximum(z, 0) + np.log1p(np.exp(minus_modulus))


def relu(z):
    """Return max(z, 0). Claims: relu-derivative, relu-subgradient."""
    return np.maximum(z, 0)


def leaky_relu(z):
    """Return z where positive, 0.01 z elsewhere. Claims: leaky-relu-derivative."""
    return np.where(z > 0, z, LEAK * z)


def elu(z):
    """Return z where positive, exp(z) - 1 elsewhere; its slope at 0 is 1.

    Claims: elu-derivative.
    """
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


def gelu(z):
    """Return z times the probability that a standard normal lies below z.

    Claims: gelu-derivative.
    """
    return z * _normal_cdf(z)


def _normal_cdf(z):
    return (1 + _erf(z / math.sqrt(2))) / 2


def _normal_density(z):
    return np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)


_erf = np.vectorize(math.erf, otypes=[float])

ACTIVATIONS = {
    "identity": Activation(lambda z: z, np.ones_like),
    "logistic": Activation(logistic, lambda z: logistic(z) * logistic(-z)),
    "tanh": Activation(np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "softplus": Activation(softplus, logistic),
    "relu": Activation(relu, lambda z: np.where(z > 0, 1.0, 0.0)),
    "leaky_relu": Activation(leaky_relu, lambda z: np.where(z > 0, 1.0, LEAK)),
    "elu": Activation(elu, lambda z: np.exp(np.minimum(z, 0))),
    "gelu": Activation(gelu, lambda z: _normal_cdf(z) + z * _normal_density(z)),
}
