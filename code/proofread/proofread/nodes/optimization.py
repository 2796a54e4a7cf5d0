"""Where a function is largest or smallest, and how large it gets."""

from __future__ import annotations

from typing import Any, ClassVar

import sympy as sp

from .base import MatrixNode, ScalarNode, is_matrix


class _Extremizer(ScalarNode):
    unmutated = (1,)
    matrix_valued: ClassVar[type]

    def __new__(cls, f: Any, x: Any) -> Any:
        if is_matrix(x):
            return cls.matrix_valued(f, x)
        return sp.Basic.__new__(cls, sp.sympify(f), x)


class _MatrixExtremizer(MatrixNode):
    unmutated = (1,)

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[1].shape


class MatrixArgMax(_MatrixExtremizer):
    """The vector or matrix at which f is largest."""


class MatrixArgMin(_MatrixExtremizer):
    """The vector or matrix at which f is smallest."""


class ArgMax(_Extremizer):
    """ArgMax(f, x): the x at which f is largest."""

    matrix_valued = MatrixArgMax


class ArgMin(_Extremizer):
    """ArgMin(f, x): the x at which f is smallest."""

    matrix_valued = MatrixArgMin


class Maximum(ScalarNode):
    """Maximum(f, x, *hypotheses): the largest value of f over such x."""

    unmutated = (1, 2, 3)


class Minimum(ScalarNode):
    """Minimum(f, x, *hypotheses): the smallest value of f over such x."""

    unmutated = (1, 2, 3)
