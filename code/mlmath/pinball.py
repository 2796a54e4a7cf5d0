"""Quantiles as what a lopsided absolute loss is least for, and models fitted by it."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike, NDArray


def pinball(r: ArrayLike, tau: float) -> NDArray:
    """Return tau r for r >= 0 and (tau - 1) r for r < 0; r is measured less predicted.

    Its mean is least for a tau-quantile. Claims: pinball-slope, thm-pinball.
    """
    r = np.asarray(r, dtype=float)
    return np.maximum(tau * r, (tau - 1) * r)


def quantile_regression(X: NDArray, y: NDArray, tau: float) -> Iterator[NDArray]:
    """Yield coefficients of less and less mean pinball loss; the last has the least.

    X: (n, d), of rank d; y: (n,); 0 < tau < 1. Each fits d of the rows exactly: it is
    a corner of the loss, which is linear between. From each, the edge that falls most
    steeply is followed until the loss no longer falls. No d + 1 rows may lie on one
    fit, as is sure of measured numbers. Raises LinAlgError for a lesser rank.
    Source: Barrodale and Roberts (1973); Koenker and Bassett (1978).
    """
    rows, least = _independent(X, y), np.inf
    while rows is not None:
        edges = np.linalg.inv(X[rows])  # along edge k only row k leaves its fit
        beta = edges @ y[rows]
        r = y - X @ beta
        r[rows] = 0
        loss = pinball(r, tau).sum()
        if not loss < least:
            return
        yield beta
        least = loss
        rows = _exchanged(rows, r, X @ edges, tau)


def fitted_quantile(X: NDArray, y: NDArray, tau: float) -> NDArray:
    """Return the coefficients of the least mean pinball loss, (d,)."""
    *_, beta = quantile_regression(X, y, tau)
    return beta


def _exchanged(rows: NDArray, r: NDArray, pulls: NDArray, tau: float) -> NDArray | None:
    """Return the rows fitted where the steepest edge ends, or None if none falls.

    r: residuals, (n,), 0 in the rows; pulls: how fast each falls along each edge,
    (n, d).
    """
    away = np.delete(np.arange(len(r)), rows)
    slope = ((r[away] < 0) - tau) @ pulls[away]
    slopes = np.array([slope + 1 - tau, tau - slope])  # of both ways of each edge
    back, k = np.unravel_index(slopes.argmin(), slopes.shape)
    if slopes[back, k] >= 0:
        return None
    z = pulls[away, k] * (-1 if back else 1)
    entering = away[_stop(r[away], z, -slopes[back, k])]
    return np.where(np.arange(len(rows)) == k, entering, rows)


def _stop(r: NDArray, z: NDArray, falls: float) -> int:
    """Return the row at whose fit r - t z = 0, t > 0, the loss no longer falls.

    At each such t the slope, at first -falls, rises by |z|.
    """
    ahead = np.flatnonzero(r * z > 0)
    ahead = ahead[np.argsort(r[ahead] / z[ahead])]
    return ahead[np.searchsorted(np.cumsum(np.abs(z[ahead])), falls)]


def _independent(X: NDArray, y: NDArray) -> NDArray[np.integer]:
    """Return d rows, linearly independent, near the least-squares fit."""
    beta = np.linalg.lstsq(X, y, rcond=None)[0]
    left, rows = X / np.linalg.norm(X, axis=0), []
    for _ in range(X.shape[1]):
        longest = np.linalg.norm(left, axis=1)
        fit = np.where(longest > longest.max() / 4, np.abs(y - X @ beta), np.inf)
        rows.append(fit.argmin())
        u = left[rows[-1]] / longest[rows[-1]]
        left = left - np.outer(left @ u, u)
    return np.array(rows)
