"""What holds of sums and products at their ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ...binding import Captured, put
from ...declaration import Equation


def _telescoped(e: Any) -> Iterator[Equation]:
    """The sum of g(k) − g(k + 1) is g at the first index less g beyond the last."""
    f, (k, low, high), *more = e.args
    if more or not f.is_Add or not low.is_finite or not high.is_finite:
        return
    parts = [sp.powsimp(a, combine="exp") for a in f.args]
    for g, other in (parts, parts[::-1]) if _is_arithmetic(f) else ():
        if put(g, k, k + 1) == -other:
            yield Equation(e, put(g, k, low) - put(g, k, high + 1))


def _parted(e: Any) -> Iterator[Equation]:
    """A sum with one term more at an end, less that term; and read from either end.

    A sum of one term is that term.
    """
    f, (k, low, high), *more = e.args
    if more or not low.is_finite or not high.is_finite:
        return
    longer = e.func(f, (k, low, high + 1)), e.func(f, (k, low - 1, high))
    for total, end in zip(longer, (high + 1, low - 1), strict=True):
        yield Equation(e, total - put(f, k, end), sure=False)
    turned = sp.expand(put(f, k, low + high - k))
    waves = turned.atoms(sp.sin, sp.cos)
    turned = turned.xreplace({q: sp.expand_trig(q) for q in waves})
    yield Equation(e, e.func((f + turned) / 2, (k, low, high)))


def summed_equations(e: Any) -> Iterator[Equation]:
    try:
        yield from _telescoped(e)
        yield from _parted(e)
    except Captured:  # an index that cannot be put elsewhere
        return


def multiplied_equations(e: Any) -> Iterator[Equation]:
    """A product is that without its last factor times that, or without its first."""
    f, (k, low, high), *more = e.args
    if more or not low.is_finite or not high.is_finite:
        return
    shorter = (low, high - 1), (low + 1, high)
    for ends, end in zip(shorter, (high, low), strict=True):
        try:
            made = e.func(f, (k, *ends)) * put(f, k, end)
        except Captured:  # an index that cannot be put elsewhere
            return
        yield Equation(e, made, sure=False)


def one_term(e: Any) -> Any:
    """A sum or product of one term is that term."""
    f, (k, low, high), *more = e.args
    return put(f, k, low) if low == high and not more else None


def _is_arithmetic(f: Any) -> bool:
    """Whether a term is a difference of two, made of symbols by arithmetic."""
    kinds = (sp.Symbol, sp.Number, sp.Add, sp.Mul, sp.Pow)
    return len(f.args) == 2 and all(
        isinstance(q, kinds) for q in sp.preorder_traversal(f)
    )
