"""What is known of a term: by declarations, definitions, hypotheses and arithmetic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ...binding import bound, free, put_all
from ...claim import Claim
from ...declaration import Equation, indexed, said
from ...domains import has_conditions
from ...node import dims
from ...nodes.entries import Entry, Partial, name_of
from ...nodes.notation import meaning, place
from ...nodes.slopes import Slope, applied
from ...scope import is_rough, reach
from ...wellformed import Ranges
from ..proof import ARITHMETIC, FACTS


class Rules:
    """What holds of the terms of a claim; each rule says what it knows of one term."""

    def __init__(self, claim: Claim, ranges: Ranges):
        self.claim, self.definitions, self.ranges = claim, claim.definitions, ranges
        value = self.definitions.value_of
        self.meant = {"definition": meaning, "where": value, "derive": self._derived}

    def known(self, rule: str, e: Any) -> list[tuple[Equation, set[Any]]]:
        """What a rule knows of a term, each with the names that it rests on."""
        if rule in ARITHMETIC:  # a term is itself, in whatever way it is written
            return [(Equation(e, e), set())]
        if rule in FACTS:  # what holds of each node that occurs
            facts = [q for node in sp.postorder_traversal(e) for q in said(node)]
            return [(q, set() if q.sure else set(free(q.left))) for q in facts]
        if rule == "hypothesis":
            return [(q, self.reach(h)) for h in self.claim.given for q in said(h)]
        meant = self.meant[rule](e)
        held = {e, getattr(e, "base", e.func)} if rule == "where" else set[Any]()
        return [] if meant is None else [(Equation(e, meant), held)]

    def instances(self, q: Equation, one: Any, other: Any) -> Iterator[tuple[Any, Any]]:
        """An equation, if its conditions hold, at all places in sight.

        Under a sum over each index that it has there and the term has not.
        """
        left, right, places = q.left, q.right, q.places
        if dims(left) not in ((), (1, 1), dims(one)):  # equal entry by entry
            places = [(place(n), n) for n in dims(left)]
            left, right = (Entry(e, *(k for k, _ in places)) for e in (left, right))
        if not has_conditions(q, self.claim):
            return
        seen = {*self.ranges.free(one), *self.ranges.free(other), *bound(one)}
        known = [(k, (sp.S.One, n)) for k, n in places if k != 1]
        for at in self.ranges.places(known, seen):
            sides = put_all(left, at), put_all(right, at)
            more = {k: self.ranges.of(k) for k in free(sides[0]) & seen - free(one)}
            limits = [(k, *ends) for k, ends in more.items() if ends]
            yield tuple(sp.Sum(e, *limits) if limits else e for e in sides)

    def _derived(self, e: Any) -> Any:
        """What a derivative is, as declared of what is derived; 0 of constants."""
        if not isinstance(e, Partial) or is_rough(e.args[0], self.definitions):
            return None
        f, by = e.args
        generic = applied(f.args[0] if isinstance(f, Slope) else f)
        slope = not self.definitions.has_function(generic) and indexed(applied(f)).slope
        made = e if self._is_constant(e) else slope(f, by) if slope else None
        idle = filter(self._is_constant, made.atoms(Partial) if made else ())
        return made and made.xreplace(dict.fromkeys(idle, sp.S.Zero))

    def _is_constant(self, e: Any) -> bool:
        """Whether what is derived does not depend on the name that it is derived by."""
        name = name_of(e.args[1])
        return name not in self.reach(e.args[0], name)

    def reach(self, e: Any, but: Any = None) -> set[Any]:
        """All that a term depends on by way of definitions, but of one name."""
        return reach(e, self.definitions, but)
