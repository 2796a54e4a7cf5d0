"""Log-likelihoods and what makes them largest: of samples, of linear models.

A family of distributions is two functions: the log density of each observation, and
the estimate, the parameters that make the sum of those largest.
"""

import math
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.linalg import lstsq
from numpy.typing import NDArray

from .activations import softplus

_log_gamma = np.vectorize(math.lgamma, otypes=[float])


class Family(NamedTuple):
    """log_density(x, *parameters) is (n,), estimate(x) the parameters; x: (n,)."""

    log_density: Callable[..., NDArray]
    estimate: Callable[[NDArray], tuple]

    def log_likelihood(self, x: NDArray, *parameters) -> float:
        """Return the sum of the log densities: natural logarithms, no underflow."""
        return float(np.sum(self.log_density(x, *parameters)))


def normal(x, mu, sigma2):
    """Return the log density of a normal distribution; sigma2 is its variance.

    Claims: normal-log-likelihood, normal-mean-mle, normal-variance-mle.
    """
    return -(np.log(2 * np.pi * sigma2) + (x - mu) ** 2 / sigma2) / 2


def laplace(x, mu, b):
    """Return the log density exp(-|x - mu| / b) / 2b; b is the mean of |x - mu|.

    Claims: laplace-noise-negative-log-likelihood, median-minimizes-absolute-error.
    """
    return -np.abs(x - mu) / b - np.log(2 * b)


def student_t(x, mu, s, nu):
    """Return the log density of mu + s T, where T is Student's t with nu > 0."""
    log_constant = _log_gamma((nu + 1) / 2) - _log_gamma(nu / 2)
    tail = (nu + 1) / 2 * np.log1p(((x - mu) / s) ** 2 / nu)
    return log_constant - np.log(np.pi * nu * s**2) / 2 - tail


def exponential(x, rate):
    """Return the log density of waiting times x >= 0 whose mean is 1 / rate.

    Claims: exponential-mle.
    """
    return np.log(rate) - rate * x


def uniform(x, b):
    """Return the log density of the interval [0, b]: minus infinity outside it.

    Claims: uniform-mle.
    """
    inside = (np.asarray(x) >= 0) & (np.asarray(x) <= b)
    return np.where(inside, -np.log(b), -np.inf)


def bernoulli(x, p):
    """Return the log probability of outcomes x, 0 or 1; p: that of a 1, in (0, 1).

    Claims: bernoulli-log-likelihood, bernoulli-mle.
    """
    return x * np.log(p) + (1 - x) * np.log1p(-p)


def poisson(x, rate):
    """Return the log probability of counts x = 0, 1, 2, ... with mean `rate` > 0.

    Claims: poisson-mle.
    """
    return x * np.log(rate) - rate - _log_gamma(np.asarray(x) + 1.0)


def _mean(x):
    return (np.mean(x),)


def _median_and_deviation(x):
    return np.median(x), np.mean(np.abs(x - np.median(x)))


FAMILIES = {
    "normal": Family(normal, lambda x: (np.mean(x), np.var(x))),
    "laplace": Family(laplace, _median_and_deviation),
    "exponential": Family(exponential, lambda x: (1 / np.mean(x),)),
    "uniform": Family(uniform, lambda x: (np.max(x),)),
    "bernoulli": Family(bernoulli, _mean),
    "poisson": Family(poisson, _mean),
}


def least_squares(X: NDArray, y: NDArray, w: NDArray | float = 1.0) -> NDArray:
    """Return the beta (d,) that makes the sum of w (y - X beta)² least.

    X: (n, d); w: (n,), not negative: under normal noise, one over its variance. Of
    several minimizers, the shortest. Claims: weighted-least-squares.
    """
    root = np.sqrt(np.broadcast_to(w, np.shape(y)))
    return lstsq(root[:, None] * X, root * y, rcond=None)[0]


def student_t_weights(r: NDArray, s: float, nu: float) -> NDArray:
    """Return the weights (nu + 1) / (nu + (r / s)²) of residuals r: (n,).

    Claims: student-t-weights.
    """
    return (nu + 1) / (nu + (r / s) ** 2)


def student_t_fit(
    X: NDArray, y: NDArray, nu: float = 4.0
) -> Iterator[tuple[NDArray, float]]:
    """Yield (beta, s) of growing likelihood under noise s T; T: Student's t with nu.

    Each is a least-squares fit with the weights of the one before; the first is the
    unweighted fit. Claims: student-t-majorizer, student-t-scale-score.
    Source: Lange, Little and Taylor (1989).
    """
    w = np.ones(len(y))
    while True:
        beta = least_squares(X, y, w)
        r = y - X @ beta
        s = float(np.sqrt(np.mean(w * r**2)))
        yield beta, s
        w = student_t_weights(r, s, nu)


def logistic_log_likelihood(beta: NDArray, X: NDArray, y: NDArray) -> float:
    """Return the log-likelihood of labels y in [0, 1] with log-odds X beta; a sum.

    No probability is rounded to 0 or 1 before its logarithm. X: (n, d); y: (n,).
    Claims: cross-entropy-from-bernoulli, cross-entropy-two-terms.
    """
    z = X @ beta
    return -float(np.sum(y * softplus(-z) + (1 - y) * softplus(z)))


def logistic_gradient(beta: NDArray, X: NDArray, y: NDArray) -> NDArray:
    """Return the gradient X^T (y - p) of the log-likelihood, (d,).

    y - p = y (1 - p) - (1 - y) p keeps its leading digits where p is almost y.
    Claims: logistic-loss-gradient.
    """
    p, q = _probabilities(X @ beta)
    return X.T @ (y * q - (1 - y) * p)


def logistic_hessian(beta: NDArray, X: NDArray) -> NDArray:
    """Return the Hessian -X^T diag(p (1 - p)) X of the log-likelihood, (d, d).

    It does not depend on y. Claims: logistic-loss-hessian.
    """
    p, q = _probabilities(X @ beta)
    return -(X.T * (p * q)) @ X


def _probabilities(z):
    """Both to full relative accuracy, however small."""
    return np.exp(-softplus(-z)), np.exp(-softplus(z))
