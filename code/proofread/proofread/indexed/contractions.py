"""What hypotheses and inverses take out of a sum: Σ q q = δ, Σ u² = 1, A A⁻¹ = I."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..declaration import declared
from ..node import is_matrix
from ..nodes.entries import Entry
from ..nodes.slopes import Slope
from .cofactors import across
from .line import Found, Line
from .sums import bound


def hypotheses(line: Line, kind: type) -> set[Any]:
    """The names of which a property is assumed."""
    return {h.symbol for h in line.claim.given if isinstance(h, kind)}


def supposed(line: Line, e: Any) -> Found | None:
    """An entry of a power that a hypothesis says the entries of."""
    if not isinstance(e, Entry) or not isinstance(e.args[0], sp.MatPow):
        return None
    for h in line.claim.given:
        given = isinstance(h, nd.Relation) and h.op == "=" and h.lhs == e.args[0]
        if given and not h.rhs.has(h.lhs):
            return "hypothesis", e, Entry(h.rhs, *e.args[1:])
    return None


def symmetric_names(line: Line) -> set[Any]:
    """The matrices that are assumed to equal their transposes."""
    known = [h for h in line.claim.given if isinstance(h, nd.Property)]
    assumed = ((h, declared(h).hypothesis) for h in known)
    return {h.symbol for h, what in assumed if what is not None and what.symmetric}


def is_symmetric(line: Line, m: Any) -> bool:
    """Whether a matrix equals its transpose, by hypothesis or as it stands."""
    return _transposed(line, m, symmetric_names(line)) == m


def _transposed(line: Line, m: Any, alike: Any) -> Any:
    """The transpose written out, of matrices that are symmetric as they are."""
    if not is_matrix(m) or m in alike:
        return m
    if isinstance(m, (sp.Identity, nd.Diag)):
        return m
    if isinstance(m, sp.Transpose):
        return m.arg
    if isinstance(m, sp.Inverse):
        return sp.Inverse(_transposed(line, m.arg, alike))
    if isinstance(m, sp.MatAdd):
        return sp.MatAdd(*[_transposed(line, a, alike) for a in m.args]).doit(
            deep=False
        )
    if isinstance(m, sp.MatMul):
        numbers = [a for a in m.args if not is_matrix(a)]
        matrices = [_transposed(line, a, alike) for a in m.args if is_matrix(a)]
        return sp.MatMul(*numbers, *reversed(matrices))
    return sp.Transpose(m)


def contracted(line: Line, e: Any) -> Found | None:
    """A sum with one index less, by a hypothesis or an inverse; else None."""
    if not isinstance(e, sp.Sum):
        return None
    fs = list(flat(e.function))
    for k in bound(e):
        mine = [f for f in fs if f.has(k)]
        others = [f for f in fs if not f.has(k)]
        found = _alone(line, k, mine) if len(mine) == 1 else None
        found = _pair(line, k, mine) if len(mine) == 2 else found
        if found:
            inner = sp.Sum(sp.Mul(*mine), *(t for t in e.limits if t[0] == k))
            limits = [limit for limit in e.limits if limit[0] != k]
            if not others:  # SymPy has no sum of a sum
                return found[0], e, sp.Sum(found[1], *limits) if limits else found[1]
            body = sp.Mul(inner, *others)
            return "nest", e, sp.Sum(body, *limits) if limits else body
        if len(mine) == 2 and (turn := _turn(line, k, mine)):
            return turn
    return None


def _turn(line: Line, k: Any, mine: list[Any]) -> Found | None:
    """An entry of a symmetric matrix turned to where that of its inverse takes it."""
    for f in mine if all(isinstance(f, Entry) for f in mine) else ():
        m, i, j = f.args
        turned = [Entry(m, j, i) if q == f else q for q in mine]
        if m in symmetric_names(line) and _pair(line, k, turned):
            return "hypothesis", f, Entry(m, j, i)
    return None


def flat(body: Any) -> Iterator[Any]:
    """Factors of a product, each as often as its power says."""
    for f in sp.Mul.make_args(body):
        whole = f.is_Pow and f.exp.is_Integer and f.exp > 0
        yield from itertools.repeat(f.base, int(f.exp)) if whole else (f,)


def _alone(line: Line, k: Any, mine: list[Any]) -> tuple[str, Any] | None:
    (f,) = mine
    simplex = hypotheses(line, nd.Simplex)
    if isinstance(f, Entry) and f.args[0] in simplex and _runs(line, k, f.args[0].rows):
        return "hypothesis", sp.S.One
    indexed = isinstance(f, sp.Indexed) and f.base in simplex and f.indices == (k,)
    if indexed and f.base.shape and _runs(line, k, f.base.shape[0]):
        return "hypothesis", sp.S.One
    return None


def _runs(line: Line, k: Any, length: Any) -> bool:
    """Whether an index runs over a whole dimension, and not over a part of it."""
    return line.indices.range_of(k) == length


def _pair(line: Line, k: Any, mine: list[Any]) -> tuple[str, Any] | None:
    if not all(isinstance(f, Entry) for f in mine):
        return None
    (m, *at), (p, *to) = (f.args for f in mine)
    if not all(_runs(line, k, _length(f, k)) for f in mine):
        return None
    if m == p and m in hypotheses(line, nd.Unit) and at == to:
        return "hypothesis", sp.S.One
    if m == p and m in hypotheses(line, nd.Orthogonal):
        if at[0] == to[0] == k:
            return "hypothesis", sp.KroneckerDelta(at[1], to[1])
        if at[1] == to[1] == k and m.rows == m.cols:
            return "hypothesis", sp.KroneckerDelta(at[0], to[0])
    for pair in (mine, mine[::-1]):
        if found := across(k, *pair):
            return found
    return None


def _length(f: Any, k: Any) -> Any:
    """The dimension that an index stands for in an entry."""
    m, i, _ = f.args
    return m.rows if i == k else m.cols


def turned(line: Line, e: Any) -> Found | None:
    """An entry of a diagonal matrix, or of an inverse of one or of a transpose."""
    if not isinstance(e, Entry):
        return None
    m, i, j = e.args
    if m in hypotheses(line, nd.Diagonal) and i != j:
        return "hypothesis", e, sp.KroneckerDelta(i, j) * Entry(m, i, i)
    if isinstance(m, sp.Inverse):
        if isinstance(m.arg, sp.Transpose):
            return "inverse", e, Entry(sp.Inverse(m.arg.arg), j, i)
        if isinstance(m.arg, sp.MatMul) and all(f.shape == m.shape for f in m.arg.args):
            inverses = sp.MatMul(*map(sp.Inverse, reversed(m.arg.args)))
            return "inverse", e, Entry(inverses, i, j)
        if isinstance(m.arg, nd.Diag):
            v = m.arg.args[0]
            return "inverse", e, sp.KroneckerDelta(i, j) / Entry(v, i, sp.S.One)
    return None


def reordered(line: Line, e: Any) -> Found | None:
    """A derivative by several places, those in their order."""
    if not isinstance(e, Slope) or len(e.args) < 5:
        return None
    places = e.args[1:]
    pairs = sorted(zip(places[::2], places[1::2], strict=True), key=str)
    new = Slope(e.args[0], *itertools.chain.from_iterable(pairs))
    return None if new == e else ("order of derivatives", e, new)


def swapped(line: Line, e: Any) -> Found | None:
    """An entry of a symmetric matrix, its indices in their order."""
    if not isinstance(e, Entry) or str(e.args[1]) <= str(e.args[2]):
        return None
    m, i, j = e.args
    if m in symmetric_names(line):
        return "hypothesis", e, Entry(m, j, i)
    if isinstance(m, sp.Inverse) and is_symmetric(line, m.arg):
        return "inverse", e, Entry(sp.Inverse(_transposed(line, m.arg, ())), j, i)
    return None


def straight(line: Line, e: Any) -> Found | None:
    """The transpose of a symmetric matrix within a letter, as that matrix."""
    names = (
        symmetric_names(line)
        if isinstance(e, (Entry, nd.AppliedScalarFunction))
        else ()
    )
    found = (q for q in sp.preorder_traversal(e) if isinstance(q, sp.Transpose))
    q = next((q for q in found if q.arg in names and q != e.args[0]), None)
    return None if q is None else ("hypothesis", q, q.arg)
