"""The generic points at which a claim is measured."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .claim import Claim
from .judgments import NoValue
from .numeric import Numeric, Rejected, draw, impose

TRIES = 400


def reader_at(claim: Claim, point: int, also: Iterable[Any] = ()) -> Numeric:
    """The numeric reader at a generic point that satisfies the hypotheses.

    also: expressions whose names are to have values besides.
    """
    rng = claim.rng(100 + point)
    brackets: dict[Any, Any] = {
        s: d for s, d in claim.domain.items() if isinstance(d, tuple)
    }
    sharp = [q for pair in claim.equality.items() for q in pair]
    stated = [*claim.expressions(), *sharp, *also]
    for _ in range(TRIES):
        sizes = claim.measured_sizes()
        values = draw(rng, stated, claim.definitions, sizes, claim.domain)
        read = Numeric(values, claim.definitions, brackets)
        try:
            impose(read, claim.given, rng)
        except Rejected:
            continue
        return read
    raise NoValue("no random values satisfy the hypotheses")
