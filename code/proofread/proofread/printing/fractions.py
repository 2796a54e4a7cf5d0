"""Fractions: what stands above the line, what below it, and what beside it."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..declaration import declared
from .factors import is_authored, is_count, is_negative, ordered_factors, sort_factors


def split_fraction(e: Any) -> tuple[list[Any], list[Any]]:
    """The factors above and below the line, in the order of a textbook."""
    over: list[Any] = []
    under: list[Any] = []
    for factor in ordered_factors(e):
        if factor.is_Rational and factor.q != 1:
            over += [sp.Integer(factor.p)] if factor.p != 1 else []
            under.append(sp.Integer(factor.q))
        elif factor.is_Pow and is_negative(factor.exp):
            under.append(_power(factor.base, -factor.exp))
        else:
            over.append(factor)
    if e.is_Mul and is_authored(e):
        return over, under
    over, under = _surds_below(over, under)
    over, under = _root_of_fraction(_joined_roots(over), _joined_roots(under))
    return sort_factors(over), sort_factors(under)


def _power(base: Any, exponent: Any) -> Any:
    return base if exponent == 1 else sp.Pow(base, exponent, evaluate=False)


def _surds_below(over: list[Any], under: list[Any]) -> tuple[list[Any], list[Any]]:
    """√2/2, as SymPy has it, becomes 1/√2."""
    for root in [f for f in over if f.is_Pow and f.base.is_Integer]:
        whole = next((q for q in under if q.is_Integer and q % root.base == 0), None)
        if root.exp == sp.S.Half and whole is not None:
            over = [f for f in over if f is not root]
            rest = [whole // root.base] if whole != root.base else []
            under = [root, *rest, *(f for f in under if f is not whole)]
    return over, under


def _joined_roots(factors: list[Any]) -> list[Any]:
    """√2 √π becomes √(2π): roots of one order, at most one of an unknown sign."""
    roots = [f for f in factors if f.is_Pow and f.exp.is_Rational and f.exp.q != 1]
    made = [f for f in factors if f not in roots]
    for exponent, group in groupby(sorted(roots, key=lambda f: f.exp), lambda f: f.exp):
        bases = [f.base for f in group]
        if sum(not base.is_nonnegative for base in bases) <= 1:
            made.append(_power(sp.Mul(*bases), exponent))
        else:
            made += [_power(base, exponent) for base in bases]
    return made


def _root_of_fraction(over: list[Any], under: list[Any]) -> tuple[list[Any], list[Any]]:
    """√p/√n becomes √(p/n)."""
    roots = [f for f in over if f.is_Pow and f.exp == sp.S.Half]
    alone = len(roots) == len(under) == 1 and under[0].is_Pow
    if not alone or under[0].exp != sp.S.Half:
        return over, under
    joined = _power(roots[0].base / under[0].base, sp.S.Half)
    return [joined if f is roots[0] else f for f in over], []


# ---- above the line or beside it


def is_small(f: Any) -> bool:
    """A number, a symbol or a power or root of those."""
    base = f.base if f.is_Pow else f
    if base.is_Mul:
        return all(map(is_small, base.args))
    return base.is_Number or base.is_Symbol or isinstance(base, sp.Indexed)


def is_applied(f: Any) -> bool:
    """f(x), its derivatives and their powers."""
    base = f.base if f.is_Pow else f
    base = base.expr if isinstance(base, (sp.Derivative, sp.Subs)) else base
    base = base.expr if isinstance(base, sp.Derivative) else base
    return isinstance(base, AppliedUndef)


def is_wordy(f: Any) -> bool:
    """What reads better beside a fraction than above it: logarithms, norms, traces."""
    base = f.base if f.is_Pow else f
    return declared(base).wordy is True


def arrange(
    over: list[Any], under: list[Any]
) -> tuple[list[Any], list[Any], list[Any]]:
    """Factors before a fraction, above its line, and after it; the line is simple."""
    above = [f for f in over if not is_wordy(f)]
    applied = [f for f in above if is_applied(f)]
    plain = [f for f in above if not is_applied(f)]
    if applied and (plain or len(applied) > 1):
        above = plain
    if len(above) == 1 and _is_long_exponential(above[0]):
        above = []
    sums = [f for f in above if f.is_Add]
    if len(sums) == 1 and is_count(sums[0]) and not all(f.is_Number for f in under):
        above = [f for f in above if f.is_integer]
    rest = [f for f in over if f not in above]
    before = [f for f in rest if is_applied(f) and _comes_before(f, sums)]
    return before, above, [f for f in rest if f not in before]


def _is_long_exponential(f: Any) -> bool:
    return isinstance(f, sp.exp) and len(f.args[0].args) > 1


def _comes_before(f: Any, sums: list[Any]) -> bool:
    """Whether f(x) goes before a fraction that holds g(x), by their names."""
    names = [a.func.__name__ for s in sums for a in s.atoms(AppliedUndef)]
    mine = [a.func.__name__ for a in f.atoms(AppliedUndef)]
    return bool(names and mine) and min(mine) < min(names)


def common_denominator(e: Any) -> Any:
    """The number under every term of x/2 − y/2, set as (x − y)/2; else None."""
    if is_authored(e):
        return None
    found = {term.as_coeff_Mul()[0].as_numer_denom()[1] for term in e.args}
    plain = all(is_small(f) for term in e.args for f in sp.Mul.make_args(term))
    return found.pop() if len(found) == 1 and plain and found != {sp.S.One} else None
