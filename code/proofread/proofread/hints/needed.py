"""What would have to stand at a place for an equation to hold, and what that is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
import sympy as sp

from ..numeric import Numeric
from ..work import spend
from .situations import CLOSE, Array, Situations, value_at
from .usual import HALF

ITERATIONS = 12
NUMBERS = (sp.S.One, sp.S.NegativeOne, sp.Integer(2), sp.Integer(-2), HALF, -HALF)
Gap = Callable[[float], Array | None]


class Known(NamedTuple):
    """Expressions, and a row of values for each: one in every situation."""

    expressions: list[Any]
    table: Array


class Meant(NamedTuple):
    """An expression for what is needed at a place; cost: how far it is from it."""

    cost: int
    expression: Any


def known(parts: list[Any], at: Situations) -> Known:
    """The parts that are real numbers in every situation, with their values."""
    rows = [(part, _row(part, at)) for part in parts]
    kept = [(part, row) for part, row in rows if row is not None and np.all(row != 0)]
    table = np.array([row for _, row in kept]).reshape(len(kept), len(at.readers))
    return Known([part for part, _ in kept], table)


def _row(e: Any, at: Situations) -> Array | None:
    values = list(at.values(e))
    plain = all(v is not None and not v.ndim and v.dtype.kind != "c" for v in values)
    return np.array(values, dtype=float) if plain else None


def needed(
    tree: Any, unknown: Any, start: Any, at: Situations, target: list[Array | None]
) -> Array | None:
    """The number in each situation for which the tree has the target's values."""
    row = _row(start, at)
    found: list[float] = []
    for k, (read, wanted) in enumerate(zip(at.readers, target, strict=True)):
        first = float(row[k]) if row is not None and row[k] else 1.0
        value = _solved(_gap(tree, unknown, read, wanted), first)
        if value is None:
            return None
        found.append(value)
    return np.array(found)


def _gap(tree: Any, unknown: Any, read: Numeric, wanted: Array | None) -> Gap:
    """How far the tree is from a value, entry by entry, for a number put in."""

    def gap(u: float) -> Array | None:
        value = value_at(read.within({unknown: u}), tree)
        if value is None or wanted is None or value.shape != wanted.shape:
            return None
        return np.ravel(np.real(value - wanted))

    return gap


def _solved(gap: Gap, start: float) -> float | None:
    """Where the entry that moves most is 0, if all the others are 0 there too."""
    before, here = start, start * 1.25
    first, now = gap(before), gap(here)
    if first is None or now is None:
        return None
    moving = int(np.argmax(np.abs(now - first)))
    for _ in range(ITERATIONS):
        if now[moving] == first[moving]:
            break
        step = now[moving] * (here - before) / (now[moving] - first[moving])
        before, here = here, here - step
        first, now = now, gap(here)
        if now is None:
            return None
        if abs(step) <= CLOSE * 1e-3 * abs(here):
            break
    return float(here) if np.max(np.abs(now)) <= CLOSE else None


def recognized(e: Any, values: Array, parts: Known, at: Situations) -> Iterator[Meant]:
    """What has the values that are needed, built of the node there and of parts."""
    row = _row(e, at)
    with np.errstate(all="ignore"):
        if row is not None:
            yield from _beside(e, row, values, parts)
        for c in NUMBERS:
            yield from (Meant(2, c * p) for p in _equal(parts, values / float(c)))
        yield from _of_two(values, parts)


def _beside(e: Any, row: Array, values: Array, parts: Known) -> Iterator[Meant]:
    """The node with a factor or a term."""
    yield from (Meant(1, e * p) for p in _equal(parts, values / row))
    yield from (Meant(1, e / p) for p in _equal(parts, row / values))
    for c in NUMBERS:
        terms = _equal(parts, (values - row) / float(c))
        yield from (Meant(1, e + c * p) for p in terms)


def _of_two(values: Array, parts: Known) -> Iterator[Meant]:
    """Products, quotients, sums and differences of two parts."""
    for p, row in zip(parts.expressions, parts.table, strict=True):
        yield from (Meant(3, p * q) for q in _equal(parts, values / row))
        yield from (Meant(3, p / q) for q in _equal(parts, row / values))
        yield from (Meant(3, p + q) for q in _equal(parts, values - row))
        yield from (Meant(3, p - q) for q in _equal(parts, row - values))


def _equal(parts: Known, values: Array) -> Iterator[Any]:
    spend()
    if np.all(np.isfinite(values)):
        size = np.maximum(1.0, np.abs(values))
        same = np.all(np.abs(parts.table - values) <= CLOSE * size, axis=1)
        yield from (parts.expressions[k] for k in np.flatnonzero(same))
