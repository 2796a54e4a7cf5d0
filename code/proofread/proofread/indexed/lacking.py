"""Why there is no proof for every size, in words: what a claim has that is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..binding import free
from ..claim import Claim
from ..declaration import indexed
from ..node import is_matrix
from ..reductions import EXTREMIZERS
from ..relations import ORDERED
from .line import TooMuch

NODES: dict[type, str] = {
    nd.Vec: "vec",
    sp.KroneckerProduct: "a Kronecker product",
    sp.HadamardPower: "a power of every entry",
    sp.BlockMatrix: "a matrix in blocks",
    sp.ImmutableDenseMatrix: "a matrix written out",
    sp.Max: "the larger of two numbers",
    sp.Min: "the smaller of two numbers",
    sp.Piecewise: "a value by cases",
    sp.Integral: "an integral",
    sp.Limit: "a limit",
    sp.Product: "a product over an index",
    nd.Maximum: "a largest value",
    nd.Minimum: "a smallest value",
    nd.Eigenvalue: "an eigenvalue",
    nd.SingularValue: "a singular value",
    sp.FunctionMatrix: "a matrix told by its places",
}
PARTLY = (sp.Max, sp.Min, sp.Piecewise, sp.Limit, sp.Product)
SQUARES = "is not known to be made of squares and positive numbers"
NOT_FOUND = "no known steps were found that lead from one side to the other"


def lacking(claim: Claim, error: Exception) -> str:
    """What a proof of a claim lacks, of which a search said that it does not know."""
    if isinstance(error, TooMuch):
        return str(error)
    nodes = _nodes(claim)
    if found := {_called(q) for q in nodes if _is_unknown(q)}:
        return f"nothing is known in index notation of {_listed(found)}"
    if claim.oracle or claim.prover:
        return "what an oracle or a prover of its own finds is no proof for every size"
    if found := {_called(q) for q in nodes if isinstance(q, PARTLY)} | {*_kinds(nodes)}:
        return f"too little is known in index notation of {_listed(found)}"
    if isinstance(claim.lhs, EXTREMIZERS):
        return f"how far the function is from its best value {SQUARES}"
    if claim.relation in ORDERED:
        return f"the larger side less the smaller {SQUARES}"
    return NOT_FOUND


def _nodes(claim: Claim) -> set[Any]:
    """All that a claim is made of, but its hypotheses and conditions."""
    parts = (*claim.sides, *(value for _, value in claim.where))
    return {q for e in parts for q in sp.preorder_traversal(e)}


def _is_unknown(q: Any) -> bool:
    """Whether a number or matrix is a letter of which nothing is said."""
    known = indexed(q)
    said = known.entry or known.value or known.slope or known.equations
    made = is_matrix(q) or isinstance(q, sp.Expr)
    plain = isinstance(q, (*PARTLY, *EXTREMIZERS, sp.Sum, sp.Lambda)) or not q.args
    return made and not (plain or said or known.of is not None)


def _kinds(nodes: set[Any]) -> Iterator[str]:
    """Sums, places, powers and inverses that are hard to prove something of."""
    bound = {k for e in nodes for k in _indices(e)}
    for q in nodes:
        if isinstance(q, (sp.Sum, sp.Product)):
            ends = sp.Tuple(*(end for _, *both in q.limits for end in both))
            if free(ends) & bound:
                yield "a sum whose end is an index"
        if isinstance(q, sp.Indexed) and any(len(free(k)) > 1 for k in q.indices):
            yield "places made of several indices"
        first = q.indices if isinstance(q, sp.Indexed) else (getattr(q, "lower", 1),)
        if sp.S.Zero in first:
            yield "places counted from 0"
        if isinstance(q, sp.Inverse) and isinstance(q.arg, sp.MatAdd):
            yield "the inverse of a sum of matrices"
        if isinstance(q, sp.MatPow) and not q.exp.is_Integer:
            yield "a power of a matrix"


def _indices(e: Any) -> set[Any]:
    """The indices that a node is taken at or sums over."""
    limits = e.limits if isinstance(e, (sp.Sum, sp.Product)) else ()
    places = e.indices if isinstance(e, sp.Indexed) else ()
    return {k for k, *_ in limits} | {k for k in places if k.is_Symbol}


def _called(q: Any) -> str:
    """A node's kind, by its word or by the words in its name."""
    kinds = (word for kind, word in NODES.items() if isinstance(q, kind))
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", q.__class__.__name__).lower()
    return next(kinds, f"the {apart}")


def _listed(words: set[str]) -> str:
    *first, last = sorted(words)
    return f"{', '.join(first)} and {last}" if first else last
