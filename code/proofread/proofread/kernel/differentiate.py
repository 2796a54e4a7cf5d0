"""Gradients, Jacobians and slopes as trees, for what is differentiated inside a claim.

Nothing rests on what is found here: it stands in the theorem beside the equation that
says that it is the derivative, and Coq proves both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..definitions import Definitions
from ..node import is_matrix
from ..nodes import (
    AppliedScalarFunction,
    AppliedVectorFunction,
    Diag,
    Dot,
    Elementwise,
    Grad,
    HessianMatrix,
    Jacobian,
    SquaredNorm,
)
from .rules import Unreached

INSIDE = "a derivative inside"


def product(scale: Any, *arrays: Any) -> Any:
    """A product of matrices as it stands, by a number."""
    factors = [*([] if scale == 1 else [scale]), *arrays]
    return factors[0] if len(factors) == 1 else sp.MatMul(*factors)


def parts(e: Any) -> tuple[Any, list[Any]]:
    """The number and the matrices of a product."""
    arrays = [a for a in e.args if is_matrix(a)]
    return sp.Mul(*(a for a in e.args if not is_matrix(a))), arrays


class Differentiation:
    """Derivatives by one name, through what other names stand for."""

    def __init__(self, definitions: Definitions, x: Any) -> None:
        self.definitions, self.x = definitions, x

    def value(self, e: Any) -> Any:
        """What a name stands for, or None."""
        return None if e == self.x else self.definitions.value_of(e)

    def depends(self, e: Any) -> bool:
        """Whether the name is in a term, or in what stands in it."""
        if not isinstance(e, sp.Basic):
            return False
        if e == self.x:
            return True
        value = self.value(e)
        return any(map(self.depends, e.args if value is None else (*e.args, value)))

    def opened(self, e: Any) -> Any:
        """A term in which what depends on the name is written out."""
        if not self.depends(e) or e == self.x:
            return e
        if (value := self.value(e)) is not None:
            return self.opened(value)
        return e.func(*map(self.opened, e.args)) if e.args else e

    # ---- by a matrix

    def gradient(self, e: Any, scale: Any = sp.S.One) -> Any:
        """The gradient of a number, times one; None where it is 0."""
        if not self.depends(e):
            return None
        if (value := self.value(e)) is not None:
            return self.gradient(value, scale)
        rule = _chosen(GRADIENTS, e)
        return rule(self, e, scale)

    def pulled(self, e: Any, by: Any) -> Any:
        """The gradient of <by, e>, e a matrix; None where it is 0."""
        if not self.depends(e):
            return None
        if e == self.x:
            return by
        if (value := self.value(e)) is not None:
            return self.pulled(value, by)
        return _chosen(PULLED, e)(self, e, by)

    def jacobian(self, e: Any) -> Any:
        """The Jacobian of a column; None where it is 0."""
        if not self.depends(e):
            return None
        if e == self.x:
            return sp.Identity(e.rows)
        if (value := self.value(e)) is not None:
            return self.jacobian(value)
        return _chosen(JACOBIANS, e)(self, e)


def added(terms: list[Any]) -> Any:
    """A sum of those that are not 0."""
    kept = [t for t in terms if t is not None]
    if len(kept) < 2:
        return kept[0] if kept else None
    return sp.MatAdd(*kept) if is_matrix(kept[0]) else sp.Add(*kept)


def _chosen(rules: dict[Any, Callable[..., Any]], e: Any) -> Callable[..., Any]:
    for kind in type(e).__mro__:
        if rule := rules.get(kind):
            return rule
    raise Unreached(INSIDE)


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
    at = slope.subs(letter, u) if slope.has(sp.Derivative) else slope.xreplace({letter: u})
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
    return sp.ImmutableMatrix(*a.shape, lambda k, n: scale if (k, n) == (i, j) else 0)


GRADIENTS: dict[Any, Callable[..., Any]] = {
    sp.Add: _of_sum,
    sp.Mul: _of_product,
    sp.Pow: _of_power,
    Dot: _of_dot,
    SquaredNorm: lambda d, e, c: d.pulled(e.args[0], product(2 * c, e.args[0])),
    sp.Trace: _of_trace,
    sp.Function: _of_function,
    AppliedScalarFunction: _of_generic,
    sp.matrices.expressions.matexpr.MatrixElement: _of_entry,
}


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


PULLED: dict[Any, Callable[..., Any]] = {
    sp.MatAdd: lambda d, e, by: added([d.pulled(a, by) for a in e.args]),
    sp.MatMul: _pulled_product,
    sp.Transpose: lambda d, e, by: d.pulled(e.arg, sp.Transpose(by)),
    sp.HadamardProduct: _pulled_hadamard,
    Elementwise: _pulled_entries,
}


# ---- columns, by a column


def _jacobian_of_product(d: Differentiation, e: Any) -> Any:
    scale, arrays = parts(e)
    *before, last = arrays
    if any(map(d.depends, before)):
        raise Unreached(INSIDE)
    slope, terms = d.jacobian(last), list[Any]()
    if slope is not None:
        terms.append(product(scale, *before, slope))
    if (g := d.gradient(scale)) is not None:
        terms.append(product(sp.S.One, *arrays, sp.Transpose(g)))
    return added(terms)


def _jacobian_of_entries(d: Differentiation, e: Any) -> Any:
    slope = d.jacobian(e.args[1])
    return product(sp.S.One, Diag(slope_of_entries(d, e)), slope)


def _jacobian_of_hadamard(d: Differentiation, e: Any) -> Any:
    terms: list[Any] = []
    for k, a in enumerate(e.args):
        others = [Diag(b) for b in (*e.args[:k], *e.args[k + 1 :])]
        if (slope := d.jacobian(a)) is not None:
            terms.append(product(sp.S.One, *others, slope))
    return added(terms)


def _jacobian_of_generic(d: Differentiation, e: Any) -> Any:
    """Of a generic map, or of the gradient of a generic function."""
    x = e.args[1]
    if isinstance(e, Grad):
        if not isinstance(e.args[0], AppliedScalarFunction) or e.args[0].args[1] != x:
            raise Unreached(INSIDE)
        return product(sp.S.One, HessianMatrix(*e.args), d.jacobian(x))
    return product(sp.S.One, Jacobian(e, x), d.jacobian(x))


def _jacobian_written_out(d: Differentiation, e: Any) -> Any:
    rows = [d.gradient(a) for a in e]
    zero = sp.zeros(*d.x.shape)
    if not all(r is None or isinstance(r, sp.MatrixBase) for r in rows):
        rows = [r if r is None else r.as_explicit() for r in rows]
    return sp.ImmutableMatrix([list(zero if r is None else r) for r in rows])


JACOBIANS: dict[Any, Callable[..., Any]] = {
    sp.MatAdd: lambda d, e: added([d.jacobian(a) for a in e.args]),
    sp.MatMul: _jacobian_of_product,
    Elementwise: _jacobian_of_entries,
    sp.HadamardProduct: _jacobian_of_hadamard,
    AppliedVectorFunction: _jacobian_of_generic,
    Grad: _jacobian_of_generic,
    sp.MatrixBase: _jacobian_written_out,
}
