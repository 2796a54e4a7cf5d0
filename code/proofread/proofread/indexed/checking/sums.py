"""Rules for sums: linear, split, counted, nested, renamed, and contracted."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sympy as sp

from ...node import is_matrix
from .ring import same_function
from .terms import dims, factors, free, orders, put, running, same, total
from .world import World


def equal(a: Any, b: Any) -> bool:
    """Whether two terms are the same up to the arithmetic of their letters."""
    return a == b or same_function(a, b)


def is_finite(e: Any) -> bool:
    """Whether a Sum is one of numbers, its ends finite and free of its indices."""
    ends = {s for _, *bounds in e.limits for b in bounds for s in free(b)}
    finite = all(b.is_finite is not False for _, *bs in e.limits for b in bs)
    return finite and not ends.intersection(running(e)) and not dims(e.function)


def linearity(old: Any, new: Any, world: World) -> bool:
    """Σ of a sum is the sum of the Σ, and a number goes before the Σ."""
    return equal(_linear(old), _linear(new))


def _linear(e: Any) -> Any:
    """The term with its outer Sums as sums of numbers times Sums of products."""
    if isinstance(e, (sp.Add, sp.Mul, sp.Pow)) and not is_matrix(e):
        return e.func(*map(_linear, e.args))
    if not isinstance(e, sp.Sum) or not is_finite(e):
        return e
    made: list[Any] = []
    for t in _terms(e.function):
        parts = factors(t)
        inside = [p for p in parts if free(p).intersection(running(e))]
        outside = sp.Mul(*(p for p in parts if p not in inside))
        made.append(outside * sp.Sum(sp.Mul(*inside), *e.limits))
    return sp.Add(*made)


def _terms(e: Any) -> list[Any]:
    """The terms of a product of sums, multiplied out."""
    if isinstance(e, sp.Add) and not is_matrix(e):
        return [t for a in e.args for t in _terms(a)]
    if not isinstance(e, (sp.Mul, sp.Pow)) or len(parts := factors(e)) < 2:
        return [e]
    return [sp.Mul(*chosen) for chosen in itertools.product(*map(_terms, parts))]


def split(old: Any, new: Any, world: World) -> bool:
    """Σ_{K∪L} c·f·g = c (Σ_K f)(Σ_L g), where f holds no index of L and g none of K."""
    if not isinstance(old, sp.Sum) or not is_finite(old):
        return False
    chosen = [
        kept
        for r in range(1, len(old.limits) + 1)
        for kept in itertools.combinations(old.limits, r)
    ]
    return any(new == made for kept in chosen for made in _splits(old, kept))


def _splits(old: Any, kept: Any) -> Iterator[Any]:
    """The Sum as a product of one over these limits and one over the others."""
    others = [t for t in old.limits if t not in kept]
    mine, theirs = ({t[0] for t in limits} for limits in (kept, others))
    parts = [q for p in factors(old.function) for q in _exponentials(p)]
    inner = [p for p in parts if free(p) & mine]
    outer = [p for p in parts if free(p) & theirs]
    apart = [p for p in parts if p not in inner and p not in outer]
    if not any(p in outer for p in inner):
        rest = total(sp.Mul(*outer), others)
        yield sp.Mul(*apart) * total(sp.Mul(*inner), kept) * rest


def _exponentials(e: Any) -> list[Any]:
    """The factors of an exponential of a sum; a term itself where it is none."""
    if not isinstance(e, sp.exp):
        return [e]
    return [sp.exp(a) for a in sp.Add.make_args(e.exp)]


def count(old: Any, new: Any, world: World) -> bool:
    """Σ_k f = n f, where f does not hold k."""
    if not isinstance(old, sp.Sum) or not is_finite(old):
        return False
    idle = [t for t in old.limits if t[0] not in free(old.function)]
    for r in range(1, len(idle) + 1):
        for gone in itertools.combinations(idle, r):
            kept = [t for t in old.limits if t not in gone]
            many = sp.Mul(*(high - low + 1 for _, low, high in gone))
            if equal(many * total(old.function, kept), new):
                return True
    return False


def nest(old: Any, new: Any, world: World) -> bool:
    """Σ_K c (Σ_L f)^p = Σ_{K∪L'} c (Σ_L f)^(p−1) f', with L' for L in f'."""
    held, body = (old.limits, old.function) if isinstance(old, sp.Sum) else ((), old)
    if not isinstance(new, sp.Sum) or not set(held) <= set(new.limits):
        return False
    if not is_finite(new):
        return False
    fresh = [limit for limit in new.limits if limit not in held]
    names = {limit[0] for limit in fresh}
    if not fresh or names & (free(body) | {limit[0] for limit in held}):
        return False
    parts = factors(body)
    for inner in [p for p in set(parts) if isinstance(p, sp.Sum) and is_finite(p)]:
        others = parts.copy()
        others.remove(inner)
        for order in orders(fresh, inner.limits):
            f = renamed(inner, order)
            if f is not None and equal(sp.Mul(*others, f), new.function):
                return True
    return False


def renamed(e: Any, limits: Any) -> Any:
    """The body of a Sum with other indices; None if one of them is free in it."""
    f = e.function
    if free(f).intersection(t[0] for t in limits) - set(running(e)):
        return None
    held = [sp.Dummy(integer=True) for _ in limits]
    for k, d in zip(running(e), held, strict=True):
        f = put(f, k, d)
    for d, t in zip(held, limits, strict=True):
        f = put(f, d, t[0])
    return f


def rename(old: Any, new: Any, world: World) -> bool:
    """Bound indices renamed one to one to others of the same ranges."""
    if not isinstance(old, sp.Sum) or not isinstance(new, sp.Sum):
        return False
    if len(set(running(old))) < len(old.limits) or not is_finite(old):
        return False
    order = orders(new.limits, old.limits)
    return any(same(old, sp.Sum(new.function, *t)) for t in order)


def delta(old: Any, new: Any, world: World) -> bool:
    """j in place of k beside δ_kj; under a Σ over k the δ goes as well."""
    summed = isinstance(old, sp.Sum)
    parts = factors(old.function if summed else old)
    for d in [p for p in parts if isinstance(p, sp.KroneckerDelta)]:
        rest = sp.Mul(*(p for p in parts if p != d))
        for k, j in (d.args[:2], d.args[1::-1]):
            if len(d.args) > 2 or not world.ranges.of(k):
                continue
            if not summed:
                made = d * put(rest, k, j)
            elif _removes(old, k, j, world):
                kept = [t for t in old.limits if t[0] != k]
                made = total(put(rest, k, j), kept)
            else:
                continue
            if same(made, new) or equal(made, new):
                return True
    return False


def _removes(old: Any, k: Any, j: Any, world: World) -> bool:
    """Whether j is in the range of k, over which the Sum runs from 1."""
    limit = next((t for t in old.limits if t[0] == k), None)
    return (
        limit is not None
        and limit[1] == 1
        and world.ranges.holds(j, sp.expand(limit[2]))
    )
