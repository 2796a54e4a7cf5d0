"""What no term is made of: functions of nothing, hypotheses, arguments of no use."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .binding import bound
from .declaration import declared
from .distributions import Distribution, Random
from .node import MatrixNode, ScalarNode, dims
from .nodes import (
    AppliedScalarFunction,
    AppliedVectorFunction,
    Covariance,
    Expectation,
    MatrixCovariance,
    MatrixExpectation,
    Property,
    Relation,
    ScalarFunction,
    Variance,
    VectorFunction,
)

NAMES = (sp.Symbol, sp.Idx, sp.Indexed, sp.MatrixSymbol)
OF_ENTRIES = (AppliedScalarFunction, AppliedVectorFunction)
MEANS = (Expectation, MatrixExpectation, Variance, Covariance, MatrixCovariance)
FUNCTIONS = (type, ScalarFunction, VectorFunction)


def refuse_misbuilt(
    sides: Sequence[Any], where: Sequence[tuple[Any, Any]], given: Sequence[Any]
) -> None:
    """Raise TypeError at the innermost node whose arguments are none that it takes.

    All as they are given for a claim.
    """
    values = [q for pair in where for q in pair]
    nodes = list(_nodes([*sides, *values, *given]))
    terms = map(_no_term, (*sides, *values))
    for what in itertools.chain(map(_wrong, nodes), terms):
        if what:
            raise TypeError(what)
    _refuse_several(nodes)


def refuse_other_shapes(where: Iterable[tuple[Any, Any]]) -> None:
    """Raise TypeError where a name has another shape than what it stands for."""
    for name, value in where:
        if dims(name) != dims(sp.sympify(value)):
            what = f"where: {name} and {value} have different shapes: give it another"
            raise TypeError(what)


def _nodes(parts: Iterable[Any]) -> Iterator[Any]:
    """All nodes, those within first; of what is random, those of the distribution."""
    for part in parts:
        for q in sp.postorder_traversal(part):
            if isinstance(q, Random):
                yield from _nodes([q.distribution])
            yield q


def _wrong(q: Any) -> str:
    """What is wrong with a node, by itself or by its arguments, and what to write."""
    if isinstance(q, FUNCTIONS):
        return f"{_called(q)} is a function: write it of something, as f(t)"
    if q is None:
        return f"{q} is no expression: build it with SymPy"
    if not isinstance(q, sp.Basic):
        return ""
    if q is sp.zoo:
        return "a part of it is divided by 0: leave it out"
    known = declared(q)
    if known.amiss and (what := known.amiss(q)):
        return f"{q}: {what}"
    for x in bound(q):
        if not isinstance(x, NAMES):
            return f"{q}: {x} is no name that it can be over: take a symbol"
    return _worthless(q)


def _worthless(q: Any) -> str:
    """Why an argument of a node that takes values alone has none."""
    takes_more = isinstance(q, (ScalarNode, MatrixNode)) and not isinstance(q, MEANS)
    if takes_more or not isinstance(q, sp.Expr):  # distributions, events
        return ""
    parts: Any = q.args
    told = [_no_value(a) for a in parts[declared(q).states or slice(None)]]
    return next(filter(None, told), "")


def _no_value(a: Any) -> str:
    """Why an argument has no value by what it is."""
    if isinstance(a, (Property, Relation)):
        return f"{a} is a hypothesis, and no value: write given=[…]"
    if isinstance(a, Distribution):
        return f"{a} is a distribution, and no value: write RandomVariable(name, …)"
    return ""


def _no_term(a: Any) -> str:
    """Why a side or a value is neither a number nor a matrix."""
    if (what := _no_value(a)) or isinstance(a, (str, Mapping)):
        return what
    whole = sp.sympify(a)
    known = isinstance(whole, (sp.Expr, sp.MatrixBase)) and whole is not None
    if not known or isinstance(whole, sp.Lambda):
        return f"{a} is no expression: build it with SymPy"
    return ""


def _refuse_several(nodes: list[Any]) -> None:
    """Raise TypeError at a function of one number here and of two there."""
    counts: dict[Any, Any] = {}
    for q in nodes:
        if isinstance(q, AppliedUndef):
            name, count = q.func, sp.Integer(len(q.args))
        elif isinstance(q, OF_ENTRIES):
            name, count = (q.func, q.args[0]), sp.expand(sp.Mul(*dims(q.args[1])))
        else:
            continue
        known = counts.setdefault(name, count)
        if known != count:
            of = f"functions of {known} and of {count} numbers"
            raise TypeError(f"one name, {_called(q)}, for {of}: give each its own")


def _called(f: Any) -> str:
    """The name of a function, or of what is one of something."""
    label = f.args[0] if isinstance(f, OF_ENTRIES) else getattr(f, "label", None)
    return str(label or getattr(f, "__name__", None) or f.func)
