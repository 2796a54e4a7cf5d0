"""Named distributions, the random names that follow them, and means over those."""

from .laws import (
    Bernoulli,
    Beta,
    Binomial,
    Distribution,
    Exponential,
    Finite,
    Gamma,
    Laplace,
    Normal,
    Poisson,
    Uniform,
)
from .means import (
    Covariance,
    Expectation,
    MatrixCovariance,
    MatrixExpectation,
    Variance,
)
from .names import (
    RandomSample,
    RandomVariable,
    RandomVector,
)

__all__ = [
    "Bernoulli",
    "Beta",
    "Binomial",
    "Covariance",
    "Distribution",
    "Expectation",
    "Exponential",
    "Finite",
    "Gamma",
    "Laplace",
    "MatrixCovariance",
    "MatrixExpectation",
    "Normal",
    "Poisson",
    "RandomSample",
    "RandomVariable",
    "RandomVector",
    "Uniform",
    "Variance",
]
