"""Eigenvalues by iteration: each method yields its iterates; the caller stops it."""

from collections.abc import Iterator

import numpy as np
from numpy.linalg import norm, qr, solve
from numpy.typing import NDArray


def power_iteration(A: NDArray, v: NDArray) -> Iterator[tuple[float, NDArray]]:
    """Yield (Rayleigh quotient, unit vector), tending to the dominant eigenpair of A.

    A: (n, n) symmetric, |eigenvalues| with a strict maximum; v: (n,), not orthogonal to
    its eigenvector. Claims: power-iteration-rate. Source: Golub and Van Loan, 8.2.
    """
    while True:
        v = A @ v
        v = v / norm(v)
        yield float(v @ A @ v), v


def inverse_iteration(
    A: NDArray, v: NDArray, shift: float
) -> Iterator[tuple[float, NDArray]]:
    """Yield (Rayleigh quotient, unit vector), tending to the pair nearest the shift.

    A: (n, n) symmetric; v: (n,). Raises LinAlgError where the shift is an eigenvalue to
    the last digit. Claims: inverse-iteration-rate. Source: Golub and Van Loan, 8.2.
    """
    shifted = A - shift * np.eye(len(A))
    while True:
        v = solve(shifted, v)
        v = v / norm(v)
        yield float(v @ A @ v), v


def rayleigh_quotient_iteration(
    A: NDArray, v: NDArray
) -> Iterator[tuple[float, NDArray]]:
    """Yield (Rayleigh quotient, unit vector), tending to some eigenpair, cubically.

    A: (n, n) symmetric; v: (n,). Stops when the shift is an eigenvalue to the last
    digit. Source: Golub and Van Loan, 8.2.
    """
    v = v / norm(v)
    while True:
        eigenvalue = float(v @ A @ v)
        yield eigenvalue, v
        try:
            v = solve(A - eigenvalue * np.eye(len(A)), v)
        except np.linalg.LinAlgError:
            return
        v = v / norm(v)


def qr_iteration(A: NDArray) -> Iterator[tuple[NDArray, NDArray]]:
    """Yield (T, Q) with A = Q T Qᵀ, T tending to triangular with the eigenvalues of A.

    A: (n, n) with eigenvalues of distinct moduli. Below the diagonal T shrinks like the
    ratio of neighboring eigenvalues. Source: Golub and Van Loan, 7.3.
    """
    T, Q = A, np.eye(len(A))
    while True:
        factor, R = qr(T)
        T, Q = R @ factor, Q @ factor
        yield T, Q


def gershgorin_disks(A: NDArray) -> tuple[NDArray, NDArray]:
    """Return centers and radii of disks whose union holds every eigenvalue of A.

    A: (n, n). Source: Golub and Van Loan, 7.2.
    """
    centers = np.diag(A)
    return centers, np.sum(np.abs(A), axis=1) - np.abs(centers)
