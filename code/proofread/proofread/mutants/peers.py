"""What a name could be mistaken for: the other names of its kind in the same claim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..claim import Claim
from ..declaration import declared, labels_of
from .tree import Place, binds

FROM_PEERS = "rename"  # made from the names around it, so other claims make others


class Peers:
    """The names of a claim by kind; two are peers if one could stand for the other."""

    def __init__(self, claim: Claim):
        self.sizes = set(claim.size_symbols())
        nodes = list(sp.preorder_traversal(sp.Tuple(*claim.expressions())))
        excluded = {v for q in nodes for v in (*binds(q), *labels_of(q))}
        named = {q for q in nodes if declared(q).name}
        found = {q for q in named - excluded if not isinstance(q, sp.Dummy)}
        self.free = sorted(found, key=lambda q: (str(q), type(q).__name__))

    def renamed(self, place: Place) -> Iterator[Any]:
        """The node with its name replaced by each of its peers in turn."""
        e, seen = place.node, {place.node}
        name, kind = declared(e).name, self._kind(e)
        if name is None or kind is None:
            return
        for other in [*self.free, *place.bound]:
            if self._kind(other) != kind:
                continue
            new = name.renamed(e, other)
            if new not in seen:
                seen.add(new)
                yield new

    def _kind(self, e: Any) -> Any:
        """What could be written in its place; a size is a kind of index by itself."""
        name = declared(e).name
        return "size" if e in self.sizes else name.peer(e) if name else None
