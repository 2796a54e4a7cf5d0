"""Derivatives by vectors and matrices."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .base import MatrixNode, ScalarNode, is_matrix


class Grad(MatrixNode):
    """Gradient of a number by a vector or matrix, in the shape of that."""

    unmutated = (1,)

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[1].shape


class Jacobian(MatrixNode):
    """Jacobian(F, x): entry (i, j) is the derivative of the i-th component by x_j."""

    unmutated = (1,)

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, self.args[1].rows)


class HessianMatrix(MatrixNode):
    """HessianMatrix(f, x): entry (i, j) is the second derivative by x_i and x_j."""

    unmutated = (1,)

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[1].rows, self.args[1].rows)


def _pairs(moves: dict) -> tuple[sp.Tuple, sp.Tuple]:
    return sp.Tuple(*moves.keys()), sp.Tuple(*moves.values())


class Differential(ScalarNode):
    """Differential(f, {X: dX}): the part of f(X + dX) - f(X) that is linear in dX."""

    unmutated = (1, 2)

    def __new__(cls, f: Any, variables: Any, changes: Any = None) -> Any:
        if changes is None:
            variables, changes = _pairs(variables)
        if cls is Differential and is_matrix(f):
            return MatrixDifferential(f, variables, changes)
        return sp.Basic.__new__(cls, sp.sympify(f), variables, changes)


class MatrixDifferential(MatrixNode):
    """The differential of a matrix, in its shape."""

    unmutated = (1, 2)

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[0].shape
