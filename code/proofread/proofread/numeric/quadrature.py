"""Integrals and means as weighted sums over nodes: double-exponential and Gauss rules.

Source: Takahasi and Mori (1974) for the double-exponential rule; Golub and Welsch
(1969), with Lanczos on a fine grid, for the Gauss rule of an arbitrary density.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

STEP, REACH, FAR = 1 / 32, 4.5, 5.0


def line_rule(low: float, high: float) -> tuple[Any, Any]:
    """Nodes and weights on (low, high), either end possibly infinite."""
    return _rule(low, high, REACH, 1e12)


def far_rule(low: float, high: float) -> tuple[Any, Any]:
    """The same further out, for what falls slowly or is without bound at an end."""
    return _rule(low, high, FAR, np.inf)


def _rule(low: float, high: float, reach: float, most: float) -> tuple[Any, Any]:
    t = np.arange(-reach, reach + STEP / 2, STEP)
    inner, slope = np.pi / 2 * np.sinh(t), np.pi / 2 * np.cosh(t)
    if np.isinf(low) and np.isinf(high):
        nodes, weights = np.sinh(inner), np.cosh(inner) * slope
    elif np.isinf(high):
        nodes, weights = low + np.exp(inner), np.exp(inner) * slope
    elif np.isinf(low):
        nodes, weights = high - np.exp(inner), np.exp(inner) * slope
    else:
        half = (high - low) / 2
        nodes = low + half * (1 + np.tanh(inner))
        weights = half * slope / np.cosh(inner) ** 2
        inside = (nodes > low) & (nodes < high)
        nodes, weights = nodes[inside], weights[inside]
    keep = np.isfinite(nodes) & np.isfinite(weights) & (np.abs(nodes) < most)
    return nodes[keep], weights[keep] * STEP


def gauss_rule(nodes: Any, masses: Any, m: int) -> tuple[Any, Any]:
    """The m-point rule that agrees with the masses on polynomials to degree 2m - 1."""
    total = masses.sum()
    q, before = np.sqrt(np.abs(masses / total)), np.zeros_like(nodes)
    basis, diagonal, off = [q], list[Any](), list[Any]()
    for _ in range(m):
        r = nodes * q
        diagonal.append(q @ r)
        r = r - diagonal[-1] * q - (off[-1] * before if off else 0)
        for v in basis:
            r = r - (v @ r) * v
        off.append(np.linalg.norm(r))
        if off[-1] < 1e-13:
            break
        before, q = q, r / off[-1]
        basis.append(q)
    off = off[: len(diagonal) - 1]
    jacobi = np.diag(diagonal) + np.diag(off, -1) + np.diag(off, 1)
    points, vectors = np.linalg.eigh(jacobi)
    return points, total * vectors[0] ** 2


def series(term: Callable[[int], complex], start: int, most: int = 4000) -> complex:
    """The sum of a series, to where eight terms in a row are negligible."""
    total, quiet, k = 0.0, 0, start
    while quiet < 8:
        value = term(k)
        total, k = total + value, k + 1
        quiet = quiet + 1 if abs(value) <= 1e-18 * max(1.0, abs(total)) else 0
        if k - start > most:
            raise ValueError("the series did not settle")
    return total


def weighted(weights: Iterable[Any], values: Iterable[Any]) -> Any:
    """The weighted sum, where a value that overflows under no weight counts nothing."""
    terms = [w * np.asarray(v) for w, v in zip(weights, values, strict=True)]
    return sum(np.where(np.isfinite(t), t, 0.0) for t in terms)
