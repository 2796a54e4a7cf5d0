"""What a name could be mistaken for: the other names of its kind in the same claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .. import nodes as nd
from ..claim import Claim
from ..distributions import RandomSample, RandomVariable, RandomVector
from .tree import Place, binds

FROM_PEERS = "rename"  # made from the names around it, so other claims make others
GENERIC = (nd.AppliedScalarFunction, nd.AppliedVectorFunction)
RANDOM = (RandomVariable, RandomVector, RandomSample)


class Peers:
    """The names of a claim by kind; two are peers if one could stand for the other."""

    def __init__(self, claim: Claim):
        self.sizes = set(claim.size_symbols())
        tree = sp.Tuple(*claim.expressions())
        nodes = list(sp.preorder_traversal(tree))
        bound = {v for q in nodes for v in binds(q)}
        labels = {q.label for q in nodes if isinstance(q, (sp.IndexedBase, sp.Idx))}
        labels |= {q.args[0] for q in nodes if isinstance(q, GENERIC)}
        labels |= {q.args[1] for q in nodes if isinstance(q, nd.Relation)}
        labels |= {q.args[3] for q in nodes if isinstance(q, sp.Limit)}
        kinds = (sp.Symbol, sp.Idx, sp.MatrixSymbol, sp.IndexedBase)
        kinds += (AppliedUndef, *GENERIC)
        found = {q for q in nodes if isinstance(q, kinds)}
        nameless = {q for q in found if isinstance(q, sp.Dummy)}
        found -= nameless | {q for q in found if q in bound or q in labels}
        self.free = sorted(found, key=lambda q: (str(q), type(q).__name__))

    def renamed(self, place: Place) -> Iterator[Any]:
        """The node with its name replaced by each of its peers in turn."""
        e, seen = place.node, {place.node}
        for other in [*self.free, *place.bound]:
            if self._kind(other) == self._kind(e):
                new = _with_name_of(e, other)
                if new not in seen:
                    seen.add(new)
                    yield new

    def _kind(self, e: Any) -> Any:
        chance = isinstance(getattr(e, "base", e), RANDOM)
        if isinstance(e, sp.Idx) or (getattr(e, "is_Symbol", False) and e.is_integer):
            return "size" if e in self.sizes else "index"
        if isinstance(e, sp.Symbol) and not isinstance(e, sp.Dummy):
            return "number", chance
        if isinstance(e, sp.MatrixSymbol):
            return "matrix", e.shape, chance
        if isinstance(e, sp.Indexed):
            return "entry", len(e.indices), chance
        if isinstance(e, sp.IndexedBase):
            return "entry", len(e.shape or (1,)), chance
        if isinstance(e, AppliedUndef):
            return "function", len(e.args)
        if isinstance(e, GENERIC):
            return "generic", type(e), e.args[1].shape, e.args[2:]
        return None


def _with_name_of(e: Any, other: Any) -> Any:
    if isinstance(e, sp.Indexed):
        return other[e.indices]
    if isinstance(e, AppliedUndef):
        return other.func(*e.args)
    if isinstance(e, GENERIC):
        return e.func(other.args[0], *e.args[1:])
    return other
