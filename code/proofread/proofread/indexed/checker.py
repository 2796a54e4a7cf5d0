"""The checker: accepts a proof in index notation, or refuses it.

It shares no code with the search.  `docs/indexed.md` says what it accepts.
"""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..binding import bound, free
from ..claim import Claim
from ..declaration import indexed
from ..domains import is_positive, may_lack_a_value
from ..node import dims
from ..nodes import Slope
from ..nodes.slopes import applied
from ..wellformed import SUMS
from ..wellposed import ranges_of, sides_at
from .checking.arithmetic import NO_NUMBER, Ring
from .checking.rules import RULES, Rules
from .checking.values import Values
from .proof import Proof, Step

__all__ = ["Refused", "check"]


class Refused(Exception):
    """A proof that is none, with the place and the reason."""


def check(claim: Claim, proof: Proof) -> list[list[Any]]:
    """The lines from either side, if the proof shows the claim for every size.

    Both end in one line.  Raises Refused where a step does not follow.
    """
    where = claim.key
    try:
        checker = Checker(claim, proof)
        lines = [[e] for e in sides_at(claim, checker.ranges, proof.free)]
        sides = ("left", proof.left), ("right", proof.right)
        for made, (side, steps) in zip(lines, sides, strict=True):
            for n, step in enumerate(steps, 1):
                where = f"{side} side, step {n}, {step.rule}"
                made.append(checker.after(made[-1], step))
    except Exception as error:
        raise Refused(f"{where}: {error}") from error
    left, right = (made[-1] for made in lines)
    if left != right:
        raise Refused(f"the sides end in different lines: {left} and {right}")
    return lines


class Checker:
    """A claim, the ranges of all indices of a proof, and its arithmetic."""

    def __init__(self, claim: Claim, proof: Proof):
        if claim.relation != "=" or claim.oracle or claim.prover:
            raise Refused("it is no equation, or has an oracle or a prover")
        if lacking := may_lack_a_value(claim):
            raise Refused(f"{lacking} may have no value")
        self.ranges = ranges_of(claim, proof.indices)
        self.rules = Rules(claim, self.ranges)
        self.ring = Ring(self.ranges, lambda e: is_positive(e, claim))
        nodes = self.rules.reach(sp.Tuple(*claim.sides))
        self.values = Values(self.ring, nodes, set(claim.size_symbols()))

    def after(self, line: Any, step: Step) -> Any:
        """The line after a step."""
        old, new = step.old, step.new
        if step.rule not in RULES:
            raise Refused("no such rule")
        if {dims(old), dims(new)} not in ({dims(old)}, {(), (1, 1)}):
            raise Refused(f"{new} has another shape than {old}")
        if extra := self.ranges.free(new) - self.ranges.free(old):
            raise Refused(f"{extra} is not free in {old}")
        self.ranges.fit(new)
        made = self._replaced(line, step, self._shown(step), frozenset())
        if made == line and old != new:
            raise Refused(f"{old} is not in the line")
        if made.has(*NO_NUMBER):
            raise Refused(f"{made} has no value")
        return made

    # ---- whether old = new

    def _shown(self, step: Step) -> set[Any]:
        """The names that old = new rests on."""
        one, other = step.old, step.new
        if step.backward:
            one, other = other, one
        for known, held in RULES[step.rule](self.rules, one):
            for left, right in self.rules.instances(known, one, other):
                source = step.old if step.backward else right
                same = self.ring.same(left, one) and self.ring.same(right, other)
                if same and self.values.bring_nothing(source, step.new):
                    return held
        raise Refused(f"{one} = {other} does not follow")

    # ---- new for old in a line

    def _replaced(self, e: Any, step: Step, held: set[Any], by: Any) -> Any:
        """A term with new for old, in all that its nodes are functions of.

        held: what no derivative around an old may be by.  by: what those are by.
        """
        if e == step.old:
            if not by.isdisjoint(held):
                raise Refused(f"{e} is derived by a name that this rests on")
            return step.new
        if isinstance(e, SUMS) and not self.ranges.agrees(e):
            return e
        if isinstance(e, Slope):  # the function under it is a name
            f = applied(e.args[0])
            return e.xreplace({f: self._inside(f, step, held, by)})
        return self._inside(e, step, held, by)

    def _inside(self, e: Any, step: Step, held: set[Any], by: Any) -> Any:
        of, varied, parts = indexed(e).of or slice(0), indexed(e).varied, list(e.args)
        by = by.union(varied(e)) if varied else by
        parts[of] = [self._replaced(a, step, held, by) for a in parts[of]]
        if tuple(parts) == e.args:
            return e
        if not (free(step.new) - free(step.old)).isdisjoint(bound(e)):
            raise Refused(f"a name of {step.new} would be bound in {e}")
        return e.func(*parts)
