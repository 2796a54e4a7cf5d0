"""What max, min, cases and jumps are worth to a probe: every part of them counts."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..numeric import Numeric, number


def larger(read: Numeric, e: Any) -> Any:
    parts = [number(read(a)) for a in e.args]
    return sum(0.7 * a + 0.11 * a * a for a in parts)


def smaller(read: Numeric, e: Any) -> Any:
    parts = [number(read(a)) for a in e.args]
    return sum(0.5 * a - 0.13 * a * a for a in parts)


def cases(read: Numeric, e: Any) -> Any:
    made = 0.0
    for k, (value, condition) in enumerate(e.args, 1):
        made = made + number(read(value)) / k + _margin(read, condition) / (7 * k)
    return made


def _margin(read: Numeric, condition: Any) -> Any:
    """By how much a comparison holds; which it is counts a little."""
    if not isinstance(condition, sp.Rel):
        return 1.0
    gap = number(read(condition.lhs)) - number(read(condition.rhs))
    times, more = MARGINS[type(condition)]
    return times * gap + more


MARGINS: dict[type, tuple[float, float]] = {
    sp.StrictLessThan: (-1.0, 0.0),
    sp.LessThan: (-1.0, 0.3),
    sp.StrictGreaterThan: (1.0, 0.0),
    sp.GreaterThan: (1.0, 0.3),
    sp.Equality: (0.5, 0.1),
    sp.Unequality: (0.5, 0.2),
}


def indicator(read: Numeric, e: Any) -> Any:
    return _margin(read, e.args[0])


def step(read: Numeric, e: Any) -> Any:
    return number(read(e.args[0]))


def below(read: Numeric, e: Any) -> Any:
    return 0.8 * step(read, e) - 0.07 * step(read, e) ** 2


def above(read: Numeric, e: Any) -> Any:
    return 0.6 * step(read, e) + 0.09 * step(read, e) ** 2
