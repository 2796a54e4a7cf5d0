"""Random numbers that are not independent: entries of a vector, numbers in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import sympy as sp

from ..distributions import Distribution, JointDistribution
from ..work import spend_on
from .reader import Symbolic, Undecided


class Coordinate(NamedTuple):
    """The entry at a place of a random vector that follows one joint distribution."""

    vector: Any
    place: int


class Ranked(NamedTuple):
    """A number of a random sample by its order, and how it is distributed."""

    sample: Any
    law: Distribution


def require_apart(read: Symbolic, met: Mapping[Any, Any]) -> None:
    """Raise Undecided where a number by its order is beside others of its sample."""
    for s, ranked in met.items():
        if isinstance(ranked, Ranked):
            sample = ranked.sample
            others = {read(sample[k + 1]) for k in range(read.size(sample.shape[0]))}
            others |= {q for q, d in met.items() if getattr(d, "sample", 0) == sample}
            if not (others - {s}).isdisjoint(met):
                raise Undecided("a mean of several numbers of one sample")


def require_needs(read: Symbolic, law: Distribution) -> None:
    """Raise Undecided where a law needs what no hypothesis says of its parameters."""
    for h in law.needs if isinstance(law, JointDistribution) else ():
        if h not in read.properties:
            raise Undecided(f"{h} is not given")


def mean_over_vector(
    value: Any, law: JointDistribution, places: Mapping[Any, int], read: Symbolic
) -> Any:
    """The mean of a polynomial in the entries of a vector, by its moments."""
    require_needs(read, law)

    def of(parameter: Any, *at: Any) -> Any:
        found = read(parameter)
        return found[tuple(k - 1 for k in at)] if at else found

    return mean_by_moments(value, law, places, of)


def mean_by_moments(
    value: Any,
    law: JointDistribution,
    places: Mapping[Any, int],
    of: Callable[..., Any],
) -> Any:
    """The mean of a polynomial in entries of a vector, each with its place.

    of: what gives a parameter of the law, or its entry in a row and a column.
    """
    symbols, value = list(places), sp.expand(value)
    if not value.is_polynomial(*symbols):
        raise Undecided(f"the mean of {value}, which is no polynomial")
    spend_on(value)
    total = sp.S.Zero
    for powers, c in sp.Poly(value, *symbols).terms():
        each = zip(symbols, powers, strict=True)
        at = [sp.Integer(places[s]) for s, k in each for _ in range(k)]
        total += c * law.moment_at(at, of)
    return total
