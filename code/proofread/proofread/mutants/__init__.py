"""Every small lie that can be told about a displayed claim, generated from its tree.

A mutant is a claim that differs from the true one in a single place, as a slip of the
pen would.  Left out are only those that print the same, so that no reader could see
them, and those without a shape, which are no formulas.  `HELD_OUT` operators were never
looked at while the engine was written: they give the second, honest figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import sympy as sp

from ..claim import Claim
from ..distributions import Random
from ..node import is_sound, shape
from ..printing import displayed, distributed, latex, relation_latex
from ..relations import REVERSED
from ..slips import Slip, attempt
from .changes import changed_trees, other_laws
from .held_out import HELD_OUT
from .peers import Peers
from .sides import Side, definitions, sides


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
    for side in sides(claim):
        yield from _distinct(side, changed_trees(side.tree, peers, side.name))
    yield from _dropped(claim)
    yield from _redistributed(claim, peers)


def held_out(claim: Claim) -> Iterator[Mutant]:
    """The mutants by the operators that the engine was never tuned on."""
    for name, operator in HELD_OUT.items():
        for side in sides(claim):
            told = operator(claim, side.name, side.tree)
            yield from _distinct(side, ((name, new) for new in told))


_made: dict[str, tuple[Mutant, ...]] = {}


def every_mutant(claim: Claim) -> tuple[Mutant, ...]:
    """Those by ordinary operators, then those held out; made once, printing is slow."""
    known = claim.identity
    if known not in _made:
        _made[known] = (*mutants(claim), *held_out(claim))
    return _made[known]


def _distinct(side: Side, changed: Iterable[Slip]) -> Iterator[Mutant]:
    """The changes of the same shape that print unlike any before."""
    seen = {latex(side.tree)}
    for operator, new in changed:
        shown = _shown(side.tree, new)
        if shown is not None and shown not in seen:
            seen.add(shown)
            yield Mutant(side.name, operator, shown, side.rebuilt(new))


def _shown(tree: Any, new: Any) -> str | None:
    """How a change prints, where it is a formula of the same shape."""
    if new is None or new.has(sp.zoo, sp.nan) or shape(new) != shape(tree):
        return None
    return attempt(lambda: latex(new)) if attempt(lambda: is_sound(new)) else None


# ---- what is not a change of one tree


def _dropped(claim: Claim) -> Iterator[Mutant]:
    """The claim with its relation reversed, or without one thing it relies on."""
    if turned := REVERSED.get(claim.relation):
        shown = displayed(claim.lhs, turned, claim.rhs)
        yield Mutant("relation", "reverse", shown, claim.changed(relation=turned))
    for k, (name, value) in definitions(claim):
        rest = (*claim.where[:k], *claim.where[k + 1 :])
        shown = f"{latex(name)} {relation_latex('=')} {latex(value)}"
        yield Mutant(latex(name), "drop definition", shown, claim.changed(where=rest))
    for k, hypothesis in enumerate(claim.given):
        rest = (*claim.given[:k], *claim.given[k + 1 :])
        less = claim.changed(given=rest)
        yield Mutant("given", "drop hypothesis", latex(hypothesis), less)


def _redistributed(claim: Claim, peers: Peers) -> Iterator[Mutant]:
    """The claim with a parameter of a distribution changed."""
    found = {q for e in claim.expressions() for q in sp.preorder_traversal(e)}
    for x in sorted((q for q in found if isinstance(q, Random)), key=str):
        seen = {distributed(x)}
        for operator, made in other_laws(x, peers):
            shown = distributed(made)
            if shown not in seen:
                seen.add(shown)
                yield Mutant(latex(x), operator, shown, _swapped(claim, {x: made}))


def _swapped(claim: Claim, names: dict[Any, Any]) -> Claim:
    return claim.changed(
        lhs=claim.lhs.xreplace(names),
        rhs=claim.rhs.xreplace(names),
        where=tuple((a.xreplace(names), b.xreplace(names)) for a, b in claim.where),
        given=tuple(h.xreplace(names) for h in claim.given),
    )
