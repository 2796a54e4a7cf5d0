"""Every row predicted by the fit to all others, from one fit to all."""

import numpy as np
from numpy.typing import NDArray


def left_out_errors(X: NDArray, y: NDArray, penalty: float = 0.0) -> NDArray:
    """Return y less what the ridge fits to all rows but one predict for that row.

    X: (n, d). y: (n,). penalty: 0 or more; 0 is least squares. Returns (n,).
    The error e of the one fit is divided by 1 - h, h the leverage of its row. Where
    h = 1 the fit without the row is not unique, and the result is not finite.
    Claims: left-out-coefficients, left-out-error.
    Source: Golub, Heath and Wahba (1979).
    """
    d = X.shape[1]
    taller = np.vstack([X, np.sqrt(penalty) * np.eye(d)])
    Q = np.linalg.qr(taller)[0][: len(X)]
    with np.errstate(divide="ignore", invalid="ignore"):
        return (y - Q @ (Q.T @ y)) / (1 - np.sum(Q**2, axis=1))
