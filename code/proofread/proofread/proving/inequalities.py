"""Proving an inequality, and where it is sharp."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ..claim import Claim
from ..judgments import Finding, Judgment, together
from ..node import is_matrix
from ..symbolic import Symbolic, number
from ..symbolic.signs import is_nonnegative, unrounded
from ..symbolic.zero import is_zero


def ordered(
    claim: Claim, left: Any, right: Any, read: Symbolic, rng: np.random.Generator
) -> Finding:
    """Whether one side is nowhere below the other, and equal where it is said to be."""
    gap = right - left if claim.relation in ("<=", "<") else left - right
    found = is_nonnegative(gap, rng, read.ranges)
    if claim.relation in ("<", ">") and found.judgment is Judgment.HOLDS:
        return _never_zero(gap, found.method)
    if not claim.equality or found.judgment is Judgment.FAILS:
        return found
    sharp = read.within({k: read(v) for k, v in claim.equality.items()})
    ends = number(sharp(claim.lhs)) - number(sharp(claim.rhs))
    equal = is_zero(ends, rng, read.ranges)
    if equal.judgment is Judgment.FAILS:
        reason = "the bound is not reached where it is stated to be"
        return Finding(Judgment.FAILS, reason)
    if equal.judgment is Judgment.HOLDS and found.judgment is Judgment.UNDECIDED:
        found = _touches_from_above(claim, gap, read, rng)
    weaker = together([found, equal]).judgment
    return Finding(weaker, f"{found.method}; sharp where stated")


def _never_zero(gap: Any, method: str) -> Finding:
    """A strict inequality needs more than a gap that is nowhere negative."""
    gap = unrounded(gap)
    forms = (gap, sp.factor(gap), sp.simplify(gap))
    if any(form.is_positive for form in forms):
        return Finding(Judgment.HOLDS, f"{method}; nowhere zero")
    reason = "nowhere negative, but not shown to be nowhere zero"
    return Finding(Judgment.UNDECIDED, reason)


def _touches_from_above(
    claim: Claim, gap: Any, read: Symbolic, rng: np.random.Generator
) -> Finding:
    """A convex gap, zero and stationary where the sides are equal, is never below."""
    put: dict[Any, Any] = {}
    for name, value in claim.equality.items():
        held, there = (_listed(read, q) for q in (name, value))
        put.update(zip(held, there, strict=True))
    names = list(put)
    if not all(s.is_Symbol for s in names):
        return Finding(Judgment.UNDECIDED, "no proof of sign")
    slopes = [is_zero(sp.diff(gap, s).subs(put, simultaneous=True), rng) for s in names]
    flat = together(slopes).judgment is Judgment.HOLDS
    convex = flat and is_convex(gap, names, read, rng)
    reason = "convex, and tangent where the sides are equal"
    return Finding(Judgment.HOLDS if convex else Judgment.UNDECIDED, reason)


def is_convex(
    value: Any, names: list[Any], read: Symbolic, rng: np.random.Generator
) -> bool:
    """Whether the second derivative along every direction is shown nowhere negative."""
    arrow = [sp.Dummy("v", real=True) for _ in names]
    hessian = sp.hessian(value, names)
    bend = (sp.Matrix([arrow]) * hessian * sp.Matrix(arrow))[0]
    return is_nonnegative(bend, rng, read.ranges).judgment is Judgment.HOLDS


def _listed(read: Symbolic, name: Any) -> list[Any]:
    if isinstance(name, sp.IndexedBase):
        (length,) = name.shape
        return [read(name[k]) for k in range(1, read.size(length) + 1)]
    value = read(name)
    return list(value) if is_matrix(value) else [value]
