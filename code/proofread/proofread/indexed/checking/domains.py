"""Logarithms and roots: whether what they are of is known to have one."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from ...nodes import Dot, Entry, Property, Relation
from .plainer import is_positive
from .terms import Refused, free
from .world import World

# Of what is made of these and of free names alone, the sign is anything.
RING = (sp.Add, sp.Mul, sp.Pow, sp.Symbol, sp.Indexed, sp.Integer, sp.Rational)
SIGNED = (*RING, sp.Determinant, sp.Trace, Dot, Entry, MatrixElement)


def require_domains(world: World) -> None:
    """Refuse a logarithm or root of what may be negative for all that is said of it."""
    nodes = {q for side in world.claim.sides for q in side.atoms(sp.log, sp.Pow)}
    for q in nodes:
        even = isinstance(q, sp.Pow) and q.exp.is_Rational and q.exp.q % 2 == 0
        if (isinstance(q, sp.log) or even) and _may_be_negative(q.args[0], world):
            raise Refused(f"{q} may have no value")


def _may_be_negative(u: Any, world: World) -> bool:
    """Whether nothing that is said of the names in u keeps it from being negative."""
    given = world.claim.given
    if any(_is_bound_below(u, h) for h in given) or is_positive(
        u, world, strictly=False
    ):
        return False
    names = free(u)
    said = {s for h in given if isinstance(h, Property) for s in free(h)}
    said |= {s for name in world.claim.domain for s in free(sp.sympify(name))}
    defined = any(map(world.definitions.lookup, sp.preorder_traversal(u)))
    return not defined and said.isdisjoint(names) and _is_signed(u)


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
