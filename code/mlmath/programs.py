"""A training program of eight parts, of which each can be broken alone.

It reads handwritten digits by three layers, in batches, with momentum. `healthy` is as
it should be, `broken` has the faults by name, each in one part, and `all_at_once` has
all of them. A seed fixes the split, the start and the order of the images.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from . import datasets, losses, networks
from .generators import generator
from .optimizers import heavy_ball

SHAPE, MOMENTUM, BATCH = [64, 32, 32, 10], 0.9, 32
REPEATED = 200  # test images that the overlap puts among those for training


class Program(NamedTuple):
    """What a training program decides; each part can be broken alone."""

    split: Callable  # rng -> training rows, test rows
    pixels: Callable  # raw pixels -> inputs
    labels: Callable  # labels of the chosen rows -> labels used
    order: Callable  # labels, rng -> the order of the rows in a pass
    start: Callable  # rng -> layers
    output_delta: Callable  # outputs, targets -> gradient of the loss by the outputs
    slope: Callable  # Z -> derivative of the activation there
    rate: float


@cache
def _digits() -> datasets.Classification:
    return datasets.digits()


healthy = Program(
    split=lambda rng: datasets.train_test_split(len(_digits().y), rng),
    pixels=lambda X: X / 16,
    labels=lambda y: y,
    order=lambda y, rng: rng.permutation(len(y)),
    start=lambda rng: networks.initialize(SHAPE, rng),
    output_delta=losses.softmax_cross_entropy_gradient,
    slope=lambda Z: np.where(Z > 0, 1.0, 0.0),
    rate=0.05,
)


def _overlapping(rng: Generator) -> tuple[NDArray, NDArray]:
    train, test = healthy.split(rng)
    return np.concatenate([train, test[:REPEATED]]), test


def _small_start(rng: Generator) -> list[networks.Layer]:
    return networks.initialize(SHAPE, rng, lambda n_in, _: (2 / n_in) ** 2)


faults = {
    "overlap": ("split", _overlapping),
    "shifted labels": ("labels", lambda y: np.roll(y, 1)),
    "sorted batches": ("order", lambda y, rng: np.argsort(y, kind="stable")),
    "raw pixels": ("pixels", lambda X: X),
    "small start": ("start", _small_start),
    "sum, not mean": ("output_delta", lambda Z, Y: losses.softmax(Z) - Y),
    "no ReLU slope": ("slope", np.ones_like),
    "rate 3": ("rate", 3.0),
}
broken = {
    name: healthy._replace(**{part: value}) for name, (part, value) in faults.items()
}
all_at_once = healthy._replace(**dict(faults.values()))


def tables(program: Program, seed: int) -> tuple[NDArray, NDArray, NDArray, NDArray]:
    """Return inputs and labels for training, inputs and labels for testing."""
    train, test = program.split(generator(seed))
    X = program.pixels(_digits().X)
    y, y_test = (program.labels(_digits().y[rows]) for rows in (train, test))
    return X[train], y, X[test], y_test


def program_gradient(
    program: Program, theta: NDArray, layers: list, X: NDArray, Y: NDArray
) -> NDArray:
    """Return what back-propagation with the program's own parts makes of a batch.

    theta: the weights in one vector, in the order of layers. X: (n, 64); Y: (n, 10).
    """
    layers = networks.from_vector(theta, layers)
    Z, A = networks.forward(layers, X)
    delta = [program.output_delta(A[-1], Y)]
    for layer, z in zip(layers[:0:-1], Z[-2::-1], strict=True):
        delta.append(delta[-1] @ layer.W.T * program.slope(z))
    found = [
        networks.LayerGradient(a.T @ d, d.sum(axis=0))
        for a, d in zip(A[:-1], delta[::-1], strict=True)
    ]
    return networks.to_vector(found)


def batches(program: Program, y: NDArray, rng: Generator) -> Iterator[NDArray]:
    """Yield the rows of one batch after the other, in the program's order."""
    while True:
        order = program.order(y, rng)
        for start in range(0, len(y) - BATCH + 1, BATCH):
            yield order[start : start + BATCH]


def trained(
    program: Program, seed: int, passes: int = 8
) -> Iterator[list[networks.Layer]]:
    """Yield the network before training and after each step of so many passes."""
    rng = generator(1000 + seed)
    X, y, _, _ = tables(program, seed)
    layers, rows = program.start(rng), batches(program, y, rng)

    def noisy(theta: NDArray) -> NDArray:
        batch = next(rows)
        Y = losses.one_hot(y[batch], 10)
        return program_gradient(program, theta, layers, X[batch], Y)

    path = heavy_ball(noisy, networks.to_vector(layers), program.rate, MOMENTUM)
    for theta in islice(path, passes * (len(y) // BATCH) + 1):
        yield networks.from_vector(theta, layers)
