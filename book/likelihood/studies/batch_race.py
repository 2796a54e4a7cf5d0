"""How many steps each batch size needs to train a classifier of digits, tuned alike.

A linear softmax classifier is to bring its mean loss on every third image below GOAL.
For each batch size the step size is chosen on eight seeds, by the median of the steps
needed; with it, the steps are counted on sixteen others.
"""

from itertools import count

import numpy as np

from mlmath import datasets, losses
from mlmath.generators import generator
from mlmath.optimizers import gradient_descent

BATCHES = [1, 4, 16, 64, 256, 1024]
RATES = 2.0 ** np.arange(-4, 5.1, 0.5)
GOAL = 0.25
TUNING, FRESH = range(100, 108), range(16)

digits = datasets.digits()
images = np.column_stack([digits.X / 16, np.ones(len(digits.X))])
targets = losses.one_hot(digits.y, 10)


def goal_reached(W):
    """Whether the loss is below the goal; W: (rates, seeds, 65, 10)."""
    logits = images[::3] @ W
    right = np.sum(logits * targets[::3], axis=-1)
    return np.mean(losses.log_sum_exp(logits) - right, axis=-1) < GOAL


def checks():
    """5, 6, 7, ..., later one twentieth apart."""
    at = 5
    while True:
        yield at
        at = max(at + 1, round(1.05 * at))


def steps_needed(batch, rates, seeds, enough):
    """(rates, seeds), stopped where `enough` seeds of one rate are there."""
    rngs = [generator(seed) for seed in seeds]

    def noisy(W):
        rows = [rng.integers(len(images), size=batch) for rng in rngs]
        misses = losses.softmax(images[rows] @ W) - targets[rows]
        return images[rows].transpose(0, 2, 1) @ misses / batch

    needed = np.full((len(rates), len(rngs)), np.inf)
    start = np.zeros((*needed.shape, 65, 10))
    step = np.reshape(rates, (-1, 1, 1, 1))
    walk = gradient_descent(noisy, start, lambda k: step)
    times = checks()
    check = next(times)
    for k, W in zip(count(), walk):
        if k == check:
            needed[goal_reached(W) & np.isinf(needed)] = k
            if np.isfinite(needed).sum(axis=1).max() >= enough:
                return needed
            check = next(times)


def study():
    """Batch sizes, their best step sizes, and the steps of each fresh seed."""
    rates, steps = [], []
    for batch in BATCHES:
        tuned = steps_needed(batch, RATES, TUNING, 5)
        best = RATES[np.sort(tuned, axis=1)[:, 4].argmin()]
        rates.append(best)
        steps.append(steps_needed(batch, [best], FRESH, len(FRESH))[0])
    return {
        "goal": GOAL,
        "batches": BATCHES,
        "rates": rates,
        "steps": steps,
        "grid": [RATES[0], RATES[-1], len(RATES)],
    }
