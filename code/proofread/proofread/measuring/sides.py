"""The sides of a claim as arrays, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ..claim import Claim
from ..judgments import NoValue
from ..numeric import Numeric, number
from ..sizes import Sizes

ROUNDING = 1e-12
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Disagreement:
    """Where two sides differ: values, sizes, both sides, by how much, perhaps why."""

    values: dict[Any, Any]
    sizes: Sizes
    case: dict[Any, Any]
    left: Any
    right: Any
    residual: float
    reason: str = ""


def both_sides(claim: Claim, at: Numeric) -> tuple[Array, Array]:
    """Both sides, the left one by its oracle; NoValue where their shapes differ."""
    left, right = left_side(claim, at), squeezed(at(claim.rhs))
    if np.shape(left) != np.shape(right):
        raise NoValue(f"sides of shapes {np.shape(left)} and {np.shape(right)}")
    return left, right


def left_side(claim: Claim, at: Numeric) -> Array:
    """The left side as the oracle tells it, if there is one."""
    if not claim.oracle:
        return squeezed(at(claim.lhs))
    named = {
        str(getattr(k, "label", k)): v
        for k, v in at.values.items()
        if not isinstance(k, tuple)
    }
    return squeezed(claim.oracle(named, claim.rng(7)))


def squeezed(value: Any) -> Array:
    """A value as an array, real where its imaginary part is rounding."""
    a = np.asarray(number(value))
    if np.iscomplexobj(a):
        small = ROUNDING * max(1.0, float(np.max(np.abs(a))))
        if np.max(np.abs(np.imag(a))) < small:
            return np.real(a)
    return a
