"""Slips of the pen at one node: what nodes are declared to be mistaken for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from .declaration import declared

Slip = tuple[str, Any]
REFUSED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
    sp.ShapeError,
)
"""What SymPy raises where a change makes no formula."""


def slips(e: Any) -> Iterator[Slip]:
    """Every slip at one node, in a fixed order, up to one that SymPy refuses."""
    if told := declared(e).slips:
        yield from told(e)


def attempt(make: Callable[[], Any]) -> Any:
    """What `make` returns, or None where SymPy refuses."""
    try:
        return make()
    except REFUSED:
        return None


def becomes(kind: Callable[..., Any]) -> Callable[[Any], Iterator[Slip]]:
    """The slip of writing another function of the same arguments."""
    return lambda e: iter([("function", kind(*e.args))])


def replaced(e: Any, k: int, new: Any) -> Any:
    """The node with one argument replaced."""
    args = [new if place == k else a for place, a in enumerate(e.args)]
    return attempt(lambda: e.func(*args))


def without(e: Any, k: int) -> Any:
    """The node without one argument; the other where only one is left."""
    rest = [a for place, a in enumerate(e.args) if place != k]
    return attempt(lambda: e.func(*rest)) if len(rest) > 1 else rest[0]


def dropped_factors(e: Any) -> Iterator[Slip]:
    """A product without one of its factors."""
    for k, a in enumerate(e.args):
        if a not in (-1, 1):
            yield "drop factor", without(e, k)


def off_by_one(e: Any) -> Iterator[Slip]:
    """What is counted by the second argument, one further on."""
    yield "off by one", e.func(e.args[0], e.args[1] + 1)
