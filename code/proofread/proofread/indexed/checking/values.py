"""Which parts of a term may have no value."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ... import nodes as nd

NO_NUMBER = (sp.nan, sp.zoo, sp.oo, -sp.oo)
ENTIRE = (sp.exp, sp.sin, sp.cos, sp.sinh, sp.cosh, sp.tanh, sp.atan, sp.asinh, sp.erf)
NUMBERS = (
    sp.Add,
    sp.Mul,
    sp.Sum,
    sp.Atom,
    sp.Tuple,
    sp.KroneckerDelta,
    sp.Abs,
    sp.sign,
)
NAMES = (sp.Indexed, sp.IndexedBase, sp.Idx, sp.MatrixSymbol, AppliedUndef)
MATRICES = (sp.Transpose, sp.HadamardProduct, sp.Identity, sp.Trace, nd.Diag, nd.Entry)
NORMS = (nd.Dot, nd.SquaredNorm, nd.Norm, nd.FrobeniusNorm)
SLOPES = (nd.Partial, nd.Grad, nd.Jacobian, nd.HessianMatrix, sp.Derivative)
GENERIC = (nd.Slope, nd.AppliedScalarFunction, nd.AppliedVectorFunction)
TOTAL: tuple[Any, ...] = (
    *ENTIRE,
    *NUMBERS,
    *NAMES,
    *MATRICES,
    *NORMS,
    *GENERIC,
    *SLOPES,
)


def risks(e: Any) -> set[Any]:
    """What is divided by, and the roots and nodes that may lack a value."""
    found: set[Any] = set()
    for q in sp.preorder_traversal(e):
        if isinstance(q, sp.Pow):
            whole = q.exp.is_Integer
            found |= set() if whole and q.exp > 0 else {q.base if whole else q}
        elif not isinstance(q, TOTAL):
            found.add(q)
    return found
