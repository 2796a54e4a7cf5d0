"""Named distributions: densities, from which all else about them is claimed."""

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
    Random,
    Uniform,
    law_of,
)

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
