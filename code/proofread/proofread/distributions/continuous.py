"""Distributions with a density."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .laws import Distribution


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
