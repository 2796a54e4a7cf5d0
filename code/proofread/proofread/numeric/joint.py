"""Where a random vector is, and with what weight: sums against a density of several."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, cast

import numpy as np
import sympy as sp

from ..work import OutOfWork
from .reader import Numeric, real

MOST_PLACES = 2000
MOST_KNOWN = {0: 1, 1: 14, 2: 6, 3: 4}  # nodes beside a known entry
Points = list[tuple[Any, float]]


def root(law: Any, spread: Any) -> Any:
    """L of a covariance LLᵀ; ValueError where it is not positive definite."""
    if not np.allclose(spread, spread.T, rtol=1e-12, atol=0):
        raise ValueError(f"the covariance of {law} is not symmetric")
    return cast(Any, np.linalg).cholesky(spread)


def around(read: Numeric, law: Any, center: Any, spread: Any, most: int) -> Points:
    """Nodes of a Gauss rule for N(center, spread), weighted by the density of the law.

    center: a column, spread: a positive definite matrix, or ValueError.
    """
    lower = root(law, spread)
    nodes, weights = np.polynomial.hermite_e.hermegauss(most)
    made: Points = []
    scale = float(np.sum(np.log(np.diag(lower))))
    for at in itertools.product(range(most), repeat=len(center)):
        z = nodes[list(at)][:, None]
        x: Any = center + lower @ z
        lift = scale + float(np.sum(z * z)) / 2
        weight = np.prod(weights[list(at)]) * np.exp(lift + _log_density(read, law, x))
        made.append((x, float(weight)))
    return made


def around_known(
    read: Numeric, law: Any, center: Any, spread: Any, known: tuple[int, float]
) -> Points:
    """Columns with one entry known, weighted by the density of N(center, spread) there.

    known: the place, from 0, and the value.  A Gauss rule for what is left, which the
    inverse of the covariance tells; OutOfWork where that is too many entries.
    """
    k, value = known
    root(law, spread)
    left = [i for i in range(len(center)) if i != k]
    if len(left) > max(MOST_KNOWN):
        raise OutOfWork(f"a mean over {len(left)} random numbers")
    middle, lower = _of_the_rest(center, spread, known, left)
    nodes, weights = np.polynomial.hermite_e.hermegauss(MOST_KNOWN[len(left)])
    made: Points = []
    for at in itertools.product(range(len(nodes)), repeat=len(left)):
        z = nodes[list(at)][:, None]
        x = np.full_like(center, value)
        x[left] = middle + lower @ z
        lift = float(np.sum(z * z)) / 2
        weight = np.prod(weights[list(at)]) * np.exp(lift + _log_density(read, law, x))
        made.append((x, float(weight)))
    total = sum(weight for _, weight in made)
    return [(x, weight / total) for x, weight in made]


def _of_the_rest(
    center: Any, spread: Any, known: tuple[int, float], left: list[int]
) -> tuple[Any, Any]:
    """The center of what is left, and L of its covariance LLᵀ."""
    (k, value), linalg = known, cast(Any, np.linalg)
    precise = linalg.inv(spread)
    inner = linalg.inv(precise[np.ix_(left, left)])
    middle = center[left] - inner @ precise[left, k][:, None] * (value - center[k])
    return middle, linalg.cholesky(inner)


def counted(read: Numeric, law: Any, trials: int, kinds: int) -> Points:
    """All ways in which so many trials fall on so many kinds, each with its mass."""
    ways = sp.binomial(trials + kinds - 1, kinds - 1)
    if ways > MOST_PLACES:
        raise OutOfWork(f"a mean over {ways} counts")
    each = (np.array(x, dtype=float)[:, None] for x in _compositions(trials, kinds))
    with np.errstate(divide="ignore"):
        return [(x, float(np.exp(_log_density(read, law, x)))) for x in each]


def _compositions(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in _compositions(total - first, parts - 1):
            yield (first, *rest)


def _log_density(read: Numeric, law: Any, x: Any) -> float:
    at = sp.MatrixSymbol("t'", law.length, 1)
    return real(read.within({at: x})(law.log_density(at)))
