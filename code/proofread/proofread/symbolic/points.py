"""Exact generic points, at which an expression can be refuted and never proved."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import declared
from ..work import EVALUATION, spend_on
from .jets import concrete

Ranges = Mapping[Any, tuple[float, float]]


def kinked(e: Any) -> list[Any]:
    """Every node of an expression that has a kink somewhere."""
    nodes = sp.preorder_traversal(e)
    return [q for q in nodes if declared(q).bends is not None]


def rational_point(
    symbols: Iterable[Any], rng: np.random.Generator, ranges: Ranges
) -> dict[Any, Any]:
    """Generic rational values that respect each symbol's assumptions and range."""
    point: dict[Any, Any] = {}
    for s in sorted(symbols, key=str):
        q = sp.Rational(int(rng.integers(11, 87)), 97)
        if s in ranges:
            low, high = (sp.nsimplify(b, rational=True) for b in ranges[s])
            point[s] = low + (high - low) * q
        elif s.is_integer:
            point[s] = sp.Integer(int(rng.integers(2, 6)))
        elif s.is_nonnegative:
            point[s] = 2 * q
        elif s.is_nonpositive:
            point[s] = -2 * q
        else:
            point[s] = q * (1 if rng.random() < 0.5 else -1)
    return point


def value_at(d: Any, rng: np.random.Generator, ranges: Ranges) -> Any:
    """The expression at an exact generic point, to thirty digits."""
    point = rational_point(d.free_symbols, rng, ranges)
    spend_on(d, EVALUATION)
    if any(e.exp.has(sp.log) for e in d.atoms(sp.exp)):  # a rational to a huge power
        return concrete(d).evalf(30, subs=point)
    exact = concrete(d.xreplace(point))
    if exact.has(sp.erf):  # 1 - erf(u) has no digits far out, erfc(u) has all of them
        exact = sp.expand(exact.rewrite(sp.erfc))
    return sp.N(exact, 30)


_proving: ContextVar[bool] = ContextVar("proving", default=True)


@contextmanager
def refuting_only() -> Generator[None]:
    """Within it points alone decide: an expression is refuted or left undecided."""
    token = _proving.set(False)
    try:
        yield
    finally:
        _proving.reset(token)


def is_proving() -> bool:
    """Whether a proof is wanted, not just a refutation."""
    return _proving.get()
