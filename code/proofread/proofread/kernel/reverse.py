"""Gradients of numbers, backwards through what they are made of."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from ..nodes import AppliedScalarFunction, Dot, Elementwise, Grad, SquaredNorm
from .differentiate import (
    GRADIENTS,
    INSIDE,
    PULLED,
    Differentiation,
    added,
    parts,
    product,
)
from .rules import Unreached

# ---- numbers, by a matrix


def _of_sum(d: Differentiation, e: Any, scale: Any) -> Any:
    return added([d.gradient(a, scale) for a in e.args])


def _of_product(d: Differentiation, e: Any, scale: Any) -> Any:
    others = (sp.Mul(scale, *e.args[:k], *e.args[k + 1 :]) for k in range(len(e.args)))
    return added([d.gradient(a, o) for a, o in zip(e.args, others, strict=True)])


def _of_power(d: Differentiation, e: Any, scale: Any) -> Any:
    if d.depends(e.exp):
        raise Unreached(INSIDE)
    return d.gradient(e.base, scale * e.exp * e.base ** (e.exp - 1))


def _of_dot(d: Differentiation, e: Any, scale: Any) -> Any:
    a, b = e.args
    return added([d.pulled(a, product(scale, b)), d.pulled(b, product(scale, a))])


def _of_function(d: Differentiation, e: Any, scale: Any) -> Any:
    (u,) = e.args
    letter = sp.Dummy("u", real=True)
    slope = sp.diff(e.func(letter), letter)
    at = (
        slope.subs(letter, u)
        if slope.has(sp.Derivative)
        else slope.xreplace({letter: u})
    )
    return d.gradient(u, scale * at)


def _of_generic(d: Differentiation, e: Any, scale: Any) -> Any:
    x = e.args[1]
    return d.pulled(x, product(scale, Grad(e, x)))


def _of_trace(d: Differentiation, e: Any, scale: Any) -> Any:
    return d.pulled(e.arg, product(scale, sp.Identity(e.arg.rows)))


def _of_entry(d: Differentiation, e: Any, scale: Any) -> Any:
    a, i, j = e.args
    if a != d.x or not all(n.is_Integer for n in (*a.shape, i, j)):
        raise Unreached(INSIDE)
    slope = sp.zeros(*a.shape)
    slope[i, j] = scale
    return sp.ImmutableMatrix(slope)


def _of_squares(d: Differentiation, e: Any, scale: Any) -> Any:
    return d.pulled(e.args[0], product(2 * scale, e.args[0]))


GRADIENTS.update(
    {
        sp.Add: _of_sum,
        sp.Mul: _of_product,
        sp.Pow: _of_power,
        Dot: _of_dot,
        SquaredNorm: _of_squares,
        sp.Trace: _of_trace,
        sp.Function: _of_function,
        AppliedScalarFunction: _of_generic,
        MatrixElement: _of_entry,
    }
)


# ---- matrices, by a matrix


def _pulled_product(d: Differentiation, e: Any, by: Any) -> Any:
    scale, arrays = parts(e)
    terms: list[Any] = []
    for k, a in enumerate(arrays):
        before = [sp.Transpose(m) for m in reversed(arrays[:k])]
        after = [sp.Transpose(m) for m in reversed(arrays[k + 1 :])]
        terms.append(d.pulled(a, product(scale, *before, by, *after)))
    if d.depends(scale):
        terms.append(d.gradient(scale, Dot(by, product(sp.S.One, *arrays))))
    return added(terms)


def _pulled_entries(d: Differentiation, e: Any, by: Any) -> Any:
    return d.pulled(e.args[1], sp.HadamardProduct(by, slope_of_entries(d, e)))


def _pulled_hadamard(d: Differentiation, e: Any, by: Any) -> Any:
    n = range(len(e.args))
    others = [sp.HadamardProduct(by, *e.args[:k], *e.args[k + 1 :]) for k in n]
    return added([d.pulled(a, o) for a, o in zip(e.args, others, strict=True)])


def slope_of_entries(d: Differentiation, e: Any) -> Any:
    """The derivative of a rule, at the entries of its argument."""
    rule, argument, order = e.args
    (letter,) = rule.variables
    value = d.definitions.value_of(rule.expr)
    if isinstance(rule.expr, sp.exp):
        return e
    if value is None and rule.expr.args == (letter,):
        return Elementwise(rule, argument, int(order) + 1)
    if order != 0:
        raise Unreached(INSIDE)
    opened = Differentiation(d.definitions, letter).opened(rule.expr)
    return Elementwise(sp.Lambda(letter, sp.diff(opened, letter)), argument, 0)


def _pulled_sum(d: Differentiation, e: Any, by: Any) -> Any:
    return added([d.pulled(a, by) for a in e.args])


def _pulled_transpose(d: Differentiation, e: Any, by: Any) -> Any:
    return d.pulled(e.arg, sp.Transpose(by))


PULLED.update(
    {
        sp.MatAdd: _pulled_sum,
        sp.MatMul: _pulled_product,
        sp.Transpose: _pulled_transpose,
        sp.HadamardProduct: _pulled_hadamard,
        Elementwise: _pulled_entries,
    }
)
