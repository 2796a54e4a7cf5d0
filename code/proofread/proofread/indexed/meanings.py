"""What each node means in index notation: one rule a node."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

from .. import nodes as nd
from ..nodes.entries import Entry, Partial
from .line import Line
from .matrices import change, of_entry, summed, total
from .shapes import dims

OfNumber = Callable[[Line, Any], Any]


def _dot(line: Line, e: Any) -> Any:
    a, b = e.args
    if not dims(a):
        return a * b
    return total(line, a, lambda i, j: Entry(a, i, j) * Entry(b, i, j))


def _square(line: Line, a: Any) -> Any:
    if not dims(a):
        return a**2
    return total(line, a, lambda i, j: Entry(a, i, j) ** 2)


def _norm(line: Line, e: Any) -> Any:
    a, p = e.args[0], (e.args[1] if len(e.args) > 1 else sp.Integer(2))
    if p == 2:
        return sp.sqrt(_square(line, a))
    if p == 1 and dims(a):
        return total(line, a, lambda i, j: sp.Abs(Entry(a, i, j)))
    return None


def _trace(line: Line, e: Any) -> Any:
    k = line.indices.new(e.arg.rows)
    return summed(line, Entry(e.arg, k, k), k)


def _derivative(line: Line, e: Any) -> Any:
    made = e.expr
    for v, order in e.variable_count:
        if isinstance(v, AppliedUndef) or not order.is_Integer:
            return None
        for _ in range(int(order)):
            made = Partial(made, v)
    return made


NUMBERS: dict[type, OfNumber] = {
    sp.Trace: _trace,
    nd.Dot: _dot,
    nd.SquaredNorm: lambda line, e: _square(line, e.args[0]),
    nd.FrobeniusNorm: lambda line, e: sp.sqrt(_square(line, e.args[0])),
    nd.Norm: _norm,
    nd.Differential: lambda line, e: change(line, *e.args),
    MatrixElement: lambda line, e: Entry(e.parent, e.i + 1, e.j + 1),
    sp.Derivative: _derivative,
}


def meaning(line: Line, e: Any) -> Any:
    """What a node means, by the rule of its kind; None where it is a letter."""
    if isinstance(e, Entry):
        return of_entry(line, e)
    if dims(e) == (1, 1):
        return Entry(e, sp.S.One, sp.S.One)
    rule = next((r for kind, r in NUMBERS.items() if type(e) is kind), None)
    return rule(line, e) if rule else None
