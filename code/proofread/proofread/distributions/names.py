"""Random numbers, samples and vectors: names that follow a distribution."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .laws import Distribution


class RandomVariable(sp.Symbol):
    """A random number: `x = RandomVariable("x", Normal(mu, variance))`."""

    distribution: Distribution

    def __new__(cls, name: str, distribution: Distribution) -> Any:
        made: Any = sp.Symbol.__xnew__(cls, name, real=True)
        made.distribution = distribution
        return made

    def _hashable_content(self) -> Any:
        return (*super()._hashable_content(), self.distribution)

    def __getnewargs_ex__(self) -> Any:
        return (self.name, self.distribution), {}


class RandomSample(sp.IndexedBase):
    """n independent draws: `x = RandomSample("x", n, Normal(0, 1))`, then x[k]."""

    distribution: Distribution

    def __new__(cls, name: Any, n: Any, distribution: Distribution) -> Any:
        made: Any = super().__new__(cls, sp.Symbol(str(name), real=True), shape=(n,))
        made.distribution = distribution
        return made

    @property
    def func(self) -> Any:
        return lambda label, shape: RandomSample(label, shape[0], self.distribution)

    def _hashable_content(self) -> Any:
        return (*super()._hashable_content(), self.distribution)


class RandomVector(sp.MatrixSymbol):
    """A column of n independent draws from one distribution."""

    distribution: Distribution

    def __new__(cls, name: Any, n: Any, distribution: Distribution) -> Any:
        made: Any = super().__new__(cls, str(name), n, 1)
        made.distribution = distribution
        return made

    @property
    def func(self) -> Any:
        return lambda name, n, one: RandomVector(name, n, self.distribution)

    def _hashable_content(self) -> Any:
        return (*super()._hashable_content(), self.distribution)
