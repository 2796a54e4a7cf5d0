"""The random numbers that an expression depends on, each a name and a place in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import sympy as sp

from ..distributions import Distribution, OfSample, Random, law_of
from ..node import is_matrix
from .apart import require_apart, running
from .reader import Numeric

Entry = tuple[Any, tuple[int, ...], Distribution]


def random_entries(read: Numeric, e: Any) -> list[Entry]:
    """(key, index, distribution) of every random number that e depends on."""
    found: set[Entry] = set()
    for a in read.definitions.atoms(e, Random, OfSample, sp.Indexed):
        alone = isinstance(a, sp.Symbol | OfSample)
        if alone or (is_matrix(a) and a.distribution.joint):
            found.add((a, (), a.distribution))
        elif is_matrix(a):
            at = range(read.count(a.rows))
            found |= {(a, (k, 0), a.distribution) for k in at}
        elif isinstance(a, sp.Indexed) and (law := law_of(a.base)):
            found |= {(a.base, (k,), law) for k in _places(read, a, e)}
    require_apart(read, e, {key for key, *_ in found})
    return sorted(found, key=str)


def _places(read: Numeric, a: sp.Indexed, e: Any) -> Iterable[int]:
    """Of a random sample the place that is meant in e, or every one if that may run."""
    (k,) = a.indices
    named, nodes = k.free_symbols, set(sp.preorder_traversal(e))
    bound = running(nodes)
    defined = any(map(read.definitions.lookup, nodes))
    if defined or not named <= read.values.keys() - bound:
        return range(read.count(a.base.shape[0]))
    return [read.count(k) - 1]


def held_at(entries: list[Entry], point: tuple[Any, ...]) -> dict[Any, Any]:
    """What each name with random entries stands for at one point of the quadrature."""
    held: dict[Any, Any] = {k: np.zeros(n) for k, n in _shapes(entries).items()}
    for (key, at, law), (node, _) in zip(entries, point, strict=True):
        if law.joint:
            held[key] = node
        else:
            held[key][at] = node
    return {k: v if v.ndim else float(v) for k, v in held.items()}


def _shapes(entries: list[Entry]) -> dict[Any, tuple[int, ...]]:
    """How large an array each name with random entries needs."""
    shapes: dict[Any, tuple[int, ...]] = {}
    for key, at, _ in entries:
        before = shapes.get(key, (0,) * len(at))
        shapes[key] = tuple(max(a, b + 1) for a, b in zip(before, at, strict=True))
    return shapes
