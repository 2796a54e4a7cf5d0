"""What a claim takes as given, imposed on random values."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef

from ..declaration import declared
from .reader import Numeric, number, real
from .sources import Source

ZERO = 1e-9


class Rejected(Exception):
    """Random values that do not satisfy an inequality: draw others."""


def impose(
    read: Numeric, given: Iterable[Any], source: Source, *, moving: bool = False
) -> None:
    """Make the numeric reader's values satisfy every hypothesis, or raise Rejected.

    Properties come first, then equations, then orders: what is moved afterwards is
    another name.  moving: whether a number is put beyond its bound where an order does
    not hold of those drawn.
    """
    given = sorted(given, key=_turn)
    earlier: set[Any] = set()
    for h in given:
        if known := declared(h).hypothesis:
            read.hold(h.symbol, known.impose(source, read.values[h.symbol]))
        elif h.op == "=":
            _adjust(read, h, earlier, source)
        elif moving and not holds(read, h):
            _put_beyond(read, h, earlier, source)
        else:
            continue
        earlier |= h.atoms(sp.Symbol, sp.MatrixSymbol, sp.IndexedBase)
    if not all(holds(read, h) for h in given if not declared(h).hypothesis):
        raise Rejected


def _turn(h: Any) -> int:
    return 0 if declared(h).hypothesis else 1 if h.op == "=" else 2


def holds(read: Numeric, h: Any) -> bool:
    """Whether a relation holds between the values the reader has."""
    a, b = (real(read(q)) for q in (h.lhs, h.rhs))
    close = abs(a - b) <= 1e-9 * max(1.0, abs(a))
    table = {"=": close, "<=": a <= b or close, "<": a < b, ">=": a >= b or close}
    return table.get(h.op, a > b)


def _adjust(read: Numeric, h: Any, earlier: set[Any], source: Source) -> None:
    """Move an entry in which the hypothesis is affine to where it holds.

    Which name is moved is drawn: x y = 0 holds where x is 0, and where y is.
    """
    atoms = h.atoms(sp.Symbol, sp.MatrixSymbol, sp.IndexedBase)
    held = sorted((a for a in atoms if a in read.values), key=str, reverse=True)
    movable = [k for k in held if not (k in earlier or k.is_integer)]
    could = False
    for place in source.rng.permutation(len(movable)):
        key = movable[place]
        value = np.array(read.values[key], dtype=float)
        moved = partial(_moved, read, key, value)
        root = _root(lambda v, moved=moved: _gap(moved(v), h))
        could = could or root is not None
        if root is not None and _is_assumed(key, root):
            read.hold(key, moved(root).values[key])
            return
    if could:
        raise Rejected
    _rescale(read, h)


def _put_beyond(read: Numeric, h: Any, earlier: set[Any], source: Source) -> None:
    """Put a number in which an order is affine beyond its bound."""
    names = sorted((s for s in h.atoms(sp.Symbol) if s in read.values), key=str)
    for key in names:
        if key in earlier or key.is_integer:
            continue

        def gap(v: float, key: Any = key) -> float:
            return _gap(read.within({key: v}), h)

        root, rising = _root(gap), gap(1.0) > gap(0.0)
        side = 1 if rising == (h.op in (">", ">=")) else -1
        if root is not None and _is_assumed(
            key, found := root + side * source.positive()
        ):
            read.hold(key, found)
            return


def _moved(read: Numeric, key: Any, value: Any, last: float) -> Numeric:
    """The reader with the last entry of one of its values replaced."""
    moved = value.copy()
    moved[tuple(n - 1 for n in value.shape)] = last
    return read.within({key: moved if moved.ndim else float(moved)})


def _rescale(read: Numeric, h: Any) -> None:
    """Scale the function in which the hypothesis is affine, to where it holds."""
    for key in sorted({q.func for q in h.atoms(AppliedUndef)}, key=str, reverse=True):
        f = read.values[key]
        root = _root(lambda c, key=key, f=f: _gap(read.within({key: f.times(c)}), h))
        if root is not None and abs(root) > ZERO:
            read.hold(key, f.times(root))
            return
    what = f"no entry and no function but 0 makes the hypothesis {h} hold"
    raise LookupError(f"{what}: say in `where` what a name stands for")


def _is_assumed(name: Any, root: float) -> bool:
    """Whether a number is none that a name is assumed not to be."""
    label = getattr(name, "label", name)
    if isinstance(label, sp.MatrixSymbol):
        return True
    signs = ((label.is_positive, root > 0), (label.is_negative, root < 0))
    signs += ((label.is_nonnegative, root >= 0), (label.is_nonpositive, root <= 0))
    return all(said in (None, so) for said, so in signs)


def _root(gap: Callable[[float], float]) -> float | None:
    """Where a function is zero, if its values at 0, 1 and 2 say that it is affine."""
    a, b, c = (gap(v) for v in (0.0, 1.0, 2.0))
    slope = b - a
    if abs(slope) > 1e-9 and abs(c - b - slope) < 1e-9:
        return -a / slope
    return None


def _gap(read: Numeric, h: Any) -> float:
    return real(number(read(h.lhs)) - number(read(h.rhs)))
