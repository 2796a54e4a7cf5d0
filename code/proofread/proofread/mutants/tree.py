"""Where a tree may be changed, and the tree with one place changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import sympy as sp

from ..declaration import declared


class Place(NamedTuple):
    """A node, how to reach it, and the variables that are bound around it."""

    path: tuple[int, ...]
    node: Any
    bound: tuple[Any, ...]


def binds(e: Any) -> tuple[Any, ...]:
    """The variables that a node binds in its first argument."""
    bound = declared(e).binds
    return bound(e) if bound else ()


def parts(e: Any) -> tuple[Any, ...]:
    """The arguments of a node, or the entries of an explicit matrix."""
    return tuple(e.flat()) if isinstance(e, sp.MatrixBase) else e.args


def places(
    e: Any, path: tuple[int, ...] = (), bound: tuple[Any, ...] = ()
) -> Iterator[Place]:
    """Every place of a tree that states something, from the root down."""
    yield Place(path, e, bound)
    held = parts(e)
    stated = declared(e).states or slice(None)
    for k in range(len(held))[stated]:
        if isinstance(held[k], (sp.Basic, sp.MatrixBase)):
            yield from places(held[k], (*path, k), (*bound, *binds(e)))


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
