"""Which indices run over which ranges, and whether they and the shapes fit."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

from ...declaration import declared
from ...distributions import Random
from ...node import is_matrix
from ...nodes import (
    AppliedScalarFunction,
    AppliedVectorFunction,
    BasisVector,
    Column,
    Diag,
    Differential,
    Eigenvalue,
    Entry,
    HessianMatrix,
    Jacobian,
    MatrixDifferential,
    Partial,
    Row,
    SingularValue,
    Slope,
)
from .terms import Refused, dims, free, running

Range = tuple[Any, ...]
# Which arguments of a node must be columns, or numbers.
COLUMNS: dict[Any, Any] = {Diag: (0,), Jacobian: (0, 1), HessianMatrix: (1,)}


def expanded(ends: Iterable[Any]) -> Range:
    """Numbers in the sizes, each in the one form in which they are compared."""
    return tuple(sp.expand(e) for e in ends)


def is_nonnegative(e: Any) -> bool:
    """Whether a number in the sizes is never below zero."""
    return bool(e.is_nonnegative)


def places(e: Any) -> Iterator[tuple[Any, Any]]:
    """The places that a node names, each with the length that it is a place of."""
    if isinstance(e, Entry):
        yield from zip(e.args[1:], dims(e.args[0]) or (1, 1), strict=True)
    elif isinstance(e, MatrixElement):
        yield from zip((e.i + 1, e.j + 1), dims(e.parent), strict=True)
    elif isinstance(e, (Column, Eigenvalue)):
        yield e.args[1], (dims(e.args[0]) or (1, 1))[1]
    elif isinstance(e, SingularValue):
        yield from ((e.args[1], n) for n in dims(e.args[0]) or (1,))
    elif isinstance(e, Row):
        yield e.args[1], dims(e.args[0])[0]
    elif isinstance(e, Slope) and not isinstance(e.args[0], AppliedUndef):
        f = e.args[0].args[0] if isinstance(e.args[0], Entry) else e.args[0]
        yield from zip(e.args[1:], itertools.cycle(dims(f.args[1])), strict=False)
    elif isinstance(e, BasisVector):
        yield e.args[0], dims(e)[0]
    elif isinstance(e, sp.Indexed) and e.base.shape:
        yield from zip(e.indices, expanded(e.base.shape), strict=True)


class Ranges:
    """The range of every index, first and last value.

    fixed: what no Sum of a line may bind, since it is free elsewhere in the claim.
    sound, required: what has been found to fit, and to have these ranges as well.
    """

    def __init__(self, table: Mapping[Any, Range], fixed: Iterable[Any] = ()):
        self.table, self.fixed = dict(table), frozenset(fixed)
        self.sound: set[Any] = set()
        self.required: set[Any] = set()

    def of(self, k: Any) -> Range | None:
        """First and last value of an index; None of what is no index."""
        if k in self.table or not isinstance(k, sp.Idx) or k.upper is None:
            return self.table.get(k)
        return k.lower, sp.expand(k.upper)

    def holds(self, k: Any, n: Any) -> bool:
        """Whether k is always one of 1, …, n."""
        if k in (1, n):
            return True
        if k.is_Integer:
            return bool(n.is_Integer and 1 <= k <= n)
        ends = self.of(k)
        return ends is not None and ends[1] == n and is_nonnegative(ends[0] - 1)

    def free(self, e: Any) -> set[Any]:
        """The indices that are free in a term."""
        return {k for k in free(e) if self.of(k) or isinstance(k, sp.Idx)}

    def agrees(self, e: Any) -> bool:
        """Whether a Sum runs over the ranges that its indices have here."""
        ks = running(e)
        ranges = [expanded(limit[1:]) for limit in e.limits]
        known = [self.of(k) for k in ks] == ranges
        return known and len(set(ks)) == len(ks) and self.fixed.isdisjoint(ks)

    def require(self, e: Any) -> None:
        """Raise Refused unless a term fits, and its Sums run over the ranges here."""
        if e in self.required:
            return
        for q in e.atoms(sp.Sum):
            if not self.agrees(q):
                raise Refused(f"{q} has another range")
        self.fit(e)
        self.required.add(e)

    def fit(self, e: Any) -> None:
        """Raise Refused where shapes, or places and lengths, do not fit."""
        if e in self.sound or not isinstance(e, (sp.Basic, sp.MatrixBase)):
            return
        fits = declared(e).fits
        if (fits and not fits(e)) or not _fits(e):
            raise Refused(f"shapes in {e}")
        for k, n in places(e):
            if not self.holds(k, n):
                raise Refused(f"{k} is not within 1, …, {n} in {e}")
        inner = self
        if isinstance(e, (sp.Sum, sp.Product)):
            bound = {k: expanded(ends) for k, *ends in e.limits}
            if any(self.table.get(k) != ends for k, ends in bound.items()):
                inner = Ranges({**self.table, **bound})
        for a in e.args:
            inner.fit(a)
        self.sound.add(e)


def name_of(at: Any) -> Any:
    """The name whose entry is derived by."""
    if isinstance(at, Entry):
        return at.args[0]
    return at.base if isinstance(at, sp.Indexed) else at


def _fits(e: Any) -> bool:
    """What the nodes need besides what they declare."""
    if isinstance(e, Partial):
        return dims(e.args[0]) in ((), (1, 1)) and _is_name(e.args[1])
    if isinstance(e, sp.MatMul):
        shapes = [dims(a) for a in e.args if is_matrix(a)]
        if any(a[1] != b[0] for a, b in itertools.pairwise(shapes)):
            return False
    if isinstance(e, (AppliedScalarFunction, AppliedVectorFunction)):
        return dims(e.args[1]) in ((), (1, 1)) or dims(e.args[1])[0] != 1
    if any(dims(e.args[n])[1:] not in ((), (1,)) for n in COLUMNS.get(type(e), ())):
        return False
    if isinstance(e, (MatrixDifferential, Differential)):
        return [dims(x) for x in e.args[1]] == [dims(x) for x in e.args[2]]
    if isinstance(e, (sp.Add, sp.Mul, sp.Sum, sp.Subs, sp.Derivative, Entry)):
        return True
    parts = [a for a in e.args if isinstance(a, sp.Expr)]
    return all(is_matrix(a) or not dims(a) for a in parts)


def _is_name(at: Any) -> bool:
    """Whether a term is one to derive by: an entry of a name, or a symbol."""
    name = name_of(at)
    if isinstance(name, (Random, sp.Idx)) or (name.is_Symbol and name.is_integer):
        return False
    if isinstance(at, Entry):
        return isinstance(name, sp.MatrixSymbol)
    return isinstance(name, (sp.Symbol, sp.IndexedBase))
