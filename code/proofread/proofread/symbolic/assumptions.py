"""What a claim takes as given, as a parametrization of the exact entries."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

import sympy as sp

from .. import nodes as nd
from .jets import Jet
from .reader import Symbolic, Undecided


def _fresh(read: Symbolic, label: str, low: float, high: float, **assume: Any):
    s = sp.Symbol(label, real=True, **assume)
    read.ranges[s] = (low, high)
    return s


def _symmetric(read, a, n):
    def entry(i, j):
        i, j = sorted((int(i), int(j)))
        bounds = (1.6, 3.1) if i == j else (-0.4, 0.4)
        return _fresh(read, f"{a.name}[{i + 1},{j + 1}]", *bounds)

    return sp.ImmutableMatrix(n, n, entry)


def _gram(read, a, n):
    """A positive semidefinite matrix as BᵀB, for the proof of an inequality."""
    b = sp.Matrix(n, n, lambda i, j: sp.Symbol(f"{a.name}'[{i},{j}]", real=True))
    return sp.ImmutableMatrix(b.T * b)


def _diagonal(read, a, n):
    return sp.ImmutableMatrix(
        n, n, lambda i, j: read.entry(a, a.name, (int(i) + 1,) * 2) if i == j else 0
    )


def _orthogonal(read, q, n, k=None):
    """The first columns of a Cayley transform: every rotation near the identity."""
    s = sp.zeros(n, n)
    for i, j in itertools.combinations(range(n), 2):
        s[i, j] = sp.Symbol(f"{q.name}'[{i},{j}]", real=True)
        s[j, i] = -s[i, j]
    rotation = (sp.eye(n) - s) * (sp.eye(n) + s).inv(method="ADJ")
    return sp.ImmutableMatrix(rotation[:, : k or n].applyfunc(sp.cancel))


def _unit(read, u, n):
    """Stereographic coordinates of the sphere."""
    t = [sp.Symbol(f"{u.name}'[{k}]", real=True) for k in range(1, n)]
    square = sum(a**2 for a in t)
    return sp.ImmutableMatrix([*[2 * a for a in t], square - 1]) / (square + 1)


def _simplex(read, name, n):
    w = [sp.Symbol(f"{name}'[{k}]", positive=True) for k in range(n)]
    return [a / sum(w) for a in w]


def assume(read: Symbolic, given: Iterable[Any], *, as_squares: bool = False) -> None:
    """Make the symbolic reader's entries satisfy every hypothesis.

    as_squares: write a positive (semi)definite matrix as BᵀB rather than as a
    symmetric one; an inequality needs it, an equation is quicker without.
    """
    earlier: set = set()
    for h in given:
        if isinstance(h, nd.Property):
            _assume_property(read, h, as_squares)
        elif h.op == "=":
            _solve(read, h, earlier)
        earlier |= h.atoms(sp.Symbol, sp.MatrixSymbol, sp.IndexedBase)


def _assume_property(read, h, as_squares):
    a = h.symbol
    if isinstance(a, sp.IndexedBase):
        (length,) = a.shape
        entries = _simplex(read, a.label.name, read.size(length))
        read.known.update({(a, (k,)): v for k, v in enumerate(entries, 1)})
        return
    n, k = read.size(a.rows), read.size(a.cols)
    if isinstance(h, nd.Simplex):
        read.known[a] = sp.ImmutableMatrix(_simplex(read, a.name, n))
    elif isinstance(h, nd.Orthogonal):
        read.known[a] = _orthogonal(read, a, n, k)
    else:
        definite = isinstance(h, (nd.PositiveDefinite, nd.PositiveSemidefinite))
        makers: dict[type, Callable] = {
            nd.Unit: _unit,
            nd.Diagonal: _diagonal,
            nd.Symmetric: _symmetric,
        }
        make = makers.get(type(h), _gram if definite and as_squares else _symmetric)
        read.known[a] = make(read, a, n)


_UNKNOWN = sp.Dummy("unknown", real=True)


def _solve(read, h, earlier):
    """Determine the last entry or derivative in which the hypothesis is affine."""
    free = read.freed(frozenset())
    values = [number_or_entries(free(h.lhs)), number_or_entries(free(h.rhs))]
    if max(map(len, values)) > 1:
        raise Undecided("a hypothesis between matrices: state a property instead")
    gap = sp.expand(values[0][0] - values[1][0])
    keys = {str(free(q)): _key(read, q) for q in _entries_of(read, h)}
    for s in sorted(gap.free_symbols, key=str, reverse=True):
        base = keys.get(str(s), s)
        owner = base[0] if isinstance(base, tuple) else base
        slope = sp.diff(gap, s)
        if owner not in earlier and slope != 0 and not slope.has(s):
            read.known[base] = sp.cancel(s - gap / slope)
            return
    for q in sorted(gap.atoms(Jet), key=str):
        slope = sp.diff(gap.xreplace({q: _UNKNOWN}), _UNKNOWN)
        if slope != 0 and not slope.has(_UNKNOWN):
            read.identities[q] = sp.cancel(
                _UNKNOWN - gap.xreplace({q: _UNKNOWN}) / slope
            )
            return
    raise Undecided("a hypothesis that is affine in no entry")


def number_or_entries(a: Any) -> list:
    """The entries of an explicit matrix, or the one number."""
    return list(a) if nd.is_matrix(a) else [a]


def _entries_of(read, h):
    """Every entry of an indexed base or vector that a hypothesis mentions."""
    for base in h.atoms(sp.IndexedBase):
        ranges = [range(1, read.size(n) + 1) for n in base.shape or ()]
        yield from (base[at] for at in itertools.product(*ranges) if at)
    for m in h.atoms(sp.MatrixSymbol):
        for i, j in itertools.product(
            range(read.size(m.rows)), range(read.size(m.cols))
        ):
            yield m[i, j]


def _key(read, q):
    if isinstance(q, sp.Indexed):
        return q.base, tuple(map(int, q.indices))
    return q.parent, (int(q.i) + 1, int(q.j) + 1)
