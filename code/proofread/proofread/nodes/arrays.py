"""Vectors and matrices made of others."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .base import MatrixNode


class Elementwise(MatrixNode):
    """A scalar function, or its derivative of some order, applied to every entry."""

    unmutated = (0, 2)

    def __new__(cls, function: Any, argument: Any, order: int = 0) -> Any:
        if not isinstance(function, sp.Lambda):
            t = sp.Dummy("t", real=True)
            function = sp.Lambda(t, function(t))
        return sp.Basic.__new__(cls, function, argument, sp.Integer(order))

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[1].shape


class Diag(MatrixNode):
    """The square matrix with a column's entries on its diagonal."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, self.args[0].rows)


class DiagonalOf(MatrixNode):
    """The diagonal of a square matrix, as a column."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, sp.S.One)


class Vec(MatrixNode):
    """The columns of a matrix stacked into one column."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows * self.args[0].cols, sp.S.One)


class Column(MatrixNode):
    """Column(A, j): the j-th column, j from 1."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, sp.S.One)


class Row(MatrixNode):
    """Row(A, i): the i-th row, as a 1-by-n matrix, i from 1."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (sp.S.One, self.args[0].cols)


class BasisVector(MatrixNode):
    """BasisVector(i, n): the column of length n that is 1 at i and 0 elsewhere."""

    unmutated = (1,)

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[1], sp.S.One)


class Components(MatrixNode):
    """Components(e, i): the column whose i-th entry is e, for an index with a range."""

    unmutated = (1,)

    @property
    def shape(self) -> tuple[Any, Any]:
        index = self.args[1]
        return (index.upper - index.lower + 1, sp.S.One)
