"""Numbers of a matrix that a property tells: powers of det Q, singular values."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .. import nodes as nd
from ..declaration import said
from .line import Found, Line

OF_MATRICES = (
    sp.Pow,
    sp.Abs,
    nd.SingularValue,
    nd.SpectralNorm,
    nd.SpectralRadius,
)


def said_of(line: Line, e: Any) -> Found | None:
    """A number of a matrix, by a property: a power of det Q, a singular value."""
    if not isinstance(e, OF_MATRICES):
        return None
    properties = (h for h in line.claim.given if isinstance(h, nd.Property))
    facts = (q for h in properties for q in said(h) if isinstance(q.left, OF_MATRICES))
    for q in facts:
        wild = {k: sp.Wild(k.name) for k, _ in q.places}
        found = e.match(q.left.xreplace(wild))
        if found is not None:
            at = {k: found[w] for k, w in wild.items()}
            return "hypothesis", e, q.right.xreplace(at)
    return None
