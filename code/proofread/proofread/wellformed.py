"""Whether terms with symbols for the sizes are well formed: shapes, places, scopes.

The index reader's checker asks it of a claim and of every line of a proof.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .binding import free
from .claim import Claim
from .definitions import Definitions
from .declaration import declared, indexed
from .distributions import Random
from .node import dims, is_matrix
from .scope import reach
from .nodes import AppliedScalarFunction, Entry, Relation

Range = tuple[Any, ...]
INTEGER = [
    sp.Symbol("k", integer=True).assumptions0,
    sp.Symbol("k", integer=True, positive=True).assumptions0,
]
NAMES = (sp.Symbol, sp.MatrixSymbol, sp.Indexed, AppliedUndef, AppliedScalarFunction)
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


def ranges_of(claim: Claim, indices: Mapping[Any, Any]) -> Ranges:
    """The ranges of a proof's indices and of the claim's own that have one alone.

    Raises IllFormed where the claim does not fit, or where an index is none.
    """
    _require_shapes(claim)
    held = values_hold(claim)
    _require_scopes(claim, held)
    parts = [*claim.sides, *claim.given]
    parts += [q.distribution for e in claim.expressions() for q in e.atoms(Random)]
    names = {name for name, _ in claim.where}
    fixed = names.union(held, claim.size_symbols(), *map(free, parts))
    nodes = [q for e in claim.expressions() for q in sp.preorder_traversal(e)]
    lengths = {n for q in nodes if is_matrix(q) for n in dims(q)}
    lengths |= {sp.expand(n) for q in nodes if (f := declared(q).lengths) for n in f(q)}
    for k, n in indices.items():
        plain = type(k) in (sp.Symbol, sp.Dummy) and k.assumptions0 in INTEGER
        if not plain or k in fixed or sp.expand(n) not in lengths:
            raise IllFormed(f"{k} is no index over 1, …, {n}")
    own: dict[Any, set[Range]] = {}
    for k, *ends in (limit for q in nodes if isinstance(q, sp.Sum) for limit in q.limits):
        own.setdefault(k, set()).add(expanded(ends))
    sizes = set(claim.size_symbols())
    alone = {k: ends.pop() for k, ends in own.items() if len(ends) == 1}
    kept = {k: e for k, e in alone.items() if free(sp.Tuple(*e)) <= sizes}
    table = {k: ends for k, ends in kept.items() if k not in fixed}
    table |= {k: (sp.S.One, sp.expand(n)) for k, n in indices.items()}
    ranges = Ranges(table, claim.definitions, fixed)
    ranges.held = held
    return ranges


def _require_shapes(claim: Claim) -> None:
    ranges = Ranges({}, claim.definitions)
    for e in (*claim.sides, *claim.given):
        ranges.fit(e)
    for name, value in claim.where:
        if all(isinstance(k, sp.Idx) for k in getattr(name, "indices", ())):
            ranges.fit(value)
    pairs = [*claim.where]
    pairs += [(h.lhs, h.rhs) for h in claim.given if isinstance(h, Relation)]
    for a, b in pairs:
        if len({() if dims(e) == (1, 1) else dims(e) for e in (a, b)}) > 1:
            raise IllFormed(f"{a} has another shape than {b}")
    for h in claim.given:
        known = declared(h).hypothesis
        if known and known.symmetric and h.symbol.rows != h.symbol.cols:
            raise IllFormed(f"{h}: not square")


# ---- names and what they stand for


def parameters(name: Any) -> tuple[Any, ...]:
    """What a family of names is taken at."""
    if isinstance(name, sp.Indexed):
        return tuple(name.indices)
    return name.args if isinstance(name, AppliedUndef) else ()


def values_hold(claim: Claim) -> set[Any]:
    """The symbols that the values of a claim's names hold besides their parameters."""
    for name, _ in claim.where:
        given = parameters(name)
        plain = all(isinstance(p, (sp.Symbol, sp.Idx)) for p in given)
        if not (isinstance(name, NAMES) and plain and len(set(given)) == len(given)):
            raise IllFormed(f"{name} is no name")
    return {s for name, v in claim.where for s in free(v).difference(parameters(name))}


def _require_scopes(claim: Claim, held: set[Any]) -> None:
    """Refuse a name whose value changes with a parameter that is not its own."""
    for q in sp.Tuple(*claim.expressions()).atoms(*SUMS):
        if not held.isdisjoint(running(q)):
            raise IllFormed(f"{q} binds what the value of a name holds")
    for q in {q for e in claim.expressions() for q in sp.preorder_traversal(e)}:
        names = list(varied(q)) if (varied := indexed(q).varied) else []
        if any(x != y and y in reach(x, claim.definitions) for x in names for y in names):
            raise IllFormed(f"one of the names that move in {q} defines another")
    for name, value in claim.where:
        found = map(claim.definitions.lookup, sp.preorder_traversal(value))
        values = sp.Tuple(*(each[0] for each in found if each))
        reached = claim.definitions.atoms(values, sp.Basic)
        if claim.definitions.lookup(name) and value in reached:
            raise IllFormed(f"{name} stands for something of itself")
        if held.intersection(parameters(name)) & reached:
            raise IllFormed(f"{name}: a parameter has another meaning as well")
