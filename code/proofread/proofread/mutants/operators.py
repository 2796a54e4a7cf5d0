"""The small lies that can be told at one node of a tree: a table of operators.

An operator yields (its name, what to put in place of the node).  It need not ask
whether that has a shape or looks any different: `mutants` does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp
from sympy.core.relational import Relational

from .. import nodes as nd
from ..distributions import Covariance, Expectation, Variance
from .tree import SUMS

Change = tuple[str, Any]
Operator = Callable[[Any], Iterator[Change]]
OPERATORS: dict[type, Operator] = {}


def on(*kinds: type):
    """Register the operator of these nodes."""

    def register(how: Operator) -> Operator:
        for kind in kinds:
            OPERATORS[kind] = how
        return how

    return register


def changes(e: Any) -> Iterator[Change]:
    """Every change of one node, in a fixed order; those SymPy refuses are left out."""
    for kind in type(e).__mro__:
        if kind in OPERATORS:
            yield from OPERATORS[kind](e)
            return


def _attempt(make: Callable[[], Any]) -> Any:
    """What `make` returns, or None where its shapes do not fit."""
    try:
        return make()
    except (sp.ShapeError, ValueError, TypeError):
        return None


def _without(e: Any, k: int) -> Any:
    rest = [a for place, a in enumerate(e.args) if place != k]
    return _attempt(lambda: e.func(*rest)) if len(rest) > 1 else rest[0]


def _replaced(e: Any, k: int, new: Any) -> Any:
    args = [new if place == k else a for place, a in enumerate(e.args)]
    return _attempt(lambda: e.func(*args))


# ---- algebra


@on(sp.Add, sp.MatAdd)
def _sum(e):
    for k, a in enumerate(e.args):
        yield "sign", _replaced(e, k, -a)
        yield "drop term", _without(e, k)
        yield "double term", _replaced(e, k, 2 * a)


@on(sp.Mul)
def _product(e):
    for k, a in enumerate(e.args):
        if a not in (-1, 1):
            yield "drop factor", _without(e, k)


@on(sp.MatMul)
def _matrix_product(e):
    yield from _product(e)
    for k in range(len(e.args) - 1):
        a = list(e.args)
        a[k : k + 2] = a[k + 1], a[k]
        if nd.is_matrix(a[k]) and nd.is_matrix(a[k + 1]):
            yield "swap order", _attempt(lambda a=a: sp.MatMul(*a))


@on(sp.HadamardProduct)
def _hadamard(e):
    yield from _product(e)
    yield "Hadamard to product", _attempt(lambda: sp.MatMul(*e.args))


@on(sp.KroneckerProduct)
def _kronecker(e):
    yield "Kronecker order", sp.KroneckerProduct(*reversed(e.args))


@on(sp.Pow, sp.MatPow)
def _power(e):
    steps = {sp.Integer(2): 1, sp.Integer(-1): -2, sp.Rational(1, 2): 1}
    yield "exponent", e.func(e.base, steps.get(e.exp, e.exp + 1))
    yield "reciprocal", e.func(e.base, -e.exp)


@on(sp.Number)
def _number(e):
    if e not in (0, 1, -1) and e.is_finite:
        yield "constant", e + 1


@on(sp.Transpose)
def _transpose(e):
    yield "drop transpose", e.arg


@on(sp.Inverse)
def _inverse(e):
    yield "drop inverse", e.arg


@on(sp.MatrixSymbol)
def _matrix(e):
    yield "transpose", sp.Transpose(e)


@on(sp.Symbol)
def _symbol(e):
    if e.is_integer and not isinstance(e, sp.Dummy):
        yield "off by one", e - 1
        yield "off by one", e + 1


@on(sp.Idx)
def _index(e):
    return iter(())


# ---- functions


SWAPPED: dict[type, type] = {
    sp.exp: sp.sin,
    sp.log: sp.exp,
    sp.sin: sp.cos,
    sp.cos: sp.sin,
    sp.tanh: sp.sin,
    sp.sinh: sp.cosh,
    sp.cosh: sp.sinh,
    sp.atan: sp.tanh,
    sp.erf: sp.tanh,
    sp.Max: sp.Min,
    sp.Min: sp.Max,
    nd.ArgMax: nd.ArgMin,
    nd.ArgMin: nd.ArgMax,
    nd.MatrixArgMax: nd.MatrixArgMin,
    nd.MatrixArgMin: nd.MatrixArgMax,
    nd.Maximum: nd.Minimum,
    nd.Minimum: nd.Maximum,
    nd.SquaredNorm: nd.Norm,
    nd.FrobeniusNorm: nd.SpectralNorm,
    nd.SpectralNorm: nd.FrobeniusNorm,
    nd.SpectralRadius: nd.SpectralNorm,
    nd.ConditionNumber: nd.SpectralNorm,
    sp.Determinant: sp.Trace,
    sp.Trace: sp.Determinant,
}


@on(*SWAPPED)
def _function(e):
    yield "function", SWAPPED[type(e)](*e.args)


@on(nd.Norm)
def _norm(e):
    x, one = e.args[0], e.args[1:] == (1,)
    yield "norm", nd.Norm(x) if one else nd.Norm(x, 1)
    yield "norm", nd.SquaredNorm(x)


@on(sp.Abs)
def _modulus(e):
    yield "drop absolute value", e.args[0]


@on(sp.sign, sp.Heaviside, sp.KroneckerDelta)
def _indicator(e):
    yield f"{type(e).__name__} to 1", sp.S.One


@on(sp.gamma, sp.factorial)
def _gamma(e):
    yield "off by one", e.func(e.args[0] + 1)


@on(Relational)
def _condition(e):
    yield "reverse condition", e.negated


@on(nd.Relation)
def _hypothesis(e):
    turned = {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}
    if e.op in turned:
        yield "reverse hypothesis", nd.Relation(e.lhs, turned[e.op], e.rhs)


@on(nd.Elementwise)
def _elementwise(e):
    function, argument, order = e.args
    yield "order of derivative", nd.Elementwise(function, argument, 1 - min(order, 1))
    for name, body in changes(function.expr):
        if name == "function":
            swapped = sp.Lambda(function.signature, body)
            yield name, nd.Elementwise(swapped, argument, int(order))


@on(nd.Eigenvalue, nd.SingularValue, nd.Column, nd.Row)
def _numbered(e):
    yield "off by one", e.func(e.args[0], e.args[1] + 1)


@on(nd.BasisVector)
def _basis(e):
    yield "off by one", e.func(e.args[0] + 1, e.args[1])


# ---- sums, derivatives, means


@on(*SUMS)
def _bounds(e):
    f, (k, low, high), *more = e.args
    if low.is_finite:
        yield "lower bound", e.func(f, sp.Tuple(k, low + 1, high), *more)
    if high.is_finite:
        yield "upper bound", e.func(f, sp.Tuple(k, low, high - 1), *more)
        if not isinstance(e, sp.Integral):
            inner = f.xreplace({k: low})
            yield "drop sum", e.func(inner, *more) if more else inner
    other = {sp.Sum: sp.Product, sp.Product: sp.Sum}.get(type(e))
    if other:
        yield "sum to product", other(*e.args)


@on(sp.Derivative)
def _derivative(e):
    first, *more = e.variable_count
    variable, order = first
    yield "order of derivative", sp.Derivative(e.expr, (variable, order + 1), *more)
    fewer = [(variable, order - 1)] if order > 1 else []
    lower = [*fewer, *map(tuple, more)]
    yield "drop derivative", sp.Derivative(e.expr, *lower) if lower else e.expr


@on(Variance)
def _variance(e):
    yield "function", Expectation(e.args[0] ** 2)


@on(Covariance)
def _covariance(e):
    yield "function", Expectation(e.args[0] * e.args[1])
