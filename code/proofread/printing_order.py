"""The order in which a textbook writes terms and factors.

SymPy sorts them for the machine: 2σ(1 − σ) may come as (1 − σ)·σ·2.  An expression its
author built with evaluate=False, in an order SymPy would not choose, keeps that order.
"""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .printing_names import GREEK


def _authored(e: Any) -> bool:
    """Whether the arguments stand in an order SymPy would not have chosen."""
    return e.func(*e.args).args != e.args


# ---- terms


def ordered_terms(e: Any) -> list:
    """Terms of a sum: a positive one first, constants and long sums where one expects."""
    if _authored(e):
        return list(e.args)
    terms = sorted(sp.Add.make_args(e), key=sp.default_sort_key)
    terms = list(e.as_ordered_terms())
    if _is_negative(terms[0]) and not _is_negative(terms[-1]):
        terms = terms[::-1]
    if any(t.has(sp.Derivative) for t in terms):
        terms = sorted(terms, key=_derivatives)
    terms = sorted(terms, key=lambda t: t.has(sp.Sum, sp.Product, sp.Integral))
    first = next((t for t in terms if not _is_negative(t)), terms[0])
    return [first, *(t for t in terms if t is not first)]


def _is_negative(term: Any) -> bool:
    return bool(term.as_coeff_Mul()[0].is_negative)


def _derivatives(term: Any) -> tuple:
    """Lowest derivatives first; f'g before fg'."""
    orders = [
        sum(d.derivative_count for d in factor.atoms(sp.Derivative))
        for factor in ordered_factors(term)
    ]
    return sum(orders), [-order for order in orders if order or len(orders) > 1]


# ---- factors


def ordered_factors(e: Any) -> list:
    """Factors of a product: numbers, constants, symbols, brackets, functions, sums."""
    if not e.is_Mul:
        return [e]
    if _authored(e):
        return list(e.args)
    names = {f for f in e.args if isinstance(f, sp.Function)}
    return sorted(e.args, key=lambda f: _rank(f, names))


def _rank(factor: Any, functions: set) -> tuple:
    """The place of a factor, then its name."""
    base = factor.base if factor.is_Pow else factor
    brackets = 4.5 if base.is_Add and base.atoms(sp.Function) & functions else 3.5
    ranks = (
        (base.is_Number, 0),
        (base.is_NumberSymbol or isinstance(base, sp.binomial), 1),
        (base.is_Symbol and base.is_integer, 1.5),
        (base.is_Symbol and str(base).split("_")[0] in GREEK, 2),
        (base.is_Symbol, 2.5),
        (isinstance(base, sp.Indexed), 3),
        (base.is_Add, brackets),
        (_is_applied(base), 4),
        (isinstance(base, sp.exp), 5),
        (isinstance(base, sp.KroneckerDelta), 3.2),
        (isinstance(base, sp.log), 6),
        (isinstance(base, (sp.Sum, sp.Product, sp.Integral, sp.Limit)), 8),
        (isinstance(base, sp.Derivative), 7),
    )
    rank = next((place for holds, place in ranks if holds), 5.5)
    return rank, _name(base), sp.default_sort_key(factor)


def _is_applied(e: Any) -> bool:
    inner = e.expr if isinstance(e, sp.Derivative) else e
    return isinstance(inner, (AppliedUndef, sp.Indexed))


def _name(e: Any) -> str:
    inner = e.expr if isinstance(e, sp.Derivative) else e
    return inner.func.__name__ if isinstance(inner, AppliedUndef) else ""
