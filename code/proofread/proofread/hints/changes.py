"""Changes of one side in one place under which its values are those of the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ..binding import free
from ..declaration import declared
from ..mutants.tree import Place, parts, places, put
from ..node import is_sound, shape
from ..slips import attempt
from ..work import spend_on
from .needed import Meant, known, needed, recognized
from .parts import Parts
from .situations import Situations
from .usual import around, dropped, scaled, usual

LEVELS = 4  # the usual slips; a part forgotten; one for another; two for one
DROPPED = -1  # of the second of these, what is superfluous alone
SHORTEST = 12  # parts that are tried before all others
ONE = sp.S.One
NO_FORMULA = (sp.zoo, sp.nan, sp.ZeroMatrix)


class Changes:
    """What one side of an equation may have been, tried at a few points.

    No name is gone from both sides but by the usual slips: it was written on purpose.
    is_left: then nothing is put around the whole side, which would be to say that the
    right side lacks it.
    """

    def __init__(
        self, tree: Any, other: Any, at: Situations, found: Parts, is_left: bool = False
    ):
        self.tree, self.other, self.is_left = tree, other, is_left
        self.at, self.found = at, found
        self._names = _names(tree, other) - found.peers.sizes
        self.target = list(at.values(other))
        self._seen, self._shape = {tree}, shape(tree)
        self._meant = dict[tuple[int, ...], list[Meant]]()

    @cached_property
    def places(self) -> list[Place]:
        """Where the side may be changed, from the inside out."""
        found = (p for p in places(self.tree) if isinstance(p.node, sp.Expr))
        return sorted(found, key=lambda p: -len(p.path))

    def of(self, level: int) -> Iterator[Any]:
        """The changed sides of a level that have the values of the other side.

        There are none where these are 0: much is 0 that was not meant.
        """
        least = self.at.tolerance
        vanish = all(v is None or np.all(np.abs(v) <= least) for v in self.target)
        for tree in () if vanish and self.tree.args else self.every(level):
            kept = level == 0 or self._names <= _names(self.other, tree)
            sound = kept and self.at.agree(tree, self.target)
            if sound and attempt(lambda tree=tree: is_sound(tree)):
                yield tree

    def every(self, level: int) -> Iterator[Any]:
        """The changed sides of a level, each once; none of them 0 for what is not."""
        for place, made in self._made(level):
            for new in made:
                tree = attempt(lambda new=new, p=place.path: put(self.tree, p, new))
                if tree is not None and self._is_new(tree):
                    yield tree

    def _is_new(self, tree: Any) -> bool:
        if tree in self._seen or shape(tree) != self._shape:
            return False
        self._seen.add(tree)
        spend_on(tree)
        if tree.has(*NO_FORMULA) or (tree == 0 and self.tree.args):
            return False
        return _undone(tree) <= _undone(self.tree)

    def _made(self, level: int) -> Iterator[tuple[Place, Iterator[Any]]]:
        """What may have been meant at a place, the more usual slips first."""
        peers = self.found.peers
        inner = self.places[:-1] if self.is_left else self.places
        if level == 0:
            yield from ((place, usual(place, peers)) for place in self.places)
            yield from ((place, scaled(place, peers)) for place in inner)
            yield from ((place, around(place, peers)) for place in inner)
        if level in (1, DROPPED):
            yield from ((place, dropped(place)) for place in self.places)
        if level > 0:
            yield from ((place, self._other(place, level)) for place in inner)

    def _other(self, place: Place, level: int) -> Iterator[Any]:
        """A part as a factor or a term, or in the place of the node."""
        is_open = self._is_open(place)
        if is_open:
            found = (m.expression for m in self._needed(place) if m.cost == level)
            yield from (q for q in found if place.path or level == 1 or _is_name(q))
        if shape(place.node) or not is_open:
            yield from self._tried(place, level)

    # ---- where a number can be put in

    def _is_open(self, place: Place) -> bool:
        """Whether the node has a value there: nothing around it varies a name."""
        node = self.tree
        for k in place.path:
            if declared(node).states is not None:
                return False
            node = parts(node)[k]
        return all(v is not None for v in self.at.values(node))

    def _needed(self, place: Place) -> list[Meant]:
        """What is built for the number, or the factor of a matrix, that is needed."""
        if place.path not in self._meant:
            self._meant[place.path] = list(self._recognized(place))
        return self._meant[place.path]

    def _recognized(self, place: Place) -> Iterator[Meant]:
        e, u = place.node, sp.Dummy("u", real=True)
        is_number = not shape(e)
        tree = attempt(lambda: put(self.tree, place.path, u if is_number else u * e))
        start = e if is_number else ONE
        values = None if tree is None else needed(tree, u, start, self.at, self.target)
        if values is not None:
            for cost, found in recognized(start, values, self._numbers, self.at):
                yield Meant(cost, found if is_number else found * e)

    @cached_property
    def _numbers(self) -> Any:
        return known(self.found.of(()), self.at)

    # ---- where it cannot

    def _tried(self, place: Place, level: int) -> Iterator[Any]:
        """Every part as a factor or a term, or in the place of the node."""
        e = place.node
        same = [*self._beside(place), *self.found.of(shape(e))]
        few, others = same[:SHORTEST], same[SHORTEST:]
        if level == 1:
            yield from few
            yield from _joined(e, few)
            yield from _multiplied(e, same, self.found)
        elif level == 2:
            yield from others
        else:
            yield from _joined(e, others)

    def _beside(self, place: Place) -> list[Any]:
        """The parts that the same variables are bound around."""
        if not place.bound:
            return []
        near = (p.node for p in self.places if p.bound == place.bound)
        return [
            q for q in near if q.has(*place.bound) and shape(q) == shape(place.node)
        ]


def _undone(e: Any) -> set[Any]:
    """The inverses of inverses, which nobody writes."""
    inner = {q: q.arg for q in e.atoms(sp.Inverse)}
    bare = {q: a.arg if isinstance(a, sp.Transpose) else a for q, a in inner.items()}
    return {q for q, a in bare.items() if isinstance(a, sp.Inverse)}


def _names(*sides: Any) -> set[Any]:
    """The names that are free in the sides, those of functions too."""
    both = sp.Tuple(*sides)
    return {*free(both), *(q.func for q in both.atoms(AppliedUndef))}


def _is_name(e: Any) -> bool:
    """What may stand alone: a name, a size or a difference of sizes."""
    return not e.args or bool(e.is_integer)


def _joined(e: Any, same: list[Any]) -> Iterator[Any]:
    """A node with a term, or a number with a factor."""
    for p in same:
        yield attempt(lambda p=p: e + p)
        yield attempt(lambda p=p: e - p)
        if not shape(e):
            yield attempt(lambda p=p: e * p)
            yield attempt(lambda p=p: e / p)


def _multiplied(e: Any, same: list[Any], found: Parts) -> Iterator[Any]:
    """A matrix with a factor on its left or its right, or entry by entry."""
    if shape(e):
        rows, columns = shape(e)
        yield from (attempt(lambda p=p: sp.HadamardProduct(e, p)) for p in same)
        yield from (
            attempt(lambda p=p: sp.MatMul(p, e)) for p in found.of((rows, rows))
        )
        square = found.of((columns, columns))
        yield from (attempt(lambda p=p: sp.MatMul(e, p)) for p in square)
