"""What may have been forgotten or mistaken: the parts of a claim and their like."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import sympy as sp

from ..claim import Claim
from ..declaration import declared
from ..mutants.peers import Peers
from ..mutants.tree import Place, places
from ..node import shape, turned
from ..nodes import Dot, Elementwise, Norm, SquaredNorm
from ..printing import latex, width
from ..slips import attempt
from .usual import HALF

MOST = 120  # parts of each shape


class Parts:
    """The parts of a claim by shape, and what is made of one, the shortest first.

    Its sides as wholes are none: in terms of one side the other is soon true.
    """

    def __init__(self, claim: Claim, peers: Peers):
        self.peers = peers
        found: dict[Any, None] = {sp.S.One: None}
        for place in _all_places(claim):
            if isinstance(place.node, sp.Expr) and _is_free(place):
                found[place.node] = None
        named = (q for q in [*peers.free, *peers.sizes] if isinstance(q, sp.Expr))
        found.update(dict.fromkeys(sorted(named, key=str)))
        found.update(dict.fromkeys(_sums(claim)))
        variables = sorted(_variables(claim), key=str)
        every = dict.fromkeys([*found, *_made_of(found, variables, peers.sizes)])
        self._by_shape: dict[Any, list[Any]] = {}
        whole = [side for side in claim.sides if side.args]
        free = (q for q in every if not any(q.has(side) for side in whole))
        for part in sorted(free, key=lambda q: width(latex(q))):
            self._by_shape.setdefault(shape(part), []).append(part)

    def of(self, wanted: Any) -> list[Any]:
        """The parts of a shape."""
        return self._by_shape.get(wanted, [])[:MOST]


def _all_places(claim: Claim) -> Iterator[Place]:
    for tree in (*claim.sides, *(value for _, value in claim.where)):
        yield from places(tree)


def _sums(claim: Claim) -> Iterator[Any]:
    """The sums of what a sum in the claim is of."""
    nodes = sp.preorder_traversal(sp.Tuple(*claim.sides))
    for q in (q for q in nodes if isinstance(q, sp.Sum)):
        inner = sorted(q.function.atoms(sp.Indexed), key=str)
        yield from (sp.Sum(a, *q.limits) for a in inner if a.has(*q.variables))


def _is_free(place: Place) -> bool:
    """Whether a part means the same elsewhere: nothing in it is bound around it."""
    e = place.node
    return not (place.bound and e.has(*place.bound)) and e not in (0, 1, -1)


def _variables(claim: Claim) -> set[Any]:
    """What is differentiated by, of plain symbols."""
    nodes = claim.definitions.atoms(sp.Tuple(*claim.sides), sp.Derivative)
    return {v for q in nodes for v in q.variables if v.is_Symbol}


def _made_of(
    parts: dict[Any, None], variables: list[Any], sizes: Iterable[Any]
) -> Iterator[Any]:
    names = sorted(sizes, key=str)
    yield from (n - k for n in names for k in (1, 2))
    yield from (n - m for n in names for m in names if n != m)
    for a, b in itertools.combinations(filter(shape, parts), 2):
        if shape(a) == shape(b) and a.is_symbol and b.is_symbol:
            yield Dot(a, b)
    for e in parts:
        by = [v for v in variables if sp.Derivative(e, v) not in parts]
        made = _of_matrix(e) if shape(e) else _of_number(e, by)
        yield from (new for new in made if new is not None and new != e)


def _of_matrix(e: Any) -> Iterator[Any]:
    yield turned(e)
    if isinstance(e, Elementwise):
        yield Elementwise(e.args[0], e.args[1], 1)
    rows, columns = shape(e)
    if columns == 1 or rows == 1:
        yield from (SquaredNorm(e), Norm(e))
    if rows == columns:
        yield attempt(lambda: sp.Inverse(e))
        yield from (attempt(lambda: sp.Trace(e)), attempt(lambda: sp.Determinant(e)))


def _of_number(e: Any, variables: list[Any]) -> Iterator[Any]:
    yield from (attempt(lambda k=k: e**k) for k in (2, HALF, -1, -2))
    for v in variables:
        if e.has(v) and declared(e).measured is None:
            yield _slope(e, v)


def _slope(e: Any, v: Any) -> Any:
    """The derivative, worked out where SymPy's own functions are all there is."""
    slope = attempt(lambda: sp.diff(e, v))
    return slope if slope is not None and not slope.is_number else None
