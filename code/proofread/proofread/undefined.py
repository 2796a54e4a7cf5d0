"""Logarithms and roots of what may be negative, for all that a claim says.

The index reader's checker asks it: what has one has no proof.
"""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from .binding import free
from .claim import Claim
from .domains import is_positive
from .nodes import (
    Diag,
    Dot,
    Elementwise,
    Entry,
    FrobeniusNorm,
    Norm,
    Property,
    SquaredNorm,
)
from .nodes.notation import at, meaning, place
from .scope import reach

# Of what is made of these and of free names alone, the sign is anything.
RING = (sp.Add, sp.Mul, sp.Pow, sp.Symbol, sp.Indexed, sp.Integer, sp.Rational)
NORMS = (Norm, SquaredNorm, FrobeniusNorm)
SIGNED = (*RING, *NORMS, sp.Determinant, sp.Trace, Dot, Entry, MatrixElement)


def may_lack_a_value(claim: Claim) -> Any:
    """A logarithm or root of what nothing keeps from being negative; None for none."""
    nodes = reach(sp.Tuple(*claim.sides), claim.definitions)
    terms = claim.definitions.values_of(nodes).union(claim.sides)
    for q in {q for term in terms for q in _powers(term)}:
        if _is_partial(q) and _may_be_negative(q.args[0], claim):
            return q
    for q in {q for term in terms for q in term.atoms(Elementwise)}:
        made = meaning(Entry(q, *map(place, q.shape)))
        for inner in made.atoms(sp.log, sp.Pow):
            if _is_partial(inner) and not _is_known_positive(inner.args[0], claim):
                return inner
    return None


def _is_partial(q: Any) -> bool:
    """Whether it is a logarithm, or a root that negative numbers do not have."""
    even = isinstance(q, sp.Pow) and q.exp.is_Rational and q.exp.q % 2 == 0
    return isinstance(q, sp.log) or even


def _is_known_positive(u: Any, claim: Claim) -> bool:
    """Whether a number is positive, all names in it by what they stand for."""
    return is_positive(sp.factor(sp.together(told(u, claim))), claim)


def told(e: Any, claim: Claim) -> Any:
    """A number by what its names stand for and its nodes mean, rows of them scaled."""
    name = e.args[0] if isinstance(e, Entry) else e
    value = claim.definitions.value_of(name)
    if value is not None:
        return told(Entry(value, *e.args[1:]) if name != e else value, claim)
    if isinstance(name, sp.MatMul) and name != e and len(name.args) > 1:
        first, rest = name.args[0], sp.MatMul(*name.args[1:])
        scale = first.arg if isinstance(first, sp.Inverse) else first
        if isinstance(scale, Diag):
            times = at(scale.args[0], e.args[1])
            times = times if scale == first else 1 / times
            return told(times, claim) * told(Entry(rest, *e.args[1:]), claim)
    meant = meaning(e)
    if meant is not None:
        return told(meant, claim)
    if isinstance(e, sp.Sum):
        return sp.Sum(told(e.function, claim), *e.limits)
    inner = isinstance(e, (sp.Add, sp.Mul, sp.Pow, sp.Function)) and e.args
    return e.func(*(told(a, claim) for a in e.args)) if inner else e


def _powers(e: Any) -> set[Any]:
    """The logarithms and powers in a term, but for those of every entry of a matrix."""
    inside = {t for q in e.atoms(Elementwise) for t in q.args[0].variables}
    return {q for q in e.atoms(sp.log, sp.Pow) if inside.isdisjoint(free(q))}


def _may_be_negative(u: Any, claim: Claim) -> bool:
    """Whether nothing that is said of the names in u keeps it from being negative."""
    if is_positive(u, claim, strictly=False, given=claim.given):
        return False
    meant = told(u, claim)
    if meant.as_coeff_Mul()[0].is_negative:
        return True
    said = {s for h in claim.given if isinstance(h, Property) for s in free(h)}
    said |= {s for name in claim.domain for s in free(sp.sympify(name))}
    if not said.isdisjoint(free(u) | free(meant)):
        return False
    if any(map(claim.definitions.lookup, sp.preorder_traversal(u))):
        forms = meant, sp.factor(sp.together(meant))
        return not any(is_positive(q, claim, strictly=False) for q in forms)
    return _is_signed(u)


def _is_signed(u: Any) -> bool:
    """Whether a number is made of nothing but names, by arithmetic."""
    inner = u.args if isinstance(u, (sp.Add, sp.Mul, sp.Pow)) else ()
    return isinstance(u, SIGNED) and all(map(_is_signed, inner))
