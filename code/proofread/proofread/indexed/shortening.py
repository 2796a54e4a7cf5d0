"""Products that hold a pseudoinverse or an exponential, shortened before all else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..declaration import Equation, indexed, said
from ..node import dims, is_matrix
from ..nodes.chains import chains, summed_up
from ..nodes.entries import Entry
from ..risks import inverses_given
from .line import Found, Line

RULES: dict[type, str] = {
    nd.PseudoInverse: "pseudoinverse",
    nd.MatrixExponential: "exponential",
}
SPECIAL = tuple(RULES)
NORMS = (nd.Dot, nd.SquaredNorm, nd.Norm, nd.FrobeniusNorm)  # by traces


def shortened(line: Line, e: Any) -> Found | None:
    """A matrix in an entry, one step nearer to the shortest products it is made of."""
    if isinstance(e, NORMS) and e.has(*SPECIAL):
        return next((("product", e, line.meant(q.right)) for q in said(e)), None)
    whole, given = e.args[0] if isinstance(e, Entry) else e, _given(line)
    if whole == e or not is_matrix(whole) or not whole.has(*SPECIAL):
        return None
    nodes = [q for q in sp.postorder_traversal(whole) if is_matrix(q)]
    for q in nodes:
        if isinstance(q, SPECIAL) and (found := _known(line, q, given, whole)):
            return found
    plain = summed_up(chains(whole), dims(whole))
    if plain != whole:
        return "plain", whole, plain
    products = (q for q in nodes if isinstance(q, sp.MatMul) and q.has(*SPECIAL))
    facts = (known for q in products for known in said(q))
    return next((("product", q.left, q.right) for q in facts), None)


def _given(line: Line) -> list[Equation]:
    """What hypotheses say of pseudoinverses."""
    facts = (q for h in line.claim.given for q in said(h))
    return [q for q in facts if isinstance(q.left, SPECIAL)]


def _known(line: Line, q: Any, given: list[Equation], whole: Any) -> Found | None:
    """What a special matrix is by a hypothesis, or by what holds of it."""
    for known in given:
        if known.left == q:
            return "hypothesis", q, known.right
    for known in said(q):
        if whole.has(known.left) and (known.sure or has_a_value(line, known.right)):
            return RULES[type(q)], known.left, known.right
    return None


def has_a_value(line: Line, e: Any) -> bool:
    """Whether the claim has what an expression inverts, or divides by."""
    seen = {q for part in line.claim.expressions() for q in _inverted(part)}
    given = {q for h in line.claim.given for q in inverses_given(h)}
    return set(_inverted(e)) <= seen | given


def _inverted(e: Any) -> Iterator[Any]:
    for q in sp.preorder_traversal(e):
        if isinstance(q, sp.Inverse):
            yield q
        elif isinstance(q, sp.Pow) and q.exp.is_negative and not q.base.is_positive:
            yield from _least(q.base)
        elif isinstance(q, nd.Relation) and q.op in ("<", ">"):
            yield from (p for side in (q.lhs, q.rhs) for p in _least(side))


def _least(e: Any) -> Iterator[Any]:
    """What is 0 wherever a number is, if that is known."""
    base = e.as_base_exp()[0]
    zero = indexed(base).zero
    if base.free_symbols:
        yield zero(base) if zero and not dims(base) else base
