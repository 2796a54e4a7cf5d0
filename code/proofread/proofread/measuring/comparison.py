"""Comparing the sides of a claim at one point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy as sp

from ..claim import Claim
from ..judgments import NoValue
from ..numeric import Numeric, number
from ..relations import ORDERED

ROUNDING = 1e-12
Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Disagreement:
    """Where two sides differ: the values, both sides, by how much, and perhaps why."""

    values: dict[Any, Any]
    case: dict[Any, Any]
    left: Any
    right: Any
    residual: float
    reason: str = ""


def compare(claim: Claim, read: Numeric, case: dict[Any, Any]) -> Disagreement:
    """How far the relation is from holding at the reader's values.

    Raises NoValue where sides of different shapes cannot be compared.
    """
    at = read.within({i: float(v) for i, v in case.items()})
    if claim.relation == "~":
        return _compare_slopes(claim, at, case)
    left, right = _left_side(claim, at), _squeezed(at(claim.rhs))
    if np.shape(left) != np.shape(right):
        raise NoValue(f"sides of shapes {np.shape(left)} and {np.shape(right)}")
    if claim.relation in ORDERED:
        gap, reason = _violation(claim, at, left, right)
    else:
        gap, reason = float(np.max(np.abs(left - right))) / _scale(left), ""
    if not np.isfinite(gap):
        gap, reason = np.inf, reason or "a side is not a finite number"
    return Disagreement(at.values, case, left, right, gap, reason)


def _scale(left: Array) -> float:
    return max(1.0, float(np.max(np.abs(left))))


def _left_side(claim: Claim, at: Numeric) -> Array:
    if not claim.oracle:
        return _squeezed(at(claim.lhs))
    named = {
        str(getattr(k, "label", k)): v
        for k, v in at.values.items()
        if not isinstance(k, tuple)
    }
    return _squeezed(claim.oracle(named, claim.rng(7)))


def _squeezed(value: Any) -> Array:
    """A value as an array, real where its imaginary part is rounding."""
    a = np.asarray(number(value))
    if np.iscomplexobj(a):
        small = ROUNDING * max(1.0, float(np.max(np.abs(a))))
        if np.max(np.abs(np.imag(a))) < small:
            return np.real(a)
    return a


def _violation(
    claim: Claim, at: Numeric, left: Array, right: Array
) -> tuple[float, str]:
    """How far an inequality fails here, or fails to be sharp where it should be."""
    sign = 1 if claim.relation in ("<=", "<") else -1
    gap = float(np.max(sign * np.real(left - right))) / _scale(left)
    if not np.isfinite(gap) or np.iscomplexobj(left) or np.iscomplexobj(right):
        return np.inf, "a side is not a real number"
    if claim.relation in ("<", ">") and gap >= 0:
        equal = "the sides are equal" if gap == 0 else ""
        return max(gap, 10 * claim.tolerance), equal
    if not claim.equality:
        return max(gap, 0.0), ""
    loose = _looseness(claim, at)
    reason = "the bound is not reached where it is stated to be"
    return max(gap, loose), reason if loose > max(gap, claim.tolerance) else ""


def _looseness(claim: Claim, at: Numeric) -> float:
    """How far apart the sides are where they are said to be equal."""
    sharp = at.within({k: at(v) for k, v in claim.equality.items()})
    ends = _squeezed(sharp(claim.lhs)) - _squeezed(sharp(claim.rhs))
    return float(np.max(np.abs(np.real(ends))))


# ---- orders


def _compare_slopes(claim: Claim, at: Numeric, case: dict[Any, Any]) -> Disagreement:
    """The slopes of both sides on a log-log plot, extrapolated to the limit."""
    left, right = (_slope(claim, at, side) for side in claim.sides)
    gap = float(abs(left - right))
    gap = gap if np.isfinite(gap) else np.inf
    reason = f"the orders differ: slopes {left:.3g} and {right:.3g} on log-log axes"
    return Disagreement(at.values, case, left, right, gap, reason)


def _slope(claim: Claim, at: Numeric, side: Any) -> float:
    steps = 2.0 ** -np.arange(3, 9)
    outward = sp.sympify(claim.toward) == sp.oo
    points = (
        1 / steps if outward else float(number(at(sp.sympify(claim.toward)))) + steps
    )
    sizes = [_size(at.within({claim.variable: p})(side)) for p in points]
    table = np.diff(np.log2(sizes)) * (1 if outward else -1)
    for width in (1, 2):
        table = (2**width * table[1:] - table[:-1]) / (2**width - 1)
    return float(table[-1])


def _size(value: Any) -> float:
    return float(np.linalg.norm(np.ravel(_squeezed(value))))
