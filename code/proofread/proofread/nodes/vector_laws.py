"""Distributions of a vector, whose entries need not be independent."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import sympy as sp

from ..distributions import Distribution, JointDistribution
from ..numeric.joint import Points, around, counted, root
from ..numeric.reader import Numeric
from .entries import Entry
from .matrix_properties import PositiveDefinite
from .norms import Dot
from .notation import place, summed
from .vector_properties import Simplex


class MultivariateNormal(JointDistribution):
    """MultivariateNormal(mean, covariance): a column, a positive definite matrix."""

    notation = r"\mathcal{N}"

    def __new__(cls, mean: Any, covariance: Any) -> Any:
        if getattr(covariance, "shape", None) != (mean.rows, mean.rows):
            raise ValueError("a covariance matrix is square, as large as the mean")
        return Distribution.__new__(cls, mean, covariance)

    @property
    def length(self) -> Any:
        return self.args[0].rows

    @property
    def needs(self) -> tuple[Any, ...]:
        covariance = self.args[1]
        return () if is_definite(covariance) else (PositiveDefinite(covariance),)

    def density(self, t: Any) -> Any:
        return sp.exp(self.log_density(t))

    def log_density(self, t: Any) -> Any:
        mean, covariance = self.args
        far = Dot(t - mean, sp.Inverse(covariance) * (t - mean))
        size = self.length * sp.log(2 * sp.pi) + sp.log(sp.Determinant(covariance))
        return -(size + far) / 2

    def moment_at(self, places: Sequence[Any], of: Callable[..., Any]) -> Any:
        """By Isserlis: each place is alone, with its mean, or paired with another."""
        mean, covariance = self.args
        return sp.Add(
            *(
                sp.Mul(*(of(mean, i, 1) for i in alone))
                * sp.Mul(*(of(covariance, i, j) for i, j in pairs))
                for alone, pairs in _pairings(tuple(places))
            )
        )

    def require(self, read: Numeric) -> None:
        root(self, np.real(read(self.args[1])))

    def points(self, read: Numeric, most: int) -> Points:
        center, spread = (np.real(read(a)) for a in self.args)
        return around(read, self, center, spread, most)


class Multinomial(JointDistribution):
    """Multinomial(trials, probabilities): how many of the trials fell on each kind."""

    notation = r"\operatorname{Multinomial}"
    discrete = True

    @property
    def length(self) -> Any:
        return self.args[1].rows

    @property
    def positive(self) -> tuple[Any, ...]:
        return self.args[:1]

    @property
    def needs(self) -> tuple[Any, ...]:
        return (Simplex(self.args[1]),)

    def density(self, t: Any) -> Any:
        return sp.exp(self.log_density(t))

    def log_density(self, t: Any) -> Any:
        trials, shares = self.args
        k = place(self.length)
        each = Entry(t, k, 1) * sp.log(Entry(shares, k, 1))
        less = sp.loggamma(Entry(t, k, 1) + 1)
        return sp.loggamma(trials + 1) + summed(each - less, (k, self.length))

    def moment_at(self, places: Sequence[Any], of: Callable[..., Any]) -> Any:
        """Each entry counts trials: a block of places counts one and the same trial."""
        trials, shares = self.args
        total = sp.S.Zero
        for blocks in _partitions(list(places)):
            falling = sp.Mul(*(of(trials) - q for q in range(len(blocks))))
            alike = (sp.KroneckerDelta(b[0], i) for b in blocks for i in b[1:])
            total += falling * sp.Mul(*alike, *(of(shares, b[0], 1) for b in blocks))
        return total

    def require(self, read: Numeric) -> None:
        shares = np.ravel(read(self.args[1]))
        if not np.isclose(np.sum(shares), 1) or np.any(np.real(shares) < 0):
            raise ValueError(f"the probabilities of {self} do not add up to 1")

    def points(self, read: Numeric, most: int) -> Points:
        self.require(read)
        return counted(read, self, *map(read.count, (self.args[0], self.length)))


def is_definite(m: Any) -> bool:
    """Whether a matrix is positive definite as it stands."""
    if isinstance(m, sp.Identity):
        return True
    if isinstance(m, sp.MatMul):
        scale, matrix = m.as_coeff_mmul()
        return bool(scale.is_positive) and matrix != m and is_definite(matrix)
    if isinstance(m, sp.MatrixBase):
        return all(q.is_number for q in m) and m == m.T and bool(m.is_positive_definite)
    return isinstance(m, sp.MatAdd) and all(map(is_definite, m.args))


def _pairings(places: tuple[Any, ...]) -> Iterator[tuple[list[Any], list[Any]]]:
    """All ways in which places are alone or in pairs."""
    if not places:
        yield [], []
        return
    first, rest = places[0], places[1:]
    for alone, pairs in _pairings(rest):
        yield [first, *alone], pairs
    for k, other in enumerate(rest):
        for alone, pairs in _pairings(rest[:k] + rest[k + 1 :]):
            yield alone, [(first, other), *pairs]


def _partitions(places: list[Any]) -> Iterator[list[list[Any]]]:
    """All ways in which places make up blocks."""
    if not places:
        yield []
        return
    first, rest = places[0], places[1:]
    for size in range(len(rest) + 1):
        for at in itertools.combinations(range(len(rest)), size):
            left = [q for k, q in enumerate(rest) if k not in at]
            for blocks in _partitions(left):
                yield [[first, *(rest[k] for k in at)], *blocks]
