"""What the columns of a matrix span: an orthonormal basis, found by projections."""

import numpy as np
from numpy.linalg import norm
from numpy.typing import NDArray


def orthonormal_basis(
    A: NDArray, tolerance: float = 1e-10
) -> tuple[NDArray, list[int]]:
    """Return Q, whose orthonormal columns span those of A, and the places A needs.

    A: (n, d). Q: (n, rank). The places are of the columns that are no mixtures of those
    before them: more than `tolerance` of their length is left beside the projection.
    Claims: nearest-in-a-subspace.
    Source: Golub and Van Loan, 5.2 (Gram-Schmidt).
    """
    Q, needed = np.zeros((len(A), 0)), []
    for place, column in enumerate(A.T):
        rest = column - Q @ (Q.T @ column)
        rest = rest - Q @ (Q.T @ rest)  # once more: the first left rounding in it
        if norm(rest) > tolerance * norm(column):
            Q = np.column_stack([Q, rest / norm(rest)])
            needed.append(place)
    return Q, needed
