"""Products of two matrices in a sum, by what is given of them or shown of powers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..node import dims, is_matrix
from ..nodes.entries import Entry
from ..nodes.notation import meaning
from .contractions import flat
from .folding import brought
from .line import Found, Line
from .proof import Step
from .sums import bound

Normalize = Callable[[Line], None]
Shown = Callable[[Line, Any, Any, Any], Step | None]
MOST = 6  # inductions in one line


def paired(line: Line, e: Any, shown: Shown) -> Found | None:
    """A product within a sum that a hypothesis, or an induction, says another of.

    AᵏA is A Aᵏ, by induction over k.
    """
    if not isinstance(e, sp.Sum) or not line.assuming:
        return None
    for k in bound(e):
        for one, other in _beside(e, k):
            (m, i, _), (p, _, j) = one.args, other.args
            for known in _given(line):
                if known.lhs.args == (m, p):
                    _joined(line, e, k, one, other)
                    return "hypothesis", known.lhs, known.rhs
            power = isinstance(m, sp.MatPow) and m.base == p and m.exp.is_Symbol
            if power and i != j and _may_induce(line):
                old, new = (sp.MatMul(*q, evaluate=False) for q in ((m, p), (p, m)))
                if step := shown(line, old, new, m.exp):
                    _joined(line, e, k, one, other)
                    line.add(step)
                    whole = Entry(new, i, j)
                    return "definition", whole, line.meant(meaning(whole))
    return None


def _may_induce(line: Line) -> bool:
    """Whether few steps of a line are inductions: within a trace there is no end."""
    return sum(s.induction is not None for s in line.steps) < MOST


def _beside(e: Any, k: Any) -> Iterator[tuple[Any, Any]]:
    """Two entries that alone hold an index, of a product over it, in either order."""
    mine = [f for f in flat(e.function) if f.has(k)]
    if len(mine) == 2 and all(isinstance(f, Entry) for f in mine):
        for one, other in itertools.permutations(mine):
            if one.args[2] == k == other.args[1] and not {k} & {*one.args[:2]}:
                yield one, other


def _given(line: Line) -> Iterator[Any]:
    """The equations of products of matrices that are given."""
    for h in line.claim.given:
        if isinstance(h, nd.Relation) and h.op == "=" and is_matrix(h.lhs):
            yield h


def _joined(line: Line, e: Any, k: Any, one: Any, other: Any) -> None:
    """Two factors of a sum over k as an entry of their product."""
    inner = sp.Sum(one * other, *(t for t in e.limits if t[0] == k))
    rest = sp.Mul(*(f for f in flat(e.function) if not f.has(k)))
    limits = [t for t in e.limits if t[0] != k]
    if limits:
        line.take("nest", e, sp.Sum(rest * inner, *limits))
    elif rest != 1:
        line.take("split", e, rest * inner)
    (m, i, _), (p, _, j) = one.args, other.args
    whole = Entry(sp.MatMul(m, p, evaluate=False), i, j)
    line.take("definition", inner, whole, backward=True)


def supposed_of(line: Line, e: Any, normalize: Normalize) -> Found | None:
    """An entry of a power that is all of an entry of which a hypothesis says more."""
    if not isinstance(e, Entry) or not isinstance(e.args[0], sp.MatPow):
        return None
    for h in _given(line) if line.assuming else ():
        places = e.args[1:] if dims(h.lhs)[1] != 1 else (e.args[1], sp.S.One)
        whole = Entry(h.lhs, *places)
        if h.lhs.has(e.args[0]) and whole != e:
            part = line.part(whole)
            part.assuming = False
            normalize(part)
            if part.term == e:
                line.undo(part)
                return "hypothesis", h.lhs, h.rhs
    return None


def assumed(line: Line, e: Any, normalize: Normalize) -> Found | None:
    """A letter that a hypothesis says something of, replaced by that."""
    if not isinstance(e, (sp.Sum, sp.Product)) or not line.assuming:
        return None
    for h in line.claim.given:
        if isinstance(h, nd.Relation) and h.op == "=" and not is_matrix(h.lhs):
            part = line.part(h.lhs)
            part.assuming = False
            normalize(part)
            if part.term == e:
                if line.undoes(part):
                    return "hypothesis", h.lhs, h.rhs
                return brought(line, e, part, h)
    return None
