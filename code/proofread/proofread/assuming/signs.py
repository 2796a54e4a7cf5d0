"""Whether a comparison with 0 holds by what is assumed of the names in it."""

from __future__ import annotations

from typing import Any, cast

import sympy as sp
from sympy.core.function import AppliedUndef

from ..binding import Captured
from ..claim import Claim
from ..domains import is_positive
from ..node import is_matrix
from ..nodes import Orthogonal, PositiveDefinite, Relation, Unit
from ..symbolic import Symbolic
from ..undefined import told
from ..work import OutOfWork, budget
from .weakening import WORK, By, changed

INVERTIBLE = (Orthogonal, PositiveDefinite)


def is_met(need: Relation, claim: Claim, by: By) -> bool:
    """Whether a term compares with 0 as it has to."""
    held = changed(claim, by) if by else claim
    u = need.lhs.xreplace({q: less.name for q, less in by.items()})
    if is_matrix(u):
        return any(isinstance(h, Unit) and h.symbol == u for h in claim.given)
    if isinstance(u, sp.Determinant):
        return _is_invertible(u, held)
    return any(_compares(e, need.op, held) for e in (u, _plain(u, held)))


def _plain(u: Any, claim: Claim) -> Any:
    """A term with all its names by what they stand for, over one denominator."""
    u = u if u.has(AppliedUndef) else u.replace(sp.Derivative, _derived)
    try:
        u = told(u, claim)
    except Captured:
        return u
    return sp.factor(sp.together(_within(u, claim)))


def _derived(*args: Any) -> Any:
    return sp.Derivative(*args).doit()


def _compares(u: Any, op: str, claim: Claim) -> bool:
    given = [h for h in claim.given if isinstance(h, Relation)]
    if is_positive(u, claim, strictly=op != ">=", given=given) or _is_rest(u, claim):
        return True
    if isinstance(u, (sp.factorial, sp.gamma)):
        return _compares(u.args[0], ">", claim)
    if any(map(claim.definitions.holds, u.free_symbols)):
        return False  # what is assumed of a name says nothing of what it stands for
    if op == "!=":
        return u.is_zero is False
    return bool(u.is_positive if op == ">" else u.is_nonnegative)


def _is_rest(u: Any, claim: Claim) -> bool:
    """Whether it is 1 less a positive power of a number between 0 and 1."""
    base, exponent = (1 - u).as_base_exp()
    ends = (base, 1 - base) if exponent != 1 and exponent.is_positive else ()
    return bool(ends) and all(_plain(v, claim).is_positive for v in ends)


def _within(u: Any, claim: Claim) -> Any:
    """The term with each name of a known interval written by a positive number."""
    for h in claim.given:
        if isinstance(h, Relation) and h.op == ">" and h.lhs.is_Symbol:
            t = sp.Dummy("t", positive=True)
            u = u.xreplace({h.lhs: h.rhs + t}) if h.rhs.is_number else u
    for name, interval in claim.domain.items():
        if isinstance(interval, tuple):
            ends = cast(tuple[Any, Any], interval)
            low, high = (sp.nsimplify(b, rational=True) for b in ends)
            entries = {q for q in u.atoms(sp.Indexed) if q.base == name}
            for q in entries or {name} & u.free_symbols:
                t = sp.Dummy("t", positive=True)
                u = u.xreplace({q: (low + high * t) / (1 + t)})
    return u


def _is_invertible(u: Any, claim: Claim) -> bool:
    """Whether a determinant is not 0, by a hypothesis or as its entries are."""
    if isinstance(u.arg, sp.MatrixSymbol):
        said = (h.lhs == u and h.op in "<>" for h in claim.given if hasattr(h, "op"))
        of = {h.symbol for h in claim.given if isinstance(h, INVERTIBLE)}
        return u.arg in of or any(said)
    try:
        with budget(WORK):
            return Symbolic(claim.sizes, claim.definitions)(u).is_zero is False
    except (OutOfWork, Exception):
        return False
