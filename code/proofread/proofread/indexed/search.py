"""The search for a proof: both sides rewritten to one standard form, step by step."""

from __future__ import annotations

from functools import partial
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..claim import Claim
from ..nodes.entries import Entry, Partial
from ..nodes.notation import meaning
from ..nodes.slopes import Slope, applied
from .averaging import averaged, settled
from .canonical import canonical_step
from .cofactors import cofactor
from .contractions import contracted, reordered, straight, supposed, swapped, turned
from .deriving import derived
from .ends import peeled
from .folding import folded
from .functions import determinant, limit, logarithm, modulus, parted, raised, root
from .induction import by_induction, induced, shown
from .line import DoNotKnow, Found, Indices, Line, parts
from .meeting import meet
from .naming import stood_for
from .powers import assumed, paired, supposed_of
from .proof import Proof
from .properties import said_of
from .shapes import defined_by_itself, fits, place_of
from .shortening import shortened
from .sums import apart, plain_deltas, standard_step


def search(
    claim: Claim, but: frozenset[str] = frozenset(), *, inner: bool = False
) -> Proof:
    """A proof of an equation for every size; raises DoNotKnow where none is found.

    but: names that no index of the proof is to have.  inner: whether it is part of an
    induction, and begins no other.
    """
    if claim.relation != "=":
        raise DoNotKnow(f"no rule yet for the relation {claim.relation}")
    if claim.oracle or claim.prover:
        raise DoNotKnow("its left side is computed, or its proof its own")
    if not fits(claim):
        raise DoNotKnow("shapes do not fit")
    if name := defined_by_itself(claim):
        raise DoNotKnow(f"{name} is defined by itself")
    indices = Indices(but | names_in(claim), natural=_natural(claim))
    try:
        return _rewritten(claim, indices, inner)
    except DoNotKnow as error:
        powers = (q for e in claim.sides for q in e.atoms(sp.MatPow))
        if any(q.exp.is_Symbol for q in powers):
            return by_induction(claim, search, normalize)
        raise error


def names_in(claim: Claim) -> frozenset[str]:
    """The names in a claim, which no index of a proof is to have."""
    symbols = {s for e in claim.expressions() for s in e.free_symbols}
    return frozenset(str(s).strip("_") for s in symbols.union(claim.size_symbols()))


def _rewritten(claim: Claim, indices: Indices, inner: bool) -> Proof:
    """Both sides rewritten to one line; raises DoNotKnow where they are not."""
    at = place_of(claim, indices)
    left, right = (
        Line(Entry(e, *at) if at else e, claim, indices) for e in claim.sides
    )
    for line in (left, right):
        apart(line)
        normalize(line)
    try:
        meet(left, right, normalize)
    except DoNotKnow:
        if at or inner or not induced(left, right, search):
            raise
        meet(left, right, normalize)
    return Proof(indices.last, at, tuple(left.steps), tuple(right.steps))


def _natural(claim: Claim) -> frozenset[Any]:
    """What is not negative since the sums of the sides have terms."""
    sums = {s for e in claim.sides for s in e.atoms(sp.Sum)}
    spans = {high - low for s in sums for _, low, high in s.limits}
    return frozenset(spans | {span + 1 for span in spans})


GENERIC = (nd.AppliedScalarFunction, nd.AppliedVectorFunction)


def normalize(line: Line) -> None:
    """Rewrite a line until no rule applies."""
    levels = (
        supposed,
        shortened,
        parted,
        _defined,
        _derived,
        logarithm,
        stood_for,
        _settled,
        _standard,
        _averaged,
        _named,
    )
    done: list[set[Any]] = [set() for _ in levels]
    while _takes_first(line, levels, done):
        pass


def _takes_first(line: Line, levels: Any, done: list[set[Any]]) -> bool:
    """Whether a rule applies, the first of which is taken."""
    for level, known in zip(levels, done, strict=True):
        for part in parts(line.term):
            if part not in known and line.takes(level, part):
                return True
            if level is not stood_for:
                known.add(part)
    return False


def _defined(line: Line, e: Any) -> Found | None:
    if isinstance(applied(e.args[0] if isinstance(e, Slope) else e), GENERIC):
        return _plain(e)
    made = meaning(e) if not isinstance(e, sp.Subs) else None
    return None if made is None else ("definition", e, line.meant(made))


def _derived(line: Line, e: Any) -> Found | None:
    if isinstance(e, sp.Subs):
        return _put(e)
    if not isinstance(e, Partial):
        return None
    made = derived(line, e)
    return None if made is None else ("derive", e, line.meant(made))


def _put(e: Any) -> Found | None:
    made = meaning(e)
    return None if made is None else ("definition", e, made)


def _plain(e: Any) -> Found | None:
    """Sums and products of matrices, zeros and ones left out of them."""
    made = e.xreplace({q: q.doit(deep=False) for q in e.atoms(sp.MatAdd, sp.MatMul)})
    return None if made == e else ("plain", e, made)


def _standard(line: Line, e: Any) -> Found | None:
    return (
        peeled(line, e)
        or straight(line, e)
        or turned(line, e)
        or said_of(line, e)
        or assumed(line, e, normalize)
        or root(e)
        or limit(e)
        or paired(line, e, partial(shown, search=search))
        or supposed_of(line, e, normalize)
        or raised(e)
        or modulus(e)
        or determinant(line, e)
        or cofactor(line, e)
        or contracted(line, e)
        or standard_step(line, e)
        or folded(line, e, normalize)
    )


def _settled(line: Line, e: Any) -> Found | None:
    return settled(line, e, normalize)


def _averaged(line: Line, e: Any) -> Found | None:
    return averaged(line, e, normalize)


def _named(line: Line, e: Any) -> Found | None:
    return (
        plain_deltas(line, e)
        or canonical_step(line, e)
        or swapped(line, e)
        or reordered(line, e)
    )
