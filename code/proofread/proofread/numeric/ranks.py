"""Ranks and pseudoinverses: singular values that are 0, told from those that are not.

Source: Golub and Van Loan, Matrix Computations, sections 5.4 and 5.5.
"""

from __future__ import annotations

from functools import reduce
from typing import Any

import numpy as np
import sympy as sp

from ..node import is_matrix
from .reader import Numeric

ZERO, CLEAR = 1e-10, 1e-8  # of the largest singular value: what is 0, what is not


def column_space(read: Numeric, e: Any) -> Any:
    """Orthonormal columns that span those of a matrix, of a product factor by factor.

    ValueError where rounding may be why a singular value is not 0.
    """
    read.forbid_step()
    parts = e.args if isinstance(e, sp.MatMul) else (e,)
    if any(not is_matrix(a) and read(a) == 0 for a in parts):
        return np.zeros((read.count(e.rows), 0))
    factors = [np.atleast_2d(read(a)) for a in parts if is_matrix(a)]
    return reduce(
        lambda basis, a: _basis(a @ basis), factors[-2::-1], _basis(factors[-1])
    )


def pseudoinverse(read: Numeric, e: Any) -> Any:
    """V Σ⁺ Uᵀ; ValueError where rounding may be why a singular value is not 0."""
    read.forbid_step()
    u, s, vt = np.linalg.svd(np.atleast_2d(read(e)), full_matrices=False)
    r = _rank(s)
    if read.watch and r:
        read.watch.compounded(float(s[0] / s[r - 1]))
    return (vt[:r].T / s[:r]) @ u[:, :r].T


def _basis(a: Any) -> Any:
    if not a.shape[1]:
        return a
    u, s, _ = np.linalg.svd(a, full_matrices=False)
    return u[:, : _rank(s)]


def _rank(s: Any) -> int:
    """How many singular values, the largest first, are not 0."""
    relative = s / s[0] if s[0] else s
    if np.any((relative > ZERO) & (relative < CLEAR)):
        raise ValueError("whether a singular value is 0 is lost in rounding")
    return int(np.sum(relative >= CLEAR))
