"""Where a tree may be changed, and the tree with one place changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from .. import nodes as nd

SUMS = (sp.Sum, sp.Product, sp.Integral)
EXTREMES = (
    nd.ArgMax,
    nd.ArgMin,
    nd.MatrixArgMax,
    nd.MatrixArgMin,
    nd.Maximum,
    nd.Minimum,
)
NAMED = (sp.Symbol, sp.MatrixSymbol, sp.Idx, sp.IndexedBase, sp.Lambda)
NAMED += (sp.Identity, sp.OneMatrix, sp.ZeroMatrix)
FIRST_ONLY = (*SUMS, sp.Derivative, sp.Limit, sp.Subs, nd.Norm)


class Place(NamedTuple):
    """A node, how to reach it, and the variables that are bound around it."""

    path: tuple[int, ...]
    node: Any
    bound: tuple[Any, ...]


def binds(e: Any) -> tuple[Any, ...]:
    """The variables that a node binds in its first argument."""
    if isinstance(e, SUMS):
        return tuple(lim[0] for lim in e.limits)
    if isinstance(e, (*EXTREMES, sp.Limit, nd.Components)):
        return (e.args[1],)
    return tuple(e.variables) if isinstance(e, sp.Subs) else ()


def _stated(e: Any) -> Iterator[int]:
    """The arguments of a node that state something, not those that name a variable."""
    if isinstance(e, NAMED):
        return
    if isinstance(e, FIRST_ONLY):
        yield 0
    elif isinstance(e, nd.Relation):
        yield from (0, 2)
    elif isinstance(e, (sp.Indexed, MatrixElement)):
        yield from range(1, len(e.args))
    else:
        held = getattr(e, "unmutated", ())
        yield from (k for k in range(len(parts(e))) if k not in held)


def parts(e: Any) -> tuple[Any, ...]:
    """The arguments of a node, or the entries of an explicit matrix."""
    return tuple(e.flat()) if isinstance(e, sp.MatrixBase) else e.args


def places(e: Any, path: tuple = (), bound: tuple = ()) -> Iterator[Place]:
    """Every place of a tree that states something, from the root down."""
    yield Place(path, e, bound)
    for k in _stated(e):
        a = parts(e)[k]
        if isinstance(a, (sp.Basic, sp.MatrixBase)):
            yield from places(a, (*path, k), (*bound, *binds(e)))


def put(e: Any, path: tuple[int, ...], new: Any) -> Any:
    """The tree with another node at one place."""
    if not path:
        return new
    here, *rest = path
    changed = list(parts(e))
    changed[here] = put(changed[here], tuple(rest), new)
    if isinstance(e, sp.MatrixBase):
        return sp.ImmutableDenseMatrix(e.rows, e.cols, changed)
    if isinstance(e, sp.Transpose) and isinstance(changed[0], sp.Transpose):
        return changed[0].arg
    return e.func(*changed)


# ---- shapes


def shape(e: Any) -> tuple[Any, ...]:
    """Rows and columns, or () of a number; a one-by-one matrix is a number."""
    found = getattr(e, "shape", None) if nd.is_matrix(e) else None
    return () if found is None or found == (1, 1) else tuple(map(sp.expand, found))


SQUARE = (sp.Trace, sp.Determinant, sp.Inverse, sp.MatPow, nd.DiagonalOf)
SQUARE += (nd.Eigenvalue, nd.SpectralRadius)
ALIKE = (sp.MatAdd, sp.HadamardProduct, nd.Dot)
OF_NUMBERS = (*EXTREMES, nd.Grad, nd.HessianMatrix, sp.Add, sp.Mul, sp.Pow, sp.Function)


def is_sound(e: Any) -> bool:
    """Whether every node of a tree has arguments of the shapes it needs."""
    return all(_fits(q) for q in sp.preorder_traversal(e))


def _fits(e: Any) -> bool:
    if isinstance(e, SQUARE):
        rows = shape(e.args[0])
        return not rows or rows[0] == rows[1]
    if isinstance(e, sp.MatMul):
        return _multiplies([shape(a) for a in e.args])
    if isinstance(e, ALIKE):
        return len({shape(a) for a in e.args}) == 1
    if isinstance(e, (sp.Add, sp.Mul)):
        return not any(map(shape, e.args))
    return not (isinstance(e, OF_NUMBERS) and shape(e.args[0]))


def _multiplies(shapes: list[tuple]) -> bool:
    """Whether a product fits from left to right, numbers with anything."""
    so_far: tuple = ()
    for here in shapes:
        if so_far and here and so_far[1] != here[0]:
            return False
        so_far = (so_far[0], here[1]) if so_far and here else so_far or here
        so_far = () if so_far == (1, 1) else so_far
    return True
