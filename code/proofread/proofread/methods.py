"""How numbers are measured."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from .declaration import declared


class Method(Enum):
    """How a number is measured.  A claim is said to be measured by the first it needs.

    tolerance: how far off a measurement by this method may be.  at_every_scale: whether
    it serves numbers far from 1 as well, which a search and a quadrature do not.
    """

    GOLDEN_SECTION = "golden section", 1e-6, False
    QUASI_NEWTON = "quasi-Newton search", 1e-6, False
    EXTRAPOLATION = "extrapolation to the limit", 1e-6, False
    EXPONENTIAL = "a Taylor sum, squared", 1e-7, False
    SINGULAR_VALUES = "singular values told from 0", 1e-9, False
    QUADRATURE = "quadrature", 1e-9, False
    DIFFERENCES = "differences of complex steps", 1e-9, True
    COMPLEX_STEP = "complex step", 1e-9, True
    LAPACK = "LAPACK", 1e-9, True

    def __init__(self, words: str, tolerance: float, at_every_scale: bool):
        self.words, self.tolerance = words, tolerance
        self.at_every_scale = at_every_scale


def methods(nodes: Iterable[Any]) -> list[Method]:
    """The methods that measuring these nodes takes, those that tell most first."""
    used = {declared(q).measured for q in nodes}
    return [method for method in Method if method in used]
