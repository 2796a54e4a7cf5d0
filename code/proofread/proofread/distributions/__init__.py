"""Named distributions: densities, from which all else about them is claimed."""

from .continuous import (
    Beta,
    Exponential,
    Gamma,
    Laplace,
    Normal,
    Uniform,
)
from .discrete import Bernoulli, Binomial, Finite, Poisson
from .laws import Distribution, JointDistribution, OfSample, Random, law_of
from .of_normals import ChiSquared, StudentT
from .ordered import Ordered

__all__ = [
    "Bernoulli",
    "Beta",
    "Binomial",
    "ChiSquared",
    "Distribution",
    "Exponential",
    "Finite",
    "Gamma",
    "JointDistribution",
    "Laplace",
    "Normal",
    "OfSample",
    "Ordered",
    "Poisson",
    "Random",
    "StudentT",
    "Uniform",
    "law_of",
]
