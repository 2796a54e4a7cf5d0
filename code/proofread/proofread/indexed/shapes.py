"""What is looked at before a proof is sought: shapes, places, circular definitions."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..claim import Claim
from ..node import dims, extent, is_matrix, is_sound
from .line import Indices


def fits(claim: Claim) -> bool:
    """Whether every node has arguments of the shapes it needs, whatever the sizes."""
    pairs = (claim.sides, *((a, b) for a, b in claim.where if is_matrix(a)))
    alike = all(extent(a) == extent(b) for a, b in pairs)
    return alike and all(map(is_sound, claim.expressions()))


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


def place_of(claim: Claim, indices: Indices) -> tuple[Any, ...]:
    """The row and column to compare; () for numbers."""
    shaped = dims(claim.lhs) or (1, 1)
    if shaped == (1, 1):
        return ()
    rows, columns = shaped
    row = indices.standard(rows, 0) if rows != 1 else sp.S.One
    if columns == 1:
        return row, sp.S.One
    return row, indices.standard(columns, int(columns == rows))
