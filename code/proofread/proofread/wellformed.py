"""Whether terms with symbols for the sizes are well formed: shapes and places.

The index reader's checker asks it of a claim and of every term of a proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sympy as sp

from .binding import free
from .declaration import declared, indexed
from .definitions import Definitions
from .node import dims, is_matrix
from .nodes import Entry

Range = tuple[Any, ...]
SUMS = (sp.Sum, sp.Product)
OF_SUMS = (sp.Add, sp.Mul, sp.Sum, sp.Subs, sp.Derivative, Entry)


class IllFormed(Exception):
    """A term in which a shape, a place or a name does not fit."""


def expanded(ends: Iterable[Any]) -> Range:
    """Numbers in the sizes, each in the one form in which they are compared."""
    return tuple(sp.expand(e) for e in ends)


def running(e: Any) -> list[Any]:
    """The indices that a Sum binds."""
    return [limit[0] for limit in e.limits]


class Ranges:
    """The range of every index, first and last value.

    definitions: of the claim.  fixed: what no Sum of a line may bind, since it is free
    elsewhere in the claim; held: what values of its names hold.  sound: what has been
    found to fit.
    """

    def __init__(
        self, table: Mapping[Any, Range], of: Definitions, fixed: Iterable[Any] = ()
    ):
        self.table, self.definitions, self.fixed = dict(table), of, frozenset(fixed)
        self.sound: set[Any] = set()
        self.held: set[Any] = set()

    def of(self, k: Any) -> Range | None:
        """First and last value of an index; None of what is no index."""
        if k in self.table or not isinstance(k, sp.Idx) or k.upper is None:
            return self.table.get(k)
        return k.lower, sp.expand(k.upper)

    def holds(self, k: Any, n: Any) -> bool:
        """Whether k is always one of 1, …, n."""
        n = sp.expand(n)
        if k in (1, n):
            return True
        if k.is_Integer:
            return bool(n.is_Integer and 1 <= k <= n)
        ends = self.of(k)
        return ends is not None and ends[1] == n and (ends[0] - 1).is_nonnegative

    def free(self, e: Any) -> set[Any]:
        """The indices that are free in a term."""
        return {k for k in free(e) if self.of(k) or isinstance(k, sp.Idx)}

    def agrees(self, e: Any) -> bool:
        """Whether a Sum runs over the ranges that its indices have here."""
        ks = running(e)
        known = [self.of(k) for k in ks] == [expanded(t[1:]) for t in e.limits]
        return known and len(set(ks)) == len(ks) and self.fixed.isdisjoint(ks)

    def fit(self, e: Any) -> None:
        """Raise IllFormed where shapes, or places and lengths, do not fit."""
        if e in self.sound or not isinstance(e, (sp.Basic, sp.MatrixBase)):
            return
        fits, places = declared(e).fits, indexed(e).places
        if (fits and not fits(e)) or not _chains(e):
            raise IllFormed(f"shapes in {e}")
        named = [*(places(e) if places else ()), *self._parameters(e)]
        for k, n in named:
            if not self.holds(k, n):
                raise IllFormed(f"{k} is not within 1, …, {n} in {e}")
        inner = self._inside(e) if isinstance(e, SUMS) else self
        for a in e.args:
            inner.fit(a)
        self.sound.add(e)

    def _parameters(self, e: Any) -> Iterator[tuple[Any, Any]]:
        """Where an instance of a family is taken, and the length each runs over."""
        _, given = self.definitions.lookup(e) or (None, {})
        for k, at in given.items():
            if k != at and isinstance(k, sp.Idx) and k.upper is not None:
                yield at, k.upper if k.lower == 1 else sp.S.Zero

    def _inside(self, e: Any) -> Ranges:
        """The ranges in the body of a Sum, whose ends hold none of its indices."""
        ends = {k: expanded(ends) for k, *ends in e.limits}
        if any(k in free(sp.Tuple(*own)) for k, own in ends.items()):
            raise IllFormed(f"the ends of {e}")
        same = all(self.table.get(k) == own for k, own in ends.items())
        return self if same else Ranges({**self.table, **ends}, self.definitions)


def _chains(e: Any) -> bool:
    """Whether products chain matrix by matrix, and only sums hold sums of matrices."""
    if isinstance(e, sp.MatMul):
        shapes = [dims(a) for a in e.args if is_matrix(a)]
        return all(a[1] == b[0] for a, b in itertools.pairwise(shapes))
    parts = [a for a in e.args if isinstance(a, sp.Expr)]
    return isinstance(e, OF_SUMS) or all(is_matrix(a) or not dims(a) for a in parts)
