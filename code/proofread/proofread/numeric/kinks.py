"""Where an integrand has a kink, so that a quadrature can stop and start there."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import declared
from ..scope import reach
from .quadrature import line_rule
from .reader import Numeric, real

HALVINGS = 60
Rule = tuple[Any, Any]
At = Callable[[float], Mapping[Any, Any]]


def split_rule(read: Numeric, integrand: Any, x: Any, low: float, high: float) -> Rule:
    """Nodes and weights on (low, high), dense around each kink of an integrand in x.

    A kink moves with what it depends on, so it does not let a complex step pass.
    """
    nodes, _ = line_rule(low, high)
    found = kinks(read, integrand, x, nodes)
    if found:
        read.forbid_step()
    return joined(rules_between(found, low, high, line_rule))


def rules_between(
    places: Iterable[float],
    low: float,
    high: float,
    rule: Callable[[float, float], Rule],
) -> list[Rule]:
    """The nodes and weights of each part into which some places cut (low, high)."""
    ends = [low, *sorted(set(places)), high]
    return [rule(*pair) for pair in itertools.pairwise(ends)]


def joined(rules: Iterable[Rule]) -> Rule:
    """Several rules, one after the other, as one."""
    nodes, weights = zip(*rules, strict=True)
    return np.concatenate(nodes), np.concatenate(weights)


def kinks(read: Numeric, e: Any, x: Any, nodes: Any) -> list[float]:
    """Where, between two nodes, an |argument| or the like changes sign as x runs.

    One inside a sum, or that depends on a second name that runs, is not looked for.
    """
    found: list[float] = []

    def at(v: float) -> dict[Any, Any]:
        return {x: v}

    require_few_steps(read, e, at, nodes)
    for gap in gaps(read, e, x):
        with suppress(LookupError, NotImplementedError, TypeError):
            found += turns(read, gap, at, nodes)
    return found


def turns(read: Numeric, gap: Any, at: At, nodes: Any) -> list[float]:
    """Where, between two nodes, the sign of a gap changes.

    at: the names that run and their values where what runs has come to a number.
    """

    def sign(v: float) -> float:
        return float(np.sign(real(read.within(at(v))(gap))))

    signs = np.array([sign(v) for v in nodes])
    clear = nodes[signs != 0]
    places = np.flatnonzero(np.diff(signs[signs != 0]))
    return [_crossing(sign, clear[k], clear[k + 1]) for k in places]


def require_few_steps(read: Numeric, e: Any, at: At, nodes: Any) -> None:
    """Raise ValueError where something is rounded that moves on by 1 between nodes."""
    for q in read.definitions.atoms(e, sp.floor, sp.ceiling):
        if any((u := q.args[0]).has(x) for x in at(0.0)):
            values = [real(read.within(at(v))(u)) for v in nodes]
            if not np.max(np.abs(np.diff(values)), initial=0) < 1:
                raise ValueError(f"{q} jumps too often for a quadrature")


def gaps(read: Numeric, e: Any, x: Any) -> list[Any]:
    """Expressions whose sign decides a branch and may change as x runs."""
    nodes = read.definitions.atoms(e, sp.Basic)
    bent = {q: bends for q in nodes if (bends := declared(q).bends)}
    signs = [d for q in sorted(bent, key=str) for d in bent[q](q)]
    return [d for d in signs if x in reach(d, read.definitions)]


def _crossing(sign: Callable[[float], float], a: float, b: float) -> float:
    """Where the sign changes, by bisection."""
    start = sign(a)
    for _ in range(HALVINGS):
        middle = (a + b) / 2
        a, b = (middle, b) if sign(middle) == start else (a, middle)
    return float((a + b) / 2)
