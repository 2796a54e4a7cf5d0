"""Principal components: directions of largest variance, by the SVD of centered data."""

from typing import NamedTuple

import numpy as np
from numpy.linalg import svd
from numpy.typing import NDArray


class PCA(NamedTuple):
    """What a fit found: mean (d,), components (k, d) as rows, variances (k,)."""

    mean: NDArray
    components: NDArray
    variances: NDArray


def fit(X: NDArray, k: int) -> PCA:
    """Return the k leading components, each with its largest entry positive.

    X: (n, d), examples as rows, n >= 2; 1 <= k <= min(n - 1, d). Variances are of the
    scores, with divisor n - 1. Raises ValueError for another k.
    Claims: pca-by-svd. Source: Jolliffe (2002), chapters 1 and 3.
    """
    n, d = X.shape
    if not 1 <= k <= min(n - 1, d):
        raise ValueError(
            f"k = {k} is not between 1 and {min(n - 1, d)}, the largest rank"
        )
    mean = X.mean(axis=0)
    _, s, Vt = svd(X - mean, full_matrices=False)
    leading = Vt[np.arange(len(Vt)), np.argmax(np.abs(Vt), axis=1)]
    components = Vt * np.sign(leading)[:, None]
    return PCA(mean, components[:k], s[:k] ** 2 / (n - 1))


def scores(model: PCA, X: NDArray) -> NDArray:
    """Return the coordinates (n, k) of the examples along the components."""
    return (X - model.mean) @ model.components.T


def reconstruct(model: PCA, T: NDArray) -> NDArray:
    """Return the examples (n, d) that lie in the components' plane at scores T (n, k).

    Claims: pca-discarded-error.
    """
    return model.mean + T @ model.components


def explained_ratio(X: NDArray, model: PCA) -> NDArray:
    """Return each component's share of the total variance of X."""
    return model.variances / np.sum(np.var(X, axis=0, ddof=1))
