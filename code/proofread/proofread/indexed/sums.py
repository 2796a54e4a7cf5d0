"""Sums brought to a standard form: sums of connected products, deltas taken out."""

from __future__ import annotations

import itertools
from typing import Any

import sympy as sp

from . import ring
from .line import Found, Line
from .signs import is_positive


def bound(e: Any) -> tuple[Any, ...]:
    """The indices that a sum binds."""
    return tuple(limit[0] for limit in e.limits)


def factors(e: Any) -> list[Any]:
    """Factors of a product; a positive number to a sum is a product of powers."""
    found: list[Any] = []
    for f in sp.Mul.make_args(e):
        splits = isinstance(f, sp.exp) or (f.is_Pow and is_positive(f.base))
        if splits and f.exp.is_Add:
            found += [sp.Pow(f.base, a) for a in f.exp.args]
        else:
            found.append(f)
    return found


def holds(e: Any, indices: Any) -> set[Any]:
    """Those of some indices that a term holds free."""
    return free(e) & set(indices)


def free(e: Any) -> set[Any]:
    """Symbols that a term holds free; an Idx is one of them."""
    return {s for s in e.free_symbols if isinstance(s, (sp.Symbol, sp.Idx))}


def is_whole(line: Line, limit: Any) -> bool:
    """Whether a bound index runs over the range it has in this proof."""
    k, low, high = limit
    return low == 1 and line.indices.range_of(k) == high


def standard_step(line: Line, e: Any) -> Found | None:
    """The next step towards the standard form of one sum."""
    if not isinstance(e, sp.Sum):
        return None
    if not all(is_whole(line, limit) for limit in e.limits):
        return _renamed(line, e) or _taken_apart(e)
    body = e.function
    if body.is_Add:
        return "linearity", e, sp.Add(*[sp.Sum(a, *e.limits) for a in body.args])
    if (plainer := _expanded(body) or _lowest(body)) is not None:
        return "ring", body, plainer
    return _delta(line, e) or _counted(e) or _split(e) or _nested(line, e)


def _taken_apart(e: Any) -> Found | None:
    """A sum over part of a range: term by term, factors without its index out."""
    if e.function.is_Add:
        return "linearity", e, sp.Add(*[sp.Sum(a, *e.limits) for a in e.function.args])
    return _counted(e) or _split(e)


def apart(line: Line) -> None:
    """Every sum over a part of a range, or one of several, by an index of its own."""
    sums = {s for e in line.claim.expressions() for s in e.atoms(sp.Sum, sp.Product)}
    ranges = {(k, low, high) for s in sums for k, low, high in s.limits}
    indices = [k for k, _, _ in ranges]
    for s in sorted(line.term.atoms(sp.Sum), key=str):
        own = any(low != 1 or indices.count(k) > 1 for k, low, _ in s.limits)
        if own and line.term.has(s) and (found := _renamed(line, s)):
            line.take(*found)


def _renamed(line: Line, e: Any) -> Found | None:
    """A sum of the claim's own, its indices renamed to indices of this proof."""
    if any(low != 1 and k in line.indices.last for k, low, _ in e.limits):
        return None
    swap = {
        k: line.indices.bound(high if low == 1 else (low, high))
        for k, low, high in e.limits
        if low != 1 or line.indices.range_of(k) != high
    }
    limits = [(swap.get(k, k), low, high) for k, low, high in e.limits]
    return "rename", e, sp.Sum(e.function.xreplace(swap), *limits)


def _expanded(body: Any) -> Any:
    """A product multiplied out, where a factor is a sum; else None."""
    for f in sp.Mul.make_args(body):
        whole = f.is_Pow and f.exp.is_Integer and f.exp > 0 and f.base.is_Add
        if (f.is_Add and body.is_Mul) or whole:
            return ring.multiplied_out(body)
    return None


def _lowest(body: Any) -> Any:
    """A quotient by a sum in lowest terms; None where it is."""
    if not any(_divides(f) for f in sp.Mul.make_args(body)):
        return None
    made = ring.fraction(body)
    return None if made == body else made


def _divides(f: Any) -> bool:
    return bool(f.is_Pow and f.exp.is_Integer and f.exp < 0 and f.base.is_Add)


def _counted(e: Any) -> Found | None:
    for limit in e.limits:
        if limit[0] not in e.function.free_symbols:
            rest = [other for other in e.limits if other != limit]
            inner = sp.Sum(e.function, *rest) if rest else e.function
            return "count", e, (limit[2] - limit[1] + 1) * inner
    return None


def components(fs: list[Any], indices: tuple[Any, ...]) -> list[tuple[list[Any], Any]]:
    """Factors in groups that share no index: (factors, their indices)."""
    groups: list[tuple[list[Any], set[Any]]] = []
    for f in fs:
        held = holds(f, indices)
        joined = [g for g in groups if g[1] & held] if held else []
        groups = [g for g in groups if g not in joined]
        made = [f, *itertools.chain.from_iterable(g[0] for g in joined)]
        groups.append((made, held.union(*(g[1] for g in joined))))
    return groups


def _split(e: Any) -> Found | None:
    groups = components(factors(e.function), bound(e))
    outside = [f for fs, held in groups if not held for f in fs]
    inside = [g for g in groups if g[1]]
    if not outside and len(inside) < 2:
        return None
    if outside:
        rest = sp.Mul(*[f for fs, _ in inside for f in fs])
        return "split", e, sp.Mul(*outside) * sp.Sum(rest, *e.limits)
    fs, held = inside[0]
    rest = sp.Mul(*[f for other, _ in inside[1:] for f in other])
    mine = [limit for limit in e.limits if limit[0] in held]
    others = [limit for limit in e.limits if limit[0] not in held]
    return "split", e, sp.Sum(sp.Mul(*fs), *mine) * sp.Sum(rest, *others)


def _nested(line: Line, e: Any) -> Found | None:
    """A sum among the factors joins the sum around it."""
    for f in sp.Mul.make_args(e.function):
        base, power = f.as_base_exp() if f.is_Pow else (f, sp.S.One)
        if not isinstance(base, sp.Sum) or not (power.is_Integer and power > 0):
            continue
        if not all(is_whole(line, limit) for limit in base.limits):
            continue
        swap = {k: line.indices.bound(high) for k, _, high in base.limits}
        limits = [(swap[k], low, high) for k, low, high in base.limits]
        body = e.function / base * base.function.xreplace(swap)
        return "nest", e, sp.Sum(body, *e.limits, *limits)
    return None


def _delta(line: Line, e: Any) -> Found | None:
    """A Kronecker delta takes out the sum over one of its indices."""
    for f in sp.Mul.make_args(e.function):
        base = f.base if f.is_Pow else f
        if not isinstance(base, sp.KroneckerDelta):
            continue
        for k, other in (base.args, base.args[::-1]):
            if k in bound(e) and _same_range(line, k, other):
                limits = [limit for limit in e.limits if limit[0] != k]
                body = (e.function / f).xreplace({k: other})
                return "delta", e, sp.Sum(body, *limits) if limits else body
    return None


def _same_range(line: Line, k: Any, other: Any) -> bool:
    last, end = line.indices.range_of(other), line.indices.range_of(k)
    if other.is_Integer:
        return other == 1 or bool(end.is_Integer and 1 <= other <= end)
    return last is not None and (end == last or end - last in line.indices.natural)


def plain_deltas(line: Line, e: Any) -> Found | None:
    """A product with deltas: their first index in place of the second elsewhere."""
    if not isinstance(e, sp.Mul):
        return None
    for f in e.args:
        base = f.base if f.is_Pow else f
        if isinstance(base, sp.KroneckerDelta):
            a, b = sorted(base.args, key=str)
            rest = e / f
            if rest.has(b) and not rest.atoms(sp.Sum) and b.is_symbol:
                return "delta", e, rest.xreplace({b: a}) * base
            if f.is_Pow:
                return "delta", e, rest * base
    return None
