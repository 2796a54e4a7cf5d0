"""What every node is: a number or a matrix that is stated, not computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixExpr


class ScalarNode(sp.Expr):
    """A real number that is stated, not computed."""

    is_commutative = True
    is_extended_real = True
    unmutated: ClassVar[tuple[int, ...]] = ()

    if TYPE_CHECKING:

        @property
        def args(self) -> tuple[Any, ...]: ...

    def __new__(cls, *args: Any) -> Any:
        return sp.Basic.__new__(cls, *map(sp.sympify, args))

    def doit(self, **hints: Any) -> ScalarNode:
        """Itself: a node never evaluates."""
        return self


class MatrixNode(MatrixExpr):
    """A real matrix that is stated, not computed."""

    unmutated: ClassVar[tuple[int, ...]] = ()

    if TYPE_CHECKING:

        @property
        def args(self) -> tuple[Any, ...]: ...

    def __new__(cls, *args: Any) -> Any:
        return sp.Basic.__new__(cls, *map(sp.sympify, args))

    def doit(self, **hints: Any) -> MatrixNode:
        """Itself: a node never evaluates."""
        return self


def is_matrix(e: Any) -> bool:
    """Whether an expression has a shape: a MatrixExpr or an explicit matrix."""
    return isinstance(e, (MatrixExpr, sp.MatrixBase))
