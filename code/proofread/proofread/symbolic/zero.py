"""Deciding, exactly, whether an explicit expression is identically zero.

It HOLDS by a proof, FAILS at an exact point, and is else UNDECIDED, which never counts
as true.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp

from ..judgments import Finding, Judgment, together
from ..node import is_matrix
from .jets import as_symbols
from .points import Ranges, is_proving, kinked, value_at

SMALL = sp.Float("1e-20")
PRECISION = 90  # bits of a value that lost none, of thirty digits


def sign_cases(d: Any) -> list[Any]:
    """The expression on each side of every kink whose place is a symbol's sign."""
    bent = set[Any]().union(*[e.free_symbols for e in kinked(d)])
    free = sorted(
        (s for s in bent if s.is_positive is None and s.is_negative is None), key=str
    )[:6]
    cases: list[Any] = []
    for signs in itertools.product((True, False), repeat=len(free)):
        swap = {
            s: sp.Dummy(s.name, positive=True) * (1 if up else -1)
            for s, up in zip(free, signs, strict=True)
        }
        cases.append(d.xreplace(swap).doit() if swap else d)
    return cases


def tie_cases(d: Any, most: int = 3) -> list[Any]:
    """The expression where numbers that it compares are equal, and to either side.

    By one comparison after the other, where a side is a name that may be any number.
    """
    for q in sorted(d.atoms(sp.Rel), key=str) if most else ():
        for s, other in ((q.lhs, q.rhs), (q.rhs, q.lhs)):
            if s.is_Symbol and s.is_real and not (s.is_integer or other.has(s)):
                t = sp.Dummy("t", positive=True)
                ends = (other, other + t, other - t)
                sides = (d.xreplace({s: end}) for end in ends)
                return [tie for side in sides for tie in tie_cases(side, most - 1)]
    return [d]


def _numerator(d: Any) -> Any:
    top = sp.together(d).as_numer_denom()[0]
    return sp.expand(sp.expand(top, power_exp=True, power_base=True))


def _exponentials_as_symbols(d: Any) -> Any:
    """The numerator, each power of an exponential a power of one positive symbol."""
    d = sp.expand_power_exp(d)
    bases: dict[Any, Any] = {}
    swap: dict[Any, Any] = {}
    for e in sorted(d.atoms(sp.exp), key=str):
        times, rest = e.exp.as_coeff_Mul()
        if times.is_Integer:
            base = bases.setdefault(rest, sp.Dummy("e", positive=True))
            swap[e] = base**times
    return sp.expand(sp.together(d.xreplace(swap)).as_numer_denom()[0])


def _logs(d: Any) -> Any:
    return sp.expand(sp.expand_log(sp.expand(d), force=True))


def _gammas(d: Any) -> Any:
    return sp.gammasimp(sp.expand_func(d))


def _logs_of_gammas(d: Any) -> Any:
    return _logs(sp.expand_log(sp.expand_func(d), force=True))


def _radicands(d: Any) -> Any:
    """Every square root of a fraction taken over its factors."""
    return _simplified(d.replace(_is_root, _over_factors))


def _simplified(d: Any) -> Any:
    """Simplified; sums that the reader left open stay so, for SymPy may never end."""
    return sp.simplify(d, doit=not d.has(sp.Sum))


def _is_root(q: Any) -> bool:
    return q.is_Pow and q.exp.is_Rational and q.exp.q == 2


def _over_factors(root: Any) -> Any:
    return sp.factor(root.base) ** root.exp


ROUTES: tuple[tuple[str, Callable[[Any], Any]], ...] = (
    ("expand", sp.expand),
    ("exponentials as symbols", _exponentials_as_symbols),
    ("common denominator", _numerator),
    ("logarithms", _logs),
    ("gamma functions", _gammas),
    ("gamma functions, and logarithms", _logs_of_gammas),
    ("radicands", _radicands),
    ("simplify", _simplified),
    ("exponentials", lambda d: _simplified(d.rewrite(sp.exp))),
)


def is_zero(d: Any, rng: np.random.Generator, ranges: Ranges | None = None) -> Finding:
    """Whether d is identically zero, and the route by which that was proved."""
    ranges = ranges or {}
    d = sp.sympify(d)
    if d == 0:
        return Finding(Judgment.HOLDS, "expand")
    for _ in range(2):
        if not may_be_zero(value_at(d, rng, ranges)):
            return Finding(Judgment.FAILS, "exact value at a rational point")
    if not is_proving():
        return Finding(Judgment.UNDECIDED, "not refuted")
    worst = "expand"
    for case in sign_cases(as_symbols(d)):
        routes = [_route(case)]
        if routes == [None] and (ties := tie_cases(case)) != [case]:
            routes = list(map(_route, ties))
        for route in routes:
            if route is None:
                return Finding(Judgment.UNDECIDED, "no route to zero")
            worst = max(worst, route, key=[name for name, _ in ROUTES].index)
    return Finding(Judgment.HOLDS, worst)


def _route(d: Any) -> str | None:
    """The first of the routes by which an expression comes to nothing."""
    return next((name for name, how in ROUTES if _vanishes(how, d)), None)


def may_be_zero(v: Any) -> bool:
    """Whether a value at a point may be zero: what SymPy could not evaluate may.

    A number of full precision is none, however small: where terms cancel, digits go.
    """
    if v is sp.nan or v.is_infinite:
        return False
    if isinstance(v, sp.Float) and v._prec >= PRECISION:
        return not v
    return not (v.is_number and v.is_finite and abs(v) > SMALL)


def _vanishes(how: Callable[[Any], Any], d: Any) -> bool:
    try:
        return how(d) == 0
    except (TypeError, ValueError, NotImplementedError, RecursionError):
        return False


def all_zero(gap: Any, rng: np.random.Generator, ranges: Ranges) -> Finding:
    """Whether a number, or every entry of a matrix, is identically zero."""
    entries = list(gap) if is_matrix(gap) else [gap]
    return together([is_zero(q, rng, ranges) for q in entries])
