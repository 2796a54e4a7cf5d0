"""Derivatives by a number as trees, for what is differentiated inside a claim."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..nodes import AppliedScalarFunction, Dot, Grad, SquaredNorm
from .differentiate import INSIDE, Differentiation, added, chosen, parts, product
from .rules import Unreached


def slope(d: Differentiation, e: Any) -> Any:
    """The derivative of a number by a name; 0 where it does not depend on it."""
    opened = d.opened(e)
    if _is_plain(opened):
        return sp.diff(opened, d.x)
    found = _change(d, opened)
    return sp.S.Zero if found is None else found


def _is_plain(e: Any) -> bool:
    """Whether a term has no matrix in it, and no sum or function by name."""
    kinds = (sp.MatrixExpr, sp.MatrixBase, AppliedScalarFunction, sp.Sum)
    return not any(isinstance(q, kinds) for q in sp.preorder_traversal(e))


def _change(d: Differentiation, e: Any) -> Any:
    if not d.depends(e):
        return None
    if e == d.x:
        return sp.S.One
    return chosen(CHANGES, e)(d, e)


def _of_product(d: Differentiation, e: Any) -> Any:
    """Of numbers, and at most one of them times a matrix."""
    terms: list[Any] = []
    for k, a in enumerate(e.args):
        change = _change(d, a)
        if change is not None:
            scale, arrays = parts(e.func(*e.args[:k], change, *e.args[k + 1 :]))
            terms.append(product(scale, *arrays) if arrays else scale)
    return added(terms)


def _of_power(d: Differentiation, e: Any) -> Any:
    if d.depends(e.exp):
        raise Unreached(INSIDE)
    return e.exp * e.base ** (e.exp - 1) * _change(d, e.base)


def _of_dot(d: Differentiation, e: Any) -> Any:
    a, b = e.args
    da, db = _change(d, a), _change(d, b)
    left = None if da is None else Dot(da, b)
    return added([left, None if db is None else Dot(a, db)])


def _of_generic(d: Differentiation, e: Any) -> Any:
    x = e.args[1]
    return Dot(Grad(e, x), _change(d, x))


def _of_gradient(d: Differentiation, e: Any) -> Any:
    x = e.args[1]
    jacobian = Differentiation(d.definitions, x).jacobian(e)
    return product(sp.S.One, jacobian, _change(d, x))


def _of_function(d: Differentiation, e: Any) -> Any:
    letter = sp.Dummy("u", real=True)
    at = sp.diff(e.func(letter), letter).xreplace({letter: e.args[0]})
    return at * _change(d, e.args[0])


def _of_sum(d: Differentiation, e: Any) -> Any:
    return added([_change(d, a) for a in e.args])


def _of_series(d: Differentiation, e: Any) -> Any:
    return sp.Sum(slope(d, e.function), *e.limits)


def _of_squares(d: Differentiation, e: Any) -> Any:
    return 2 * Dot(e.args[0], _change(d, e.args[0]))


def _of_transpose(d: Differentiation, e: Any) -> Any:
    return sp.Transpose(_change(d, e.arg))


CHANGES: dict[Any, Callable[[Differentiation, Any], Any]] = {
    sp.Add: _of_sum,
    sp.MatAdd: _of_sum,
    sp.Mul: _of_product,
    sp.MatMul: _of_product,
    sp.Pow: _of_power,
    sp.Sum: _of_series,
    sp.Transpose: _of_transpose,
    Dot: _of_dot,
    SquaredNorm: _of_squares,
    AppliedScalarFunction: _of_generic,
    Grad: _of_gradient,
    sp.exp: _of_function,
    sp.log: _of_function,
}
