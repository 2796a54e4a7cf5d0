"""Schedule, warm-up and clipping on one network: tuned alike, judged in pairs.

A setting's best rate has the least mean loss over eight tuning seeds, on validation
digits. It is judged on test digits and 32 fresh seeds, and so is a rate four times as
large. A seed fixes the start and the order of the examples, the same for all settings.
"""

from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from mlmath import datasets, losses
from mlmath.generators import generator
from mlmath.optimizers import cosine, heavy_ball

BATCH, PASSES, LIMIT, SHARE = 32, 6, 1.0, 5
TUNING, FRESH = range(100, 108), range(32)
RATES = 0.02 * 2.0 ** np.arange(0, 6.6, 0.5)
FOURFOLD = 4  # places in RATES
DAMAGED_RATES = 0.02 * 2.0 ** np.arange(-14, 5.1, 1)
SHAPES = [(64, 32), (32,), (32, 10), (10,)]
CUTS = np.cumsum([np.prod(shape) for shape in SHAPES])[:-1]

digits = datasets.digits()
one_hot = losses.one_hot(digits.y, 10)
train, test = datasets.stratified_split(digits.y, generator(0))
fit, validation = (
    train[part] for part in datasets.stratified_split(digits.y[train], generator(1))
)
STEPS = PASSES * (len(fit) // BATCH)
WARM = STEPS // SHARE


class Setting(NamedTuple):
    """shape: iteration -> share of the peak rate; limit: of a gradient's length."""

    shape: Callable[[int], float]
    limit: float = np.inf


def constant(k: int) -> float:
    """Return 1, the full rate."""
    return 1.0


SETTINGS = {
    "constant": Setting(constant),
    "clipped": Setting(constant, LIMIT),
    "warm_up": Setting(lambda k: min(1.0, (k + 1) / WARM)),
    "cosine": Setting(cosine(1.0, STEPS)),
    "both": Setting(cosine(1.0, STEPS, WARM)),
    "all": Setting(cosine(1.0, STEPS, WARM), LIMIT),
}


def parts(theta: NDArray) -> list[NDArray]:
    """Return W1, b1, W2, b2 of every network; theta: (..., weights)."""
    flat = zip(np.split(theta, CUTS, axis=-1), SHAPES, strict=True)
    return [part.reshape(*theta.shape[:-1], *shape) for part, shape in flat]


def hidden_and_logits(theta: NDArray, X: NDArray) -> tuple[NDArray, NDArray]:
    """Return what the hidden layer and the output put out; X: (..., n, 64)."""
    W1, b1, W2, b2 = parts(theta)
    A = np.maximum(X @ W1 + b1[..., None, :], 0)
    return A, A @ W2 + b2[..., None, :]


def loss(theta: NDArray, X: NDArray, Y: NDArray) -> NDArray:
    """Return every network's mean cross-entropy; infinite where it overflowed."""
    with np.errstate(all="ignore"):
        Z = hidden_and_logits(theta, X)[1]
        found = np.mean(losses.log_sum_exp(Z) - np.sum(Y * Z, axis=-1), axis=-1)
    return np.where(np.isfinite(found), found, np.inf)


def gradient(theta: NDArray, X: NDArray, Y: NDArray) -> NDArray:
    """Return every network's gradient of the mean cross-entropy, as theta."""
    A, Z = hidden_and_logits(theta, X)
    W2 = parts(theta)[2]
    delta2 = (losses.softmax(Z) - Y) / X.shape[-2]
    delta1 = (delta2 @ W2.swapaxes(-1, -2)) * (A > 0)
    X_turned = X.swapaxes(-1, -2)
    found = (
        X_turned @ delta1,
        delta1.sum(axis=-2),
        A.swapaxes(-1, -2) @ delta2,
        delta2.sum(axis=-2),
    )
    return np.concatenate([part.reshape(*theta.shape[:-1], -1) for part in found], -1)


def start(rng: Generator) -> NDArray:
    """Return weights of variance 2 / n_in, and zero biases, in one vector."""
    W1 = rng.normal(0, np.sqrt(2 / 64), 64 * 32)
    W2 = rng.normal(0, np.sqrt(2 / 32), 32 * 10)
    return np.concatenate([W1, np.zeros(32), W2, np.zeros(10)])


def orders(rngs: Sequence[Generator]):
    """Yield rows (seeds, batch), an epoch at a time, each seed in its own order."""
    while True:
        shuffled = np.array([rng.permutation(fit) for rng in rngs])
        for first in range(0, len(fit) - BATCH + 1, BATCH):
            yield shuffled[:, first : first + BATCH]


def trained(setting: Setting, rates: NDArray, seeds: range, images: NDArray):
    """Return the weights at the end; (rates, seeds, weights)."""
    rngs = [generator(seed) for seed in seeds]
    starts = np.array([start(rng) for rng in rngs])
    batches = orders(rngs)

    def noisy(theta: NDArray) -> NDArray:
        rows = next(batches)
        g = gradient(theta, images[rows], one_hot[rows])
        length = np.linalg.norm(g, axis=-1, keepdims=True)
        return g * np.minimum(1, setting.limit / np.maximum(length, 1e-300))

    stack = np.tile(starts, (len(rates), 1, 1))
    peak = np.asarray(rates)[:, None, None]
    path = heavy_ball(noisy, stack, lambda k: peak * setting.shape(k))
    with np.errstate(all="ignore"):
        return next(islice(path, STEPS, None))


def judged(setting: Setting, rates: NDArray, images: NDArray) -> dict[str, Any]:
    """Return the sweep of the tuning seeds, the best rate, and its fresh losses."""
    clean = digits.X / 16
    swept = loss(
        trained(setting, rates, TUNING, images), clean[validation], one_hot[validation]
    )
    best = int(np.argmin(swept.mean(axis=1)))
    if not 0 < best < len(rates) - 1:
        raise ValueError(f"the best rate, {rates[best]}, is at an edge of the grid")
    end = trained(setting, rates[best : best + 1], FRESH, images)
    return {
        "sweep": np.where(np.isfinite(swept), swept, 1e9),
        "best": best,
        "fresh": loss(end, clean[test], one_hot[test])[0],
    }


def too_fast(setting: Setting, best: int, images: NDArray) -> NDArray:
    """Return the fresh losses at four times the best rate."""
    far = best + FOURFOLD
    end = trained(setting, RATES[far : far + 1], FRESH, images)
    found = loss(end, images[test], one_hot[test])[0]
    return np.where(np.isfinite(found), found, 1e9)


def study() -> dict[str, Any]:
    """Return the rates and what was found for each setting, on good and bad images."""
    images = digits.X / 16
    damaged = images.copy()
    damaged[fit[:10]] *= 100
    clean = {name: judged(s, RATES, images) for name, s in SETTINGS.items()}
    for name, found in clean.items():
        found["fast"] = too_fast(SETTINGS[name], found["best"], images)
    return {
        "rates": RATES,
        "damaged_rates": DAMAGED_RATES,
        "sizes": {"fit": len(fit), "validation": len(validation), "test": len(test)},
        "steps": STEPS,
        "warm": WARM,
        "clean": clean,
        "damaged": {
            name: judged(SETTINGS[name], DAMAGED_RATES, damaged)
            for name in ("constant", "clipped")
        },
    }
