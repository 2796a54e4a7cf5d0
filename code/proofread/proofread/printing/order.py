"""The order in which a textbook writes terms and factors.

SymPy sorts for the machine: 2σ(1 − σ) may come as (1 − σ)·σ·2.  What its author built
with evaluate=False, in an order SymPy would not choose, keeps that order.
"""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..declaration import declared
from ..node import ScalarNode
from .factors import LARGE, is_authored, is_negative, ordered_factors

STEPS = {"h", "delta", "epsilon", "eps"}
"""Symbols that stand for a small step: x + h, never h + x."""


def ordered_terms(e: Any) -> list[Any]:
    """Terms of a sum: a positive one first, then as one would say them aloud."""
    if is_authored(e):
        return list(e.args)
    terms = list(e.as_ordered_terms())
    if is_negative(terms[0]) and not is_negative(terms[-1]):
        terms = terms[::-1]
    elif not any(map(is_negative, terms)):
        first = any(_is_after_one(t) for t in terms)
        terms = sorted(terms, key=lambda t: _kind(t, first))
    if e.has(sp.Derivative):
        terms = sorted(terms, key=_derivatives)
    terms = sorted(terms, key=_lateness)
    first = next((t for t in terms if not is_negative(t)), terms[0])
    return [first, *(t for t in terms if t is not first)]


def _is_after_one(term: Any) -> bool:
    """Whether a constant goes before the term: 1 + e^x, 1 + x/n."""
    factors: Any = sp.Mul.make_args(term)
    powers = any(f.is_Pow and f.exp.is_negative for f in factors)
    return powers or any(map(_is_named, factors))


def _is_named(factor: Any) -> bool:
    """Whether a factor is a function with a name of its own, as log is and f is not."""
    if isinstance(factor, ScalarNode):
        return declared(factor).rank is not None
    return isinstance(factor, sp.Function) and not isinstance(factor, AppliedUndef)


def _kind(term: Any, constants_first: bool) -> int:
    """Constants, indexed symbols, others; constants last in a polynomial."""
    if term.is_Number:
        return -1 if constants_first else 2
    factors: Any = sp.Mul.make_args(term)
    bases = (f.base if f.is_Pow else f for f in factors)
    return 0 if any(isinstance(b, sp.Indexed) for b in bases) else 1


def _derivatives(term: Any) -> tuple[Any, ...]:
    """Lower derivatives first; f'g before fg'."""
    orders = [
        sum(d.derivative_count for d in factor.atoms(sp.Derivative))
        for factor in ordered_factors(term)
    ]
    return sum(orders), [-order for order in orders if order or len(orders) > 1]


def _lateness(term: Any) -> tuple[Any, ...]:
    """Long sums last; powers of a step ascend; plain terms before scaled ones."""
    factors: Any = sp.Mul.make_args(term)
    step = sp.Add(*(f.as_base_exp()[1] for f in factors if _is_step(f)))
    node = any(f.has(ScalarNode) for f in factors)
    scaled = node and any(f.free_symbols and not f.has(ScalarNode) for f in factors)
    brackets = sum(f.is_Add for f in factors) if len(factors) > 1 else 0
    large = any(isinstance(f, LARGE) for f in factors)
    taken = bool(term.is_Number and term.is_negative)
    return large, step if step.is_Number else 0, taken, scaled, brackets


def _is_step(factor: Any) -> bool:
    base = factor.as_base_exp()[0]
    return base.is_Symbol and base.name in STEPS and not base.is_integer
