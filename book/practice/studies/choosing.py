"""Settings chosen in five ways on one budget, and what the best of many hides.

The network reads digits: one hidden layer, heavy-ball steps on batches. Settings are
the rate, what momentum forgets (1 - beta), and a squared penalty. A seed fixes the
split, the start and the order of the examples, the same for all settings and all ways.
The budget is 27 full trainings, counted in epochs.
"""

from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from mlmath import datasets, losses
from mlmath.best_of import best_of_weights
from mlmath.generators import generator
from mlmath.search import grid, log_uniform, successive_halving

FIT, VALIDATION, BATCH, HIDDEN, EPOCHS = 400, 200, 32, 16, 27
BUDGET, MANY, SEEDS, POOL_SEED = 27, 243, range(32), 100
LOW, HIGH = np.array([1e-3, 1e-2, 1e-6]), np.array([3.0, 1.0, 1e-1])
USUAL = np.array([np.nan, 0.1, 1e-4])  # momentum 0.9, a small penalty
SHAPES = [(64, HIDDEN), (HIDDEN,), (HIDDEN, 10), (10,)]
CUTS = np.cumsum([np.prod(shape) for shape in SHAPES])[:-1]
WORST = float(np.log(10))  # the loss of a network that has learned nothing
SMALL, DRAWS = 100, 400  # validation rows of the winner's curse, and how often drawn
TOLD = np.unique(np.geomspace(1, MANY, 30).astype(int))  # how many are chosen from

digits = datasets.digits()
images, one_hot = digits.X / 16, losses.one_hot(digits.y, 10)


class Case(NamedTuple):
    """What a seed fixes: rows, starting weights, and each epoch's batches."""

    validation: NDArray
    test: NDArray
    start: NDArray
    batches: NDArray


def case(seed: int) -> Case:
    """Return what a seed fixes; batches: (epochs, steps, batch)."""
    rng = generator(seed)
    fit, validation, test = np.split(
        rng.permutation(len(images)), [FIT, FIT + VALIDATION]
    )
    orders = np.array([rng.permutation(fit) for _ in range(EPOCHS)])
    steps = FIT // BATCH
    batches = orders[:, : steps * BATCH].reshape(EPOCHS, steps, BATCH)
    return Case(validation, test, start(rng), batches)


def start(rng: np.random.Generator) -> NDArray:
    """Return weights of variance 2 / n_in, and zero biases, in one vector."""
    W1 = rng.normal(0, np.sqrt(2 / 64), 64 * HIDDEN)
    W2 = rng.normal(0, np.sqrt(2 / HIDDEN), HIDDEN * 10)
    return np.concatenate([W1, np.zeros(HIDDEN), W2, np.zeros(10)])


def parts(theta: NDArray) -> list[NDArray]:
    """Return W1, b1, W2, b2 of every network; theta: (networks, weights)."""
    flat = zip(np.split(theta, CUTS, axis=-1), SHAPES, strict=True)
    return [part.reshape(len(theta), *shape) for part, shape in flat]


def hidden_and_logits(theta: NDArray, X: NDArray) -> tuple[NDArray, NDArray]:
    """Return what the hidden layer and the output put out; (networks, n, .)."""
    W1, b1, W2, b2 = parts(theta)
    A = np.maximum(X @ W1 + b1[:, None, :], 0)
    return A, A @ W2 + b2[:, None, :]


def judged(theta: NDArray, rows: NDArray) -> tuple[NDArray, NDArray]:
    """Return loss and share of errors of every network; of one that overflowed, chance.

    A network that is worse than one that has learned nothing counts as that one.
    """
    with np.errstate(all="ignore"):
        Z = hidden_and_logits(theta, images[rows])[1]
        found = losses.log_sum_exp(Z) - np.sum(one_hot[rows] * Z, axis=-1)
        loss = np.mean(found, axis=-1)
        error = np.mean(Z.argmax(axis=-1) != digits.y[rows], axis=-1)
    return np.where(loss < WORST, loss, WORST), np.where(loss < WORST, error, 0.9)


def gradient(theta: NDArray, rows: NDArray) -> NDArray:
    """Return every network's gradient of the mean cross-entropy, as theta."""
    X = images[rows]
    A, Z = hidden_and_logits(theta, X)
    delta2 = (losses.softmax(Z) - one_hot[rows]) / len(rows)
    delta1 = (delta2 @ parts(theta)[2].swapaxes(-1, -2)) * (A > 0)
    slopes = (
        X.T @ delta1,
        delta1.sum(axis=-2),
        A.swapaxes(-1, -2) @ delta2,
        delta2.sum(axis=-2),
    )
    return np.concatenate([slope.reshape(len(theta), -1) for slope in slopes], axis=-1)


class Training:
    """Networks with one setting each, trained as far as asked, and further."""

    def __init__(self, given: Case, settings: NDArray) -> None:
        self.case, self.settings = given, settings
        self.epochs = 0
        self.theta = np.tile(given.start, (len(settings), 1))
        self.velocity = np.zeros_like(self.theta)

    def until(self, epochs: int) -> NDArray:
        """Train up to so many epochs; return the validation losses."""
        rate, forgets, penalty = self.settings.T[:, :, None]
        with np.errstate(all="ignore"):
            for batches in self.case.batches[self.epochs : epochs]:
                for rows in batches:
                    slope = gradient(self.theta, rows) + penalty * self.theta
                    self.velocity = (1 - forgets) * self.velocity - rate * slope
                    self.theta = self.theta + self.velocity
        self.epochs = epochs
        return judged(self.theta, self.case.validation)[0]

    def keep(self, which: NDArray) -> None:
        """Go on with some of the networks."""
        self.settings, self.theta = self.settings[which], self.theta[which]
        self.velocity = self.velocity[which]


def spaced(count: int, which: int) -> NDArray:
    """Return the middles of `count` equal parts of a setting's range, in logarithms."""
    share = (np.arange(count) + 0.5) / count
    return LOW[which] * (HIGH[which] / LOW[which]) ** share


def rates_alone(count: int) -> NDArray:
    """Return settings that differ in the rate, and have all else as usual."""
    settings = np.tile(USUAL, (count, 1))
    settings[:, 0] = spaced(count, 0)
    return settings


def winner(training: Training, validation: NDArray) -> dict[str, Any]:
    """Return the setting with the least validation loss, and what it does on test."""
    best = int(np.argmin(validation))
    loss, error = judged(training.theta[best : best + 1], training.case.test)
    found = {"validation": validation[best], "test": loss[0], "error": error[0]}
    return found | {"setting": training.settings[best]}


def halved(given: Case, settings: NDArray) -> dict[str, Any]:
    """Return the winner of successive halving, which goes on with the same networks."""
    training, here, spent = Training(given, settings), np.arange(len(settings)), 0

    def loss(chosen: NDArray, epochs: int) -> NDArray:
        nonlocal here, spent
        training.keep(np.searchsorted(here, chosen))
        spent += len(chosen) * (epochs - training.epochs)
        here = chosen
        return training.until(epochs)

    last = list(islice(successive_halving(loss, len(settings), 1), 4))[-1]
    if last.resource != EPOCHS or spent != BUDGET * EPOCHS:
        raise ValueError(f"{spent} epochs for {BUDGET * EPOCHS}")
    return winner(training, last.losses)


def chosen_five_ways(seed: int) -> dict[str, Any]:
    """Return the winner of each way on one seed; and all that random search tried."""
    given, rng = case(seed), generator(1000 + seed)
    drawn = log_uniform(LOW, HIGH, MANY, rng)
    one_by_one = grid(*(spaced(3, which) for which in range(3)))
    plans = {"grid": one_by_one, "random": drawn[:BUDGET], "rates": rates_alone(BUDGET)}
    found, curve = {}, {}
    for name, settings in plans.items():
        training = Training(given, settings)
        validation = training.until(EPOCHS)
        found[name] = winner(training, validation)
        test = judged(training.theta, given.test)[0]
        curve[name] = np.round([validation, test], 5)
    first = Training(given, rates_alone(9))
    chosen = first.settings[int(np.argmin(first.until(EPOCHS)))]
    others = log_uniform(LOW, HIGH, 18, rng)
    others[:, 0] = chosen[0]
    second = Training(given, np.vstack([chosen, others]))
    found["rate_first"] = winner(second, second.until(EPOCHS))
    found["halving"] = halved(given, drawn)
    return {"winners": found, "curves": curve}


def pool() -> dict[str, Any]:
    """Return what many random settings do on one split, after 1, 3, 9 and 27 epochs."""
    given = case(POOL_SEED)
    settings = log_uniform(LOW, HIGH, MANY, generator(POOL_SEED + 1000))
    training = Training(given, settings)
    by_rung = [training.until(epochs) for epochs in (1, 3, 9, 27)]
    held_out = np.concatenate([given.validation, given.test])
    loss, error = judged(training.theta, held_out)
    best = settings[int(np.argmin(by_rung[-1]))]
    return {
        "settings": settings,
        "rungs": by_rung,
        "loss": loss,
        "error": error,
        "best": best,
        "curse": {
            "settings": curse(right(training.theta, held_out)),
            "seeds": curse(right(many_seeds(given, best), held_out)),
        },
    }


def right(theta: NDArray, rows: NDArray) -> NDArray:
    """Return whether each network is right on each row; of overflowed ones, never."""
    with np.errstate(all="ignore"):
        Z = hidden_and_logits(theta, images[rows])[1]
    return (Z.argmax(axis=-1) == digits.y[rows]) & np.isfinite(Z).all(axis=-1)


def many_seeds(given: Case, setting: NDArray) -> NDArray:
    """Return networks with one setting and one split; starts and orders differ."""
    ends = []
    for seed in range(MANY):
        rng = generator(2000 + seed)
        fit = given.batches[0].ravel()
        orders = np.array([rng.permutation(fit) for _ in range(EPOCHS)])
        batches = orders.reshape(given.batches.shape)
        own = given._replace(start=start(rng), batches=batches)
        training = Training(own, setting[None])
        training.until(EPOCHS)
        ends.append(training.theta[0])
    return np.array(ends)


def curse(hits: NDArray) -> dict[str, Any]:
    """Return the winner's accuracy of 1, 2, ... networks: as chosen, and on other rows.

    hits: (networks, rows). Each draw takes SMALL rows to choose by; every choice of m
    of the networks counts. Means over the draws, and the standard errors of their
    difference. slope: of accuracy on the other rows against that on SMALL; spread:
    the standard deviation of the accuracies on SMALL rows.
    """
    weights, rng = best_of_weights(len(hits))[TOLD - 1], generator(3000)
    found, slopes, spreads = [], [], []
    for _ in range(DRAWS):
        order = rng.permutation(hits.shape[1])
        scores = hits[:, order[:SMALL]].mean(axis=1)
        truths = hits[:, order[SMALL:]].mean(axis=1)
        ranked = np.lexsort([rng.random(len(hits)), scores])  # ties by lot
        found.append(weights @ np.array([scores[ranked], truths[ranked]]).T)
        slopes.append(np.polyfit(scores, truths, 1)[0])
        spreads.append(scores.std())
    chosen, true = np.moveaxis(found, 2, 0)
    apart = chosen - true
    return {
        "of": TOLD,
        "chosen": chosen.mean(axis=0),
        "true": true.mean(axis=0),
        "chance": apart.std(axis=0) / np.sqrt(DRAWS),
        "slope": np.mean(slopes),
        "spread": np.mean(spreads),
    }


def study() -> dict[str, Any]:
    """Return the winners of five ways on every seed, and the pool."""
    runs = [chosen_five_ways(seed) for seed in SEEDS]
    names = list(runs[0]["winners"])
    return {
        "sizes": {
            "fit": FIT,
            "validation": VALIDATION,
            "test": len(images) - FIT - VALIDATION,
            "epochs": EPOCHS,
            "budget": BUDGET,
            "many": MANY,
            "seeds": len(SEEDS),
            "small": SMALL,
            "draws": DRAWS,
        },
        "winners": {name: [run["winners"][name] for run in runs] for name in names},
        "curves": {
            name: [run["curves"][name] for run in runs] for name in runs[0]["curves"]
        },
        "pool": pool(),
    }
