"""Random numbers, samples and vectors: names that follow a distribution."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..declaration import Declaration, Name, declare
from ..distributions import Distribution, JointDistribution, Random
from ..symbolic.joint import Coordinate
from ..symbolic.names import matrix_entries
from ..symbolic.reader import Symbolic


def _refuse_joint(name: Any, distribution: Distribution) -> None:
    if isinstance(distribution, JointDistribution):
        kind = type(distribution).__name__
        raise ValueError(f"{name} is a number, {kind} of a column: use RandomVector")


class RandomVariable(Random, sp.Symbol):
    """A random number: `x = RandomVariable("x", Normal(mu, variance))`."""

    distribution: Distribution

    def __new__(cls, name: str, distribution: Distribution) -> Any:
        _refuse_joint(name, distribution)
        # Symbol's own constructor hands out one symbol for one name, whatever it
        # follows; this is the one that it calls for a name it has not seen.
        made: Any = sp.Symbol.__xnew__(cls, name, real=True)
        made.distribution = distribution
        return made

    def following(self, distribution: Distribution) -> RandomVariable:
        """The same name under another distribution."""
        return RandomVariable(self.name, distribution)

    def _hashable_content(self) -> Any:
        return (*sp.Symbol._hashable_content(self), self.distribution)

    def __getnewargs_ex__(self) -> Any:
        return (self.name, self.distribution), {}


class RandomSample(Random, sp.IndexedBase):
    """n independent draws: `x = RandomSample("x", n, Normal(0, 1))`, then x[k]."""

    distribution: Distribution

    def __new__(cls, name: Any, n: Any, distribution: Distribution) -> Any:
        _refuse_joint(name, distribution)
        made: Any = sp.IndexedBase.__new__(
            cls, sp.Symbol(str(name), real=True), shape=(n,)
        )
        made.distribution = distribution
        return made

    @property
    def func(self) -> Any:
        def rebuilt(label: Any, shape: Any) -> RandomSample:
            return RandomSample(label, shape[0], self.distribution)

        return rebuilt

    def following(self, distribution: Distribution) -> RandomSample:
        """The same name under another distribution."""
        return RandomSample(self.label, self.shape[0], distribution)

    def _hashable_content(self) -> Any:
        return (*sp.IndexedBase._hashable_content(self), self.distribution)


class RandomVector(Random, sp.MatrixSymbol):
    """A column of n independent draws, or one draw from a distribution of columns."""

    distribution: Distribution

    def __new__(cls, name: Any, n: Any, distribution: Distribution) -> Any:
        joint = isinstance(distribution, JointDistribution)
        if joint and sp.expand(distribution.length - n) != 0:
            raise ValueError(f"{name} has {n} entries, its law {distribution.length}")
        made: Any = sp.MatrixSymbol.__new__(cls, str(name), n, 1)
        made.distribution = distribution
        return made

    @property
    def func(self) -> Any:
        def rebuilt(name: Any, n: Any, one: Any) -> RandomVector:
            return RandomVector(name, n, self.distribution)

        return rebuilt

    def following(self, distribution: Distribution) -> RandomVector:
        """The same name under another distribution."""
        return RandomVector(self.name, self.shape[0], distribution)

    def _hashable_content(self) -> Any:
        return (*sp.MatrixSymbol._hashable_content(self), self.distribution)


def _variable_symbolic(read: Symbolic, e: Any) -> Any:
    read.distributions[e] = e.distribution
    return e


def _vector_symbolic(read: Symbolic, e: Any) -> Any:
    made = matrix_entries(read, e)
    laws: Any = dict.fromkeys(made, e.distribution)
    if isinstance(e.distribution, JointDistribution):
        laws = {s: Coordinate(e, place) for place, s in enumerate(made, 1)}
    read.distributions.update(laws)
    return made


def _follows(e: Any) -> str:
    """What is wrong with what a name follows, if that is no distribution."""
    law = e.distribution
    known = isinstance(law, Distribution)
    return "" if known else f"{law} is no distribution: take one, as Normal(0, 1)"


def _undrawn(*_: Any) -> None:
    """No one value: what is random is averaged over."""


declare(
    RandomVariable,
    Declaration(
        symbolic=_variable_symbolic,
        amiss=_follows,
        name=Name(lambda e: ("random number",), draw=_undrawn),
    ),
)
declare(
    RandomSample,
    Declaration(
        amiss=_follows,
        name=Name(lambda e: ("random entry", len(e.shape)), draw=_undrawn),
    ),
)
declare(
    RandomVector,
    Declaration(
        symbolic=_vector_symbolic,
        amiss=_follows,
        name=Name(lambda e: ("random matrix", e.shape), draw=_undrawn),
    ),
)
