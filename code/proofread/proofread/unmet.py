"""Hypotheses that no reader can meet: refused by name, never ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from .binding import bound, free
from .node import extent
from .nodes import Property, Rank
from .nodes.extrema import Extremum
from .nodes.optima import Extremizer, MatrixExtremizer
from .scope import chance, free_indices, reach

if TYPE_CHECKING:
    from .claim import Claim

OPTIMA = (Extremum, Extremizer, MatrixExtremizer)


def refuse_unmet(claim: Claim) -> None:
    """Raise ValueError at a hypothesis that cannot be met, and say what to write."""
    nodes = reach(sp.Tuple(*claim.sides), claim.definitions)
    varied = {x for q in nodes if isinstance(q, OPTIMA) for x in bound(q)}
    for h in claim.given:
        if what := _unmet(claim, h, varied):
            raise ValueError(f"given: {h}: {what}")


def _unmet(claim: Claim, h: Any, varied: set[Any]) -> str:
    """Why a hypothesis cannot be met; empty where it can be."""
    if moved := sorted(map(str, varied & free(h))):
        return (
            f"{moved[0]} is varied by an optimum, which the hypothesis does not reach:"
            f" say it there, as Maximum(f, {moved[0]}, Unit({moved[0]})), or rename it"
        )
    if chance(h, claim.definitions):
        return "it is about what is random: state it of the parameters"
    if isinstance(h, Property):
        return _no_property(claim, h)
    return _no_relation(claim, h)


def _no_relation(claim: Claim, h: Any) -> str:
    if h.op == "=" and h.has(Rank):
        return (
            "a rank cannot be met: say of a determinant what is full, as"
            " gt(Determinant(X.T*X), 0)"
        )
    if extent(h.lhs) or extent(h.rhs):
        return (
            "an equation of matrices cannot be met: define a name by the others in"
            " `where`, or state a property, as Symmetric"
        )
    places = {k for q in h.atoms(sp.Indexed) for k in q.indices if k.is_Symbol}
    if free_indices(h) or places & free(h) - free(sp.Tuple(*claim.sides)):
        return "it has a free index: define the entries in `where`, as {z[i]: 2*w[i]}"
    return ""


def _no_property(claim: Claim, h: Any) -> str:
    if not isinstance(h.symbol, (sp.MatrixSymbol, sp.IndexedBase)):
        return (
            f"{h.symbol} is no name of a matrix or vector: name it, and say it of that"
        )
    same = [g for g in claim.given if isinstance(g, Property) and g.symbol == h.symbol]
    if len(same) > 1:
        return f"{h.symbol} has another property too, and one alone is met: say one"
    if claim.definitions.lookup(h.symbol):
        return f"{h.symbol} is defined: it has the property or has it not; claim that"
    return ""


def refuse_unknown(given: dict[str, Any], claims: list[Claim]) -> None:
    """Raise ValueError where sizes or domains are stated for what no claim holds."""
    known = {
        q for c in claims for e in c.expressions() for q in reach(e, c.definitions)
    }
    for what in ("sizes", "domain"):
        for name in given.get(what, {}):
            if name not in known:
                raise ValueError(f"{what}: {name} is not in the claim: leave it out")
