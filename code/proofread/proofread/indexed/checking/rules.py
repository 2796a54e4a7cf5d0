"""What is known of a term: by declarations, definitions, hypotheses and arithmetic."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from ...binding import bound, free, put_all
from ...claim import Claim
from ...declaration import Equation, indexed, said
from ...domains import is_positive
from ...node import dims
from ...nodes import Entry, Partial, Slope
from ...nodes.entries import name_of
from ...nodes.notation import meaning, place
from ...nodes.slopes import applied
from ...scope import chance, reach, shows_chance
from ...wellformed import Ranges
from ..proof import ARITHMETIC, FACTS

Known = list[tuple[Equation, set[Any]]]  # what holds, and the names it rests on


class Rules:
    """What holds of the terms of a claim; each rule says what it knows of one term."""

    def __init__(self, claim: Claim, ranges: Ranges):
        self.claim, self.definitions, self.ranges = claim, claim.definitions, ranges

    def instances(self, q: Equation, one: Any, other: Any) -> Iterator[tuple[Any, Any]]:
        """An equation, if its conditions hold, at all places in sight or under sums."""
        left, right, places = q.left, q.right, q.places
        if dims(left) not in ((), (1, 1), dims(one)):  # equal entry by entry
            places = [(place(n), n) for n in dims(left)]
            left, right = (Entry(e, *(k for k, _ in places)) for e in (left, right))
        signed = all(is_positive(u, self.claim, strictly=s) for u, s in q.positive)
        signed = signed and all(shows_chance(u, self.definitions) for u in q.shown)
        named = [(k, n) for k, n in places if k != 1]
        seen = {*self.ranges.free(one), *self.ranges.free(other), *bound(one), sp.S.One}
        within = [[p for p in seen if self.ranges.holds(p, n)] for _, n in named]
        for limits, *chosen in itertools.product(self._around(one), *within):
            values = {k: p for (k, _), p in zip(named, chosen, strict=True)}
            sides = [put_all(e, values) for e in (left, right)]
            made, to = (sp.Sum(e, *limits) for e in sides) if limits else sides
            if (
                signed
                and free(made) == free(one)
                and bool(dims(made)) == bool(dims(one))
            ):
                yield made, to

    def _around(self, e: Any) -> list[Any]:
        """The limits of a Sum without one of them; and none, for the term by itself."""
        limits = e.limits if isinstance(e, sp.Sum) and self.ranges.agrees(e) else ()
        return [
            (),
            *(tuple(t for t in limits if t != own) for own in limits[1:] and limits),
        ]

    def definition(self, e: Any) -> Known:
        """What a node means: what it binds has no other meaning."""
        variables = {t for q in sp.preorder_traversal(e) for t in bound(q)}
        meant = meaning(e)
        known = meant is not None and self.ranges.held.isdisjoint(variables)
        return [(Equation(e, meant), set())] if known else []

    def arithmetic(self, e: Any) -> Known:
        """A term is itself, in whatever way it is written."""
        return [(Equation(e, e), set())]

    def where(self, e: Any) -> Known:
        """What a name stands for."""
        value = self.definitions.value_of(e)
        held = {e, getattr(e, "base", e.func)}
        return [] if value is None else [(Equation(e, value), held)]

    def hypothesis(self, e: Any) -> Known:
        """What the claim takes as given."""
        return [(q, self.reach(h)) for h in self.claim.given for q in said(h)]

    def fact(self, e: Any) -> Known:
        """What holds of each node that occurs, as it is declared."""
        return [(known, set()) for q in sp.preorder_traversal(e) for known in said(q)]

    def derive(self, e: Any) -> Known:
        """What a derivative is, as declared of what is derived; 0 of constants."""
        if chance(e, self.definitions) or not isinstance(e, Partial):
            return []
        f, by = e.args
        generic = applied(f.args[0] if isinstance(f, Slope) else f)
        slope = indexed(f.args[0] if isinstance(f, Entry) else f).slope
        if self.definitions.has_function(generic):
            slope = None
        made = e if self._is_constant(e) else slope(f, by) if slope else None
        if made is None:
            return []
        idle = filter(self._is_constant, made.atoms(Partial))
        return [(Equation(e, made.xreplace(dict.fromkeys(idle, sp.S.Zero))), set())]

    def _is_constant(self, e: Any) -> bool:
        """Whether what is derived does not depend on the name that it is derived by."""
        name = name_of(e.args[1])
        return name not in self.reach(e.args[0], name)

    def reach(self, e: Any, but: Any = None) -> set[Any]:
        """All that a term depends on by way of definitions, but that of one name."""
        return reach(e, self.definitions, but)


RULES: dict[str, Callable[[Rules, Any], Known]] = {
    **dict.fromkeys(ARITHMETIC, Rules.arithmetic),
    **dict.fromkeys(FACTS, Rules.fact),
    "definition": Rules.definition,
    "where": Rules.where,
    "hypothesis": Rules.hypothesis,
    "derive": Rules.derive,
}
