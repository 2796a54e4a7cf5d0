"""Ten hidden layers on digits, from weights of three sizes, at two learning rates."""

import numpy as np

from mlmath import datasets, losses, networks
from mlmath.generators import generator

FACTORS = {"a third": 1 / 3, "as derived": 1.0, "three times": 3.0}
CALM, HASTY = 0.003, 0.03
STARTS, PASSES = 16, 15
WIDTHS = [64] * 11 + [10]


def scaled(factor):
    """Starting weights with `factor` times the standard deviation sqrt(2 / n_in)."""
    return lambda n_in, n_out: factor**2 * networks.he_variance(n_in, n_out)


def run(factor, rate, seed, images, y):
    """Losses after 0, 1, ... passes until one overflows, and the accuracy then."""
    rng, one_hot = generator(seed), losses.one_hot(y, 10)
    start = networks.initialize(WIDTHS, rng, scaled(factor))
    passes = networks.train(
        start, images, one_hot, "softmax_cross_entropy", rng, learning_rate=rate
    )
    curve, accuracy = [], 0.0
    with np.errstate(all="ignore"):
        for _, network in zip(range(PASSES + 1), passes, strict=False):
            logits = networks.predict(network, images)
            loss = losses.softmax_cross_entropy(logits, one_hot)
            if not np.isfinite(loss):
                break
            curve.append(loss)
            accuracy = np.mean(logits.argmax(axis=1) == y)
    return curve, accuracy


def study():
    """Curves and accuracies by size and start, and what the twelfth digit changes."""
    data = datasets.digits()
    rows, _ = datasets.stratified_split(data.y, generator(0))
    images, y = data.X[rows] / 16, data.y[rows]
    found = {"starts": STARTS, "passes": PASSES, "rates": [CALM, HASTY]}
    for name, factor in FACTORS.items():
        runs = [run(factor, CALM, seed, images, y) for seed in range(STARTS)]
        found[name] = {"curves": [r[0] for r in runs], "right": [r[1] for r in runs]}
    hasty = [run(1.0, HASTY, seed, images, y) for seed in range(STARTS)]
    found["hasty"] = {"curves": [r[0] for r in hasty], "right": [r[1] for r in hasty]}
    shares = generator(99).uniform(-1, 1, size=images.shape)
    nudged = images * (1 + 1e-12 * shares)
    found["twins"] = {
        "as derived": [run(1.0, CALM, seed, nudged, y)[0] for seed in range(4)],
        "hasty": [run(1.0, HASTY, seed, nudged, y)[0] for seed in range(4)],
    }
    return found
