"""What a claim takes as given, imposed on exact entries and on random values alike."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from . import nodes as nd
from .jets import Jet
from .numeric import Numeric, number
from .symbolic import Symbolic, Undecided

# ---- reader 1: a property becomes a parametrization of the entries


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
    """Determine the last entry, or the derivative, in which the hypothesis is affine."""
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


# ---- reader 2: a property is imposed on random values


def _positive_definite(rng, a):
    return a @ a.T / len(a) + 0.3 * np.eye(len(a))


IMPOSE: dict[type, Callable] = {
    nd.Symmetric: lambda rng, a: (a + a.T) / 2,
    nd.PositiveDefinite: _positive_definite,
    nd.PositiveSemidefinite: _positive_definite,
    nd.Diagonal: lambda rng, a: np.diag(np.diag(a)),
    nd.Orthogonal: lambda rng, a: np.linalg.qr(a)[0],
    nd.Unit: lambda rng, a: a / np.linalg.norm(a),
    nd.Simplex: lambda rng, a: np.abs(a) / np.sum(np.abs(a)),
}


class Rejected(Exception):
    """Random values that do not satisfy an inequality: draw others."""


def impose(read: Numeric, given: Iterable[Any], rng: np.random.Generator) -> None:
    """Make the numeric reader's values satisfy every hypothesis, or raise Rejected."""
    given, earlier = list(given), set()
    for h in given:
        if isinstance(h, nd.Property):
            read.values[h.symbol] = IMPOSE[type(h)](rng, read.values[h.symbol])
        elif h.op == "=":
            _adjust(read, h, earlier)
        earlier |= h.atoms(sp.Symbol, sp.MatrixSymbol, sp.IndexedBase)
    if not all(holds(read, h) for h in given if isinstance(h, nd.Relation)):
        raise Rejected


def holds(read: Numeric, h: nd.Relation) -> bool:
    """Whether a relation holds between the values the reader has."""
    a, b = (float(np.real(number(read(q)))) for q in (h.lhs, h.rhs))
    close = abs(a - b) <= 1e-9 * max(1.0, abs(a))
    table = {"=": close, "<=": a <= b or close, "<": a < b, ">=": a >= b or close}
    return table.get(h.op, a > b)


def _adjust(read, h, earlier):
    """Move the last entry in which the hypothesis is affine to where it holds."""
    atoms = h.atoms(sp.Symbol, sp.MatrixSymbol, sp.IndexedBase)
    held = sorted((a for a in atoms if a in read.values), key=str, reverse=True)
    for key in held:
        if key in earlier or key.is_integer:
            continue
        value = np.array(read.values[key], dtype=float)
        at = tuple(n - 1 for n in value.shape)
        gaps = [_gap_with(read, h, key, value, at, v) for v in (0.0, 1.0, 2.0)]
        slope = gaps[1] - gaps[0]
        if abs(slope) > 1e-9 and abs(gaps[2] - gaps[1] - slope) < 1e-9:
            value[at] = -gaps[0] / slope
            read.values[key] = value if value.ndim else float(value)
            return
    _rescale(read, h)


def _rescale(read, h):
    """Scale the function in which the hypothesis is affine, to where it holds."""
    for key in sorted({q.func for q in h.atoms(AppliedUndef)}, key=str, reverse=True):
        f = read.values[key]
        gaps = [
            _gap(read.within({key: lambda *x, c=c: c * f(*x)}), h)
            for c in (0.0, 1.0, 2.0)
        ]
        slope = gaps[1] - gaps[0]
        if abs(slope) > 1e-9 and abs(gaps[2] - gaps[1] - slope) < 1e-9:
            c = -gaps[0] / slope
            read.values[key] = lambda *x: c * f(*x)
            return
    raise ValueError(f"no entry and no function makes the hypothesis {h} hold")


def _gap(read, h):
    return float(np.real(number(read(h.lhs)) - number(read(h.rhs))))


def _gap_with(read, h, key, value, at, v):
    moved = value.copy()
    moved[at] = v
    return _gap(read.within({key: moved if moved.ndim else float(moved)}), h)
