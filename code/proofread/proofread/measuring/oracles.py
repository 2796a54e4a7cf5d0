"""An oracle, which computes the left side, compared with it at the smallest sizes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from ..claim import Claim
from ..points import Kind, Point, reader_at
from ..sizes import Sizes
from ..work import OutOfWork, budget
from .comparison import between

SMALLEST, MOST, STEPS = (1, 2), 4, 2_000_000
FIRST = 3000  # number of the first point


def oracle_off(claim: Claim) -> float | None:
    """How far an oracle is from the left side, relative to it, at sizes 1 and 2.

    None where the left side has a value at none of them.
    """
    found = list[float]()
    for k, sizes in enumerate(itertools.islice(_sizes(claim), MOST)):
        try:
            with np.errstate(all="ignore"), budget(STEPS):
                read = reader_at(claim, Point(Kind.NEAR, FIRST + k, held=sizes))
                found += [between(claim, read, c) for c in claim.cases(sizes)]
        except (Exception, OutOfWork):
            continue
    return max(found, default=None)


def _sizes(claim: Claim) -> Iterator[Sizes]:
    """The sizes 1 and 2, as far as they fit."""
    for values in itertools.product(SMALLEST, repeat=len(claim.sizes)):
        sizes = dict(zip(claim.sizes, values, strict=True))
        if all(f.holds(sizes) for f in claim.fits):
            yield sizes
