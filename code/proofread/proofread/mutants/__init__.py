"""Every small lie that can be told about a displayed claim, generated from its tree.

A mutant is a claim that differs from the true one in a single place, as a slip of the
pen would.  Left out are only those that print the same, so that no reader could see
them, and those without a shape, which are no formulas.  `HELD_OUT` operators were never
looked at while the engine was written: they give the second, honest figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..claim import Claim
from ..distributions import RandomSample, RandomVariable, RandomVector
from ..printing import displayed, distributed, latex, relation_latex
from .held_out import HELD_OUT
from .operators import changes
from .peers import FROM_PEERS, Peers
from .tree import is_sound, places, put, shape

REFUSED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
    sp.ShapeError,
)
REVERSED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<"}
RANDOM = (RandomVariable, RandomVector, RandomSample)


@dataclass(frozen=True)
class Mutant:
    """A claim changed in one place: where, by what operator, and how it reads."""

    side: str
    operator: str
    latex: str
    claim: Claim

    @property
    def shown(self) -> tuple[str, str, str]:
        """What a reader sees of it."""
        return self.side, self.operator, self.latex


def mutants(claim: Claim) -> Iterator[Mutant]:
    """Every mutant of a claim, each LaTeX once, in the same order in every build."""
    peers = Peers(claim)
    for side, tree, rebuilt in _sides(claim):
        yield from _distinct(side, tree, _changed(tree, peers, side), rebuilt)
    yield from _dropped(claim)
    yield from _redistributed(claim, peers)


def held_out(claim: Claim) -> Iterator[Mutant]:
    """The mutants by the operators that the engine was never tuned on."""
    for name, operator in HELD_OUT.items():
        for side, tree, rebuilt in _sides(claim):
            changed = ((name, new) for new in operator(claim, side, tree))
            yield from _distinct(side, tree, changed, rebuilt)


def right_side(claim: Claim) -> Iterator[Mutant]:
    """The mutants of the right side alone: what its author may have meant."""
    return (m for m in mutants(claim) if m.side == "right")


def _sides(claim):
    """(name, tree, how to put another tree there) of all that a claim displays."""
    if claim.oracle is None:
        yield "left", claim.lhs, lambda new: claim.changed(lhs=new)
    yield "right", claim.rhs, lambda new: claim.changed(rhs=new)
    for k, (name, value) in _definitions(claim):

        def redefined(new, k=k, name=name):
            pairs = (*claim.where[:k], (name, new), *claim.where[k + 1 :])
            return claim.changed(where=pairs)

        yield latex(name), value, redefined
    for k, hypothesis in enumerate(claim.given):
        if isinstance(hypothesis, nd.Relation):

            def assumed(new, k=k):
                return claim.changed(
                    given=(*claim.given[:k], new, *claim.given[k + 1 :])
                )

            yield "given", hypothesis, assumed


def _definitions(claim):
    """(place, pair) of the definitions that the claim, or this line of one, relies on.

    A line of a derivation carries the definitions of all its lines.
    """
    if claim.line is None:
        return list(enumerate(claim.where))
    parts = sp.Tuple(*claim.sides, *claim.given)
    named = map(claim.definitions.lookup, claim.definitions.atoms(parts, sp.Basic))
    used = [value for value, _ in filter(None, named)]
    return [(k, pair) for k, pair in enumerate(claim.where) if pair[1] in used]


def _changed(tree, peers, side):
    """(operator, tree) of every change, whether or not it makes sense."""
    if side != "given":
        yield "negate", _attempt(lambda: -tree)
        yield "double", _attempt(lambda: 2 * tree)
    for place in places(tree):
        found = [(FROM_PEERS, new) for new in peers.renamed(place)]
        for operator, new in [*_all(changes(place.node)), *found]:
            if new is not None:
                put_there = lambda new=new, at=place: put(tree, at.path, new)  # noqa: E731
                yield operator, _attempt(put_there)


def _all(found: Iterator) -> list:
    """What an iterator yields until SymPy refuses to build the next."""
    kept: list = []
    try:
        kept.extend(found)
    except REFUSED:
        return kept
    return kept


def _attempt(make) -> Any:
    try:
        return make()
    except REFUSED:
        return None


def _distinct(side, tree, changed, rebuilt):
    """The changes of the same shape that print unlike any before."""
    seen = {latex(tree)}
    for operator, new in changed:
        if new is None or new.has(sp.zoo, sp.nan) or shape(new) != shape(tree):
            continue
        if not _attempt(lambda new=new: is_sound(new)):
            continue
        shown = _attempt(lambda new=new: latex(new))
        if shown is None or shown in seen:
            continue
        seen.add(shown)
        yield Mutant(side, operator, shown, rebuilt(new))


# ---- what is not a change of one tree


def _dropped(claim):
    """The claim with its relation reversed, or without one thing it relies on."""
    if turned := REVERSED.get(claim.relation):
        shown = displayed(claim.lhs, turned, claim.rhs)
        yield Mutant("relation", "reverse", shown, claim.changed(relation=turned))
    for k, (name, value) in _definitions(claim):
        rest = (*claim.where[:k], *claim.where[k + 1 :])
        shown = f"{latex(name)} {relation_latex('=')} {latex(value)}"
        yield Mutant(latex(name), "drop definition", shown, claim.changed(where=rest))
    for k, hypothesis in enumerate(claim.given):
        rest = (*claim.given[:k], *claim.given[k + 1 :])
        less = claim.changed(given=rest)
        yield Mutant("given", "drop hypothesis", latex(hypothesis), less)


def _redistributed(claim, peers):
    """The claim with a parameter of a distribution changed."""
    nodes = {q for e in claim.expressions() for q in sp.preorder_traversal(e)}
    for x in sorted((q for q in nodes if isinstance(q, RANDOM)), key=str):
        law, seen = x.distribution, {distributed(x)}
        for k, parameter in enumerate(law.args):
            if isinstance(parameter, sp.IndexedBase):
                continue
            for operator, new in _changed(parameter, peers, "law"):
                made = _attempt(lambda new=new, x=x, k=k: _following(x, k, new))
                shown = made is not None and distributed(made)
                if shown and shown not in seen:
                    seen.add(shown)
                    changed = _substituted(claim, x, made)
                    yield Mutant(latex(x), operator, shown, changed)


def _following(x, k, parameter):
    """The same random name under a distribution with one parameter replaced."""
    if parameter is None or shape(parameter):
        return None
    args = list(x.distribution.args)
    args[k] = parameter
    law = type(x.distribution)(*args)
    if isinstance(x, RandomVariable):
        return RandomVariable(x.name, law)
    name = x.label if isinstance(x, RandomSample) else x.name
    return type(x)(name, x.shape[0], law)


def _substituted(claim, old, new):
    swap = lambda e: e.xreplace({old: new})  # noqa: E731
    return claim.changed(
        lhs=swap(claim.lhs),
        rhs=swap(claim.rhs),
        where=tuple((swap(a), swap(b)) for a, b in claim.where),
        given=tuple(map(swap, claim.given)),
    )
