"""Hypotheses that are orders: a number in terms of one that is positive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

import sympy as sp

from ..node import dims, is_matrix
from ..relations import ORDERED
from .reader import Symbolic

SIGNS = ("positive", "nonnegative", "negative", "nonpositive")


def orders(given: Iterable[Any]) -> list[Any]:
    """The hypotheses that one side is above or below the other."""
    return [h for h in given if getattr(h, "op", "") in ORDERED]


def gaps(given: Iterable[Any]) -> tuple[Any, ...]:
    """The numbers that orders say are nowhere positive: the lesser side less the other.

    None of what is no number, nor of entries at a free index.
    """
    found = [
        h.rhs - h.lhs if h.op in (">", ">=") else h.lhs - h.rhs for h in orders(given)
    ]
    return tuple(gap for gap in found if not dims(gap))


def raise_above(read: Symbolic, given: Iterable[Any], held: Any) -> list[Any]:
    """Make the reader's numbers satisfy orders; those that they may not satisfy.

    From x > c follows x = c + t with t > 0.  held: a name that stays free.
    """
    left: list[Any] = []
    for h in orders(given):
        try:
            found = _above(read, h, held)
        except Exception:  # what cannot be read at these sizes bounds nothing
            found = None
        if found is None:
            left.append(h)
            continue
        for name, value in read.known.items():
            read.known[name] = value.xreplace(found)
        read.known.update(found)
    return left


def put_within(read: Symbolic, domain: Mapping[Any, Any], held: Any) -> bool:
    """Make the reader's numbers lie in their intervals; whether there are any."""
    found = dict[Any, Any]()
    for name, ends in domain.items():
        if (
            name.is_Symbol
            and isinstance(ends, tuple)
            and name not in (held, *read.known)
        ):
            pair = cast(tuple[Any, Any], ends)
            low, high = (sp.nsimplify(b, rational=True) for b in pair)
            t = sp.Dummy("t", positive=True)
            found[name] = low + (high - low) / (1 + t)
    for name, value in read.known.items():
        read.known[name] = value.xreplace(found)
    read.known.update(found)
    return bool(found)


def _above(read: Symbolic, h: Any, held: Any) -> dict[Any, Any] | None:
    """A symbol in which an order is affine, in terms of how far its sides are apart."""
    gap = read(h.lhs) - read(h.rhs)
    if is_matrix(gap):
        return None
    gap = sp.expand(gap if h.op in (">", ">=") else -gap)
    apart = {"positive": True} if h.op in ("<", ">") else {"nonnegative": True}
    for s in sorted(gap.free_symbols, key=str):
        slope = gap.coeff(s)
        rest = gap - slope * s
        if s == held or s in read.ranges or s.is_integer:
            continue
        if not slope.is_number or slope == 0 or rest.has(s):
            continue
        value = sp.expand((sp.Dummy("t", real=True, **apart) - rest) / slope)
        signs = (sign for sign in SIGNS if getattr(s, f"is_{sign}"))
        if all(getattr(value, f"is_{sign}") for sign in signs):
            return {s: value}
    return None
