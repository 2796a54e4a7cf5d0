"""Mutation operators that the engine was never tuned on: the honest second figure.

Their survivors were first looked at when both readers were finished.  An operator takes
the claim, the name of a side and its tree, and yields changed trees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..claim import Claim
from ..node import is_matrix, shape
from ..slips import attempt
from .tree import Place, places, put


def squared_part(claim: Claim, side: str, tree: Any) -> Iterator[Any]:
    """A part replaced by its square."""
    for place in places(tree):
        e = place.node
        if isinstance(e, sp.Expr) and not e.is_number and not e.is_integer:
            rows = shape(e)
            if not rows:
                yield attempt(lambda e=e, at=place.path: put(tree, at, e**2))
            elif rows[0] == rows[1]:
                twice = sp.MatMul(e, e)
                yield attempt(lambda t=twice, at=place.path: put(tree, at, t))


def moved_transpose(claim: Claim, side: str, tree: Any) -> Iterator[Any]:
    """A transpose moved to the neighboring factor of a product."""
    for place in places(tree):
        factors = list(getattr(place.node, "args", ()))
        if not isinstance(place.node, (sp.MatMul, sp.HadamardProduct, nd.Dot)):
            continue
        for k, a in enumerate(factors):
            for other in {k - 1, k + 1} & set(range(len(factors))):
                if isinstance(a, sp.Transpose) and is_matrix(factors[other]):
                    new = list(factors)
                    new[k], new[other] = a.arg, sp.Transpose(factors[other])
                    make = place.node.func
                    yield attempt(
                        lambda n=new, m=make, at=place.path: put(tree, at, m(*n))
                    )


def borrowed_part(claim: Claim, side: str, tree: Any) -> Iterator[Any]:
    """A part of one side replaced by a part of the same kind of the other side."""
    if side not in ("left", "right"):
        return
    other = claim.rhs if side == "left" else claim.lhs
    offered = {q.node: None for q in places(other) if _can_move(q)}
    for place in places(tree):
        if not _can_move(place):
            continue
        for new in offered:
            if new != place.node and shape(new) == shape(place.node):
                yield attempt(lambda n=new, at=place.path: put(tree, at, n))


def _can_move(place: Place) -> bool:
    """Whether a part is worth moving: no number, no index, nothing bound inside."""
    e = place.node
    if not isinstance(e, sp.Expr) or isinstance(e, sp.Idx) or e.is_integer:
        return False
    return not e.is_number and bool(place.path) and not e.has(*place.bound or [sp.nan])


HELD_OUT: dict[str, Callable[[Claim, str, Any], Iterator[Any]]] = {
    "square a part": squared_part,
    "move transpose": moved_transpose,
    "part of the other side": borrowed_part,
}
