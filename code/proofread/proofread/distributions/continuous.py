"""Distributions with a density."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from .laws import Distribution


def about(center: Any, k: int, even: Callable[[int], Any]) -> Any:
    """A moment of a distribution symmetric about a center, by its even ones there."""
    return sp.Add(
        *(sp.binomial(k, j) * center ** (k - j) * even(j) for j in range(0, k + 1, 2))
    )


def rising(a: Any, k: int) -> Any:
    """a (a + 1) … (a + k − 1)."""
    return sp.Mul(*(a + j for j in range(k)))


class Normal(Distribution):
    """Normal(mean, variance)."""

    notation = r"\mathcal{N}"

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args[1:]

    def density(self, t: Any) -> Any:
        mean, variance = self.args
        return sp.exp(-((t - mean) ** 2) / (2 * variance)) / sp.sqrt(
            2 * sp.pi * variance
        )

    def moment(self, k: int) -> Any:
        mean, variance = self.args
        return about(mean, k, lambda j: sp.factorial2(j - 1) * variance ** (j // 2))

    def quantile(self, p: Any) -> Any:
        mean, variance = self.args
        u = sp.expand(2 * p - 1)
        less = u.could_extract_minus_sign()  # one form of what is odd about ½
        far = -sp.erfinv(-u) if less else sp.erfinv(u)
        return mean + sp.sqrt(2 * variance) * far


class Laplace(Distribution):
    """Laplace(location, scale)."""

    notation = r"\operatorname{Laplace}"

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args[1:]

    def density(self, t: Any) -> Any:
        location, scale = self.args
        return sp.exp(-sp.Abs(t - location) / scale) / (2 * scale)

    def moment(self, k: int) -> Any:
        location, scale = self.args
        return about(location, k, lambda j: sp.factorial(j) * scale**j)

    def quantile(self, p: Any) -> Any:
        location, scale = self.args
        off = p - sp.S.Half
        return location - scale * sp.sign(off) * sp.log(1 - 2 * sp.Abs(off))


class Exponential(Distribution):
    """Exponential(rate)."""

    notation = r"\operatorname{Exp}"

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.oo)

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args

    def density(self, t: Any) -> Any:
        (rate,) = self.args
        return rate * sp.exp(-rate * t)

    def moment(self, k: int) -> Any:
        return sp.factorial(k) / self.args[0] ** k

    def below(self, t: Any) -> Any:
        return 1 - sp.exp(-self.args[0] * t)

    def quantile(self, p: Any) -> Any:
        return -sp.log(1 - p) / self.args[0]

    def power(self, s: Any, r: Any) -> Any:
        return None if r else sp.gamma(1 + s) / self.args[0] ** s


class Gamma(Distribution):
    """Gamma(shape, rate)."""

    notation = r"\operatorname{Gamma}"
    far = True

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.oo)

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args

    def density(self, t: Any) -> Any:
        shape, rate = self.args
        return rate**shape * t ** (shape - 1) * sp.exp(-rate * t) / sp.gamma(shape)

    def moment(self, k: int) -> Any:
        shape, rate = self.args
        return rising(shape, k) / rate**k

    def power(self, s: Any, r: Any) -> Any:
        shape, rate = self.args
        return None if r else sp.gamma(shape + s) / sp.gamma(shape) / rate**s


class Beta(Distribution):
    """Beta(a, b)."""

    notation = r"\operatorname{Beta}"

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.S.One)

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args

    def density(self, t: Any) -> Any:
        a, b = self.args
        normalizer = sp.gamma(a) * sp.gamma(b) / sp.gamma(a + b)
        return t ** (a - 1) * (1 - t) ** (b - 1) / normalizer

    def moment(self, k: int) -> Any:
        a, b = self.args
        return rising(a, k) / rising(a + b, k)

    def power(self, s: Any, r: Any) -> Any:
        a, b = self.args
        above = sp.gamma(a + s) * sp.gamma(b + r) * sp.gamma(a + b)
        return above / (sp.gamma(a + b + s + r) * sp.gamma(a) * sp.gamma(b))

    def quantile(self, p: Any) -> Any:
        a, b = self.args
        return p ** (1 / a) if b == 1 else None


class Uniform(Distribution):
    """Uniform(low, high)."""

    notation = r"\mathcal{U}"

    @property
    def support(self) -> tuple[Any, Any]:
        return self.args

    @property
    def positive(self) -> tuple[Any, ...]:
        return (self.args[1] - self.args[0],)

    def density(self, t: Any) -> Any:
        low, high = self.args
        return 1 / (high - low)

    def moment(self, k: int) -> Any:
        low, high = self.args
        return sp.Add(*(low**j * high ** (k - j) for j in range(k + 1))) / (k + 1)

    def below(self, t: Any) -> Any:
        low, high = self.args
        return (t - low) / (high - low)

    def quantile(self, p: Any) -> Any:
        low, high = self.args
        return low + (high - low) * p
