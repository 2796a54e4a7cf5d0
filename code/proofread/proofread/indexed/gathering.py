"""Sums over the same indices gathered into one, and one fraction made of it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import sympy as sp

from . import ring
from .line import Line
from .sums import bound, holds


def gather(line: Line) -> None:
    """Make one sum of those over the same indices, where a line is linear in them."""
    flat = ring.multiplied_out(line.term)
    if flat != line.term:
        line.take("ring", line.term, flat)
    groups: dict[Any, list[Any]] = defaultdict(list)
    for term in sp.Add.make_args(line.term):
        sums = [f for f in sp.Mul.make_args(term) if isinstance(f, sp.Sum)]
        rest = [f for f in sp.Mul.make_args(term) if not isinstance(f, sp.Sum)]
        if len(sums) == 1 and not holds(sp.Mul(*rest), bound(sums[0])):
            groups[sums[0].limits].append((term, sp.Mul(*rest), sums[0].function))
    for limits, those in groups.items():
        if len(those) > 1:
            _join(line, limits, those)


def _join(line: Line, limits: Any, those: list[Any]) -> None:
    parts = [(term, sp.Sum(c * f, *limits)) for term, c, f in those]
    others = [t for t in sp.Add.make_args(line.term) if t not in {p[0] for p in parts}]
    inside = sp.Add(*[s for _, s in parts])
    line.take("linearity", line.term, sp.Add(inside, *others), backward=True)
    body = sp.Add(*[s.function for _, s in parts])
    joined = sp.Add(sp.Sum(body, *limits), *others)
    line.take("linearity", line.term, joined, backward=True)
    made = ring.fraction(body)
    line.take("ring", body, made)
