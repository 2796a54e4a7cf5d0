"""Distributions on counts, or on finitely many values."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import sympy as sp

from ..declaration import Declaration, declare
from .laws import Distribution


@cache
def partitions(k: int, j: int) -> int:
    """In how many ways k things make up j groups."""
    if not 0 < j < k:
        return int(j == k)
    return j * partitions(k - 1, j) + partitions(k - 1, j - 1)


def by_factorials(k: int, factorial: Callable[[int], Any]) -> Any:
    """A moment by the means of t (t − 1) … (t − j + 1)."""
    return sp.Add(*(partitions(k, j) * factorial(j) for j in range(1, k + 1)))


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

    def moment(self, k: int) -> Any:
        return self.args[0]


class Binomial(Distribution):
    """Binomial(n, p)."""

    notation = r"\operatorname{Binomial}"
    discrete = True

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, self.args[0])

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args[:1]

    def density(self, t: Any) -> Any:
        n, p = self.args
        return sp.binomial(n, t) * p**t * (1 - p) ** (n - t)

    def moment(self, k: int) -> Any:
        n, p = self.args
        return by_factorials(k, lambda j: sp.Mul(*(n - q for q in range(j))) * p**j)


class Poisson(Distribution):
    """Poisson(rate)."""

    notation = r"\operatorname{Poisson}"
    discrete = True

    @property
    def support(self) -> tuple[Any, Any]:
        return (sp.S.Zero, sp.oo)

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args

    def density(self, t: Any) -> Any:
        (rate,) = self.args
        return rate**t * sp.exp(-rate) / sp.factorial(t)

    def moment(self, k: int) -> Any:
        return by_factorials(k, lambda j: self.args[0] ** j)


class Finite(Distribution):
    """Finite(values, probabilities): two IndexedBases of one length.

    The probabilities add up to 1, by a definition or by a hypothesis.
    """

    discrete = True


def _listed(e: Any) -> str:
    """What is wrong with the values and probabilities, if they are no two bases."""
    bases = [a for a in e.args if isinstance(a, sp.IndexedBase) and a.shape]
    known = len(bases) == len(e.args) == 2
    return "" if known else "it takes two IndexedBases of one shape: see help(Finite)"


declare(Finite, Declaration(amiss=_listed))
