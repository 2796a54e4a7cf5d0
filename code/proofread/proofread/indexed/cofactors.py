"""A matrix beside its inverse or its cofactors, and these by way of the inverse."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .. import nodes as nd
from ..nodes.entries import Entry
from .line import Found, Line
from .shortening import has_a_value


def across(k: Any, one: Any, other: Any) -> tuple[str, Any] | None:
    """What a sum over k is of an entry of A⁻¹, or of A, and one of A, or a cofactor."""
    (a, *x), (b, *y) = one.args, other.args
    for mine, its in ((0, 1), (1, 0)):
        if isinstance(a, sp.Inverse) and a.arg == b and x[its] == y[mine] == k:
            return "inverse", sp.KroneckerDelta(x[mine], y[its])
        if isinstance(b, nd.Cofactors) and a == b.args[0] and x[its] == y[its] == k:
            delta = sp.KroneckerDelta(x[mine], y[mine])
            return "cofactors", delta * sp.Determinant(a)
    return None


def cofactor(line: Line, e: Any) -> Found | None:
    """C_kq = Σ_j δ_qj C_kj = Σ_i (A⁻¹)_qi Σ_j A_ij C_kj, where A has an inverse.

    The expansion that is left is δ_ik det A.
    """
    if not isinstance(e, Entry) or not isinstance(e.args[0], nd.Cofactors):
        return None
    c, k, q = e.args
    (a,), n = c.args, c.rows
    known = (m for m in (a, sp.Transpose(a)) if has_a_value(line, sp.Inverse(m)))
    if n == 1 or (m := next(known, None)) is None:
        return None
    i, j = line.indices.bound(n), line.indices.bound(n)
    unit, other = sp.KroneckerDelta(q, j), Entry(c, k, j)
    whole = sp.Sum(unit * other, (j, 1, n))
    line.take("delta", e, whole, backward=True)
    inverse, identity = _identity(line, unit, a, m, (q, i, j))
    expansion = sp.Sum(Entry(a, i, j) * other, (j, 1, n))
    turned = sp.Sum(inverse * expansion, (i, 1, n))
    line.take("split", whole.xreplace({unit: identity}), turned)
    return "cofactors", expansion, sp.KroneckerDelta(i, k) * sp.Determinant(a)


def _identity(line: Line, unit: Any, a: Any, m: Any, at: Any) -> tuple[Any, Any]:
    """A δ as Σ_i (A⁻¹)_qi A_ij, by the inverse of m, which is A or Aᵀ.

    The entry of the inverse, and the sum.
    """
    q, i, j = at
    inverse = Entry(sp.Inverse(m), *((q, i) if m == a else (i, q)))
    entry = Entry(m, *((i, j) if m == a else (j, i)))
    made = sp.Sum(inverse * entry, (i, 1, a.rows))
    line.take("inverse", unit, made, backward=True)
    if m != a:
        line.take("definition", entry, Entry(a, i, j))
    return inverse, made.xreplace({entry: Entry(a, i, j)})
