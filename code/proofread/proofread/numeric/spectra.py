"""Eigenvalues and singular values by LAPACK, which no complex step passes through."""

from __future__ import annotations

from typing import Any

import numpy as np

from .reader import Numeric


def symmetric_eigenvalues(read: Numeric, matrix: Any) -> Any:
    """The eigenvalues of a symmetric matrix, smallest first; ValueError of another."""
    read.forbid_step()
    a = np.atleast_2d(read(matrix))
    if not np.allclose(a, a.T):
        raise ValueError("ordered eigenvalues are those of a symmetric matrix")
    return np.linalg.eigvalsh(a)


def singular_values(read: Numeric, matrix: Any) -> Any:
    """The singular values, largest first."""
    read.forbid_step()
    return np.linalg.svd(np.atleast_2d(read(matrix)), compute_uv=False)


def spectral_radius(read: Numeric, matrix: Any) -> Any:
    """The largest modulus of an eigenvalue of a square matrix."""
    read.forbid_step()
    return np.max(np.abs(np.linalg.eigvals(np.atleast_2d(read(matrix)))))
