"""The singular value decomposition A = U diag(s) Vᵀ: whole, cut short, sampled.

Every function returns U (n, r), s (r,) in decreasing order, and Vt (r, d).
"""

import numpy as np
from numpy.linalg import eigh, norm, qr, svd
from numpy.typing import NDArray

Factors = tuple[NDArray, NDArray, NDArray]


def svd_by_eigenvalues(A: NDArray) -> Factors:
    """Return the decomposition as the proof of its existence builds it, from AᵀA.

    A: (n, d), n >= d, of full column rank. Singular values below sqrt(eps) times the
    largest are lost to rounding: AᵀA squares the condition number.
    Raises ValueError where one is not positive. Claims: left-vectors-products.
    """
    squares, V = eigh(A.T @ A)
    if squares[0] <= 0:
        raise ValueError("a singular value is lost in AᵀA: A is near rank deficient")
    s = np.sqrt(squares[::-1])
    V = V[:, ::-1]
    return A @ V / s, s, V.T


def truncated_svd(A: NDArray, k: int) -> Factors:
    """Return the k leading singular triplets, which give the best rank-k matrix.

    A: (n, d); 1 <= k <= min(n, d). Claims: eckart-young.
    Source: Eckart and Young (1936).
    """
    U, s, Vt = svd(A, full_matrices=False)
    return U[:, :k], s[:k], Vt[:k]


def low_rank(A: NDArray, k: int) -> NDArray:
    """Return the matrix of rank k nearest to A, in spectral and Frobenius norm.

    A: (n, d). Claims: low-rank-error.
    """
    U, s, Vt = truncated_svd(A, k)
    return (U * s) @ Vt


def randomized_svd(
    A: NDArray, k: int, rng: np.random.Generator, oversample: int = 8, powers: int = 2
) -> Factors:
    """Return approximate leading triplets from the image of a random subspace.

    A: (n, d), touched only through products. oversample: extra random directions.
    powers: passes of the image through A Aᵀ, which damp the small singular values.
    Claims: sketch-error.
    Source: Halko, Martinsson and Tropp (2011), algorithms 4.4 and 5.1.
    """
    Q, _ = qr(A @ rng.normal(size=(A.shape[1], k + oversample)))
    for _ in range(powers):
        Q, _ = qr(A.T @ Q)
        Q, _ = qr(A @ Q)
    U, s, Vt = svd(Q.T @ A, full_matrices=False)
    return Q @ U[:, :k], s[:k], Vt[:k]


def alternating_least_squares(
    A: NDArray, k: int, rng: np.random.Generator, observed: NDArray | None = None
):
    """Yield factors L (n, k), R (k, d) whose product approaches A where it is observed.

    A: (n, d). observed: (n, d) of booleans, all by default. The error over the observed
    entries never rises. A whisper of ridge keeps an unobserved row or column solvable.
    Claims: alternating-least-squares-descent.
    """
    seen = np.ones(A.shape, dtype=bool) if observed is None else observed
    L, R = rng.normal(size=(A.shape[0], k)), rng.normal(size=(k, A.shape[1]))
    ridge = 1e-10 * norm(A[seen]) * np.eye(k)
    while True:
        for j in range(A.shape[1]):
            rows = L[seen[:, j]]
            R[:, j] = np.linalg.solve(rows.T @ rows + ridge, rows.T @ A[seen[:, j], j])
        for i in range(A.shape[0]):
            columns = R[:, seen[i]]
            L[i] = np.linalg.solve(columns @ columns.T + ridge, columns @ A[i, seen[i]])
        yield L.copy(), R.copy()
