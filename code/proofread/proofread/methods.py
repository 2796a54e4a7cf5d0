"""How numbers are measured."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Any

from .declaration import declared


class Method(Enum):
    """How a number is measured.  A claim is said to be measured by the first it needs.

    tolerance: how far off a measurement by this method may be.
    """

    GOLDEN_SECTION = "golden section", 1e-6
    QUASI_NEWTON = "quasi-Newton search", 1e-6
    EXTRAPOLATION = "extrapolation to the limit", 1e-6
    QUADRATURE = "quadrature", 1e-9
    DIFFERENCES = "differences of complex steps", 1e-9
    COMPLEX_STEP = "complex step", 1e-9
    LAPACK = "LAPACK", 1e-9

    def __init__(self, words: str, tolerance: float):
        self.words, self.tolerance = words, tolerance


def methods(nodes: Iterable[Any]) -> list[Method]:
    """The methods that measuring these nodes takes, those that tell most first."""
    used = {declared(q).measured for q in nodes}
    return [method for method in Method if method in used]
