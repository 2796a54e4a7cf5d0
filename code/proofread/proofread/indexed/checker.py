"""The checker: accepts a proof in index notation, or refuses it.

It shares no code with the search.  `docs/indexed.md` says what it accepts.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import sympy as sp

from ..binding import bound, free, put_all
from ..claim import Claim
from ..declaration import indexed
from ..domains import is_positive
from ..inductions import cases
from ..node import is_matrix
from ..nodes.slopes import Slope, applied
from ..risks import Risk, risks, valued
from ..undefined import may_lack_a_value
from ..wellformed import SUMS
from ..wellposed import ranges_of, sides_at
from .checking.arithmetic import Ring
from .checking.rules import Rules
from .proof import Induction, Proof, Step

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
        for made, side in zip(lines, ("left", "right"), strict=True):
            for n, step in enumerate(getattr(proof, side), 1):
                where = f"{side} side, step {n}, {step.rule}"
                made.append(checker.after(made[-1], step))
    except Exception as error:
        raise Refused(f"{where}: {error}") from error
    if lines[0][-1] != lines[1][-1]:
        raise Refused(f"the sides end in different lines: {lines}")
    return lines


class Checker:
    """A claim, the ranges of all indices of a proof, and its arithmetic."""

    def __init__(self, claim: Claim, proof: Proof):
        if claim.relation != "=" or claim.oracle or claim.prover:
            raise Refused("it is no equation, or has an oracle or a prover")
        if lacking := may_lack_a_value(claim):
            raise Refused(f"{lacking} may have no value")
        self.ranges = ranges_of(claim, proof.indices)
        self.is_positive = partial(is_positive, claim=claim)
        self.rules, self.ring = Rules(claim, self.ranges), Ring(self.ranges)
        self.valued = self._risks(valued(claim))

    def after(self, line: Any, step: Step) -> Any:
        """The line after a step."""
        if self.ranges.free(step.new) - self.ranges.free(step.old):
            raise Refused(f"{step.new} has an index that is not free in {step.old}")
        made = self._replaced(line, step, self._held(step))
        if made == line and step.old != step.new:
            raise Refused(f"{step.old} is not in the line")
        self.ranges.fit(made)
        return made

    # ---- new for old in a line

    def _replaced(self, e: Any, step: Step, held: set[Any]) -> Any:
        """A term with new for old, in all that its nodes are functions of."""
        if e == step.old:
            return step.new
        if isinstance(e, SUMS) and not self.ranges.agrees(e):
            return e
        if isinstance(e, Slope):  # the function under it is a name
            return e.xreplace({(f := applied(e.args[0])): self._inside(f, step, held)})
        return self._inside(e, step, held)

    def _inside(self, e: Any, step: Step, held: set[Any]) -> Any:
        """The same in its arguments; held: what nothing around may derive by."""
        known, parts = indexed(e), list(e.args)
        of, varied = known.of or slice(0), known.varied(e) if known.varied else ()
        parts[of] = [self._replaced(a, step, held) for a in parts[of]]
        if tuple(parts) == e.args:
            return e
        taken = free(step.new) - free(step.old)
        if not (held.isdisjoint(varied) and taken.isdisjoint(bound(e))):
            raise Refused(f"{e} varies or binds a name that {step.new} rests on")
        return e.func(*parts)

    # ---- whether old = new

    def _held(self, step: Step) -> set[Any]:
        """The names that old = new rests on, if it follows."""
        if step.induction:
            return self._induced(step, step.induction)
        one, other = (step.old, step.new)[:: -1 if step.backward else 1]
        for known, held in self.rules.known(step.rule, one):
            for left, right in self.rules.instances(known, one, other):
                same = self.ring.same(left, one) and self.ring.same(right, other)
                had = [step.old] + [right] * (known.sure and not step.backward)
                if same and self._has_a_value(step.new, had):
                    return held
        raise Refused(f"{one} = {other} does not follow")

    def _induced(self, step: Step, shown: Induction) -> set[Any]:
        """The same of what is shown for 1, and from each number to the next."""
        by = cases(self.rules.claim, (step.old, step.new), *shown.over)
        if not all(self._has_a_value(e, ()) for e in by.general):
            raise Refused(f"{by.general} may have no value")
        check(by.first, shown.first)
        check(by.onward, shown.onward)
        return self.rules.reach(sp.Tuple(step.old, step.new))

    def _has_a_value(self, new: Any, known: Any) -> bool:
        """Whether it has one wherever these have: its risks are among theirs."""
        had = self.valued | self._risks(known)
        brought, parts = self._risks([new]) - had, set[Any]()
        seen = {k for risk in brought for k in self.ranges.free(risk.term)}
        for risk in had if brought else ():
            for at in self.ranges.places(risk.indices, seen):
                parts |= self._parts(put_all(risk.term, at), risk.divides)
        return all(self._parts(risk.term, risk.divides) <= parts for risk in brought)

    def _risks(self, terms: Any) -> set[Risk]:
        return {risk for e in terms for risk in risks(e, self.is_positive, self.ranges)}

    def _parts(self, e: Any, divides: bool) -> set[Any]:
        """The irreducible factors of a divisor, up to numbers; the letters else."""
        if not divides:
            return {self.ring.key(e)} if is_matrix(e) else self.ring(e).free_symbols
        if self.ring.is_zero(r := self.ring(e)):
            raise Refused(f"{e} is 0, and divided by")
        sides = map(sp.factor_list, sp.fraction(sp.together(r)))
        found = {f for _, factors in sides for f, _ in factors}
        return {f for f in found if not self.is_positive(self.ring.back(f))}
