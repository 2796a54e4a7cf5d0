"""The order in which a textbook writes the factors of a product."""

from __future__ import annotations

import re
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..declaration import declared
from .names import GREEK

_DIFFERENTIAL = re.compile("d[a-z]")
LARGE = (sp.Sum, sp.Product, sp.Integral)


def is_authored(e: Any) -> bool:
    """Whether the arguments stand in an order SymPy would not have chosen."""
    return e.func(*e.args).args != e.args


def is_negative(term: Any) -> bool:
    """Whether a term carries a minus sign."""
    return bool(term.as_coeff_Mul()[0].is_negative)


def is_count(e: Any) -> bool:
    """Whether e is a sum like n − 1."""
    symbols = e.free_symbols
    return bool(e.is_Add and symbols) and all(s.is_integer for s in symbols)


def ordered_factors(e: Any) -> list[Any]:
    """Factors of a product: numbers, constants, symbols, brackets, functions, sums."""
    if not e.is_Mul:
        return [e]
    return list(e.args) if is_authored(e) else sort_factors(e.args)


def sort_factors(factors: Any) -> list[Any]:
    """Factors in the order of a textbook."""
    known = {f for f in factors if isinstance(f, (sp.Function, sp.Indexed))}
    return sorted(factors, key=lambda f: _rank(f, known))


def _rank(factor: Any, known: set[Any]) -> tuple[Any, ...]:
    """The place of a factor, then its name."""
    base: Any = factor.base if factor.is_Pow else factor
    inner: Any = base.expr if isinstance(base, (sp.Derivative, sp.Subs)) else base
    inner = inner.expr if isinstance(inner, sp.Derivative) else inner
    applied = isinstance(inner, AppliedUndef)
    name = inner.func.__name__ if applied else str(getattr(base, "name", ""))
    return _place(base, inner, known), name, sp.default_sort_key(factor)


def _place(base: Any, inner: Any, known: set[Any]) -> float:
    """Where a factor goes by its kind; inner: what it is a derivative of."""
    if base.is_Number or base.is_NumberSymbol:
        return 0 if base.is_Number else 1
    if base.is_Symbol:
        return _letter_rank(base)
    if is_count(base):
        return 1.6
    if isinstance(inner, sp.Indexed):
        return 3
    if base.is_Add:
        return _bracket_rank(base, known)
    if isinstance(inner, AppliedUndef):
        return 4
    place = declared(base).rank
    return 5.5 if place is None else place


def _letter_rank(symbol: Any) -> float:
    """Sizes before Greek letters before Latin ones; a differential last of all."""
    called = str(getattr(symbol, "name", ""))
    if _DIFFERENTIAL.fullmatch(called):
        return 9
    if symbol.is_integer:
        return 1.5
    return 2 if called.split("_")[0].rstrip("2") in GREEK else 2.5


def _bracket_rank(e: Any, known: set[Any]) -> float:
    """After the letters; after entries and functions that it holds."""
    if known & e.atoms(sp.Function):
        return 4.5
    return 3.5 if e.has(sp.Indexed) else 2.6
