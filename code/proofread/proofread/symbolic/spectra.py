"""Exact eigenvalues, as far as radicals reach."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..node import is_matrix
from .reader import Undecided


def symmetric_pair(a: Any) -> tuple[Any, Any]:
    """The two eigenvalues of a 2-by-2 matrix, larger first when they are real."""
    half = a.trace() / 2
    gap = sp.sqrt(sp.expand((a[0, 0] - a[1, 1]) ** 2 / 4 + a[0, 1] * a[1, 0]))
    return half + gap, half - gap


def eigenvalue(a: Any, k: int) -> Any:
    """The k-th largest eigenvalue of an explicit symmetric matrix, k from 1."""
    if a.is_diagonal() and a.rows == 1:
        return a[0, 0]
    if a.shape != (2, 2):
        raise Undecided("eigenvalues are proved for 2-by-2 matrices only")
    return symmetric_pair(a)[k - 1]


def gram(a: Any) -> Any:
    """AᵀA or AAᵀ, whichever is smaller: its eigenvalues are the squares of σ."""
    return a.T * a if a.cols <= a.rows else a * a.T


def spectral_radius(a: Any) -> Any:
    """The largest modulus of an eigenvalue of an explicit matrix, or of a number."""
    if not is_matrix(a):
        return sp.Abs(a)
    if a.is_upper or a.is_lower:
        return sp.Max(*[sp.Abs(a[i, i]) for i in range(a.rows)])
    if a.shape != (2, 2):
        raise Undecided("the spectral radius is proved for 2-by-2 matrices only")
    return sp.Max(*map(sp.Abs, symmetric_pair(a)))
