"""Proving where a function is largest or smallest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import sympy as sp

from .. import nodes as nd
from ..judgments import Finding, Judgment, together
from ..node import is_matrix
from ..symbolic import Symbolic, Undecided, number
from ..symbolic.points import kinked, rational_point
from ..symbolic.signs import is_nonnegative
from ..symbolic.zero import is_zero
from ..work import SIMPLIFYING, spend_on, spend_on_minors
from .inequalities import is_convex

EXTREMIZERS = (nd.Extremizer, nd.MatrixExtremizer)
ONLY_LOCAL = (
    "stationary, and curved the right way at exact points; that no other point is "
    "better is only measured"
)
LEAST = (sp.S.One, sp.Rational(1, 1000))  # positive numbers
FLAT = "stationary, and no other point is better; that none is as good is only measured"


def same_extremizer(
    a: Any, b: Any, read: Symbolic, rng: np.random.Generator
) -> Finding:
    """Two extremizers agree if one objective is a monotone function of the other."""
    (f, x), (g, y) = a.args, b.args
    if x != y:
        return Finding(Judgment.UNDECIDED, "different variables")
    upward = a.largest == b.largest
    free = read.freed(frozenset([x]))
    held = list(free(x)) if is_matrix(x) else [free(x)]
    df, dg = ([sp.diff(number(free(q)), s) for s in held] for q in (f, g))
    spend_on(df[0] / dg[0], SIMPLIFYING)
    ratio = sp.simplify(df[0] / dg[0])
    if not (ratio.is_positive if upward else ratio.is_negative):
        reason = "no monotone relation between the objectives found"
        return Finding(Judgment.UNDECIDED, reason)
    gaps = [is_zero(p - ratio * q, rng) for p, q in zip(df, dg, strict=True)]
    same = together(gaps).judgment is Judgment.HOLDS
    reason = "gradients are positive multiples"
    return Finding(Judgment.HOLDS if same else Judgment.UNDECIDED, reason)


def extremizer(
    side: Any, at: Any, read: Symbolic, squares: Symbolic, rng: np.random.Generator
) -> Finding:
    """Whether f is stationary there, and no other point is better.

    Stationarity and curvature at exact points refute; only an argument about all of
    the domain proves: convexity, or a slope of one sign on either side.  Then no other
    point is as good either where the Hessian at this one is never singular.  squares:
    the reader under which a positive definite matrix is a product BᵀB.
    """
    held, value = _objective(side, read)
    if is_matrix(held) and held.shape != getattr(at, "shape", None):
        return Finding(Judgment.NO_VALUE, "the sides have different shapes")
    if kinked(value):
        raise Undecided("an objective with a kink: its extreme is measured")
    put = dict(zip(_entries(held), _entries(number(at)), strict=True))
    slopes = {s: sp.diff(value, s) for s in put}
    found = [is_zero(d.subs(put), rng, read.ranges) for d in slopes.values()]
    weakest = together(found)
    if weakest.judgment is not Judgment.HOLDS:
        return Finding(weakest.judgment, f"stationarity: {weakest.method}")
    hessian = sp.hessian(value, list(put)).subs(put)
    bend = _curves_upward(hessian, read, rng)
    if bend is not Judgment.HOLDS:
        return Finding(bend, "second order: not an extremum of this kind")
    reason = _no_other_is_better(side, slopes, put, read, squares, rng)
    if not reason:
        return Finding(Judgment.UNDECIDED, ONLY_LOCAL)
    if not _is_never_singular(hessian, put.values(), read, rng):
        return Finding(Judgment.UNDECIDED, FLAT)
    return Finding(Judgment.HOLDS, reason)


def _no_other_is_better(
    side: Any,
    slopes: dict[Any, Any],
    put: dict[Any, Any],
    read: Symbolic,
    squares: Symbolic,
    rng: np.random.Generator,
) -> str:
    """Why no other point is better; empty where that is not shown."""
    if len(put) == 1 and _turns_once(slopes, put, read, rng):
        return "the slope changes sign there and nowhere else"
    names, value = _objective(side, squares)
    convex = is_convex(value, _entries(names), squares, rng)
    return "stationary, and convex" if convex else ""


def _objective(side: Any, read: Symbolic) -> tuple[Any, Any]:
    """The free entries of the variable, and what is least at the extremizer."""
    f, x = side.args
    free = read.freed(frozenset([x]))
    value = number(free(f))
    return free(x), -value if side.largest else value


def _entries(a: Any) -> list[Any]:
    return list(a) if is_matrix(a) else [a]


def _curves_upward(hessian: Any, read: Symbolic, rng: np.random.Generator) -> Judgment:
    """Whether the Hessian is positive definite at two exact generic points."""
    minors: list[Any] = []
    for _ in range(2):
        here = rational_point(hessian.free_symbols, rng, read.ranges)
        h: Any = hessian.xreplace(here)
        minors += [sp.N(h[:k, :k].det(), 30) for k in range(1, h.rows + 1)]
    if all(m > 0 for m in minors):
        return Judgment.HOLDS
    return Judgment.FAILS if any(m < 0 for m in minors) else Judgment.UNDECIDED


def _is_never_singular(
    hessian: Any, place: Iterable[Any], read: Symbolic, rng: np.random.Generator
) -> bool:
    """Whether the determinant is 0 nowhere, or only where the place has no value."""
    spend_on_minors(hessian)
    below = {q for e in place for q in _factors(sp.fraction(sp.factor(e))[1])}
    factors = _factors(sp.fraction(sp.factor(hessian.det()))[0]) - below
    return all(_is_never_zero(_within(q, q.free_symbols, read), rng) for q in factors)


def _is_never_zero(e: Any, rng: np.random.Generator) -> bool:
    """Whether a number is so by its parts, or is nowhere less than a positive one."""
    signs = (is_nonnegative(s * e - m, rng) for s in (1, -1) for m in LEAST)
    return bool(e.is_nonzero) or any(q.judgment is Judgment.HOLDS for q in signs)


def _factors(e: Any) -> set[Any]:
    """The factors of a number without their exponents and signs."""
    found = (f.as_base_exp()[0] for f in sp.Mul.make_args(sp.factor(e)))
    return {max(q, -q, key=sp.default_sort_key) for q in found}


def _within(e: Any, names: Iterable[Any], read: Symbolic) -> Any:
    """An expression with names in an interval as numbers between its ends."""
    put: dict[Any, Any] = {}
    for s in read.intervals.keys() & names:
        low, high = (sp.nsimplify(b, rational=True) for b in read.intervals[s])
        w = sp.Dummy("w", positive=True)
        put[s] = (low + high * w) / (1 + w)
    return sp.factor(e.xreplace(put)) if put else e


def _turns_once(
    slopes: dict[Any, Any],
    put: dict[Any, Any],
    read: Symbolic,
    rng: np.random.Generator,
) -> bool:
    """Whether the slope is x - at times something nowhere negative on the domain."""
    ((x, slope),), (at,) = slopes.items(), put.values()
    if x.is_positive and at.is_positive and x not in read.ranges:
        # as a multiple of the place, for a place with a root
        slope, at = slope.xreplace({x: x * at}), sp.S.One
    rest = sp.factor(sp.cancel(sp.together(slope / (x - at))))
    rest = _within(rest, [x], read)
    return is_nonnegative(rest, rng, read.ranges).judgment is Judgment.HOLDS
