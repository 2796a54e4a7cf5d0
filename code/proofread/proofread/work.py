"""Work that is counted, not timed: a reader gives up at the same step on every machine.

Within `budget` the readers pay for every rule they apply and, before SymPy is handed an
expression, for every node of it.  Outside of it they work for as long as it takes.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import sympy as sp

BITS = 256  # of a rational number are as much work as a node
PRODUCTS = 4  # of nodes are as much work as a node
PROOF = 300_000  # steps of a search for a proof: some fifteen seconds on two cores
EVALUATION, LIMIT, SIMPLIFYING, INTEGRAL = 2, 20, 20, 50  # passes each is worth, timed


class OutOfWork(BaseException):
    """The budget is spent; no `except Exception` may swallow it."""


@dataclass
class Meter:
    """How many steps there were, how many are left, sizes of expressions met so far."""

    steps: int
    left: int
    sizes: dict[Any, int] = field(default_factory=dict[Any, int])

    @property
    def spent(self) -> int:
        """The steps taken; those beyond the last are not."""
        return self.steps - max(self.left, 0)


_meter: ContextVar[Meter | None] = ContextVar("meter", default=None)


@contextmanager
def budget(steps: int) -> Generator[Meter]:
    """Raise OutOfWork after so many steps, again and again until the end.

    Within another budget they are paid from that one too.
    """
    around = _meter.get()
    most = steps if around is None else min(steps, around.left)
    meter = Meter(most, most)
    token = _meter.set(meter)
    try:
        yield meter
    finally:
        _meter.reset(token)
        if around is not None:
            around.left -= meter.spent


def spend(steps: int = 1) -> None:
    """Pay for some steps before they are taken."""
    meter = _meter.get()
    if meter is not None:
        meter.left -= steps
        if meter.left < 0:
            raise OutOfWork


def spend_on(e: Any, times: int = 1) -> None:
    """Pay for every node of an expression, or of a matrix's entries, so many times."""
    meter = _meter.get()
    if meter is not None:
        spend(times * _size(e, meter.sizes))


def spend_on_minors(m: Any) -> None:
    """Pay for a determinant or an inverse: the products grow as the square of m."""
    meter = _meter.get()
    if meter is not None:
        spend(_size(m, meter.sizes) ** 2 // PRODUCTS)


def _size(e: Any, sizes: dict[Any, int]) -> int:
    """How many nodes there are, each as often as it is written."""
    if isinstance(e, sp.MatrixBase):
        return sum(_size(a, sizes) for a in e.flat())
    if not isinstance(e, sp.Basic):
        return 1
    if not e.args:
        return 1 + (_bits(e) // BITS if e.is_Rational else 0)
    if e not in sizes:
        sizes[e] = 1 + sum(_size(a, sizes) for a in e.args)
    return sizes[e]


def _bits(q: Any) -> int:
    return int(q.p).bit_length() + int(q.q).bit_length()
