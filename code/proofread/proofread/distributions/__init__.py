"""Named distributions: densities, from which all else about them is claimed."""

from .continuous import Beta, Exponential, Gamma, Laplace, Normal, Uniform
from .discrete import Bernoulli, Binomial, Finite, Poisson
from .laws import Distribution, Random, law_of

__all__ = [
    "Bernoulli",
    "Beta",
    "Binomial",
    "Distribution",
    "Exponential",
    "Finite",
    "Gamma",
    "Laplace",
    "Normal",
    "Poisson",
    "Random",
    "Uniform",
    "law_of",
]
