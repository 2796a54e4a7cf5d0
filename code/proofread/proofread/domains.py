"""Signs that numbers have by what they are made of, and logarithms that have none.

The index reader's checker asks it: a logarithm or root of what may be negative for all
that a claim says has no proof.
"""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from .binding import free
from .claim import Claim
from .nodes import Dot, Elementwise, Entry, Property, Relation
from .nodes.notation import meaning, place

# Of what is made of these and of free names alone, the sign is anything.
RING = (sp.Add, sp.Mul, sp.Pow, sp.Symbol, sp.Indexed, sp.Integer, sp.Rational)
SIGNED = (*RING, sp.Determinant, sp.Trace, Dot, Entry, MatrixElement)


def is_positive(e: Any, claim: Claim, *, strictly: bool = True) -> bool:
    """Whether a number is positive, or not negative, by what it is made of."""
    if e.is_number:
        return bool(e.is_positive) or (e.is_zero is True and not strictly)
    if isinstance(e, (sp.Symbol, sp.Indexed)):
        name = getattr(e, "base", e)
        known = not claim.definitions.holds(name)
        return known and bool(getattr(name, "label", name).is_positive)
    if isinstance(e, (sp.Add, sp.Mul)):
        return all(is_positive(a, claim, strictly=strictly) for a in e.args)
    if isinstance(e, sp.Pow):
        even = e.exp.is_Integer and e.exp % 2 == 0
        return (even and not strictly) or is_positive(e.base, claim)
    if isinstance(e, (sp.Sum, sp.Product)):  # of no term, it has no value
        return is_positive(e.function, claim, strictly=strictly)
    if isinstance(e, sp.exp) or (isinstance(e, sp.Abs) and not strictly):
        return True
    meant = meaning(e)
    return meant is not None and is_positive(meant, claim, strictly=strictly)


def may_lack_a_value(claim: Claim) -> Any:
    """A logarithm or root of what nothing keeps from being negative; None for none."""
    for q in {q for side in claim.sides for q in _powers(side)}:
        even = isinstance(q, sp.Pow) and q.exp.is_Rational and q.exp.q % 2 == 0
        if (isinstance(q, sp.log) or even) and _may_be_negative(q.args[0], claim):
            return q
    return None


def _powers(e: Any) -> set[Any]:
    """The logarithms and powers in a term, of a function of every entry at a place."""
    rules = e.atoms(Elementwise)
    told = (meaning(Entry(q, *map(place, q.shape))) for q in rules)
    found = {q for made in told for q in made.atoms(sp.log, sp.Pow)}
    inside = {t for q in rules for t in q.args[0].variables}
    own = {q for q in e.atoms(sp.log, sp.Pow) if inside.isdisjoint(free(q))}
    return found | own


def _may_be_negative(u: Any, claim: Claim) -> bool:
    """Whether nothing that is said of the names in u keeps it from being negative."""
    bounded = any(_is_bound_below(u, h) for h in claim.given)
    if bounded or is_positive(u, claim, strictly=False):
        return False
    said = {s for h in claim.given if isinstance(h, Property) for s in free(h)}
    said |= {s for name in claim.domain for s in free(sp.sympify(name))}
    defined = any(map(claim.definitions.lookup, sp.preorder_traversal(u)))
    return not defined and said.isdisjoint(free(u)) and _is_signed(u)


def _is_signed(u: Any) -> bool:
    """Whether a number is made of nothing but names, by arithmetic."""
    inner = u.args if isinstance(u, (sp.Add, sp.Mul, sp.Pow)) else ()
    return isinstance(u, SIGNED) and all(map(_is_signed, inner))


def _is_bound_below(u: Any, h: Any) -> bool:
    """Whether a hypothesis says that u is more than 0, or another such number."""
    if not isinstance(h, Relation):
        return False
    more, less = (h.lhs, h.rhs) if h.op in (">", ">=") else (h.rhs, h.lhs)
    return h.op != "=" and more == u and bool(less.is_nonnegative)
