"""Deciding, exactly, whether an explicit expression is nowhere negative."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..judgments import Finding, Judgment
from .jets import as_symbols
from .points import Ranges, is_proving, value_at
from .zero import SMALL, sign_cases

SQUARES = 200  # completed at most for one expression: n variables have n! orders


def is_nonnegative(
    d: Any,
    rng: np.random.Generator,
    ranges: Ranges | None = None,
    squares: Iterator[int] | None = None,
) -> Finding:
    """Whether d is nowhere negative, by signs or by squares; those yet to complete."""
    ranges = ranges or {}
    squares = squares or iter(range(SQUARES))
    d = sp.sympify(d)
    for _ in range(6):
        v = value_at(d, rng, ranges)
        if v.is_real is False or (v.is_number and v < -SMALL):
            return Finding(Judgment.FAILS, "exact value at a rational point")
    if not is_proving():
        return Finding(Judgment.UNDECIDED, "not refuted")
    cases = sign_cases(as_symbols(unrounded(d)))
    if all(_nonnegative_case(c, rng, ranges, squares) for c in cases):
        return Finding(Judgment.HOLDS, "signs and squares")
    return Finding(Judgment.UNDECIDED, "no proof of sign")


def unrounded(d: Any) -> Any:
    """The expression with any number from 0 to below 1 for what rounding takes."""
    while found := d.atoms(sp.floor):
        innermost = (f for f in found if not f.args[0].has(sp.floor))
        t = sp.Dummy("t", nonnegative=True)
        d = d.xreplace({(q := min(innermost, key=str)): q.args[0] - t / (1 + t)})
    return d


def _nonnegative_case(
    d: Any, rng: np.random.Generator, ranges: Ranges, squares: Iterator[int]
) -> bool:
    if all(map(_signed_factors, sp.Add.make_args(d))):
        return True
    for form in (d, sp.factor(d), sp.simplify(d)):
        if form.is_nonnegative:
            return True
    return _completes_square(sp.expand(d), rng, ranges, squares)


def _signed_factors(term: Any) -> bool:
    """Whether every factor of a term is, over its common denominator, nonnegative."""
    factors = sp.Mul.make_args(term)
    return all(f.is_nonnegative or sp.together(f).is_nonnegative for f in factors)


def _completes_square(
    d: Any, rng: np.random.Generator, ranges: Ranges, squares: Iterator[int]
) -> bool:
    """a v² + b v + c is nowhere negative if a, c and 4ac - b² are nowhere negative."""
    for v in sorted(d.free_symbols, key=str):
        if not d.is_polynomial(v) or sp.degree(d, v) != 2:
            continue
        if next(squares, None) is None:
            return False
        a, b, c = sp.Poly(d, v).all_coeffs()
        parts = (a, c, sp.factor(sp.factor_terms(sp.expand(4 * a * c - b**2))))
        signs = (is_nonnegative(_squarefree(p), rng, ranges, squares) for p in parts)
        if all(found.judgment is Judgment.HOLDS for found in signs):
            return True
    return False


def _squarefree(d: Any) -> Any:
    """d without the factors that cannot change its sign."""
    keep = [f for f in sp.Mul.make_args(sp.factor(d)) if not f.is_nonnegative]
    return sp.Mul(*keep)
