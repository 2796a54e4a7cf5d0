"""Proving an inequality, and where it is sharp."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .. import nodes as nd
from ..claim import Claim
from ..symbolic import Symbolic, number
from ..symbolic.signs import is_nonnegative
from ..symbolic.zero import Answer, is_zero, together


def ordered(claim: Claim, left: Any, right: Any, read: Symbolic, rng) -> Answer:
    """Whether one side is nowhere below the other, and equal where it is said to be."""
    gap = right - left if claim.relation in ("<=", "<") else left - right
    answer, method = is_nonnegative(gap, rng, read.ranges)
    if claim.relation in ("<", ">") and answer:
        return _never_zero(gap, method)
    if not claim.equality or answer is False:
        return answer, method
    sharp = read.within({k: read(v) for k, v in claim.equality.items()})
    ends = number(sharp(claim.lhs)) - number(sharp(claim.rhs))
    equal, _ = is_zero(ends, rng, read.ranges)
    if equal and answer is None:
        answer, method = _touches_from_above(claim, gap, read, rng)
    if equal is False:
        return False, "the bound is not reached where it is stated to be"
    return (answer and equal), f"{method}; sharp where stated"


def _never_zero(gap: Any, method: str) -> Answer:
    """A strict inequality needs more than a gap that is nowhere negative."""
    forms = (gap, sp.factor(gap), sp.simplify(gap))
    if any(form.is_positive for form in forms):
        return True, f"{method}; nowhere zero"
    return None, "nowhere negative, but not shown to be nowhere zero"


def _touches_from_above(claim: Claim, gap: Any, read: Symbolic, rng) -> Answer:
    """A convex gap, zero and stationary where the sides are equal, is never below."""
    put = {}
    for name, value in claim.equality.items():
        held, there = (_listed(read, q) for q in (name, value))
        put.update(zip(held, there, strict=True))
    names = list(put)
    if not all(s.is_Symbol for s in names):
        return None, "no proof of sign"
    slopes = [is_zero(sp.diff(gap, s).subs(put, simultaneous=True), rng) for s in names]
    flat, _ = together(slopes)
    convex = flat and is_convex(gap, names, read, rng)
    return convex or None, "convex, and tangent where the sides are equal"


def is_convex(value: Any, names: list, read: Symbolic, rng) -> bool | None:
    """Whether the second derivative along every direction is nowhere negative."""
    arrow = [sp.Dummy("v", real=True) for _ in names]
    hessian = sp.hessian(value, names)
    bend = (sp.Matrix([arrow]) * hessian * sp.Matrix(arrow))[0]
    return is_nonnegative(bend, rng, read.ranges)[0]


def _listed(read: Symbolic, name: Any) -> list:
    if isinstance(name, sp.IndexedBase):
        (length,) = name.shape
        return [read(name[k]) for k in range(1, read.size(length) + 1)]
    value = read(name)
    return list(value) if nd.is_matrix(value) else [value]
