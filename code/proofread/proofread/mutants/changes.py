"""Every change of a tree in one place, and of a random name's distribution."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..node import shape
from ..slips import REFUSED, Slip, attempt, slips
from .peers import FROM_PEERS, Peers
from .tree import places, put


def changed_trees(tree: Any, peers: Peers, side: str) -> Iterator[Slip]:
    """(operator, tree) of every change, whether or not it makes sense."""
    if side != "given":
        yield "negate", attempt(lambda: -tree)
        yield "double", attempt(lambda: 2 * tree)
    for place in places(tree):
        found = [(FROM_PEERS, new) for new in peers.renamed(place)]
        for operator, new in [*_all(slips(place.node)), *found]:
            if new is not None:
                yield (
                    operator,
                    attempt(lambda new=new, at=place.path: put(tree, at, new)),
                )


def _all(found: Iterator[Slip]) -> list[Slip]:
    """What an iterator yields until SymPy refuses to build the next."""
    kept: list[Slip] = []
    try:
        kept.extend(found)
    except REFUSED:
        return kept
    return kept


def other_laws(x: Any, peers: Peers) -> Iterator[Slip]:
    """The same random name under a distribution with one parameter replaced."""
    law = x.distribution
    for k, parameter in enumerate(law.args):
        if isinstance(parameter, sp.IndexedBase):
            continue
        for operator, new in changed_trees(parameter, peers, "law"):
            if new is None or shape(new) != shape(parameter):
                continue
            args = (*law.args[:k], new, *law.args[k + 1 :])
            made = attempt(lambda args=args: x.following(law.func(*args)))
            if made is not None:
                yield operator, made
