"""Proving a claim: for all sizes where it can be, else case by case at small ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from .. import nodes as nd
from ..claim import ORDERED, Claim
from ..symbolic import Symbolic, Undecided, assume, number
from ..symbolic.points import is_proving
from ..symbolic.zero import Answer, all_zero, is_zero
from .extremizers import EXTREMIZERS, extremizer, same_extremizer
from .inequalities import ordered
from .orders import order

UNREADABLE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    sp.ShapeError,
)


@dataclass(frozen=True)
class Proof:
    """Reader 1's answer: True proved, False refuted, None undecided."""

    answer: bool | None
    method: str
    for_all: bool = False


def prove(claim: Claim) -> Proof:
    """Whether exact algebra proves the claim at its proof sizes, or for all."""
    try:
        return _prove_for_all(claim) or _prove_at_sizes(claim)
    except (Undecided, NotImplementedError, RecursionError) as error:
        return Proof(None, str(error) or type(error).__name__)
    except ValueError as error:
        if "not comparable" in str(error):
            return Proof(None, str(error))
        return Proof(False, f"ValueError: {error}")
    except UNREADABLE as error:
        return Proof(False, f"{type(error).__name__}: {error}")


def _prove_for_all(claim: Claim) -> Proof | None:
    """A sum up to a symbol, without entries, by its closed form."""
    if not is_proving() or not claim.sizes or claim.relation != "=":
        return None
    if claim.prover or claim.given or _has_entries(claim):
        return None
    try:
        read = Symbolic({}, claim.definitions)
        answer, _ = is_zero(read(claim.lhs) - read(claim.rhs), claim.rng(2))
    except (Undecided, NotImplementedError, RecursionError, ValueError, *UNREADABLE):
        return None
    return Proof(True, "closed form of the sum", for_all=True) if answer else None


def _has_entries(claim: Claim) -> bool:
    sides = sp.Tuple(*claim.sides)
    if claim.definitions.atoms(sides, sp.IndexedBase, sp.MatrixSymbol, sp.Idx):
        return True
    return not all(isinstance(q, sp.Expr) for q in claim.sides)


def _reader(claim: Claim, *, as_squares: bool) -> Symbolic:
    read = Symbolic(claim.proof_sizes(), claim.definitions)
    for name, interval in claim.domain.items():
        if isinstance(interval, tuple):
            read.intervals[name] = interval
            read.ranges[name] = interval
    assume(read, claim.given, as_squares=as_squares)
    entries = sp.Tuple(*claim.sides).has(MatrixElement)
    read.at_points = not is_proving() and not entries
    return read


def _prove_at_sizes(claim: Claim) -> Proof:
    read = _reader(claim, as_squares=claim.relation in ORDERED)
    if claim.prover:
        return Proof(*claim.prover(claim, read))
    if claim.oracle:
        raise Undecided("the left side is computed, not stated")
    return _prove_cases(claim, read)


def _prove_cases(claim: Claim, read: Symbolic) -> Proof:
    """The weakest answer over every value of the free indices."""
    methods, undecided = [], None
    for case in claim.cases(claim.proof_sizes()):
        answer, method = _prove_case(claim, read, case)
        if answer is False:
            return Proof(False, method)
        if answer is None:
            undecided = undecided or method
        methods.append(method)
    if not methods:
        raise ValueError("no case to prove: an index runs over nothing")
    if undecided:
        return Proof(None, undecided)
    return Proof(True, max(methods, key=len), for_all=not claim.sizes)


def _prove_case(claim: Claim, read: Symbolic, case: dict) -> Answer:
    lhs, rhs, rng, read = claim.lhs, claim.rhs, claim.rng(1), read.within(case)
    if isinstance(lhs, EXTREMIZERS):
        if isinstance(rhs, EXTREMIZERS):
            return same_extremizer(lhs, rhs, read, rng)
        squares = _reader(claim, as_squares=True).within(case)
        return extremizer(lhs, read(rhs), read, squares, rng)
    if any(q.has(nd.Maximum, nd.Minimum) for q in claim.sides):
        raise Undecided("that a value is the largest is measured, not proved")
    if claim.relation == "~":
        return order(claim, read)
    left, right = number(read(lhs)), number(read(rhs))
    if _shape(left) != _shape(right):
        return False, "the sides have different shapes"
    if claim.relation in ORDERED:
        return ordered(claim, left, right, read, rng)
    gap = (left - right).xreplace(read.identities)
    return all_zero(gap, rng, read.ranges)


def _shape(side: Any) -> tuple:
    return getattr(side, "shape", ())
