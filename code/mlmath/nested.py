"""Least squares on the first column, the first two, the first three, all at once."""

import numpy as np
from numpy.typing import NDArray


def nested_least_squares(X: NDArray, y: NDArray, X_new: NDArray) -> NDArray:
    """Return predictions for X_new by the first 0, 1, ..., d columns, fitted to y.

    X: (n, d), independent columns. y: (n,). X_new: (m, d). Returns (m, d + 1).
    In X = Q R, R is triangular: the first k columns of Q span those of X, and each
    further column of Q adds one shadow.
    Claims: shadows-add-up, training-error-falls.
    Source: Golub and Van Loan, 5.3 (least squares by QR).
    """
    Q, R = np.linalg.qr(X)
    coordinates = np.linalg.solve(R.T, X_new.T).T
    shadows = np.cumsum(coordinates * (Q.T @ y), axis=1)
    return np.column_stack([np.zeros(len(X_new)), shadows])
