"""What a claim takes as given, imposed on random values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from .. import nodes as nd
from .reader import Numeric, number


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
