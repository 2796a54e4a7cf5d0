"""Which rows are fitted and which are judged: splits of row numbers, (train, test).

Every function yields pairs of integer arrays. `rows` are row numbers in the order in
which they are cut: `rng.permutation(n)` for a random split, `np.arange(n)` for one as
the table stands, the training rows of an outer split for an inner one.
"""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Rows = NDArray[np.integer]
Split = tuple[Rows, Rows]


def holdouts(n: int, test_size: int, rng: Generator) -> Iterator[Split]:
    """Yield, without end, splits in which every set of `test_size` rows is as likely.

    Raises ValueError unless 0 < test_size < n.
    """
    _check(test_size, n)
    while True:
        order = rng.permutation(n)
        yield order[test_size:], order[:test_size]


def k_fold(rows: Rows, k: int) -> Iterator[Split]:
    """Yield k splits; each row is judged once, and fitted in the k - 1 others.

    The folds are cut from `rows` in their order; their sizes differ by one at most.
    Raises ValueError unless 1 < k <= len(rows).
    """
    _check(k - 1, len(rows))
    folds = np.array_split(rows, k)
    for j, test in enumerate(folds):
        yield np.concatenate(folds[:j] + folds[j + 1 :]), test


def repeated(n: int, k: int, rng: Generator) -> Iterator[list[Split]]:
    """Yield, without end, the k splits of a k-fold, each time in a new order."""
    while True:
        yield list(k_fold(rng.permutation(n), k))


def grouped(groups: NDArray, k: int, rng: Generator) -> Iterator[Split]:
    """Yield k splits that keep every group together, on one side of each.

    groups: (n,), to whom each row belongs. The largest group goes first, each to the
    fold that has the fewest rows; groups of one size are in random order.
    Raises ValueError if there are fewer than k groups.
    Source: the greedy rule of Graham (1969), longest first.
    """
    names, member, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    _check(k - 1, len(names))
    order = rng.permutation(len(names))
    fold, load = np.empty(len(names), int), np.zeros(k)
    for group in order[np.argsort(-sizes[order], kind="stable")]:
        fold[group] = load.argmin()
        load[fold[group]] += sizes[group]
    for j in range(k):
        is_test = fold[member] == j
        yield np.flatnonzero(~is_test), np.flatnonzero(is_test)


def rolling(n: int, k: int, test_size: int, gap: int = 0) -> Iterator[Split]:
    """Yield k splits of rows in the order of time; no fit sees what comes later.

    The last k stretches of `test_size` rows are judged, each by what was known `gap`
    rows before it began. Raises ValueError if nothing is left to fit at first.
    """
    _check(k * test_size + gap, n)
    for start in range(n - k * test_size, n, test_size):
        yield np.arange(start - gap), np.arange(start, start + test_size)


def nested(
    rows: Rows, outer: int, inner: int
) -> Iterator[tuple[Rows, Rows, list[Split]]]:
    """Yield (train, test, splits of train): a choice by the splits sees no test row.

    The folds are cut in the order of `rows`, as by `k_fold`.
    """
    for train, test in k_fold(rows, outer):
        yield train, test, list(k_fold(train, inner))


def held_out_errors(
    predict: Callable[[NDArray, NDArray, NDArray], NDArray],
    X: NDArray,
    y: NDArray,
    splits: Iterable[Split],
) -> list[NDArray]:
    """Return for each split y less its prediction, on the rows that were not fitted.

    predict: (X fitted, y fitted, X to predict) -> predictions.  X: (n, d), y: (n,).
    """
    return [y[test] - predict(X[train], y[train], X[test]) for train, test in splits]


def _check(least: int, n: int) -> None:
    if not 0 < least < n:
        raise ValueError(f"{n} rows or groups cannot be split so: a side is empty")
