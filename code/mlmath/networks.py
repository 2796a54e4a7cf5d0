"""A multilayer perceptron: rows are examples, Z_l = A_{l-1} W_l + 1 b_l.

A network is a list of layers, and nothing changes one in place: a step of training
makes a new list. In the code Z[0] is the chapter's Z_1, and A[0] is X.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from .activations import ACTIVATIONS
from .losses import LOSSES


class Layer(NamedTuple):
    """W: (n_in, n_out); b: (n_out,); activation: a name in ACTIVATIONS."""

    W: NDArray
    b: NDArray
    activation: str


class LayerGradient(NamedTuple):
    """The gradients of the loss by a layer's W and b, in their shapes."""

    W: NDArray
    b: NDArray


def zero_variance(n_in: int, n_out: int) -> float:
    """Return 0: every unit of a layer is then the same, and stays the same."""
    return 0.0


def fixed_variance(scale: float) -> Callable[[int, int], float]:
    """Return the rule that gives every weight the standard deviation `scale`."""
    return lambda n_in, n_out: scale**2


def glorot_variance(n_in: int, n_out: int) -> float:
    """Return 2 / (n_in + n_out): neither A nor delta grows or shrinks much.

    Claims: glorot-variance. Source: Glorot and Bengio (2010).
    """
    return 2 / (n_in + n_out)


def he_variance(n_in: int, n_out: int) -> float:
    """Return 2 / n_in, which keeps the size of A through ReLU.

    Claims: he-variance. Source: He, Zhang, Ren and Sun (2015).
    """
    return 2 / n_in


def initialize(
    sizes: Sequence[int],
    rng: Generator,
    variance: Callable[[int, int], float] = he_variance,
    hidden: str = "relu",
    output: str = "identity",
) -> list[Layer]:
    """Return layers of normal weights with the variance given, and zero biases.

    sizes: units of the input, of each hidden layer, of the output.
    """
    activations = [hidden] * (len(sizes) - 2) + [output]
    return [
        Layer(rng.normal(scale=variance(m, k) ** 0.5, size=(m, k)), np.zeros(k), phi)
        for m, k, phi in zip(sizes[:-1], sizes[1:], activations, strict=True)
    ]


def forward(layers: Sequence[Layer], X: NDArray) -> tuple[list, list]:
    """Return [Z_1, ..., Z_L] and [X, A_1, ..., A_L]. X: (n, d).

    Claims: forward-layer.
    """
    Z, A = [], [X]
    for W, b, activation in layers:
        Z.append(A[-1] @ W + b)
        A.append(ACTIVATIONS[activation].phi(Z[-1]))
    return Z, A


def predict(layers: Sequence[Layer], X: NDArray) -> NDArray:
    """Return A_L, the outputs (n, k): logits if the last activation is the identity."""
    return forward(layers, X)[1][-1]


def accuracy(layers: Sequence[Layer], X: NDArray, y: NDArray) -> float:
    """Return the fraction of rows whose largest output is in column y[i]; y: (n,)."""
    return float(np.mean(predict(layers, X).argmax(axis=1) == y))


def deltas(layers: Sequence[Layer], Z: list, dA: NDArray) -> list:
    """Return [delta_1, ..., delta_L], the gradients of the loss by Z_1, ..., Z_L.

    dA: (n, k), its gradient by A_L. Claims: backprop-output, backprop-hidden.
    """
    derivatives = [ACTIVATIONS[layer.activation].derivative for layer in layers]
    slopes = [slope(z) for slope, z in zip(derivatives, Z, strict=True)]
    delta = [dA * slopes[-1]]
    for layer, slope in zip(layers[:0:-1], slopes[-2::-1], strict=True):
        delta.append((delta[-1] @ layer.W.T) * slope)
    return delta[::-1]


def backward(
    layers: Sequence[Layer], X: NDArray, Y: NDArray, loss: str
) -> list[LayerGradient]:
    """Return the gradients of the loss by every W and b. Y: (n, k), as A_L.

    The 1/n of the mean enters once, in the loss's own gradient.
    Claims: backprop-weights, backprop-biases.
    """
    Z, A = forward(layers, X)
    delta = deltas(layers, Z, LOSSES[loss].gradient(A[-1], Y))
    return [
        LayerGradient(a.T @ d, d.sum(axis=0))
        for a, d in zip(A[:-1], delta, strict=True)
    ]


def to_vector(layers: Sequence[Layer] | Sequence[LayerGradient]) -> NDArray:
    """Return all entries as one vector: W_1 row by row, b_1, W_2, ..."""
    return np.concatenate(
        [part for layer in layers for part in (layer.W.ravel(), layer.b)]
    )


def from_vector(theta: NDArray, layers: Sequence[Layer]) -> list[Layer]:
    """Return layers shaped as those given, with their entries from theta."""
    result, start = [], 0
    for W, b, activation in layers:
        middle, stop = start + W.size, start + W.size + b.size
        W_new = theta[start:middle].reshape(W.shape)
        result.append(Layer(W_new, theta[middle:stop], activation))
        start = stop
    return result


def train(
    layers: list[Layer],
    X: NDArray,
    Y: NDArray,
    loss: str,
    rng: Generator,
    learning_rate: float,
    momentum: float = 0.9,
    batch_size: int = 32,
) -> Iterator[list[Layer]]:
    """Yield the network as given, then after every pass over shuffled batches.

    Heavy-ball steps: v = momentum v - learning_rate gradient; theta = theta + v.
    Claims: heavy-ball-memory.
    """
    theta, velocity = to_vector(layers), 0.0
    while True:
        yield layers
        order = rng.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            gradient = to_vector(backward(layers, X[batch], Y[batch], loss))
            velocity = momentum * velocity - learning_rate * gradient
            theta = theta + velocity
            layers = from_vector(theta, layers)
