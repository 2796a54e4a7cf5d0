"""A sweep of learning rates for a digits network, judged on validation images."""

import numpy as np

from mlmath import datasets, losses, networks
from mlmath.generators import generator

RATES = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0]
STARTS, PASSES = 8, 40


def study():
    """By rate: right verdicts and losses at the end, by start, and the mean curves."""
    data = datasets.digits()
    images, one_hot = data.X / 16, losses.one_hot(data.y, 10)
    train_rows, _ = datasets.stratified_split(data.y, generator(0))
    parts = datasets.stratified_split(data.y[train_rows], generator(1))
    fit_rows, check_rows = (train_rows[part] for part in parts)

    def judged(network, rows):
        logits = networks.predict(network, images[rows])
        right = np.sum(logits.argmax(axis=1) == data.y[rows])
        return right, losses.softmax_cross_entropy(logits, one_hot[rows])

    def run(rate, seed):
        """Loss on fitted images, on validation images, right verdicts; by pass."""
        rng = generator(seed)
        start = networks.initialize([64, 64, 64, 10], rng, networks.he_variance)
        X, Y = images[fit_rows], one_hot[fit_rows]
        passes = networks.train(start, X, Y, "softmax_cross_entropy", rng, rate)
        curve = []
        for _, network in zip(range(PASSES + 1), passes, strict=False):
            fitted, checked = judged(network, fit_rows), judged(network, check_rows)
            curve.append([fitted[1], checked[1], checked[0]])
        return curve

    runs = np.array([[run(rate, seed) for seed in range(STARTS)] for rate in RATES])
    return summary(runs)


def summary(runs):
    """What the chapter reads; runs: (rate, start, pass, loss or loss or verdicts)."""
    return {
        "rates": RATES,
        "starts": STARTS,
        "passes": PASSES,
        "right": runs[:, :, -1, 2],
        "loss": runs[:, :, -1, 1],
        "curves": runs[:, :, :, :2].mean(axis=1),
    }
