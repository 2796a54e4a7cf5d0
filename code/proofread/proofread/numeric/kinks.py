"""Where an integrand has a kink, so that a quadrature can stop and start there."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import declared
from .quadrature import line_rule
from .reader import Numeric, real

HALVINGS = 60


def split_rule(
    read: Numeric,
    integrands: Iterable[tuple[Any, Any]],
    low: float,
    high: float,
    rule: Callable[[float, float], tuple[Any, Any]] = line_rule,
) -> tuple[Any, Any]:
    """Nodes and weights on (low, high), dense around each kink.

    integrands: pairs of an expression and the name in it that runs from low to high.
    rule: what gives nodes and weights between two ends.
    A kink moves with what it depends on, so it does not let a complex step pass.
    """
    nodes, weights = rule(low, high)
    found = {v for e, x in integrands for v in kinks(read, e, x, nodes)}
    if not found:
        return nodes, weights
    read.forbid_step()
    ends = [low, *sorted(found), high]
    rules = [rule(*pair) for pair in itertools.pairwise(ends)]
    nodes, weights = zip(*rules, strict=True)
    return np.concatenate(nodes), np.concatenate(weights)


def kinks(read: Numeric, e: Any, x: Any, nodes: Any) -> list[float]:
    """Where, between two nodes, an |argument| or the like changes sign as x runs.

    One inside a sum, or that depends on a second name that runs, is not looked for.
    """
    found: list[float] = []
    _require_few_steps(read, e, x, nodes)
    for gap in _gaps(read, e, x):

        def sign(v: float, gap: Any = gap) -> float:
            return float(np.sign(real(read.within({x: v})(gap))))

        try:
            signs = np.array([sign(v) for v in nodes])
        except (LookupError, NotImplementedError, TypeError):
            continue
        clear = nodes[signs != 0]
        turns = np.flatnonzero(np.diff(signs[signs != 0]))
        found += [_crossing(sign, clear[k], clear[k + 1]) for k in turns]
    return found


def _require_few_steps(read: Numeric, e: Any, x: Any, nodes: Any) -> None:
    """Raise ValueError where something is rounded that moves on by 1 between nodes."""
    for q in read.definitions.atoms(e, sp.floor, sp.ceiling):
        if (u := q.args[0]).has(x):
            values = [real(read.within({x: v})(u)) for v in nodes]
            if not np.max(np.abs(np.diff(values)), initial=0) < 1:
                raise ValueError(f"{q} jumps too often for a quadrature")


def has_gaps(read: Numeric, e: Any, x: Any) -> bool:
    """Whether an expression may have a kink as x runs."""
    return any(True for _ in _gaps(read, e, x))


def _gaps(read: Numeric, e: Any, x: Any) -> Iterator[Any]:
    """Expressions in x whose sign decides a branch."""
    nodes = read.definitions.atoms(e, sp.Basic)
    bent = {q: bends for q in nodes if (bends := declared(q).bends)}
    for q in sorted(bent, key=str):
        yield from (d for d in bent[q](q) if d.has(x))


def _crossing(sign: Callable[[float], float], a: float, b: float) -> float:
    """Where the sign changes, by bisection."""
    start = sign(a)
    for _ in range(HALVINGS):
        middle = (a + b) / 2
        a, b = (middle, b) if sign(middle) == start else (a, middle)
    return float((a + b) / 2)
