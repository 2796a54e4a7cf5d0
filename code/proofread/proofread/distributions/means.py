"""Means, variances and covariances, stated and not computed."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..nodes import MatrixNode, ScalarNode, is_matrix


class Expectation(ScalarNode):
    """Expectation(e): the mean of e over every random symbol in it."""

    def __new__(cls, e: Any) -> Any:
        if is_matrix(e):
            return MatrixExpectation(e)
        return sp.Basic.__new__(cls, sp.sympify(e))


class MatrixExpectation(MatrixNode):
    """The mean of a random vector or matrix, entry by entry."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[0].shape


class Variance(ScalarNode):
    """Variance(e): the mean squared distance of e from its mean."""

    is_extended_nonnegative = True


class Covariance(ScalarNode):
    """Covariance(a, b): a number for two numbers, a matrix for two random columns."""

    def __new__(cls, a: Any, b: Any) -> Any:
        if is_matrix(a):
            return MatrixCovariance(a, b)
        return sp.Basic.__new__(cls, sp.sympify(a), sp.sympify(b))


class MatrixCovariance(MatrixNode):
    """MatrixCovariance(a, b): entry (i, j) is the covariance of a_i and b_j."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].rows, self.args[1].rows)
