"""Where random numbers come from: near 1, at other scales, and at the edges.

What is false may hold for numbers near 1 alone, or everywhere but where something is
zero, equal or parallel; so values are drawn from all of these.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np
import sympy as sp

Array = np.ndarray[Any, Any]
COUNTS = (1, 2, 3, 4, 5, 21, 22, 30)  # the least, some, and some beyond any sum tried


@dataclass(frozen=True)
class Source:
    """A generator, the scale of what it gives, and whether that lies on an edge.

    decades: numbers are of the size 10**decades.  edge: they are zeros, ones, equal,
    parallel or on the boundary of what is allowed, some of them.  apart: how many
    powers of ten numbers are away from 1 at most, each by itself, most of them near.
    """

    rng: np.random.Generator
    decades: float = 0.0
    edge: bool = False
    apart: float = 0.0
    _common: dict[tuple[int, ...], Array] = field(default_factory=dict[Any, Any])

    def one_of(self, *ways: Callable[[], Any]) -> Any:
        """What one of these gives, at random."""
        return ways[int(self.rng.integers(len(ways)))]()

    def _at(self, generic: Callable[[], Any], *edges: Callable[[], Any]) -> Any:
        """What is generic; at an edge perhaps what is not."""
        return self.one_of(generic, *edges) if self.edge else generic()

    def positive(self, shape: tuple[int, ...] = ()) -> Any:
        """Positive numbers: at the source's scale, at an edge perhaps ones."""

        def generic() -> Any:
            return self._scale(shape) * self.rng.uniform(0.5, 2.0, size=shape)

        return self._at(generic, lambda: np.ones(shape))

    def real(self, shape: tuple[int, ...] = ()) -> Any:
        """Numbers of either sign: generic, or zero, equal, parallel to others."""

        def generic() -> Any:
            return self._scale(shape) * self.rng.normal(size=shape)

        return self._at(
            generic,
            lambda: np.zeros(shape),
            lambda: np.full(shape, self.rng.choice([-1.0, 1.0])),
            lambda: self.rng.normal() * self._parallel(shape),
        )

    def _scale(self, shape: tuple[int, ...]) -> Any:
        """The size of the numbers: one for all, or of each array or entry its own."""
        if not self.apart:
            return 10.0**self.decades
        own: tuple[int, ...] = self.one_of(lambda: (), lambda: shape)
        decades: Any = self.apart * self.rng.uniform(-1, 1, size=own) ** 3
        return 10.0**decades

    def normal(self, like: Any) -> Any:
        """Generic numbers near 1 in the shape of an array."""
        return self.rng.normal(size=np.shape(like))

    def _parallel(self, shape: tuple[int, ...]) -> Array:
        """The same numbers for all that ask for this shape."""
        if shape not in self._common:
            self._common[shape] = self.rng.normal(size=shape)
        return self._common[shape]

    def of_low_rank(self, a: Any) -> Any:
        """A matrix, or one of its shape with fewer columns apart, or with one entry."""
        rows, columns = np.shape(a)
        r = int(self.rng.integers(max(1, min(rows, columns))))
        few = self.rng.normal(size=(rows, r)) @ self.rng.normal(size=(r, columns))
        one = np.zeros((rows, columns))
        one[self.rng.integers(rows), self.rng.integers(columns)] = 1
        return self.one_of(lambda: a, lambda: few, lambda: one)

    def count(self, symbol: Any) -> float:
        """A whole number that satisfies what is assumed of the symbol."""
        if self.decades < 0:
            drawn = int(self.rng.integers(0, 3))
        elif self.decades > 0:
            drawn = int(self.rng.integers(21, 41))
        elif self.edge:
            drawn = int(self.rng.choice([0, *COUNTS]))
        elif self.apart:
            drawn = int(self.rng.integers(0, 100))
        else:
            drawn = int(self.rng.integers(2, 6))
        sign = 1 if symbol.is_nonnegative or self.rng.integers(2) else -1
        sign = -1 if symbol.is_nonpositive else sign
        while not _is_allowed(symbol, drawn):
            drawn += 1
        return float(sign * drawn)

    def within(self, low: float, high: float, shape: tuple[int, ...] = ()) -> Any:
        """Numbers between two ends, near one of them at an edge."""
        low, high = float(low), float(high)
        share = self.rng.uniform(size=shape)
        if self.edge or self.decades:
            share = share * 10.0 ** -abs(self.decades or 3)
            share = self.one_of(lambda: share, lambda: 1 - share)
        return low + (high - low) * share


def _is_allowed(symbol: Any, drawn: int) -> bool:
    """Whether a size of a number is none that the symbol is assumed not to have."""
    whole = sp.Integer(drawn)
    assumed = ((symbol.is_zero, whole.is_zero), (symbol.is_even, whole.is_even))
    return all(said is None or said == so for said, so in assumed)


def scalar_from(source: Source, symbol: Any, domain: Any) -> Any:
    """A number that satisfies what is assumed of the symbol, or is in its domain."""
    if callable(domain):
        return domain(source.rng, ())
    if domain is not None:
        return source.within(*cast(tuple[float, float], domain))
    if symbol.is_integer:
        return source.count(symbol)
    if symbol.is_extended_nonnegative or symbol.is_extended_nonpositive:
        size = _positive_or_zero(source, symbol)
        return -size if symbol.is_extended_nonpositive else size
    return _unless_zero(source, source.real(), symbol)


def _unless_zero(source: Source, drawn: Any, label: Any) -> Any:
    """Real numbers; others for zeros where the label is assumed to be none."""
    if label is None or label.is_zero is not False:
        return drawn
    others: Array = source.positive(np.shape(drawn))
    return np.where(drawn == 0, others, drawn)


def _positive_or_zero(source: Source, symbol: Any) -> Any:
    may_vanish = source.edge and symbol.is_zero is None
    return 0.0 if may_vanish and source.rng.integers(2) else source.positive()


def array_from(
    source: Source, shape: tuple[int, ...], domain: Any, label: Any = None
) -> Any:
    """Entries that satisfy what is assumed of the label, or are in the domain."""
    if callable(domain):
        return np.asarray(domain(source.rng, shape), dtype=float)
    if domain is not None:
        low, high = domain
        return source.within(low, high, shape)
    if label is None or not (label.is_nonnegative or label.is_nonpositive):
        return _unless_zero(source, source.real(shape), label)
    may_vanish = source.edge and label.is_zero is None
    kept = source.rng.integers(2, size=shape) if may_vanish else 1
    return (-kept if label.is_nonpositive else kept) * source.positive(shape)
