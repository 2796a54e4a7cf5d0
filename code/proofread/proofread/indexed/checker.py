"""The checker: accepts a proof in index notation, or refuses it.

It shares no code with the search.  `docs/indexed.md` says what it accepts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..binding import bound, free, put_all
from ..claim import Claim
from ..declaration import Equation, indexed, said
from ..distributions import Random
from ..domains import is_positive, may_lack_a_value
from ..node import dims
from ..nodes import Entry, Partial, Slope
from ..nodes.entries import name_of
from ..nodes.notation import meaning, place
from ..nodes.slopes import applied
from ..scope import reach
from ..wellformed import SUMS, ranges_of
from .checking.arithmetic import NO_NUMBER, Ring
from .checking.values import Values
from .proof import Proof, Step

Known = Iterator[tuple[Equation, set[Any]]]  # what holds, and the names it rests on


class Refused(Exception):
    """A proof that is none, with the place and the reason."""


def check(claim: Claim, proof: Proof) -> list[list[Any]]:
    """The lines from either side, if the proof shows the claim for every size.

    Both end in one line.  Raises Refused where a step does not follow.
    """
    where = claim.key
    try:
        checker = Checker(claim, proof)
        lines = [[start] for start in checker.starts(proof.free)]
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
        self.claim, self.definitions = claim, claim.definitions
        self.ranges = ranges_of(claim, proof.indices)
        self.ring = Ring(self.ranges, lambda e: is_positive(e, claim))
        self.values = Values(claim, self.ring)

    def starts(self, places: tuple[Any, ...]) -> list[Any]:
        """The two sides as numbers: the entry compared, where they are matrices."""
        shapes = [() if dims(e) == (1, 1) else dims(e) for e in self.claim.sides]
        indices = [k for k in places if k != 1]
        if shapes[0] != shapes[1] or len(places) != len(shapes[0]):
            raise Refused(f"sides of shapes {shapes}, compared at {places}")
        for k, n in zip(places, shapes[0], strict=True):
            own = self.ranges.table.get(k) == (1, n) and indices.count(k) == 1
            if not (own or k == n == 1):
                raise Refused(f"{k} does not run over 1, …, {n}")
        return [Entry(e, *places) if places else e for e in self.claim.sides]

    def after(self, line: Any, step: Step) -> Any:
        """The line after a step."""
        old, new = step.old, step.new
        if step.rule not in (*ARITHMETIC, *RULES):
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
        if step.rule in ARITHMETIC:
            if self.ring.same(one, other) and self.values.bring_nothing(one, other):
                return set()
            raise Refused(f"{one} = {other} does not follow")
        if step.backward:
            one, other = other, one
        for known, held in RULES[step.rule](self, one):
            for left, right in self._instances(known, one, other):
                source = step.old if step.backward else right
                same = self.ring.same(left, one) and self.ring.same(right, other)
                if same and self.values.bring_nothing(source, step.new):
                    return held
        raise Refused(f"{one} = {other} does not follow")

    def _instances(self, e: Equation, one: Any, other: Any) -> Iterator[tuple[Any, Any]]:
        """An equation, if its conditions hold, at all places that are in sight."""
        left, right, places = e.left, e.right, e.places
        if dims(left) not in ((), (1, 1), dims(one)):  # equal entry by entry
            places = [(place(n), n) for n in dims(left)]
            left, right = (Entry(side, *(k for k, _ in places)) for side in (left, right))
        signed = all(is_positive(u, self.claim, strictly=s) for u, s in e.positive)
        named = [(k, n) for k, n in places if k != 1]
        seen = [*self.ranges.free(one) | self.ranges.free(other), sp.S.One]
        within = [[p for p in seen if self.ranges.holds(p, n)] for _, n in named]
        for chosen in itertools.product(*within) if signed else ():
            values = {k: p for (k, _), p in zip(named, chosen, strict=True)}
            made = put_all(left, values)
            if free(made) == free(one) and bool(dims(made)) == bool(dims(one)):
                yield made, put_all(right, values)

    def definition(self, e: Any) -> Known:
        """What a node means: what it binds has no other meaning."""
        variables = {t for q in sp.preorder_traversal(e) for t in bound(q)}
        meant = meaning(e)
        if meant is not None and self.ranges.held.isdisjoint(variables):
            yield Equation(e, meant), set()

    def where(self, e: Any) -> Known:
        """What a name stands for."""
        value = self.definitions.value_of(e)
        if value is not None:
            yield Equation(e, value), {e, getattr(e, "base", e.func)}

    def hypothesis(self, e: Any) -> Known:
        """What the claim takes as given."""
        for h in self.claim.given:
            for equation in said(h):
                yield equation, self._reach(h)

    def fact(self, e: Any) -> Known:
        """What holds of each node that occurs, as it is declared."""
        for q in sp.preorder_traversal(e):
            equations = indexed(q).equations
            for equation in equations(q) if equations else ():
                yield equation, set()

    def derive(self, e: Any) -> Known:
        """What a derivative is, as it is declared of what is derived; 0 of constants."""
        if not isinstance(e, Partial) or any(isinstance(q, Random) for q in self._reach(e)):
            return
        f, by = e.args
        generic = applied(f.args[0] if isinstance(f, Slope) else f)
        slope = indexed(f.args[0] if isinstance(f, Entry) else f).slope
        known = slope and not self.definitions.has_function(generic)
        made = e if self._is_constant(e) else slope(f, by) if known else None
        if made is not None:
            idle = dict.fromkeys(filter(self._is_constant, made.atoms(Partial)), sp.S.Zero)
            yield Equation(e, made.xreplace(idle)), set()

    def _is_constant(self, e: Any) -> bool:
        """Whether what is derived does not depend on the name that it is derived by."""
        name = name_of(e.args[1])
        return name not in self._reach(e.args[0], name)

    def _reach(self, e: Any, but: Any = None) -> set[Any]:
        return reach(e, self.definitions, but)

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


ARITHMETIC = ("linearity", "split", "count", "nest", "rename", "delta", "ring", "plain")
FACTS = ("inverse", "order of derivatives", "logarithm", "root")
RULES = dict.fromkeys(FACTS, Checker.fact) | {
    rule.__name__: rule
    for rule in (Checker.definition, Checker.where, Checker.hypothesis, Checker.derive)
}
