"""A false claim's values at a few points: there a change of a side is tried cheaply."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy as sp

from ..claim import Claim
from ..node import turned
from ..nodes import le
from ..numeric import Numeric, number
from ..points import Kind, Point, reader_at
from ..work import OutOfWork, budget, spend

POINTS, CASES = 3, 4
SIZES = (5, 4, 3, 2)  # what no size is more than
STEPS = 15_000  # for both sides, at all points
CLOSE = 1e-7  # as much may two values differ at least, for their size
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Situations:
    """Readers at a few points near 1, each at sizes and values of the indices.

    tolerance: as much may two values differ, for their size.
    """

    readers: tuple[Numeric, ...]
    tolerance: float

    def values(self, e: Any) -> Iterator[Array | None]:
        """What an expression is worth in each of them; None where it has no value."""
        return (value_at(read, e) for read in self.readers)

    def agree(self, e: Any, values: list[Array | None]) -> bool:
        """Whether an expression has these values."""
        pairs = zip(self.values(e), values, strict=True)
        return all(close(a, b, self.tolerance) for a, b in pairs)


def situations(claim: Claim) -> Situations:
    """Where changes of the claim are tried: points as it is measured at, small ones.

    Sizes are as small as it takes for both sides to be little work.
    """
    claim = claim.changed(given=(*claim.given, *_full_ranks(claim)))
    tolerance = max(CLOSE, claim.tolerance)
    for most in SIZES[:-1]:
        with suppress(OutOfWork), budget(STEPS):
            found = Situations(tuple(_readers(claim, most)), tolerance)
            for side in claim.sides:
                list(found.values(side))
            return found
    return Situations(tuple(_readers(claim, SIZES[-1])), tolerance)


def _readers(claim: Claim, most: int) -> Iterator[Numeric]:
    """Readers at a few points, for a few values of the indices."""
    for k in range(POINTS):
        point = Point(Kind.NEAR, k, most=most)
        read = reader_at(claim, point)
        cases: list[dict[Any, Any]] = claim.cases(point.sizes(claim))
        last = len(cases) - 1
        some = [cases[last * at // (CASES - 1)] for at in range(CASES)]
        for case in some if last >= CASES else cases:
            held = {i: float(v) for i, v in case.items()}
            yield read.within(held) if held else read


def _full_ranks(claim: Claim) -> list[Any]:
    """What makes AᵀA invertible where it stands: an inverse may have been forgotten."""
    nodes = sp.preorder_traversal(sp.Tuple(*claim.sides))
    products = (q.args for q in nodes if isinstance(q, sp.MatMul))
    pairs = [pair for args in products for pair in itertools.pairwise(args)]
    grams = [b for a, b in pairs if turned(a) == b and b.cols != b.rows]
    found: dict[Any, None] = {}
    for b in sorted(grams, key=lambda b: isinstance(b, sp.Transpose)):
        if (b.rows, b.cols) not in found:
            found[b.cols, b.rows] = None
    return [le(*pair) for pair in found]


def value_at(read: Numeric, e: Any) -> Array | None:
    """What an expression is worth, as an array; None where it has no value."""
    spend()
    try:
        value = np.asarray(number(read(e)))
    except Exception:
        return None
    return value if value.dtype.kind in "fic" and np.all(np.isfinite(value)) else None


def close(a: Array | None, b: Array | None, tolerance: float) -> bool:
    """Whether two values are equal but for rounding."""
    if a is None or b is None or a.shape != b.shape:
        return False
    size = max(1.0, float(np.max(np.abs(b))))
    return bool(np.max(np.abs(a - b)) <= tolerance * size)
