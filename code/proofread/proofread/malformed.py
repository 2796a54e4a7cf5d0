"""What is no claim, whatever its sides say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import sympy as sp

from . import nodes as nd
from .relations import RELATIONS

if TYPE_CHECKING:
    from .claim import Claim


def refuse_wrong_types(claim: Claim) -> None:
    """Raise TypeError where a part of a claim is of no use as what it is given for."""
    if not isinstance(cast(Any, claim.key), str):
        raise TypeError(f"key: {claim.key!r} is no text: write it in quotes")
    for name in ("sizes", "domain", "equality"):
        if not isinstance(given := getattr(claim, name), Mapping):
            what = f"{name}: {given!r} is no dictionary"
            raise TypeError(f"{what}: write {{name: value}}")
    for side in (claim.lhs, claim.rhs):
        whole = sp.sympify(side)
        if not isinstance(whole, (sp.Basic, sp.MatrixBase)):
            raise TypeError(f"{side!r} is no expression: build it with SymPy")
        if any(isinstance(q, sp.Dict) for q in sp.preorder_traversal(whole)):
            raise TypeError("a side holds a dictionary: build it of numbers and names")


def refuse_malformed(claim: Claim) -> None:
    """Raise ValueError or TypeError, which says what part of a claim is wrong."""
    if claim.relation not in RELATIONS:
        raise ValueError(f"relation {claim.relation!r} is none of {RELATIONS}")
    if claim.relation == "~" and claim.variable is None:
        raise ValueError('an order "~" needs the variable it is in: variable=h')
    if claim.equality and claim.relation not in ("<=", ">="):
        raise ValueError("only <= and >= have a case of equality: leave it out")
    for h in claim.given:
        if not isinstance(h, (nd.Relation, nd.Property)):
            raise TypeError(f"{h} is no hypothesis: use equal, le, Symmetric, …")
    for s, size in claim.sizes.items():
        if not isinstance(cast(Any, size), int) or size < 1:
            what = f"sizes of {s}: write the size to prove at, from 1, not {size!r}"
            raise TypeError(what)
