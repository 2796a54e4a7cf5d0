"""Checking a claim: what each reader says, and the verdict on both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from . import nodes as nd
from .claim import Claim
from .hypotheses import Rejected, assume, impose
from .numeric import NotAnalytic, Numeric, number
from .sampling import draw
from .symbolic import Symbolic, Undecided, limit
from .symbolic import number as scalar
from .zero import KINKED, is_nonnegative, is_proving, is_zero, rational_point, value_at

ORDERED = ("<=", "<", ">=", ">")
UNREADABLE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotAnalytic,
    NotImplementedError,
    RecursionError,
    TypeError,
    ValueError,
    np.linalg.LinAlgError,
    sp.ShapeError,
)


@dataclass(frozen=True)
class Proof:
    """Reader 1's answer: True proved, False refuted, None undecided."""

    answer: bool | None
    method: str
    for_all: bool = False


@dataclass(frozen=True)
class Disagreement:
    """Where two sides differ: the case, the values, both sides and by how much."""

    values: dict
    case: dict
    left: Any
    right: Any
    residual: float
    reason: str = ""


@dataclass(frozen=True)
class Measurement:
    """Reader 2's answer: the largest relative disagreement, and where it was."""

    residual: float
    compared: int
    worst: Disagreement | None


# ---- reader 1


def prove(claim: Claim) -> Proof:
    """Whether exact algebra proves the claim at its proof sizes, or for all."""
    try:
        general = _prove_for_all(claim)
        if general is not None:
            return general
        read = Symbolic(claim.proof_sizes(), claim.definitions)
        for name, interval in claim.domain.items():
            if isinstance(interval, tuple):
                read.intervals[name] = interval
                read.ranges[name] = interval
        assume(read, claim.given, as_squares=claim.relation in ORDERED)
        read.at_points = not is_proving() and not sp.Tuple(*claim.sides).has(MatrixElement)
        if claim.oracle and not claim.prover:
            raise Undecided("the left side is computed, not stated")
        if claim.prover:
            answer, method = claim.prover(claim, read)
            return Proof(answer, method)
        return _prove_cases(claim, read)
    except (Undecided, NotImplementedError, RecursionError) as error:
        return Proof(None, str(error) or type(error).__name__)
    except ValueError as error:
        if "not comparable" in str(error):
            return Proof(None, str(error))
        return Proof(False, f"ValueError: {error}")
    except UNREADABLE as error:
        return Proof(False, f"{type(error).__name__}: {error}")


def _prove_for_all(claim: Claim) -> Proof | None:
    """A sum up to a symbol, without entries: by its closed form or by induction."""
    sizes = list(claim.sizes)
    sides = sp.Tuple(*claim.sides)
    if not is_proving() or not sizes or claim.relation != "=" or claim.prover:
        return None
    if claim.definitions.atoms(sides, sp.IndexedBase, sp.MatrixSymbol, sp.Idx):
        return None
    if not all(isinstance(q, sp.Expr) for q in claim.sides) or claim.given:
        return None
    try:
        read = Symbolic({}, claim.definitions)
        answer, _ = is_zero(read(claim.lhs) - read(claim.rhs), claim.rng(2))
    except (Undecided, *UNREADABLE):
        return None
    return Proof(True, "closed form of the sum", for_all=True) if answer else None


def _prove_cases(claim: Claim, read: Symbolic) -> Proof:
    cases, methods, answers = claim.cases(claim.proof_sizes()), [], []
    for case in cases:
        answer, method = _prove_case(claim, read.within(case))
        if answer is False:
            return Proof(False, method)
        answers.append(answer)
        methods.append(method)
    if not answers:
        raise ValueError("no case to prove: an index runs over nothing")
    if None in answers:
        return Proof(None, methods[answers.index(None)])
    return Proof(True, max(methods, key=len), for_all=not claim.sizes)


def _prove_case(claim: Claim, read: Symbolic) -> tuple[bool | None, str]:
    lhs, rhs, rng = claim.lhs, claim.rhs, claim.rng(1)
    extremes = (nd.ArgMax, nd.ArgMin, nd.MatrixArgMax, nd.MatrixArgMin)
    if isinstance(lhs, extremes):
        if isinstance(rhs, extremes):
            return _same_extremizer(lhs, rhs, read, rng)
        return _extremizer(lhs, read(rhs), read, rng)
    if any(q.has(nd.Maximum, nd.Minimum) for q in claim.sides):
        raise Undecided("that a value is the largest is measured, not proved")
    if claim.relation == "~":
        return _order(claim, read)
    left, right = scalar(read(lhs)), scalar(read(rhs))
    if getattr(left, "shape", ()) != getattr(right, "shape", ()):
        return False, "the sides have different shapes"
    if claim.relation in ORDERED:
        return _ordered(claim, left, right, read, rng)
    gap = (left - right).xreplace(read.identities)
    return _all_zero(gap, rng, read.ranges)


def _all_zero(gap, rng, ranges):
    found = [is_zero(q, rng, ranges) for q in (gap if nd.is_matrix(gap) else [gap])]
    return _together(found)


def _together(found):
    for wanted in (False, None):
        for answer, method in found:
            if answer is wanted:
                return answer, method
    return True, max((m for _, m in found), key=len)


def _ordered(claim, left, right, read, rng):
    gap = right - left if claim.relation in ("<=", "<") else left - right
    answer, method = is_nonnegative(gap, rng, read.ranges)
    if not claim.equality or answer is False:
        return answer, method
    sharp = read.within({k: read(v) for k, v in claim.equality.items()})
    ends = scalar(sharp(claim.lhs)) - scalar(sharp(claim.rhs))
    equal, _ = is_zero(ends, rng, read.ranges)
    if equal and answer is None:
        answer, method = _touches_from_above(claim, gap, read, rng)
    return (answer and equal), f"{method}; sharp where stated"


def _touches_from_above(claim, gap, read, rng):
    """A convex gap that is zero and stationary where the sides are equal is never below."""
    put = {}
    for name, value in claim.equality.items():
        held, there = (_listed(read, q) for q in (name, value))
        put.update(zip(held, there, strict=True))
    names = list(put)
    if not all(s.is_Symbol for s in names):
        return None, "no proof of sign"
    slopes = [is_zero(sp.diff(gap, s).subs(put, simultaneous=True), rng) for s in names]
    arrow = [sp.Dummy("v", real=True) for _ in names]
    hessian = sp.hessian(gap, names)
    bend = sum(
        hessian[i, j] * arrow[i] * arrow[j]
        for i in range(len(names))
        for j in range(len(names))
    )
    convex, _ = is_nonnegative(bend, rng, read.ranges)
    flat, _ = _together(slopes)
    return (convex and flat) or None, "convex, and tangent where the sides are equal"


def _listed(read, name):
    if isinstance(name, sp.IndexedBase):
        (length,) = name.shape
        return [read(name[k]) for k in range(1, read.size(length) + 1)]
    value = read(name)
    return list(value) if nd.is_matrix(value) else [value]


def _order(claim, read):
    x, target = claim.variable, sp.sympify(claim.toward)
    free = read.freed(frozenset([x]))
    ratios = [scalar(q) for q in (free(claim.lhs), free(claim.rhs))]
    tops = list(ratios[0]) if nd.is_matrix(ratios[0]) else [ratios[0]]
    limits = [limit(q / ratios[1], x, target, "+") for q in tops]
    if any(q.is_finite is False or q.has(sp.zoo, sp.nan) for q in limits):
        return False, "the ratio has no finite limit"
    nonzero = [value_at(q, claim.rng(1), read.ranges) for q in limits]
    if all(abs(q) < sp.Float("1e-20") for q in nonzero):
        return False, "the ratio tends to zero: the order is higher"
    return True, "limit of the ratio"


def _same_extremizer(a, b, read, rng):
    """Two extremizers agree if one objective is a monotone function of the other."""
    (f, x), (g, y) = a.args, b.args
    if x != y:
        return False, "different variables"
    upward = isinstance(a, (nd.ArgMax, nd.MatrixArgMax)) == isinstance(
        b, (nd.ArgMax, nd.MatrixArgMax)
    )
    free = read.freed(frozenset([x]))
    held = [free(x)] if not nd.is_matrix(x) else list(free(x))
    df, dg = ([sp.diff(scalar(free(q)), s) for s in held] for q in (f, g))
    ratio = sp.simplify(df[0] / dg[0])
    if not (ratio.is_positive if upward else ratio.is_negative):
        return None, "no monotone relation between the objectives found"
    gaps = [is_zero(p - ratio * q, rng) for p, q in zip(df, dg, strict=True)]
    answer, _ = _together(gaps)
    return answer or None, "gradients are positive multiples"


def _extremizer(side, at, read, rng):
    """Stationary there, and strictly curved the right way at exact generic points."""
    f, x = side.args
    free = read.freed(frozenset([x]))
    held, value = free(x), scalar(free(f))
    if nd.is_matrix(held) and held.shape != getattr(at, "shape", None):
        return False, "the sides have different shapes"
    if value.has(*KINKED):
        raise Undecided("an objective with a kink: its extreme is measured")
    names = list(held) if nd.is_matrix(held) else [held]
    points = list(at) if nd.is_matrix(held) else [scalar(at)]
    put = dict(zip(names, points, strict=True))
    found = [is_zero(sp.diff(value, s).subs(put), rng, read.ranges) for s in names]
    answer, method = _together(found)
    if answer is not True:
        return answer, f"stationarity: {method}"
    sign = 1 if isinstance(side, (nd.ArgMin, nd.MatrixArgMin)) else -1
    hessian = sp.hessian(sign * value, names).subs(put)
    for _ in range(2):
        here = rational_point(hessian.free_symbols, rng, read.ranges)
        if not _definite(hessian.xreplace(here)):
            return False, "second order: not an extremum of this kind"
    return True, "stationary, and curved the right way at exact points"


def _definite(h: sp.Matrix) -> bool:
    minors = [h[:k, :k].det() for k in range(1, h.rows + 1)]
    return all(sp.N(m, 30) > 0 for m in minors)


# ---- reader 2


def readers(claim: Claim, count: int) -> Iterator[Numeric]:
    """The numeric reader at so many generic points that satisfy the hypotheses."""
    sizes = claim.measured_sizes()
    brackets = {s: d for s, d in claim.domain.items() if isinstance(d, tuple)}
    names = [q for pair in claim.where for q in pair]
    extra = [*claim.equality, *claim.equality.values(), *names]
    for point in range(count):
        rng = claim.rng(100 + point)
        for _ in range(400):
            values = draw(
                rng,
                [*claim.sides, *claim.given, *extra],
                claim.definitions,
                sizes,
                claim.domain,
            )
            read = Numeric(values, claim.definitions, brackets)
            try:
                impose(read, claim.given, rng)
            except Rejected:
                continue
            yield read
            break
        else:
            raise ValueError("no random values satisfy the hypotheses")


def measure(claim: Claim, *, stop_early: bool = False) -> Measurement:
    """The largest relative disagreement of the sides over points and index cases.

    Infinite on NaN, an unreadable expression, or sides of different shapes.
    stop_early: return at the first disagreement, for the audit.
    """
    worst, compared, where = 0.0, 0, None
    with np.errstate(all="ignore"):
        try:
            for read in readers(claim, claim.points):
                for case in claim.cases(claim.measured_sizes()):
                    found = _compare(claim, read, case)
                    compared += 1
                    if where is None or not found.residual <= worst:
                        worst, where = found.residual, found
                    if not worst <= claim.tolerance and (
                        stop_early or not np.isfinite(worst)
                    ):
                        return Measurement(worst, compared, where)
        except UNREADABLE as error:
            reason = f"{type(error).__name__}: {error}"
            return Measurement(
                np.inf, compared, Disagreement({}, {}, None, None, np.inf, reason)
            )
    if not compared:
        raise ValueError(
            f"claim {claim.key!r} compared nothing: an index range is empty"
        )
    return Measurement(worst, compared, where)


def _compare(claim: Claim, read: Numeric, case: dict) -> Disagreement:
    at = read.within({i: float(v) for i, v in case.items()})
    if claim.relation == "~":
        return _compare_slopes(claim, at, case)
    left = _left_side(claim, at)
    right = _squeezed(at(claim.rhs))
    scale = max(1.0, float(np.max(np.abs(left))))
    if np.shape(left) != np.shape(right):
        gap, reason = np.inf, f"shapes {np.shape(left)} and {np.shape(right)}"
    elif claim.relation in ORDERED:
        gap, reason = _violation(claim, at, left, right, scale)
    else:
        gap, reason = float(np.max(np.abs(left - right))) / scale, ""
    gap = gap if np.isfinite(gap) else np.inf
    return Disagreement(at.values, case, left, right, gap, reason)


def _left_side(claim, at):
    if not claim.oracle:
        return _squeezed(at(claim.lhs))
    named = {
        str(getattr(k, "label", k)): v
        for k, v in at.values.items()
        if not isinstance(k, tuple)
    }
    return _squeezed(claim.oracle(named, claim.rng(7)))


def _squeezed(a: Any) -> np.ndarray:
    a = np.asarray(number(a))
    if np.iscomplexobj(a) and np.max(np.abs(np.imag(a))) < 1e-12 * max(
        1, np.max(np.abs(a))
    ):
        a = np.real(a)
    return a


def _violation(claim, at, left, right, scale):
    """How far an inequality fails here, or fails to be sharp where it should be."""
    sign = 1 if claim.relation in ("<=", "<") else -1
    gap = float(np.max(sign * np.real(left - right))) / scale
    if not np.isfinite(gap) or np.iscomplexobj(left) or np.iscomplexobj(right):
        return np.inf, "a side is not a real number"
    if claim.relation in ("<", ">") and gap >= 0:
        return max(gap, 10 * claim.tolerance), "the sides are equal"
    if not claim.equality:
        return max(gap, 0.0), ""
    sharp = at.within({k: at(v) for k, v in claim.equality.items()})
    ends = np.real(_squeezed(sharp(claim.lhs)) - _squeezed(sharp(claim.rhs)))
    loose = float(np.max(np.abs(ends)))
    reason = "the bound is not reached where it is stated to be"
    return max(gap, loose), reason if loose > max(gap, claim.tolerance) else ""


def _compare_slopes(claim, at, case):
    """The slopes of both sides on a log-log plot, extrapolated to the limit."""
    slopes = [_slope(claim, at, side) for side in claim.sides]
    gap = abs(slopes[0] - slopes[1])
    gap = float(gap) if np.isfinite(gap) else np.inf
    return Disagreement(at.values, case, slopes[0], slopes[1], gap, "slopes")


def _slope(claim, at, side):
    k = np.arange(3, 9).astype(float)
    toward = sp.sympify(claim.toward)
    steps = 2.0**-k
    points = 1 / steps if toward == sp.oo else float(toward) + steps
    sizes = [
        float(np.linalg.norm(_squeezed(at.within({claim.variable: p})(side)).ravel()))
        for p in points
    ]
    table = -np.diff(np.log2(sizes))
    table = -table if toward == sp.oo else table
    for width in range(1, 3):
        table = (2**width * table[1:] - table[:-1]) / (2**width - 1)
    return table[-1]
