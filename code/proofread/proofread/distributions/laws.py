"""Named distributions on the line.

A distribution gives its density and its support; nothing else about it is taken for
granted, so that a mean or a variance is always a claim and never an input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from ..declaration import Declaration, declare
from ..printing.binding import Tex


class Distribution(sp.Basic):
    """A distribution on the line: density, support, and whether it is discrete."""

    discrete = False
    notation = ""

    if TYPE_CHECKING:

        @property
        def args(self) -> tuple[Any, ...]: ...

    def __new__(cls, *parameters: Any) -> Any:
        return sp.Basic.__new__(cls, *map(sp.sympify, parameters))

    @property
    def support(self) -> tuple[Any, Any]:
        """The ends of where it lives."""
        return (-sp.oo, sp.oo)

    def density(self, t: Any) -> Any:
        """Probability density, or probability mass when discrete, at t."""
        raise NotImplementedError


declare(
    Distribution,
    Declaration(latex=lambda book, e: Tex(f"{e.notation}{book.arguments(e.args)}")),
)


class Random:
    """A name that follows a distribution."""

    __slots__ = ()
    distribution: Distribution


def law_of(name: Any) -> Distribution | None:
    """The distribution that a name follows, None of what is not random."""
    return name.distribution if isinstance(name, Random) else None


class Normal(Distribution):
    """Normal(mean, variance)."""

    notation = r"\mathcal{N}"

    def density(self, t: Any) -> Any:
        mean, variance = self.args
        return sp.exp(-((t - mean) ** 2) / (2 * variance)) / sp.sqrt(
            2 * sp.pi * variance
        )


class Laplace(Distribution):
    """Laplace(location, scale)."""

    notation = r"\operatorname{Laplace}"

    def density(self, t: Any) -> Any:
        location, scale = self.args
        return sp.exp(-sp.Abs(t - location) / scale) / (2 * scale)


class Exponential(Distribution):
    """Exponential(rate)."""

    notation = r"\operatorname{Exp}"

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.oo)

    def density(self, t: Any) -> Any:
        (rate,) = self.args
        return rate * sp.exp(-rate * t)


class Gamma(Distribution):
    """Gamma(shape, rate)."""

    notation = r"\operatorname{Gamma}"

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.oo)

    def density(self, t: Any) -> Any:
        shape, rate = self.args
        return rate**shape * t ** (shape - 1) * sp.exp(-rate * t) / sp.gamma(shape)


class Beta(Distribution):
    """Beta(a, b)."""

    notation = r"\operatorname{Beta}"

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.S.One)

    def density(self, t: Any) -> Any:
        a, b = self.args
        normalizer = sp.gamma(a) * sp.gamma(b) / sp.gamma(a + b)
        return t ** (a - 1) * (1 - t) ** (b - 1) / normalizer


class Uniform(Distribution):
    """Uniform(low, high)."""

    notation = r"\mathcal{U}"

    @property
    def support(self) -> tuple[Any, Any]:
        return self.args

    def density(self, t: Any) -> Any:
        low, high = self.args
        return 1 / (high - low)


class Bernoulli(Distribution):
    """Bernoulli(p): 1 with probability p, else 0."""

    notation = r"\operatorname{Bernoulli}"
    discrete = True

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.S.One)

    def density(self, t: Any) -> Any:
        (p,) = self.args
        return p**t * (1 - p) ** (1 - t)


class Binomial(Distribution):
    """Binomial(n, p)."""

    notation = r"\operatorname{Binomial}"
    discrete = True

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, self.args[0])

    def density(self, t: Any) -> Any:
        n, p = self.args
        return sp.binomial(n, t) * p**t * (1 - p) ** (n - t)


class Poisson(Distribution):
    """Poisson(rate)."""

    notation = r"\operatorname{Poisson}"
    discrete = True

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.oo)

    def density(self, t: Any) -> Any:
        (rate,) = self.args
        return rate**t * sp.exp(-rate) / sp.factorial(t)


class Finite(Distribution):
    """Finite(values, probabilities): two IndexedBases of one length."""

    discrete = True
