"""Distributions on counts, or on finitely many values."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .laws import Distribution


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
