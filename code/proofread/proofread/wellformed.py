"""Whether terms with symbols for the sizes are well formed: shapes and places.

The index reader's checker asks it of a claim and of every term of a proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sympy as sp

from .binding import bound, free
from .declaration import declared, indexed
from .definitions import Definitions
from .node import dims, is_matrix
from .nodes import Entry

Range = tuple[Any, ...]
ONE = sp.S.One
NO_NUMBER = (sp.nan, sp.zoo, sp.oo, -sp.oo)
SUMS = (sp.Sum, sp.Product)
OF_SUMS = (sp.Add, sp.Mul, sp.Sum, sp.Subs, sp.Derivative, Entry)


class IllFormed(Exception):
    """A term in which a shape, a place or a name does not fit."""


def expanded(ends: Iterable[Any]) -> Range:
    """Numbers in the sizes, each in the one form in which they are compared."""
    return tuple(sp.expand(e) for e in ends)


def limits_of(e: Any) -> dict[Any, Range]:
    """The ranges of the indices of a Sum, all apart; the ends are finite and hold none.

    Raises IllFormed where they are not.
    """
    limits = {k: expanded(ends) for k, *ends in e.limits}
    ends = sp.Tuple(*itertools.chain(*limits.values()))
    plain = all(b.is_finite is not False for b in ends) and len(limits) == len(e.limits)
    if not plain or any(isinstance(k, sp.Idx) or k in limits for k in free(ends)):
        raise IllFormed(f"the ends of {e}")
    return limits


class Ranges:
    """The range of every index, first and last value.

    definitions: of the claim; held: what values of its names hold.  fixed: what no Sum
    of a line may bind, since it is free elsewhere in the claim.  sound: what has been
    found to fit.  names: indices of no claim.  natural: numbers in the sizes that are
    not negative where the sides of the claim have values.
    """

    def __init__(self, table: Mapping[Any, Range], of: Definitions, held: Any = ()):
        self.table, self.definitions, self.held = dict(table), of, set[Any](held)
        self.fixed, self.sound, self.names = set[Any](), set[Any](), dict[Any, Any]()
        self.natural = set[Any]()

    def over(self, own: Mapping[Any, Range]) -> Ranges:
        """These ranges within a term that gives some indices ranges of their own."""
        inner = Ranges({**self.table, **own}, self.definitions, self.held)
        inner.natural = self.natural
        return inner

    def name(self, ends: Range, number: Any) -> Any:
        """The index of that number for a range, of no claim."""
        k = self.names.setdefault((ends, number), sp.Dummy(integer=True))
        self.table[k] = ends
        return k

    def of(self, k: Any) -> Range | None:
        """First and last value of an index; None of what is no index."""
        if k in self.table or not isinstance(k, sp.Idx) or k.upper is None:
            return self.table.get(k)
        return expanded((k.lower, k.upper))

    def within(self, k: Any, ends: Any) -> bool:
        """Whether k is always a place of a range; 1 is one of 1, …, n."""
        (first, last), (low, high) = self._span(k), expanded(ends)
        inside = self._is_natural(first - low) and self._is_natural(high - last)
        return bool((k == low == 1 != high) or (k.is_integer and inside))

    def _span(self, k: Any) -> Range:
        """First and last value of an index, or of one moved by a whole number."""
        for q in free(k):
            if (ends := self.of(q)) and (k - q).is_Integer:
                return expanded(end + k - q for end in ends)
        return k, k

    def _is_natural(self, e: Any) -> bool:
        """Whether a number in the sizes is not negative, by what is known of them."""
        return any((e - known).is_nonnegative for known in (0, *self.natural))

    def places(self, of: Iterable[tuple[Any, Range]], seen: Iterable[Any]) -> Any:
        """All ways to put places in sight for indices, each given with its range."""
        every = ([(k, p) for p in (*seen, ONE) if self.within(p, r)] for k, r in of)
        return map(dict[Any, Any], itertools.product(*every))

    def free(self, e: Any) -> set[Any]:
        """The indices that are free in a term."""
        return {k for k in free(e) if self.of(k) or isinstance(k, sp.Idx)}

    def limits(self, e: Any) -> dict[Any, Range]:
        """The ranges of a Sum, whose ends hold no index; raises IllFormed."""
        limits = limits_of(e)
        if any(self.of(k) for k in free(sp.Tuple(*limits.values()))):
            raise IllFormed(f"an index is an end of {e}")
        return limits

    def agrees(self, e: Any) -> bool:
        """Whether a Sum runs over the ranges that its indices have here."""
        known = all(self.of(k) == ends for k, ends in limits_of(e).items())
        return known and self.fixed.isdisjoint(limits_of(e))

    def fit(self, e: Any) -> None:
        """Raise IllFormed where a shape, a number, a name or a place does not fit."""
        if e in self.sound or not isinstance(e, (sp.Basic, sp.MatrixBase)):
            return
        fits = declared(e).fits
        if (fits and not fits(e)) or not _chains(e):
            raise IllFormed(f"shapes in {e}")
        if isinstance(e, sp.Float) or e in NO_NUMBER:
            raise IllFormed(f"{e} has no value, or no exact one")
        if not self.held.isdisjoint(bound(e)):
            raise IllFormed(f"{e} binds what the value of a name holds")
        for k, ends in (*_named(e), *self._parameters(e)):
            if not self.within(k, ends):
                raise IllFormed(f"{k} is not within {ends} in {e}")
        inner = self
        if isinstance(e, SUMS) and (own := self.limits(e)) and not self.agrees(e):
            inner = self.over(own)
        for a in e.args:
            inner.fit(a)
        self.sound.add(e)

    def _parameters(self, e: Any) -> Iterator[tuple[Any, Range]]:
        """Where an instance of a family is taken, and the range of each."""
        _, given = self.definitions.lookup(e) or (None, dict[Any, Any]())
        for k, at in given.items():
            if k != at and isinstance(k, sp.Idx) and (ends := self.of(k)):
                yield at, ends


def _named(e: Any) -> Iterator[tuple[Any, Range]]:
    """The places that a node names, each with the range that it is a place of."""
    places = indexed(e).places
    yield from ((k, (ONE, n)) for k, n in (places(e) if places else ()))


def _chains(e: Any) -> bool:
    """Whether products chain matrix by matrix, and only sums hold sums of matrices."""
    if isinstance(e, sp.MatMul):
        shapes = [dims(a) for a in e.args if is_matrix(a)]
        return all(a[1] == b[0] for a, b in itertools.pairwise(shapes))
    parts = [a for a in e.args if isinstance(a, sp.Expr)]
    return isinstance(e, OF_SUMS) or all(is_matrix(a) or not dims(a) for a in parts)
