"""Gradient methods as generators of iterates, all called alike.

`method(gradient, x, step, ...)` yields x_0 = x, x_1, x_2, ... without end; the caller
stops it. gradient: from (d,) to (d,); x: (d,); step: the learning rate, one number or
a schedule, a function of the iteration k = 0, 1, ... Each iterate after the first
costs one gradient. A noisy gradient (`minibatch`) makes any of them stochastic.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import count

import numpy as np
from numpy.linalg import norm, solve
from numpy.random import Generator
from numpy.typing import NDArray

Gradient = Callable[[NDArray], NDArray]
Schedule = Callable[[int], float]


def _rate(step: float | Schedule, k: int) -> float:
    return step(k) if callable(step) else step


def gradient_descent(
    gradient: Gradient, x: NDArray, step: float | Schedule
) -> Iterator[NDArray]:
    """Yield x, moved by -step gradient(x) each time.

    Claims: descent-contraction, error-along-eigenvectors. Source: Cauchy (1847).
    """
    for k in count():
        yield x
        x = x - _rate(step, k) * gradient(x)


def heavy_ball(
    gradient: Gradient, x: NDArray, step: float | Schedule, beta: float = 0.9
) -> Iterator[NDArray]:
    """Yield x, moved by v = beta v - step gradient(x).

    Claims: heavy-ball-memory, heavy-ball-step, momentum-rate. Source: Polyak (1964).
    """
    v = np.zeros_like(x, dtype=float)
    for k in count():
        yield x
        v = beta * v - _rate(step, k) * gradient(x)
        x = x + v


def nesterov(
    gradient: Gradient, x: NDArray, step: float | Schedule, beta: float = 0.9
) -> Iterator[NDArray]:
    """Yield x, moved as heavy_ball, with the gradient taken at x + beta v.

    Claims: nesterov-is-a-gradient-step-ahead, nesterov-double-root.
    Source: Nesterov (1983), in the form of Sutskever and others (2013).
    """
    v = np.zeros_like(x, dtype=float)
    for k in count():
        yield x
        v = beta * v - _rate(step, k) * gradient(x + beta * v)
        x = x + v


def adagrad(
    gradient: Gradient, x: NDArray, step: float | Schedule, epsilon: float = 1e-8
) -> Iterator[NDArray]:
    """Yield x, moved by -step g / sqrt(sum of all g**2). Source: Duchi et al. (2011).

    epsilon: added to the root. Claims: adagrad-scale-invariance, adagrad-cost.
    """
    total = np.zeros_like(x, dtype=float)
    for k in count():
        yield x
        g = gradient(x)
        total = total + g**2
        x = x - _rate(step, k) * g / (np.sqrt(total) + epsilon)


def rmsprop(
    gradient: Gradient,
    x: NDArray,
    step: float | Schedule,
    beta: float = 0.9,
    epsilon: float = 1e-8,
) -> Iterator[NDArray]:
    """Yield x, moved by -step g / sqrt(running mean of g**2), the mean begun at 0.

    Claims: rmsprop-two-cycle. Source: Tieleman and Hinton (2012).
    """
    square = np.zeros_like(x, dtype=float)
    for k in count():
        yield x
        g = gradient(x)
        square = beta * square + (1 - beta) * g**2
        x = x - _rate(step, k) * g / (np.sqrt(square) + epsilon)


def adam(
    gradient: Gradient,
    x: NDArray,
    step: float | Schedule,
    beta1: float = 0.9,
    beta2: float = 0.999,
    epsilon: float = 1e-8,
    decay: float = 0.0,
) -> Iterator[NDArray]:
    """Yield x, moved by -step m / sqrt(s), unbiased running means of g and g**2.

    decay: AdamW's weight decay, which takes step decay x off beside the adapted step.
    Claims: adam-bias, adam-first-step, adam-scale-invariance, adam-longest-step.
    Sources: Kingma and Ba (2015); Loshchilov and Hutter (2019).
    """
    mean = square = np.zeros_like(x, dtype=float)
    for k in count():
        yield x
        g = gradient(x)
        mean = beta1 * mean + (1 - beta1) * g
        square = beta2 * square + (1 - beta2) * g**2
        m = mean / (1 - beta1 ** (k + 1))
        s = square / (1 - beta2 ** (k + 1))
        x = x - _rate(step, k) * (m / (np.sqrt(s) + epsilon) + decay * x)


def newton(
    gradient: Gradient, x: NDArray, step: float | Schedule, hessian: Gradient
) -> Iterator[NDArray]:
    """Yield x, moved by -step H⁻¹ gradient(x); hessian: from (d,) to (d, d).

    step 1 is Newton's own. Raises LinAlgError where H is singular.
    """
    for k in count():
        yield x
        x = x - _rate(step, k) * solve(hessian(x), gradient(x))


def backtracking(
    gradient: Gradient,
    x: NDArray,
    step: float | Schedule,
    f: Callable[[NDArray], float],
    sufficient: float = 0.5,
    shrink: float = 0.5,
) -> Iterator[NDArray]:
    """Yield x, moved as gradient_descent, the step shrunk until f falls enough.

    Enough is sufficient * step * ||g||²; every iteration tries `step` first.
    Claims: backtracking-accepts. Source: Armijo (1966).
    """
    for k in count():
        yield x
        g, eta = gradient(x), _rate(step, k)
        while f(x - eta * g) > f(x) - sufficient * eta * (g @ g):
            eta *= shrink
        x = x - eta * g


def averaged(iterates: Iterable[NDArray]) -> Iterator[NDArray]:
    """Yield the mean of all iterates so far.

    Claims: averaged-variance. Source: Polyak and Juditsky (1992).
    """
    mean = 0.0
    for k, x in enumerate(iterates):
        mean = mean + (x - mean) / (k + 1)
        yield np.asarray(mean)


def minibatch(
    gradient: Callable[[NDArray, NDArray], NDArray],
    n: int,
    batch_size: int,
    rng: Generator,
) -> Gradient:
    """Return x -> gradient(x, rows) on the next batch of examples, an epoch at a time.

    Each epoch goes through a new shuffle of the n examples, without replacement; a
    remainder smaller than a batch is left out. rows: (batch_size,) indices.
    Claims: batch-variance-without-replacement.
    """

    def batches() -> Iterator[NDArray]:
        while True:
            order = rng.permutation(n)
            for start in range(0, n - batch_size + 1, batch_size):
                yield order[start : start + batch_size]

    rows = batches()
    return lambda x: gradient(x, next(rows))


def clipped(gradient: Gradient, limit: float) -> Gradient:
    """Return the gradient, scaled down to norm `limit` wherever it is longer.

    Claims: clipped-norm. Source: Pascanu, Mikolov and Bengio (2013).
    """

    def shortened(x: NDArray) -> NDArray:
        g = gradient(x)
        return g * min(1.0, limit / max(float(norm(g)), np.finfo(float).tiny))

    return shortened


def inverse_time(step: float, horizon: float) -> Schedule:
    """Return k -> step / (1 + k / horizon).

    Claims: inverse-time-recursion. Source: Robbins and Monro (1951).
    """
    return lambda k: step / (1 + k / horizon)


def cosine(step: float, steps: int, warm_up: int = 0) -> Schedule:
    """Return a linear rise over `warm_up` iterations, then half a cosine down to 0.

    steps: iterations in all. Claims: cosine-schedule-sum. Source: Loshchilov and
    Hutter (2017).
    """

    def rate(k: int) -> float:
        if k < warm_up:
            return step * (k + 1) / warm_up
        progress = min(1.0, (k - warm_up) / (steps - warm_up))
        return float(step * (1 + np.cos(np.pi * progress)) / 2)

    return rate
