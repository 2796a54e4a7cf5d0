"""Jacobians of columns, by what they are made of."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..nodes import (
    AppliedScalarFunction,
    AppliedVectorFunction,
    Diag,
    Elementwise,
    Grad,
    HessianMatrix,
    Jacobian,
)
from .differentiate import INSIDE, JACOBIANS, Differentiation, added, parts, product
from .reverse import slope_of_entries
from .rules import Unreached

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


def _jacobian_of_sum(d: Differentiation, e: Any) -> Any:
    return added([d.jacobian(a) for a in e.args])


JACOBIANS.update(
    {
        sp.MatAdd: _jacobian_of_sum,
        sp.MatMul: _jacobian_of_product,
        Elementwise: _jacobian_of_entries,
        sp.HadamardProduct: _jacobian_of_hadamard,
        AppliedVectorFunction: _jacobian_of_generic,
        Grad: _jacobian_of_generic,
        sp.MatrixBase: _jacobian_written_out,
    }
)
