"""Shapes that do not fit: which factors, what shapes, on which side."""

from __future__ import annotations

import itertools
from typing import Any

import sympy as sp

from ..claim import Claim
from ..declaration import declared
from ..node import extent, is_matrix, is_of_number
from ..nodes import Jacobian
from ..printing import latex
from ..slips import attempt

COLUMN = "where a column is needed: Vec(X) is the columns of X, one below the other"


def misfit(claim: Claim) -> str:
    """The first part whose shapes do not fit, or how the sides differ; else empty."""
    named = [("on the left side", claim.lhs), ("on the right side", claim.rhs)]
    named += [
        (f"where ${latex(name)}$ is defined", value) for name, value in claim.where
    ]
    for where, tree in named:
        for part in sp.postorder_traversal(tree):
            if (fits := declared(part).fits) and attempt(
                lambda p=part, f=fits: f(p)
            ) is False:
                told = _told(part)
                return f"shapes do not fit {where}, in ${_shown(part)}$: {told}"
    left, right = (attempt(lambda side=side: _size(side)) for side in claim.sides)
    if left and right and left != right:
        shapes = f"the left side is {left}, the right side is {right}"
        return f"sides of different shapes: {shapes}"
    return ""


def _told(e: Any) -> str:
    """What the shapes of a node's arguments are, those that meet where they differ."""
    if isinstance(e, sp.MatMul):
        pairs = itertools.pairwise(a for a in e.args if is_matrix(a))
        a, b = next((a, b) for a, b in pairs if sp.expand(a.cols - b.rows) != 0)
        return f"{_of(a)} and {_of(b)}"
    if declared(e).fits is is_of_number:
        return f"{_of(e.args[0])}, where a number is needed"
    args = (a for a in e.args if isinstance(a, (sp.Expr, sp.MatrixBase)))
    told = " and ".join(dict.fromkeys(map(_of, args)))
    return f"{told}, {COLUMN}" if isinstance(e, Jacobian) else told


def _of(e: Any) -> str:
    return f"${_shown(e)}$ is {_size(e)}"


def _size(e: Any) -> str:
    """Rows and columns."""
    rows = extent(e)
    return rf"${latex(rows[0])} \times {latex(rows[1])}$" if rows else "a number"


def _shown(e: Any) -> str:
    return attempt(lambda: latex(e)) or str(e)
