"""Free names of a term, and what stands for them put in without capture."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import sympy as sp

from .declaration import declared, indexed

NAMES = (sp.Symbol, sp.Idx, sp.MatrixSymbol)
CLOSED = (sp.Derivative, sp.Integral, sp.Limit)


class Captured(Exception):
    """A name that would change its meaning with the place where it is put."""


def bound(e: Any) -> tuple[Any, ...]:
    """The variables that a node binds."""
    if isinstance(e, sp.Lambda):
        return tuple(e.variables)
    binds = declared(e).binds
    return tuple(binds(e)) if binds else ()


@lru_cache(maxsize=65536)
def free(e: Any) -> frozenset[Any]:
    """The names and indices that are free in a term."""
    if isinstance(e, NAMES):
        return frozenset([e])
    if isinstance(e, sp.Subs):
        return free(e.expr).difference(e.variables) | free(e.point)
    return frozenset[Any]().union(*map(free, e.args)).difference(bound(e))


def is_place(e: Any) -> bool:
    """Whether a term can stand as an index."""
    return bool(e.is_Integer or (e.is_Symbol and e.is_integer) or isinstance(e, sp.Idx))


def put(e: Any, k: Any, j: Any) -> Any:
    """e with j in place of the symbol k wherever k is free; see `put_all`."""
    return _put(e, ((k, j),))


def put_all(e: Any, values: Mapping[Any, Any]) -> Any:
    """e with values in place of the symbols that are free in it, all at once.

    Raises Captured where a name of a value would be bound, or where a node would vary
    it.
    """
    return _put(e, tuple(values.items()))


@lru_cache(maxsize=65536)
def _put(e: Any, values: tuple[tuple[Any, Any], ...]) -> Any:
    values = tuple((k, j) for k, j in values if k in free(e))
    if not values or isinstance(e, sp.IndexedBase):  # its shape is part of its name
        return e
    if e == values[0][0]:
        return values[0][1]
    if isinstance(e, (sp.Sum, sp.Product)):
        return _put_in_sum(e, values)
    known = indexed(e)
    varied = set(known.varied(e)) if known.varied else set[Any]()
    for k, j in values:
        bars = {k} if _is_closed(e, k, j) else varied.union(bound(e))
        plain = known.of is not None or isinstance(e, (sp.MatrixBase, sp.Tuple))
        inert = plain and not varied
        if not free(j).union({k}).isdisjoint(bars) or not (inert or is_place(j)):
            raise Captured(f"no substitution of {j} for {k} in {e}")
    return e.func(*(_put(a, values) for a in e.args))


def _is_closed(e: Any, k: Any, j: Any) -> bool:
    """Whether nothing is put into a node: a place only where it is derived by names."""
    if isinstance(e, sp.Derivative) and is_place(k) and is_place(j):
        return not all(v.is_Symbol and v not in (k, j) for v in e.variables)
    return isinstance(e, CLOSED)


def _put_in_sum(e: Any, values: tuple[tuple[Any, Any], ...]) -> Any:
    """The same in a Sum, its indices apart from what is put in.

    Its ends move by whole numbers, or become one.
    """
    names = frozenset[Any]().union(*(free(j) for _, j in values))
    f, limits = e.function, list[Any]()
    for k, *ends in e.limits:
        moved = [(s, j) for s, j in values if any(s in free(b) for b in ends)]
        if not all(j.is_Integer or (j - s).is_Integer for s, j in moved):
            raise Captured(f"{ends} are the ends of {e}")
        ends = [_put(sp.expand(b), tuple(moved)) for b in ends]
        fresh = sp.Dummy(integer=True) if k in names else k
        f = _put(f, ((k, fresh),))
        limits.append((fresh, *ends))
    return e.func(_put(f, values), *limits)
