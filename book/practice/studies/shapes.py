"""Five methods on eight shapes of data: tuned alike, judged in pairs.

A seed draws the rows to fit and the rows to judge. Each third of the first is predicted
from the other two; each method takes the one of its eight settings that does so best,
and is fitted anew to all of the first. All methods see the same rows.
"""

from collections.abc import Callable
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.optimize import minimize

from mlmath import datasets, losses
from mlmath.boosting import boosted
from mlmath.generators import generator
from mlmath.neighbors import neighbor_means
from mlmath.trees import grow, predict

SEEDS = range(16)
NEIGHBORS = [1, 2, 3, 5, 8, 13, 21, 34]
DEPTHS = range(1, 9)
FEWEST = 3
BOOSTED, ROUNDS, RATE = [1, 3], [10, 20, 40, 80], 0.2
PENALTIES = 10.0 ** np.arange(-3, 5)


class Shape(NamedTuple):
    """draw: seed's generator -> X and Y of all rows; fitted, judged: how many.

    scaled: whether the columns are standardized; labels: whether Y is one-hot.
    """

    draw: Callable[[Generator], tuple[NDArray, NDArray]]
    fitted: int
    judged: int
    scaled: bool = True
    labels: bool = False


def of_classes(data: datasets.Classification):
    """Return a draw that shuffles the rows of a table with classes."""
    Y = losses.one_hot(data.y, len(data.classes))

    def draw(rng: Generator):
        order = rng.permutation(len(Y))
        return data.X[order], Y[order]

    return draw


def of_numbers(X: NDArray, y: NDArray):
    """Return a draw that shuffles the rows of a table with a number to predict."""

    def draw(rng: Generator):
        order = rng.permutation(len(y))
        return X[order], y[order, None]

    return draw


def patients():
    """Return ten measurements with all products and squares but one, and a score."""
    data = datasets.diabetes()
    Z = (data.X - data.X.mean(axis=0)) / data.X.std(axis=0)
    sex = data.features.index("sex")
    pairs = [(j, k) for j in range(10) for k in range(j + 1)]
    products = [Z[:, j] * Z[:, k] for j, k in pairs if (j, k) != (sex, sex)]
    return of_numbers(np.column_stack([Z, *products]), data.y)


def answers():
    """Return eight graded answers, and whether there was an affair."""
    data = datasets.fair()
    told = losses.one_hot((data.y > 0).astype(int), 2)

    def draw(rng: Generator):
        order = rng.permutation(len(told))
        return data.X[order], told[order]

    return draw


def air():
    """Return the week, and the carbon dioxide in the air."""
    data = datasets.co2()
    seen = np.isfinite(data.y)
    weeks = (data.time - data.time[0]).astype(float)[:, None] / 7
    return of_numbers(weeks[seen], data.y[seen])


def households():
    """Return income, and what is spent on food."""
    data = datasets.engel()
    return of_numbers(data.X, data.y)


def switches(rng: Generator):
    """Return ten columns, of which three switch the effects of one another."""
    X = rng.normal(size=(1500, 10))
    on = (X[:, :3] > [0.3, -0.2, 0.0]).astype(float)
    mean = 2 * on[:, 0] * on[:, 1] - 1.5 * on[:, 2] * (1 - on[:, 0])
    return X, (mean + rng.normal(size=1500))[:, None]


SHAPES = {
    "patients": Shape(patients(), 100, 342),
    "tumors": Shape(of_classes(datasets.breast_cancer()), 285, 284, labels=True),
    "wine": Shape(of_classes(datasets.wine()), 89, 89, labels=True),
    "digits": Shape(of_classes(datasets.digits()), 300, 600, scaled=False, labels=True),
    "switches": Shape(switches, 500, 1000),
    "answers": Shape(answers(), 600, 2000, labels=True),
    "air": Shape(air(), 600, 600),
    "households": Shape(households(), 118, 117),
}


def ridge(X: NDArray, Y: NDArray, X_new: NDArray, labels: bool) -> NDArray:
    """Return predictions of linear fits with each penalty, (8, m, q)."""
    if labels:
        return softmax_ridge(X, Y, X_new)
    mean, center = X.mean(axis=0), Y.mean(axis=0)
    U, s, Vt = np.linalg.svd(X - mean, full_matrices=False)
    filtered = s / (s**2 + PENALTIES[:, None])
    beta = Vt.T @ (filtered[:, :, None] * (U.T @ (Y - center)))
    return center + (X_new - mean) @ beta


def softmax_ridge(X: NDArray, Y: NDArray, X_new: NDArray) -> NDArray:
    """Return probabilities of linear scores, by cross-entropy and each penalty."""
    Z, Z_new = (np.column_stack([np.ones(len(part)), part]) for part in (X, X_new))
    held = np.r_[0, np.ones(X.shape[1])][:, None]
    W, found = np.zeros((Z.shape[1], Y.shape[1])), []
    for penalty in PENALTIES[::-1]:
        fit = minimize(
            _penalized,
            W.ravel(),
            (Z, Y, penalty * held),
            jac=True,
            method="L-BFGS-B",
            options={"maxiter": 300},
        )
        W = fit.x.reshape(W.shape)
        found.append(losses.softmax(Z_new @ W))
    return np.array(found[::-1])


def _penalized(flat: NDArray, Z: NDArray, Y: NDArray, held: NDArray):
    """The mean cross-entropy with its penalty, and the gradient."""
    W = flat.reshape(Z.shape[1], -1)
    scores = Z @ W
    misses = losses.log_sum_exp(scores) - np.sum(Y * scores, axis=1)
    slope = Z.T @ (losses.softmax(scores) - Y) + held * W
    cost = misses.sum() + np.sum(held * W**2) / 2
    return cost / len(Y), slope.ravel() / len(Y)


def neighbors(X: NDArray, Y: NDArray, X_new: NDArray, labels: bool) -> NDArray:
    """Return means over each number of neighbors, (8, m, q)."""
    return neighbor_means(X, Y, X_new, NEIGHBORS[-1])[np.array(NEIGHBORS) - 1]


def tree(X: NDArray, Y: NDArray, X_new: NDArray, labels: bool) -> NDArray:
    """Return predictions of trees of each depth, (8, m, q)."""
    return np.array([predict(grow(X, Y, g, FEWEST), X_new) for g in DEPTHS])


def boosting(X: NDArray, Y: NDArray, X_new: NDArray, labels: bool) -> NDArray:
    """Return predictions of boosted trees, two depths after four numbers of rounds."""
    found = []
    for depth in BOOSTED:
        path = islice(boosted(X, Y, X_new, depth, RATE), ROUNDS[-1] + 1)
        found += [new for k, (_, new) in enumerate(path) if k in ROUNDS]
    return np.array(found)


METHODS = {"linear": ridge, "neighbors": neighbors, "tree": tree, "boosting": boosting}


def squares(told: NDArray, Y: NDArray) -> NDArray:
    """Return the squared error, averaged over the rows; told: (..., n, q)."""
    return np.mean(np.sum((told - Y) ** 2, axis=-1), axis=-1)


def judged(shape: Shape, seed: int) -> dict[str, dict[str, float]]:
    """Return what one seed found: by method, errors as shares of the baseline's."""
    rng = generator(seed)
    X, Y = shape.draw(rng)
    X_fit, X_new, _ = np.split(X, [shape.fitted, shape.fitted + shape.judged])
    Y_fit, Y_new, _ = np.split(Y, [shape.fitted, shape.fitted + shape.judged])
    if shape.scaled:
        X_fit, X_new = datasets.standardize(X_fit, X_new)
    else:
        X_fit, X_new = X_fit / 16, X_new / 16
    thirds = np.arange(shape.fitted) % 3
    constant = np.tile(Y_fit.mean(axis=0), (len(Y_new), 1))
    told = {"baseline": (constant, -1)}
    for name, method in METHODS.items():
        tried = np.empty((len(PENALTIES), *Y_fit.shape))
        for third in range(3):
            out = thirds == third
            tried[:, out] = method(X_fit[~out], Y_fit[~out], X_fit[out], shape.labels)
        best = int(np.argmin(squares(tried, Y_fit)))
        told[name] = (method(X_fit, Y_fit, X_new, shape.labels)[best], best)
    base = squares(constant, Y_new)
    found = {}
    for name, (guess, best) in told.items():
        wrong = np.mean(guess.argmax(axis=1) != Y_new.argmax(axis=1))
        share = squares(guess, Y_new) / base
        found[name] = {"share": share, "wrong": wrong, "setting": best}
    return found


def study() -> dict[str, Any]:
    """Return the sizes of every shape, and by method what each seed found."""
    told = {}
    for name, shape in SHAPES.items():
        every = [judged(shape, seed) for seed in SEEDS]
        X, Y = shape.draw(generator(0))
        told[name] = {
            "columns": X.shape[1],
            "outputs": Y.shape[1],
            "fitted": shape.fitted,
            "judged": shape.judged,
            "labels": shape.labels,
            "found": {
                method: {key: [each[method][key] for each in every] for key in kinds}
                for method, kinds in every[0].items()
            },
        }
    return {"seeds": len(SEEDS), "settings": len(PENALTIES), "shapes": told}
