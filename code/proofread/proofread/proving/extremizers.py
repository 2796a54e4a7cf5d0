"""Proving where a function is largest or smallest."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .. import nodes as nd
from ..symbolic import Symbolic, Undecided, number
from ..symbolic.points import KINKED, rational_point
from ..symbolic.signs import is_nonnegative
from ..symbolic.zero import Answer, is_zero, together
from ..work import SIMPLIFYING, spend_on
from .inequalities import is_convex

LARGEST = (nd.ArgMax, nd.MatrixArgMax)
EXTREMIZERS = (*LARGEST, nd.ArgMin, nd.MatrixArgMin)
ONLY_LOCAL = (
    "stationary, and curved the right way at exact points; that no other point is "
    "better is only measured"
)


def same_extremizer(a: Any, b: Any, read: Symbolic, rng) -> Answer:
    """Two extremizers agree if one objective is a monotone function of the other."""
    (f, x), (g, y) = a.args, b.args
    if x != y:
        return False, "different variables"
    upward = isinstance(a, LARGEST) == isinstance(b, LARGEST)
    free = read.freed(frozenset([x]))
    held = list(free(x)) if nd.is_matrix(x) else [free(x)]
    df, dg = ([sp.diff(number(free(q)), s) for s in held] for q in (f, g))
    spend_on(df[0] / dg[0], SIMPLIFYING)
    ratio = sp.simplify(df[0] / dg[0])
    if not (ratio.is_positive if upward else ratio.is_negative):
        return None, "no monotone relation between the objectives found"
    gaps = [is_zero(p - ratio * q, rng) for p, q in zip(df, dg, strict=True)]
    answer, _ = together(gaps)
    return answer or None, "gradients are positive multiples"


def extremizer(side: Any, at: Any, read: Symbolic, squares: Symbolic, rng) -> Answer:
    """Whether f is stationary there, and no other point is better.

    Stationarity and curvature at exact points refute; only an argument about all of
    the domain proves: convexity, or a slope of one sign on either side.  squares: the
    reader under which a positive definite matrix is a product BᵀB.
    """
    held, value = _objective(side, read)
    if nd.is_matrix(held) and held.shape != getattr(at, "shape", None):
        return False, "the sides have different shapes"
    if value.has(*KINKED):
        raise Undecided("an objective with a kink: its extreme is measured")
    put = dict(zip(_entries(held), _entries(number(at)), strict=True))
    slopes = {s: sp.diff(value, s) for s in put}
    found = [is_zero(d.subs(put), rng, read.ranges) for d in slopes.values()]
    answer, method = together(found)
    if answer is not True:
        return answer, f"stationarity: {method}"
    if not _curves_upward(sp.hessian(value, list(put)).subs(put), read, rng):
        return False, "second order: not an extremum of this kind"
    if len(put) == 1 and _turns_once(slopes, put, read, rng):
        return True, "the slope changes sign there and nowhere else"
    names, value = _objective(side, squares)
    if is_convex(value, _entries(names), squares, rng):
        return True, "stationary, and convex"
    return None, ONLY_LOCAL


def _objective(side: Any, read: Symbolic) -> tuple[Any, Any]:
    """The free entries of the variable, and what is least at the extremizer."""
    f, x = side.args
    free = read.freed(frozenset([x]))
    value = number(free(f))
    return free(x), -value if isinstance(side, LARGEST) else value


def _entries(a: Any) -> list:
    return list(a) if nd.is_matrix(a) else [a]


def _curves_upward(hessian: sp.Matrix, read: Symbolic, rng) -> bool:
    """Whether the Hessian is positive definite at two exact generic points."""
    for _ in range(2):
        here = rational_point(hessian.free_symbols, rng, read.ranges)
        h: Any = hessian.xreplace(here)
        minors = [h[:k, :k].det() for k in range(1, h.rows + 1)]
        if not all(sp.N(m, 30) > 0 for m in minors):
            return False
    return True


def _turns_once(slopes: dict, put: dict, read: Symbolic, rng) -> bool:
    """Whether the slope is x - at times something nowhere negative on the domain."""
    ((x, slope),), (at,) = slopes.items(), put.values()
    rest = sp.factor(sp.cancel(sp.together(slope / (x - at))))
    if x in read.ranges:
        low, high = (sp.nsimplify(b, rational=True) for b in read.ranges[x])
        w = sp.Dummy("w", positive=True)
        rest = sp.factor(rest.subs(x, (low + high * w) / (1 + w)))
    return is_nonnegative(rest, rng, read.ranges)[0] is True
