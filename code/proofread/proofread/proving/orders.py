"""Proving an order: the ratio of the sides has a finite limit other than zero."""

from __future__ import annotations

import sympy as sp

from ..claim import Claim
from ..judgments import Finding, Judgment
from ..node import is_matrix
from ..symbolic import Symbolic, limit, number
from ..symbolic.points import value_at


def order(claim: Claim, read: Symbolic) -> Finding:
    """Whether the left side is of the very order of the right, as `variable` tends."""
    x, target = claim.variable, sp.sympify(claim.toward)
    free = read.freed(frozenset([x]))
    top, bottom = (number(free(side)) for side in claim.sides)
    tops = list(top) if is_matrix(top) else [top]
    limits = [limit(q / bottom, x, target, "+") for q in tops]
    if any(q.is_finite is False or q.has(sp.zoo, sp.nan) for q in limits):
        return Finding(Judgment.FAILS, "the ratio has no finite limit")
    sizes = [value_at(q, claim.rng(1), read.ranges) for q in limits]
    if all(abs(q) < sp.Float("1e-20") for q in sizes):
        return Finding(Judgment.FAILS, "the ratio tends to zero: the order is higher")
    return Finding(Judgment.HOLDS, "limit of the ratio")
