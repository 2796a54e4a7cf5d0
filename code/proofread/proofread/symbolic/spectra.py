"""Exact eigenvalues, as far as radicals reach."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp

from ..node import is_matrix
from .reader import Undecided


def symmetric_pair(a: Any) -> tuple[Any, Any]:
    """The two eigenvalues of a 2-by-2 matrix, larger first when they are real."""
    half, gap = a.trace() / 2, sp.sqrt(_squared_gap(a))
    return half + gap, half - gap


def _squared_gap(a: Any) -> Any:
    """The square of half the difference of the eigenvalues of a 2-by-2 matrix."""
    return sp.expand((a[0, 0] - a[1, 1]) ** 2 / 4 + a[0, 1] * a[1, 0])


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


def spectral_radius(a: Any, nowhere_positive: Iterable[Any] = ()) -> Any:
    """The largest modulus of an eigenvalue of an explicit matrix, or of a number.

    nowhere_positive: numbers that are so by what is assumed.  Two eigenvalues that are
    conjugate, or equal, have the determinant as their product.
    """
    if not is_matrix(a):
        return sp.Abs(a)
    if a.is_upper or a.is_lower:
        return sp.Max(*[sp.Abs(a[i, i]) for i in range(a.rows)])
    if a.shape != (2, 2):
        raise Undecided("the spectral radius is proved for 2-by-2 matrices only")
    if any(_is_multiple(_squared_gap(a), q) for q in nowhere_positive):
        return sp.sqrt(sp.expand(a.det()))
    return sp.Max(*map(sp.Abs, symmetric_pair(a)))


def _is_multiple(a: Any, b: Any) -> bool:
    """Whether a number is another times a positive one."""
    return b != 0 and bool(sp.cancel(a / b).is_positive) and sp.cancel(a / b).is_number
