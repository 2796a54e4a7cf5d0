"""What is looked at before a proof is sought: shapes, and circular definitions."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..claim import Claim
from ..node import is_matrix, is_sound, shape


def fits(claim: Claim) -> bool:
    """Whether every node has arguments of the shapes it needs, whatever the sizes."""
    pairs = (claim.sides, *((a, b) for a, b in claim.where if is_matrix(a)))
    alike = all(shape_of(a) == shape_of(b) for a, b in pairs)
    return alike and all(map(is_sound, claim.expressions()))


def shape_of(e: Any) -> tuple[Any, ...]:
    """The shape of a matrix, also of a sum over an index or at a place."""
    if is_matrix(e):
        return shape(e)
    if isinstance(e, (sp.Sum, sp.Subs, sp.Derivative)):
        return shape_of(e.args[0])
    if isinstance(e, (sp.Add, sp.Mul)):
        parts: tuple[Any, ...] = e.args
        shapes = [shape_of(a) for a in parts]
        return next((found for found in shapes if found), ())
    return ()


def dims(e: Any) -> tuple[Any, Any] | None:
    """Rows and columns, also of a sum of matrices; None of a number."""
    if is_matrix(e):
        rows, columns = e.shape
        return sp.expand(rows), sp.expand(columns)
    found = shape_of(e)
    return (found[0], found[1]) if found else None


def defined_by_itself(claim: Claim) -> Any:
    """A name whose definition leads back to it; None where there is none."""
    for name, value in claim.where:
        family = getattr(name, "base", getattr(name, "func", name))
        wanted = name if is_matrix(name) or not name.args else family
        kind: type = name.__class__
        inside: set[Any] = claim.definitions.atoms(value, kind)
        if any(_names(q, wanted) for q in inside):
            return name
    return None


def _names(q: Any, wanted: Any) -> bool:
    return wanted in (q, getattr(q, "base", None), q.func)
