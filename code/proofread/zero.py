"""Deciding, exactly, whether an explicit expression is zero or never negative.

Both answers are three-valued: True is a proof, False a refutation at an exact point,
None is "undecided" and never counts as true.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
import sympy as sp

from .jets import as_symbols, concrete

KINKED = (sp.Max, sp.Min, sp.Abs, sp.Heaviside, sp.sign, sp.Piecewise)
Ranges = Mapping[sp.Symbol, tuple[float, float]]


def rational_point(
    symbols: Iterable[sp.Symbol], rng: np.random.Generator, ranges: Ranges
) -> dict:
    """Generic rational values that respect each symbol's assumptions and range."""
    point = {}
    for s in sorted(symbols, key=str):
        q = sp.Rational(int(rng.integers(11, 87)), 97)
        if s in ranges:
            low, high = (sp.nsimplify(b, rational=True) for b in ranges[s])
            point[s] = low + (high - low) * q
        elif s.is_integer:
            point[s] = sp.Integer(int(rng.integers(2, 6)))
        elif s.is_nonnegative:
            point[s] = 2 * q
        elif s.is_nonpositive:
            point[s] = -2 * q
        else:
            point[s] = q * (1 if rng.random() < 0.5 else -1)
    return point


def value_at(d: sp.Expr, rng: np.random.Generator, ranges: Ranges) -> sp.Expr:
    """The expression at an exact generic point, to thirty digits."""
    d = concrete(d)
    return sp.N(d.xreplace(rational_point(d.free_symbols, rng, ranges)), 30)


def sign_cases(d: sp.Expr) -> list[sp.Expr]:
    """The expression on each side of every kink whose place is a symbol's sign."""
    kinked = set().union(*[e.free_symbols for e in d.atoms(*KINKED)])
    free = sorted(
        (s for s in kinked if s.is_positive is None and s.is_negative is None), key=str
    )[:6]
    cases = []
    for signs in itertools.product((True, False), repeat=len(free)):
        swap = {
            s: sp.Dummy(s.name, positive=True) * (1 if up else -1)
            for s, up in zip(free, signs, strict=True)
        }
        cases.append(d.xreplace(swap).doit() if swap else d)
    return cases


def _numerator(d: sp.Expr) -> sp.Expr:
    top = sp.together(d).as_numer_denom()[0]
    return sp.expand(sp.expand(top, power_exp=True, power_base=True))


def _exponentials_as_symbols(d: sp.Expr) -> sp.Expr:
    """The numerator, with each power of an exponential a power of one positive symbol."""
    d, bases = sp.expand_power_exp(d), {}
    swap = {}
    for e in sorted(d.atoms(sp.exp), key=str):
        times, rest = e.exp.as_coeff_Mul()
        if times.is_Integer:
            base = bases.setdefault(rest, sp.Dummy("e", positive=True))
            swap[e] = base**times
    return sp.expand(sp.together(d.xreplace(swap)).as_numer_denom()[0])


def _logs(d: sp.Expr) -> sp.Expr:
    return sp.expand(sp.expand_log(sp.expand(d), force=True))


def _radicands(d: sp.Expr) -> sp.Expr:
    """Every square root of a fraction taken over its factors."""
    roots = lambda q: q.is_Pow and q.exp.is_Rational and q.exp.q == 2  # noqa: E731
    return sp.simplify(d.replace(roots, lambda q: sp.factor(q.base) ** q.exp))


ROUTES: tuple[tuple[str, Callable[[sp.Expr], sp.Expr]], ...] = (
    ("expand", sp.expand),
    ("exponentials as symbols", _exponentials_as_symbols),
    ("common denominator", _numerator),
    ("logarithms", _logs),
    ("gamma functions", lambda d: sp.gammasimp(sp.expand_func(d))),
    ("radicands", _radicands),
    ("simplify", sp.simplify),
    ("exponentials", lambda d: sp.simplify(d.rewrite(sp.exp))),
)


_proving: ContextVar[bool] = ContextVar("proving", default=True)


@contextmanager
def refuting_only() -> Iterator[None]:
    """Within it points alone decide: an expression is refuted or left undecided."""
    token = _proving.set(False)
    try:
        yield
    finally:
        _proving.reset(token)


def is_proving() -> bool:
    """Whether a proof is wanted, not just a refutation."""
    return _proving.get()


def is_zero(
    d: Any, rng: np.random.Generator, ranges: Ranges | None = None
) -> tuple[bool | None, str]:
    """Whether d is identically zero, and the route by which that was proved."""
    ranges = ranges or {}
    d = sp.sympify(d)
    if d == 0:
        return True, "expand"
    for _ in range(2):
        v = value_at(d, rng, ranges)
        if v.is_number and (v.is_finite is not True or abs(v) > sp.Float("1e-20")):
            return False, "exact value at a rational point"
    if not is_proving():
        return None, "not refuted"
    worst = "expand"
    for case in sign_cases(as_symbols(d)):
        route = next((name for name, how in ROUTES if _vanishes(how, case)), None)
        if route is None:
            return None, "no route to zero"
        worst = max(worst, route, key=[name for name, _ in ROUTES].index)
    return True, worst


def _vanishes(how: Callable[[sp.Expr], sp.Expr], d: sp.Expr) -> bool:
    try:
        return how(d) == 0
    except (TypeError, ValueError, NotImplementedError, RecursionError):
        return False


def is_nonnegative(
    d: Any, rng: np.random.Generator, ranges: Ranges | None = None, depth: int = 0
) -> tuple[bool | None, str]:
    """Whether d is nowhere negative, by signs, by squares completed, or by convexity."""
    ranges = ranges or {}
    d = sp.sympify(d)
    for _ in range(6):
        v = value_at(d, rng, ranges)
        if v.is_real is False or (v.is_number and v < -sp.Float("1e-20")):
            return False, "exact value at a rational point"
    if not is_proving():
        return None, "not refuted"
    verdicts = [
        _nonnegative_case(c, rng, ranges, depth) for c in sign_cases(as_symbols(d))
    ]
    return (True, "signs and squares") if all(verdicts) else (None, "no proof of sign")


def _nonnegative_case(d, rng, ranges, depth) -> bool:
    if all(map(_signed_factors, sp.Add.make_args(d))):
        return True
    for form in (d, sp.factor(d), sp.simplify(d)):
        if form.is_nonnegative:
            return True
    if depth > 8:
        return False
    return _completes_square(sp.expand(d), rng, ranges, depth)


def _signed_factors(term: sp.Expr) -> bool:
    """Whether every factor of a term is, over its common denominator, nonnegative."""
    factors = sp.Mul.make_args(term)
    return all(f.is_nonnegative or sp.together(f).is_nonnegative for f in factors)


def _completes_square(d, rng, ranges, depth) -> bool:
    """a v² + b v + c is nowhere negative if a, c and 4ac - b² are nowhere negative."""
    for v in sorted(d.free_symbols, key=str):
        if not d.is_polynomial(v) or sp.degree(d, v) != 2:
            continue
        a, b, c = sp.Poly(d, v).all_coeffs()
        parts = (a, c, sp.factor(sp.factor_terms(sp.expand(4 * a * c - b**2))))
        if all(
            is_nonnegative(_squarefree(p), rng, ranges, depth + 1)[0] for p in parts
        ):
            return True
    return False


def _squarefree(d: sp.Expr) -> sp.Expr:
    """d without the factors that cannot change its sign."""
    keep = [f for f in sp.Mul.make_args(sp.factor(d)) if not f.is_nonnegative]
    return sp.Mul(*keep)
