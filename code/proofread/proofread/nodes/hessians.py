"""Second derivatives by a vector."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..arguments import by_name, each, of_matrix, takes
from ..declaration import Declaration, Indexed, declare
from ..methods import Method
from ..node import MatrixNode, is_column, is_of_number
from ..numeric.reader import Numeric
from ..symbolic.reader import Symbolic, number
from .derivatives import Grad, Jacobian, nabla
from .entries import Partial
from .notation import at


class HessianMatrix(MatrixNode):
    """HessianMatrix(f, x): entry (i, j) is the second derivative by x_i and x_j."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[1].rows, self.args[1].rows)


def _hessian_symbolic(read: Symbolic, e: Any) -> Any:
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = number(read.freed(frozenset([x]))(f))
    bends = [[sp.diff(value, x_i, x_j) for x_j in held] for x_i in held]
    return sp.ImmutableMatrix(bends).xreplace(actual)


def _hessian_numeric(read: Numeric, e: Any) -> Any:
    f, x = e.args
    return read(Jacobian(Grad(f, x), x))


def _hessian_entry(e: Any, i: Any, j: Any) -> Any:
    f, x = e.args
    return Partial(Partial(f, at(x, i)), at(x, j))


declare(
    HessianMatrix,
    Declaration(
        amiss=each(takes(2), by_name(1), of_matrix(1)),
        symbolic=_hessian_symbolic,
        numeric=_hessian_numeric,
        latex=lambda book, e: nabla(book, e, "^{2}"),
        measured=Method.DIFFERENCES,
        fits=lambda e: is_of_number(e) and is_column(e.args[1]),
        states=slice(1),
        indexed=Indexed(entry=_hessian_entry),
    ),
)
