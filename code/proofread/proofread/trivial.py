"""Claims that are true by how they are written: one tree twice, or what is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import sympy as sp

from .binding import Captured
from .definitions import Definitions
from .node import is_matrix
from .nodes import Relation
from .printing import latex
from .relations import REVERSED
from .scope import reach

if TYPE_CHECKING:
    from .claim import Claim

SEVERAL = (sp.Add, sp.Mul, sp.HadamardProduct)  # of matrices too, in sums and products
IMPLIED_BY = {"<=": ("<=", "<", "="), ">=": (">=", ">", "=")}


def says_nothing(claim: Claim) -> str:
    """Why a claim says nothing, by how it is written; empty where it says something."""
    for h in claim.given:
        if isinstance(h, Relation) and _is_claimed(claim, h):
            what = f"the hypothesis ${latex(h)}$ is the claim"
            return f"{what}: it says nothing; claim what follows from it"
    if claim.relation not in ("<", ">") and _are_one(claim):
        return (
            "both sides are one expression, up to definitions and the order of terms"
            " and factors: it says nothing; state what has to be worked out, and where"
            " SymPy works it out at once write the node, as Transpose(A*B)"
        )
    return ""


def _are_one(claim: Claim) -> bool:
    """Whether the sides are one; a line may say what a name stands for."""
    known = Definitions() if claim.line else _known(claim)
    left, right = (written(side, known) for side in claim.sides)
    return left == right or latex(claim.lhs) == latex(claim.rhs)


def _known(claim: Claim) -> Definitions:
    """What names stand for, by definition or by a hypothesis that says it."""
    said = [pair for h in claim.given for pair in _equals(h)]
    fresh = {name: value for name, value in said if not claim.definitions.lookup(name)}
    every = Definitions([*claim.where, *fresh.items()])
    kept = [(a, b) for a, b in fresh.items() if a not in reach(b, every)]
    return Definitions([*claim.where, *kept])


def _equals(h: Any) -> Iterator[tuple[Any, Any]]:
    """A name and what a hypothesis says that it is equal to."""
    if isinstance(h, Relation) and h.op == "=":
        pairs = ((h.lhs, h.rhs), (h.rhs, h.lhs))
        yield from [(a, b) for a, b in pairs if a.is_symbol and not b.is_symbol][:1]


def _is_claimed(claim: Claim, h: Any) -> bool:
    """Whether a hypothesis is what is claimed, perhaps read from right to left."""
    claimed = [written(side, claim.definitions) for side in claim.sides]
    given = [written(side, claim.definitions) for side in (h.lhs, h.rhs)]
    enough = IMPLIED_BY.get(claim.relation, (claim.relation,))
    forth = given == claimed and h.op in enough
    return forth or (given[::-1] == claimed and REVERSED.get(h.op, h.op) in enough)


def written(e: Any, known: Definitions, bound: tuple[Any, ...] = ()) -> Any:
    """What an expression is written with, names put in, terms and factors in order.

    bound: indices of sums around it, which may have any name.
    """
    if e in bound:
        return "index", len(bound) - bound[::-1].index(e)
    if (value := _value(e, known)) is not None:
        return written(value, known, bound)
    if not e.args or isinstance(e, sp.IndexedBase):
        return e
    kind = type(e).__name__
    if isinstance(e, (sp.Sum, sp.Product)):
        ends = [written(sp.Tuple(*ends), known, bound) for _, *ends in e.limits]
        inner = (*bound, *(k for k, *_ in e.limits))
        return kind, written(e.function, known, inner), *ends
    if not isinstance(e, SEVERAL):
        return kind, *(written(a, known, bound) for a in e.args)
    parts = [(is_matrix(a), written(a, known, bound)) for a in _operands(e)]
    ordered = [part for part in parts if part[0] and isinstance(e, sp.MatMul)]
    return kind, *sorted((p for p in parts if p not in ordered), key=repr), *ordered


def _value(e: Any, known: Definitions) -> Any:
    """What a name stands for; None of no name, and where it cannot be put in."""
    try:
        value = known.value_of(e)
    except Captured:
        return None
    return None if value == e else value


def _operands(e: Any) -> list[Any]:
    """The terms of a sum or factors of a product, and those of one within it."""
    within = (_operands(a) if a.func is e.func else [a] for a in e.args)
    return [part for parts in within for part in parts]
