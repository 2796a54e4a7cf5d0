"""What a claim takes as given, as a parametrization of the exact entries."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import sympy as sp

from ..declaration import declared
from ..node import entries
from .jets import Jet
from .reader import Symbolic, Undecided


def assume(read: Symbolic, given: Iterable[Any], *, as_squares: bool = False) -> None:
    """Make the symbolic reader's entries satisfy every hypothesis.

    as_squares: write a positive (semi)definite matrix as BᵀB rather than as a
    symmetric one; an inequality needs it, an equation is quicker without.
    """
    earlier: set[Any] = set()
    for h in sorted(given, key=lambda h: declared(h).hypothesis is None):
        if known := declared(h).hypothesis:
            read.known.update(known.assume(read, h.symbol, as_squares))
            read.properties |= {h}
        elif h.op == "=":
            _solve(read, h, earlier)
        earlier |= h.atoms(sp.Symbol, sp.MatrixSymbol, sp.IndexedBase)


_UNKNOWN = sp.Dummy("unknown", real=True)


def _solve(read: Symbolic, h: Any, earlier: set[Any]) -> None:
    """Determine the last entry or derivative in which the hypothesis is affine."""
    free = read.freed(frozenset())
    values = [entries(free(h.lhs)), entries(free(h.rhs))]
    if max(map(len, values)) > 1:
        raise Undecided("a hypothesis between matrices: state a property instead")
    gap = sp.expand(values[0][0] - values[1][0])
    keys = {str(free(q)): _key(read, q) for q in _entries_of(read, h)}
    for s in sorted(gap.free_symbols, key=str, reverse=True):
        base = keys.get(str(s), s)
        owner = base[0] if isinstance(base, tuple) else base
        slope = sp.diff(gap, s)
        if owner in earlier or slope == 0 or slope.has(s):
            continue
        root = sp.cancel(s - gap / slope)
        if root == 0 and slope.free_symbols:
            raise Undecided("a product that is 0: which factor is, is not said")
        read.known[base] = root
        return
    _solve_for_derivative(read, gap)


def _solve_for_derivative(read: Symbolic, gap: Any) -> None:
    """Determine the first derivative of a generic function in which a gap is affine."""
    for q in sorted(gap.atoms(Jet), key=str):
        freed = gap.xreplace({q: _UNKNOWN})
        slope = sp.diff(freed, _UNKNOWN)
        if slope != 0 and not slope.has(_UNKNOWN):
            read.identities[q] = sp.cancel(_UNKNOWN - freed / slope)
            return
    raise Undecided("a hypothesis that is affine in no entry")


def _entries_of(read: Symbolic, h: Any) -> Iterator[Any]:
    """Every entry of an indexed base or vector that a hypothesis mentions."""
    for base in h.atoms(sp.IndexedBase):
        ranges = [range(1, read.size(n) + 1) for n in base.shape or ()]
        yield from (base[at] for at in itertools.product(*ranges) if at)
    for m in h.atoms(sp.MatrixSymbol):
        for i, j in itertools.product(
            range(read.size(m.rows)), range(read.size(m.cols))
        ):
            yield m[i, j]


def _key(read: Symbolic, q: Any) -> tuple[Any, tuple[int, ...]]:
    if isinstance(q, sp.Indexed):
        return q.base, tuple(map(int, q.indices))
    return q.parent, (int(q.i) + 1, int(q.j) + 1)
