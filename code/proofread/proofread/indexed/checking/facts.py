"""Rules for what a claim says: its definitions, its hypotheses, its inverses.

A rule returns the names that it rests on, which no derivative around may be by.
"""

from __future__ import annotations

import functools
from typing import Any

import sympy as sp

from ... import nodes as nd
from ...declaration import declared
from ...nodes import Entry, Slope
from .contractions import contracted
from .terms import INERT, Refused, dims, free, running, same
from .world import World

ONE = sp.S.One
Proven = set[Any] | bool


def where(old: Any, new: Any, world: World) -> Proven:
    """A name and what it stands for, also within a letter; not where it is held."""
    for q in sp.preorder_traversal(old):
        if world.definitions.lookup(q):
            value, name = world.stands_for(q)
            if same(unfolded(old, q, value), new):
                return {name}
    return False


def unfolded(e: Any, q: Any, value: Any) -> Any:
    """The term with a value for a name, through nodes that leave names their value."""
    if e == q:
        return value
    if not e.has(q):
        return e
    bound = running(e) if isinstance(e, (sp.Sum, sp.Product)) else _variables(e)
    clash = not free(value).isdisjoint(bound) or (
        isinstance(e, Slope) and e.args[0] == q
    )
    if clash or not isinstance(e, INERT):
        raise Refused(f"{q} does not stand for its value in {e}")
    return e.func(*(unfolded(a, q, value) for a in e.args))


def _variables(e: Any) -> Any:
    return e.variables if isinstance(e, sp.Lambda) else ()


def hypothesis(old: Any, new: Any, world: World) -> Proven:
    """What a claim takes as given; not where a name that it mentions is held."""
    for h in world.claim.given:
        if _follows(old, new, h):
            return world.reach(h)
    return False


def _follows(old: Any, new: Any, h: Any) -> bool:
    if isinstance(h, nd.Relation):
        if isinstance(old, Entry) and dims(h.lhs) not in ((), (1, 1)):
            i, j = old.args[1:]
            return (
                h.op == "=" and old == Entry(h.lhs, i, j) and new == Entry(h.rhs, i, j)
            )
        return h.op == "=" and (old, new) == (h.lhs, h.rhs)
    of, known = h.symbol, declared(h).hypothesis
    if isinstance(old, Entry) and old.args[0] == of:
        i, j = old.args[1:]
        swapped = bool(known and known.symmetric) and new == Entry(of, j, i)
        diagonal = isinstance(h, nd.Diagonal) and new == sp.KroneckerDelta(i, j) * old
        return swapped or diagonal
    rule = next((r for kind, r in CONTRACTED.items() if isinstance(h, kind)), None)
    return bool(rule) and contracted(old, new, functools.partial(rule, of))


def _orthogonal(q: Any, k: Any, *pq: Any) -> Any:
    if len(pq) != 2 or not all(isinstance(p, Entry) and p.args[0] == q for p in pq):
        return None
    (_, a, i), (_, b, j) = (p.args for p in pq)
    if a == b == k and k not in (i, j):
        return sp.KroneckerDelta(i, j)
    square = q.rows == q.cols and i == j == k and k not in (a, b)
    return sp.KroneckerDelta(a, b) if square else None


def _unit(u: Any, k: Any, *pq: Any) -> Any:
    return ONE if dims(u)[1] == 1 and pq == (Entry(u, k, 1),) * 2 else None


def _simplex(p: Any, k: Any, *pq: Any) -> Any:
    if isinstance(p, sp.IndexedBase):
        return ONE if pq == (p[k],) and len(p.shape or ()) == 1 else None
    return ONE if dims(p)[1] == 1 and pq == (Entry(p, k, 1),) else None


CONTRACTED = {nd.Orthogonal: _orthogonal, nd.Unit: _unit, nd.Simplex: _simplex}


# ---- inverses


def inverted(m: Any) -> Any:
    """The matrix that m is the inverse of, or None."""
    if isinstance(m, sp.MatPow):
        return m.base if m.exp == -1 else None
    return m.arg if isinstance(m, sp.Inverse) else None


def inverse(old: Any, new: Any, world: World) -> Proven:
    """What an inverse is, beside its matrix or alone."""
    if not isinstance(old, Entry):
        return contracted(old, new, _cancelled)
    m, i, j = old.args
    a = inverted(m)
    if a is None:
        return False
    if dims(a) == (1, 1):
        return new == 1 / Entry(a, ONE, ONE)
    if isinstance(a, nd.Diag) and dims(a.args[0])[1] == 1:
        return new == sp.KroneckerDelta(i, j) / Entry(a.args[0], i, ONE)
    if isinstance(new, Entry) and new.args[1:] == (j, i):
        if isinstance(a, sp.Transpose) and inverted(new.args[0]) == a.arg:
            return True
        return new.args[0] == m and symmetric(a, world)
    return False


def _cancelled(k: Any, *pq: Any) -> Any:
    if len(pq) != 2 or not all(isinstance(p, Entry) for p in pq):
        return None
    (a, i, p), (b, q, j) = (p.args for p in pq)
    apart = p == q == k and k not in {i, j, *free(a), *free(b)}
    return (
        sp.KroneckerDelta(i, j)
        if apart and (inverted(a) == b or inverted(b) == a)
        else None
    )


def symmetric(a: Any, world: World) -> Proven:
    """Whether A = Aᵀ, by hypothesis or as it stands; what that rests on."""
    for h in world.claim.given:
        known = declared(h).hypothesis
        if known and known.symmetric and h.symbol == a:
            return world.reach(h)
    if isinstance(a, (sp.Identity, nd.Diag)):
        return True
    if isinstance(a, (sp.Inverse, sp.Transpose, sp.MatPow)):
        return symmetric(a.args[0], world)
    if isinstance(a, sp.MatAdd):
        return _all([t for t in a.args if turned(t) not in a.args], world)
    tables = [t for t in a.args if dims(t)] if isinstance(a, sp.MatMul) else []
    half = len(tables) // 2
    ends = list(zip(tables[:half], tables[::-1], strict=False))
    if tables and all(q in (p, turned(p)) for p, q in ends):
        alike = [p for p, q in ends if p == q]
        return _all([*alike, *tables[half : len(tables) - half]], world)
    return False


def turned(a: Any) -> Any:
    """The transpose of a matrix, as it would be written."""
    if isinstance(a, sp.MatMul):
        numbers = [t for t in a.args if not dims(t)]
        return sp.MatMul(*numbers, *(turned(t) for t in a.args[::-1] if dims(t)))
    return a.arg if isinstance(a, sp.Transpose) else sp.Transpose(a)


def _all(parts: list[Any], world: World) -> Proven:
    """Whether all of these are symmetric, and what that rests on."""
    found = [symmetric(p, world) for p in parts]
    names = set[Any]().union(*(f for f in found if isinstance(f, set)))
    return all(f is not False for f in found) and (names or True)
