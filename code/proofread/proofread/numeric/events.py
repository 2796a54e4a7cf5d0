"""Means where an event is known, as the numeric reader takes them."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import sympy as sp

from ..work import OutOfWork
from .chance import MOST_POINTS, mean, rule_of
from .entries import Entry, held_at, random_entries
from .reader import WHOLE, Numeric, number, real


def mean_where(read: Numeric, e: Any, gap: Any, op: str) -> Any:
    """The mean of e where a gap is positive, or 0, as an event says.

    Raises ValueError where a density makes that more than a sum over counts, or than
    an integral over one number.
    """
    read.forbid_step()
    entries = random_entries(read, sp.Tuple(e, gap))
    laws = [law for _, _, law in entries]
    if not laws or not all(law.discrete for law in laws):
        if len(laws) != 1 or op == "=":
            raise ValueError("a mean where numbers with a density are known")
        inside = sp.Heaviside(gap)
        return mean(read, e * inside) / mean(read, inside)

    return _over_counts(read, (e, gap, op), entries)


def _over_counts(
    read: Numeric, event: tuple[Any, Any, str], entries: list[Entry]
) -> Any:
    """The mean of a number where its gap is met, over all counts."""
    e, gap, op = event
    points = list(itertools.product(*(rule_of(read, q, e, 0) for q in entries)))
    if len(points) > MOST_POINTS:
        raise OutOfWork(f"a mean over {len(points)} counts")
    total = share = 0.0
    for point in points:
        at = read.within(held_at(entries, point))
        weight = float(np.prod([w for _, w in point])) * _is_met(real(at(gap)), op)
        if weight:
            total, share = total + weight * number(at(e)), share + weight
    if not share > 0:
        raise ValueError("an event that never is")
    return total / share


def _is_met(gap: float, op: str) -> bool:
    """Whether an event is met, by the gap between its sides."""
    return "=" in op if abs(gap) <= WHOLE else op != "=" and gap > 0
