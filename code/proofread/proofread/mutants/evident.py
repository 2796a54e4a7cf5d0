"""Mutants that say the same for a reason of one line: no reviewer need write it again.

They count as survivors all the same; only the reason comes from here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..claim import Claim
from ..declaration import declared
from ..node import is_matrix
from . import Mutant


def evident(claim: Claim, mutant: Mutant) -> str:
    """Why a mutant is plainly as true as its claim, or "" where that takes thought."""
    if claim.relation == "~" and _is_multiple(claim, mutant):
        return "an order does not see a constant factor"
    if _same(claim, mutant.claim, _without_blind_transposes):
        return "a norm, trace, determinant or spectrum is that of the transpose too"
    symmetric = {h.symbol for h in claim.given if _is_symmetric(h)}
    kept = claim.given == mutant.claim.given
    if kept and _same(claim, mutant.claim, lambda e: _symmetrized(e, symmetric)):
        return "the matrix is symmetric by hypothesis"
    return ""


def _is_multiple(claim: Claim, mutant: Mutant) -> bool:
    """Whether all that differs is a factor of a side, a number other than 0."""
    if mutant.side not in ("left", "right"):
        return False
    pairs = list(zip(mutant.claim.sides, claim.sides, strict=True))
    if any(is_matrix(side) for pair in pairs for side in pair):
        return mutant.operator in ("double", "negate")
    ratios = [sp.cancel(a / b) if b != 0 else sp.S.Zero for a, b in pairs]
    return all(q.is_number and q.is_nonzero for q in ratios)


def _is_symmetric(h: Any) -> bool:
    """Whether a hypothesis makes its matrix equal to the transpose."""
    known = declared(h).hypothesis
    return known is not None and known.symmetric


def _same(a: Claim, b: Claim, simplified: Callable[[Any], Any]) -> bool:
    if a.relation != b.relation or len(a.expressions()) != len(b.expressions()):
        return False
    pairs = zip(a.expressions(), b.expressions(), strict=True)
    return all(simplified(p) == simplified(q) for p, q in pairs)


def _without_blind_transposes(e: Any) -> Any:
    """The tree without a transpose that its norm, trace or determinant cannot see."""
    return _rebuilt(
        e,
        lambda q: bool(declared(q).blind) and isinstance(q.args[0], sp.Transpose),
        lambda q: q.func(q.args[0].arg, *q.args[1:]),
    )


def _symmetrized(e: Any, symmetric: set[Any]) -> Any:
    """The tree with the transpose of a symmetric matrix written as that matrix."""
    return _without_blind_transposes(
        _rebuilt(
            e,
            lambda q: isinstance(q, sp.Transpose) and q.arg in symmetric,
            lambda q: q.arg,
        )
    )


def _rebuilt(e: Any, wanted: Callable[[Any], bool], how: Callable[[Any], Any]) -> Any:
    if not isinstance(e, sp.Basic) or not e.args:
        return e
    args = [_rebuilt(a, wanted, how) for a in e.args]
    made = (
        e if all(a is b for a, b in zip(args, e.args, strict=True)) else e.func(*args)
    )
    return how(made) if wanted(made) else made
