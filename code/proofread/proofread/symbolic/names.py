"""A free name at concrete sizes: its entries as symbols, or as exact numbers."""

from __future__ import annotations

import itertools
import zlib
from typing import Any

import numpy as np
import sympy as sp

from ..node import is_matrix
from .points import rational_point
from .reader import Symbolic, number

SIGNS = "positive", "nonnegative", "negative", "nonpositive"


def matrix_entries(read: Symbolic, e: Any) -> Any:
    """The explicit matrix of a matrix symbol's entries."""
    rows, cols = read.size(e.rows), read.size(e.cols)
    at = itertools.product(range(1, rows + 1), range(1, cols + 1))
    return sp.ImmutableMatrix(rows, cols, [read.entry(e, e.name, ij) for ij in at])


def at_point(read: Symbolic, e: Any, made: Any) -> Any:
    """The matrix with numbers for its symbols, where points alone are to decide."""
    free = all(q.is_Symbol for q in made)
    if not read.at_points or read.is_masked(e) or not free:
        return made
    rng = np.random.default_rng(zlib.crc32(e.name.encode()))
    return made.xreplace(rational_point(made.free_symbols, rng, read.ranges))


def put_at_point(read: Symbolic) -> None:
    """Put numbers for the symbols of all matrices that hypotheses made."""
    known = {k: v for k, v in read.known.items() if is_matrix(v)}
    free = sp.Tuple(*known.values()).free_symbols
    rng = np.random.default_rng(zlib.crc32(" ".join(sorted(map(str, free))).encode()))
    point = rational_point(free, rng, read.ranges)
    read.known.update({k: v.xreplace(point) for k, v in known.items()})


def indexed_entry(read: Symbolic, e: Any) -> Any:
    """The entry of an indexed symbol: known, defined or free."""
    base, at = e.base, tuple(read.size(k) for k in e.indices)
    lengths = zip(at, base.shape or (), strict=False)
    if min(at) < 1 or any(a > read.size(n) for a, n in lengths):
        raise IndexError(f"{e} is outside 1..{base.shape}")
    if base in read.known:
        return read(read.known[base][at])
    if not read.is_masked(e) and (found := read.definitions.lookup(base[at])):
        value, bound = found
        return number(read.within(bound)(value))
    known = {sign: getattr(base.label, f"is_{sign}") for sign in SIGNS}
    return read.entry(base, str(base.label), at, **known)
