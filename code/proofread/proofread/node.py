"""What every node is: a number or a matrix that is stated, not computed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import sympy as sp

from .declaration import Declaration, declare, declared


def told(e: Any, printer: Any) -> str:
    """A node as text, which SymPy would print by another class of the same name."""
    return f"{type(e).__name__}({printer.stringify(e.args, ', ')})"


class ScalarNode(sp.Expr):
    """A real number that is stated, not computed."""

    is_commutative = True
    is_extended_real = True

    if TYPE_CHECKING:

        @property
        def args(self) -> tuple[Any, ...]: ...

    def __new__(cls, *args: Any) -> Any:
        return sp.Basic.__new__(cls, *map(sp.sympify, args))

    def doit(self, **hints: Any) -> ScalarNode:
        """Itself: a node never evaluates."""
        return self

    def _sympystr(self, printer: Any) -> str:
        return told(self, printer)


declare(ScalarNode, Declaration(wordy=True))


class MatrixNode(sp.MatrixExpr):
    """A real matrix that is stated, not computed; a subclass gives its `shape`."""

    if TYPE_CHECKING:

        @property
        def args(self) -> tuple[Any, ...]: ...

    def __new__(cls, *args: Any) -> Any:
        return sp.Basic.__new__(cls, *map(sp.sympify, args))

    def doit(self, **hints: Any) -> MatrixNode:
        """Itself: a node never evaluates."""
        return self

    def _sympystr(self, printer: Any) -> str:
        return told(self, printer)


def is_matrix(e: Any) -> bool:
    """Whether an expression has a shape: a MatrixExpr or an explicit matrix."""
    return isinstance(e, (sp.MatrixExpr, sp.MatrixBase))


def is_column(e: Any) -> bool:
    """Whether an expression is a column, or a number."""
    return not is_matrix(e) or e.cols == 1


def entries(a: Any) -> list[Any]:
    """The entries of an explicit matrix, or the one number."""
    return list(a) if is_matrix(a) else [a]


def dims(e: Any) -> tuple[Any, ...]:
    """Rows and columns of a matrix, also of a sum of matrices; () of a number.

    Raises TypeError where shapes are added that differ, or multiplied in no order.
    """
    if is_matrix(e):
        return tuple(map(sp.expand, e.shape))
    if isinstance(e, (sp.Sum, sp.Subs, sp.Derivative)):
        return dims(e.args[0])
    shapes = [dims(a) for a in e.args] if isinstance(e, (sp.Add, sp.Mul)) else []
    tables = [s for s in shapes if s]
    alike = len(set(shapes)) < 2 if isinstance(e, sp.Add) else len(tables) < 2
    if not alike:
        raise TypeError(f"shapes in {e}")
    return tables[0] if tables else ()


def turned(e: Any) -> Any:
    """The transpose; that of a transpose undone."""
    return e.arg if isinstance(e, sp.Transpose) else sp.Transpose(e)


# ---- shapes, and whether a node's arguments fit


def extent(e: Any) -> tuple[Any, ...]:
    """Rows and columns, also of a sum of matrices; () of a number or a 1 × 1."""
    return () if dims(e) == (1, 1) else dims(e)


def shape(e: Any) -> tuple[Any, ...]:
    """Rows and columns, or () of a number; a one-by-one matrix is a number."""
    found = getattr(e, "shape", None) if is_matrix(e) else None
    return () if found is None or found == (1, 1) else tuple(map(sp.expand, found))


def is_square(e: Any) -> bool:
    """Whether the first argument is a number or a square matrix."""
    rows = shape(e.args[0])
    return not rows or rows[0] == rows[1]


def is_alike(e: Any) -> bool:
    """Whether all arguments have one shape."""
    return len({shape(a) for a in e.args}) == 1


def is_of_number(e: Any) -> bool:
    """Whether the first argument is a number."""
    return not shape(e.args[0])


def is_of_numbers(e: Any) -> bool:
    """Whether every argument is a number."""
    return not any(map(shape, e.args))


def multiplies(e: Any) -> bool:
    """Whether a product fits from left to right, numbers with anything."""
    return _chained(map(shape, e.args))


def _chained(shapes: Iterable[tuple[Any, ...]]) -> bool:
    so_far: tuple[Any, ...] = ()
    for here in shapes:
        if so_far and here and so_far[1] != here[0]:
            return False
        so_far = (so_far[0], here[1]) if so_far and here else so_far or here
        so_far = () if so_far == (1, 1) else so_far
    return True


def is_sound(e: Any) -> bool:
    """Whether every node of a tree has arguments of the shapes it needs."""
    return all(_fits(q) for q in sp.preorder_traversal(e))


def _fits(e: Any) -> bool:
    fits = declared(e).fits
    return fits is None or fits(e)
