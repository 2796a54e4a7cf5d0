"""How often intervals for a quotient cover it: five methods, four sizes, two truths.

The quotient is the sum of y over the sum of x. With x = 1 it is a mean, and y is then
exponential, with the mean 1. Otherwise both are spending on food and income, and
Engel's 235 households are all there are: samples are drawn from them.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from mlmath import datasets
from mlmath.bootstrap import (
    basic_interval,
    bca_interval,
    percentile_interval,
    resamples,
)
from mlmath.generators import generator

SIZES, RUNS, BLOCK, DRAWS = [10, 20, 40, 80], 4000, 500, 999
NORMAL = 1.959963984540054

households = datasets.engel()
everybody = np.column_stack([households.X[:, 0], households.y])


def waiting(rng: Generator, n: int) -> NDArray:
    """Return columns x = 1 and y, exponential."""
    return np.column_stack([np.ones(n), rng.exponential(size=n)])


def drawn_households(rng: Generator, n: int) -> NDArray:
    """Return columns x, income, and y, food, of n households."""
    return everybody[rng.integers(len(everybody), size=n)]


TRUTHS: dict[str, tuple[Callable[[Generator, int], NDArray], float]] = {
    "waiting": (waiting, 1.0),
    "food": (drawn_households, everybody[:, 1].sum() / everybody[:, 0].sum()),
}


def sums_of(rows: NDArray) -> NDArray:
    """Return the columns whose sums tell quotient and standard error, (n, 5)."""
    x, y = rows.T
    return np.column_stack([x, y, x * x, x * y, y * y])


def quotient(sums: NDArray, n: int) -> tuple[NDArray, NDArray]:
    """Return the quotient and its standard error, by the delta method.

    sums: (..., 5). n: how many rows were added up.
    """
    x, y, xx, xy, yy = np.moveaxis(sums, -1, 0)
    found = y / x
    squares = np.maximum(yy - 2 * found * xy + found**2 * xx, 0)
    return found, np.sqrt(squares * n / (n - 1)) / x


def once(rng: Generator, rows: NDArray) -> tuple[Any, ...]:
    """Return estimate, error, resampled estimates and errors, and leave-one-outs."""
    n, columns = len(rows), sums_of(rows)
    chosen = resamples(rng, n, DRAWS) + n * np.arange(DRAWS)[:, None]
    counts = np.bincount(chosen.ravel(), minlength=DRAWS * n).reshape(DRAWS, n)
    whole = columns.sum(axis=0)
    without = quotient(whole - columns, n - 1)[0]
    return *quotient(whole, n), *quotient(counts @ columns, n), without


def studentized(estimate: NDArray, error: NDArray, draws: NDArray, errors: NDArray):
    """Return intervals by the resampled (estimate* - estimate) / error*."""
    told = np.divide(
        draws - estimate[:, None], errors, out=np.zeros_like(draws), where=errors > 0
    )
    scaled = percentile_interval(told)
    return estimate[:, None] - scaled[:, ::-1] * error[:, None]


def intervals(rng: Generator, name: str, n: int) -> dict[str, NDArray]:
    """Return by method the intervals of a block of runs, (BLOCK, 2)."""
    draw, _ = TRUTHS[name]
    runs = [once(rng, draw(rng, n)) for _ in range(BLOCK)]
    estimate, error, draws, errors, without = map(np.array, zip(*runs, strict=True))
    margin = NORMAL * error[:, None] * [-1, 1]
    return {
        "normal": estimate[:, None] + margin,
        "basic": basic_interval(estimate, draws),
        "percentile": percentile_interval(draws),
        "BCa": bca_interval(estimate, draws, without),
        "studentized": studentized(estimate, error, draws, errors),
    }


def judged(ends: NDArray, truth: float) -> dict[str, float]:
    """Return how often intervals cover, end too low, begin too high; their width."""
    low, high = ends.T
    return {
        "covered": np.mean((low <= truth) & (truth <= high)),
        "too_low": np.mean(high < truth),
        "too_high": np.mean(truth < low),
        "width": np.nanmean(high - low),
    }


def at_size(name: str, n: int) -> dict[str, dict[str, float]]:
    """Return by method what the runs of one size found."""
    rng = generator(1000 + n)
    blocks = [intervals(rng, name, n) for _ in range(RUNS // BLOCK)]
    return {
        method: judged(np.concatenate([b[method] for b in blocks]), TRUTHS[name][1])
        for method in blocks[0]
    }


def by_method(sizes: list[dict[str, dict[str, float]]]) -> dict[str, Any]:
    """Return by method and kind what each size found."""
    return {
        method: {kind: [at[method][kind] for at in sizes] for kind in kinds}
        for method, kinds in sizes[0].items()
    }


def study() -> dict[str, Any]:
    """Return coverage by truth, method and size."""
    told = {name: by_method([at_size(name, n) for n in SIZES]) for name in TRUTHS}
    return {"sizes": SIZES, "runs": RUNS, "draws": DRAWS, "coverage": told}
