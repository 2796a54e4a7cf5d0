"""Points to measure a claim at: near 1, at small and large scales, and on edges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import sympy as sp

from .claim import Claim
from .judgments import NoValue
from .methods import methods
from .nodes import PseudoInverse, Rank
from .numeric import Numeric, Rejected, Source, draw, impose
from .numeric.reader import real
from .relations import ORDERED
from .sizes import LARGEST, Sizes

TRIES = 400
LAST = 10  # tries that move a number beyond its bound
THREE = 3  # points at least have a value at a scale that is told
FEW = 5  # most of each size where sizes matter little: at edges, far from 1
LAST_DECADE, DECADES = 5, 6  # as far from 1 as a scale is tried, in powers of ten
NEARER = (1.0, 0.5, 0.25, 0.1)  # of the way there, where there is no value yet


class Kind(Enum):
    """Where a point lies."""

    NEAR = "near 1"
    SMALL = "near 0"
    LARGE = "large"
    EDGE = "at an edge"
    APART = "each number at a scale of its own"


@dataclass(frozen=True)
class Point:
    """One of the points of a kind, and how far out it is tried.

    decades: how many powers of ten from 1 at least.  most: what no size is more than.
    at_first: whether the sizes are the first drawn.  held: the sizes, where they are
    not drawn.
    """

    kind: Kind
    number: int
    reach: float = 1.0
    decades: int = 1
    most: int = LARGEST
    at_first: bool = False
    held: Sizes | None = None

    @property
    def must_have_value(self) -> bool:
        """Whether a claim without a value here has none at all."""
        return self.kind is Kind.NEAR

    @property
    def is_far(self) -> bool:
        """Whether its numbers are far from 1."""
        return self.kind in (Kind.SMALL, Kind.LARGE, Kind.APART)

    def sizes(self, claim: Claim) -> Sizes:
        """The sizes that the claim is measured at here."""
        if self.held is not None:
            return self.held
        drawn = claim.measured_sizes(self.most)
        return drawn[0 if self.at_first else self.number % len(drawn)]

    def source(self, claim: Claim, attempt: int) -> Source:
        """Where the numbers come from."""
        kinds = list(Kind)
        salt = (100 + self.number, kinds.index(self.kind), attempt)
        rng = claim.rng(*salt)
        sign = {Kind.SMALL: -1, Kind.LARGE: 1}.get(self.kind, 0)
        decades = sign * self.reach * rng.uniform(self.decades, DECADES)
        apart = DECADES * self.reach if self.kind is Kind.APART else 0.0
        return Source(rng, decades, edge=self.kind is Kind.EDGE, apart=apart)


def near(number: int) -> Point:
    """A point near 1, at small sizes that are the same at all such points."""
    return Point(Kind.NEAR, number, most=FEW, at_first=True)


def points(claim: Claim) -> Iterator[Point]:
    """The points of every kind that suits how the claim is measured."""
    yield from (Point(Kind.NEAR, k) for k in range(claim.points))
    if claim.relation == "~":
        return
    many = 2 if claim.relation in ORDERED else 1
    if at_every_scale(claim):
        for kind in (Kind.SMALL, Kind.LARGE):
            yield from (Point(kind, k, most=FEW) for k in range(3 * many))
    yield from (Point(Kind.EDGE, k, most=FEW) for k in range(6 * many))
    if at_every_scale(claim):
        last = range(3 * many, 3 * many + THREE)
        for kind in (Kind.SMALL, Kind.LARGE):
            yield from (Point(kind, k, most=FEW, decades=LAST_DECADE) for k in last)


def at_every_scale(claim: Claim) -> bool:
    """Whether numbers far from 1 can be measured as well as those near 1."""
    nodes = claim.definitions.atoms(sp.Tuple(*claim.sides), sp.Basic)
    good = all(method.at_every_scale for method in methods(nodes))
    return good and claim.relation != "~" and not claim.oracle


def reader_at(claim: Claim, point: Point, also: Iterable[Any] = ()) -> Numeric:
    """The numeric reader at values that satisfy the hypotheses.

    also: expressions whose names are to have values besides.  Raises NoValue where
    none are found.
    """
    sizes = point.sizes(claim)
    for attempt in range(TRIES + LAST):
        source = point.source(claim, attempt)
        values = drawn_from(source, claim, sizes, also)
        try:
            values = tied(claim, values, source)
            return imposed(claim, values, source, moving=attempt >= TRIES)
        except Rejected:
            continue
    raise NoValue(
        "no random values satisfy the hypotheses: drop one, or draw such values"
        " by a function in `domain`"
    )


def drawn_from(
    source: Source, claim: Claim, sizes: Sizes, also: Iterable[Any] = ()
) -> dict[Any, Any]:
    """Values of a claim's names, whatever it takes as given."""
    sharp = [q for pair in claim.equality.items() for q in pair]
    stated = [*claim.expressions(), *sharp, *also]
    return draw(source, stated, claim.definitions, sizes, claim.domain)


def tied(claim: Claim, values: Mapping[Any, Any], source: Source) -> Mapping[Any, Any]:
    """The values; at an edge, numbers that a side compares are perhaps equal."""
    compared = claim.definitions.atoms(sp.Tuple(*claim.sides), sp.Rel)
    made = _lowered(claim, values, source)
    for q in sorted(compared, key=str) if source.edge else ():
        pairs = ((q.lhs, q.rhs), (q.rhs, q.lhs))
        for name, other in pairs if source.rng.integers(2) else ():
            free = other.free_symbols
            if _is_real(name, claim) and name in made and free <= made.keys() - {name}:
                made[name] = real(Numeric(made, claim.definitions)(other))
                break
    return made


def _lowered(claim: Claim, values: Mapping[Any, Any], source: Source) -> dict[Any, Any]:
    """The values; at an edge perhaps of low rank, where a claim is about ranks."""
    made, held = dict(values), sp.Tuple(*claim.given)
    ranked = claim.definitions.atoms(sp.Tuple(*claim.sides), Rank, PseudoInverse)
    names = (k for k in made if isinstance(k, sp.MatrixSymbol) and not held.has(k))
    for name in sorted(names, key=str) if ranked and source.edge else ():
        made[name] = source.of_low_rank(made[name])
    return made


def _is_real(name: Any, claim: Claim) -> bool:
    """Whether a name is a number of which nothing is assumed."""
    said = name in claim.domain or any(name in h.free_symbols for h in claim.given)
    free = (name.is_nonnegative, name.is_nonpositive, name.is_integer) == (None,) * 3
    return name.is_Symbol and name.is_real and free and not said


def reader_of(claim: Claim, values: Mapping[Any, Any]) -> Numeric:
    """The reader at these values, whether or not they satisfy the hypotheses."""
    brackets: dict[Any, Any] = {
        s: d for s, d in claim.domain.items() if isinstance(d, tuple)
    }
    return Numeric(values, claim.definitions, brackets)


def imposed(
    claim: Claim, values: Mapping[Any, Any], source: Source, *, moving: bool = False
) -> Numeric:
    """The reader at these values, moved to satisfy the hypotheses, or Rejected."""
    read = reader_of(claim, values)
    impose(read, claim.given, source, moving=moving)
    return read


def reached(claim: Claim, read: Numeric) -> tuple[float, float]:
    """The smallest and the largest number drawn, but for zeros, sizes and functions."""
    sizes = claim.sizes.keys()
    drawn = [np.ravel(v) for k, v in read.values.items() if k not in sizes]
    numbers = [np.abs(v) for v in drawn if v.dtype != object]
    flat = np.concatenate([*numbers, np.ones(0)])
    flat = flat[flat > 0]
    return (float(flat.min()), float(flat.max())) if flat.size else (1.0, 1.0)


def told_range(ranges: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The smallest and the largest number that at least three points reach.

    ranges: those of each point.  What one or two reach alone is not told.
    """
    lows, highs = zip(*ranges, strict=True)
    low = sorted(lows)[:THREE][-1]
    high = sorted(highs)[-THREE:][0]
    return min(low, high), max(low, high)
