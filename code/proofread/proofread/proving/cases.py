"""Proving a claim: for all sizes where it can be, else case by case at small ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

from .. import nodes as nd
from ..bundle import ProofLine
from ..claim import Claim
from ..judgments import Finding, Judgment, NoValue, together, told
from ..relations import ORDERED
from ..symbolic import Symbolic, Undecided, assume, number
from ..symbolic.bounds import gaps, orders, put_within, raise_above
from ..symbolic.names import put_at_point
from ..symbolic.points import is_proving
from ..symbolic.zero import all_zero, is_zero
from .extremizers import EXTREMIZERS, extremizer, same_extremizer
from .inequalities import ordered
from .orders import order

BEYOND_REACH = (Undecided, NotImplementedError, RecursionError)
AXIOM = "an axiom of the reader: the limit of a named function is that of its slopes"


@dataclass(frozen=True)
class Proof:
    """Reader 1's judgment, how it came to it, and whether it is for all sizes.

    lines: of a proof by reader 3, for every size.  missing: what that lacks.
    """

    judgment: Judgment
    method: str
    for_all: bool = False
    lines: tuple[ProofLine, ...] = ()
    missing: str = ""


def prove(claim: Claim) -> Proof:
    """Whether exact algebra proves the claim at its proof sizes, or for all."""
    try:
        proof = _prove_for_all(claim) or _prove_at_sizes(claim)
        holds = proof.judgment is Judgment.HOLDS
        return replace(proof, method=AXIOM) if holds and _by_axiom(claim) else proof
    except BEYOND_REACH as error:
        return Proof(Judgment.UNDECIDED, str(error) or type(error).__name__)
    except Exception as error:
        if "not comparable" in str(error):
            return Proof(Judgment.UNDECIDED, str(error))
        return Proof(Judgment.NO_VALUE, told(error))


def _by_axiom(claim: Claim) -> bool:
    """Whether a limit is taken of a function that is only named."""
    limits = claim.definitions.atoms(sp.Tuple(*claim.sides), sp.Limit)
    named = claim.definitions.atoms(sp.Tuple(*limits), AppliedUndef)
    return any(claim.definitions.value_of(q) is None for q in named)


def _prove_for_all(claim: Claim) -> Proof | None:
    """A sum up to a symbol, without entries, by its closed form."""
    if not is_proving() or not claim.sizes or claim.relation != "=":
        return None
    if claim.prover or claim.given or _has_entries(claim):
        return None
    try:
        read = Symbolic({}, claim.definitions)
        found = is_zero(read(claim.lhs) - read(claim.rhs), claim.rng(2))
    except Exception:
        return None
    if found.judgment is not Judgment.HOLDS:
        return None
    return Proof(Judgment.HOLDS, "closed form of the sum", for_all=True)


def _has_entries(claim: Claim) -> bool:
    sides = sp.Tuple(*claim.sides)
    if claim.definitions.atoms(sides, sp.IndexedBase, sp.MatrixSymbol, sp.Idx):
        return True
    return not all(isinstance(q, sp.Expr) for q in claim.sides)


def _reader(claim: Claim, *, as_squares: bool) -> Symbolic:
    read = Symbolic(claim.sizes, claim.definitions)
    for name, interval in claim.domain.items():
        if isinstance(interval, tuple):
            read.intervals[name] = interval
            read.ranges[name] = interval
    assume(read, claim.given, as_squares=as_squares)
    read.nowhere_positive = gaps(claim.given)
    entries = sp.Tuple(*claim.sides).has(MatrixElement)
    read.at_points = not is_proving() and not entries
    if read.at_points and all(isinstance(h, nd.Property) for h in claim.given):
        put_at_point(read)
    return read


def _prove_at_sizes(claim: Claim) -> Proof:
    """A proof that needs no order among the hypotheses, or else one by them."""
    read = _reader(claim, as_squares=claim.relation in ORDERED)
    if claim.prover:
        return _asked(claim.prover, claim, read)
    if claim.oracle:
        raise Undecided("the left side is computed, not stated")
    bounds = orders(claim.given)
    try:
        found = _prove_cases(claim, read)
    except Undecided:  # an order may say what is missing
        if not bounds:
            raise
    else:
        left_open = found.judgment is Judgment.UNDECIDED
        if left_open and not isinstance(claim.lhs, EXTREMIZERS):
            bounds = put_within(read, claim.domain, claim.variable) or bounds
        if found.judgment is Judgment.HOLDS or not bounds:
            return found
    return _prove_above(claim, read)


def _prove_above(claim: Claim, read: Symbolic) -> Proof:
    """A proof by the orders among the hypotheses."""
    left = raise_above(read, claim.given, claim.variable)
    found = _prove_cases(claim, read)
    if found.judgment is Judgment.FAILS and left:
        return Proof(Judgment.UNDECIDED, f"whether {left[0]} excludes a point")
    return found


def _asked(prover: Callable[..., Any], claim: Claim, read: Symbolic) -> Proof:
    """How a claim's own prover judges it."""
    match prover(claim, read):
        case (Judgment() as judgment, str() as method, *rest):
            return Proof(judgment, method, *rest)
        case said:
            what = f"a prover says {said!r}, which is no Judgment with its method"
            raise TypeError(f'{what}: return (Judgment.HOLDS, "by hand")')


def _prove_cases(claim: Claim, read: Symbolic) -> Proof:
    """The weakest judgment over every value of the free indices."""
    found: list[Finding] = []
    for case in claim.cases(claim.sizes):
        found.append(_prove_case(claim, read, case))
        if found[-1].judgment is Judgment.FAILS:
            break
    if not found:
        raise NoValue("no case to prove: an index runs over nothing")
    judgment, method = together(found)
    return Proof(
        judgment, method, for_all=judgment is Judgment.HOLDS and not claim.sizes
    )


def _prove_case(claim: Claim, read: Symbolic, case: dict[Any, Any]) -> Finding:
    lhs, rhs, rng, read = claim.lhs, claim.rhs, claim.rng(1), read.within(case)
    if isinstance(lhs, EXTREMIZERS):
        if isinstance(rhs, EXTREMIZERS):
            return same_extremizer(lhs, rhs, read, rng)
        squares = _reader(claim, as_squares=True).within(case)
        return extremizer(lhs, read(rhs), read, squares, rng)
    if any(q.has(nd.Extremum) for q in claim.sides):
        raise Undecided("that a value is the largest is measured, not proved")
    if claim.relation == "~":
        return order(claim, read)
    left, right = number(read(lhs)), number(read(rhs))
    if _shape(left) != _shape(right):
        return Finding(Judgment.NO_VALUE, "the sides have different shapes")
    if claim.relation in ORDERED:
        return ordered(claim, left, right, read, rng)
    gap = (left - right).xreplace(read.identities)
    return all_zero(gap, rng, read.ranges)


def _shape(side: Any) -> tuple[Any, ...]:
    return getattr(side, "shape", ())
