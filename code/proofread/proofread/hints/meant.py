"""Which change is told, of those under which a claim holds."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import sympy as sp

from ..claim import Claim
from ..measuring import meets
from ..mutants.peers import Peers
from ..node import shape
from ..points import Point, points
from ..printing import latex, relation_latex, width
from ..relations import ORDERED, REVERSED
from ..slips import attempt
from ..trivial import says_nothing
from ..work import OutOfWork, budget
from .changes import DROPPED, LEVELS, Changes
from .parts import Parts
from .situations import situations

ALL = 1_500_000  # steps for all that is tried
WORK = 500_000  # steps for the changes of a side
CONFIRMING = 300_000  # steps to measure what holds at a few points
FEW = 5  # points that an equation is measured at
SIZES = 4  # what no size is more than
MOST = 3  # changes of a side that are measured


@dataclass(frozen=True)
class Meant:
    """A claim that holds, and differs from a false one in one place.

    side: "left", "right" or "relation".
    """

    side: str
    claim: Claim

    @property
    def latex(self) -> str:
        """The right side that was meant, or else the whole relation."""
        if self.side == "right":
            return latex(self.claim.rhs)
        left, right = map(latex, self.claim.sides)
        return f"{left} {relation_latex(self.claim.relation)} {right}"


def did_you_mean(claim: Claim) -> list[Meant]:
    """The claims that were perhaps meant: none, one, or one for each side.

    Whatever goes wrong while they are sought: the refutation stands.
    """
    try:
        with np.errstate(all="ignore"), budget(ALL):
            sides = _sides(claim)
            sought = _equal if claim.relation == "=" else _only
            return sought(claim, sides)
    except (Exception, OutOfWork):
        return []


def _sides(claim: Claim) -> list[Side]:
    """The right side, and the left one unless an oracle stands for it."""
    at, found = situations(claim), Parts(claim, Peers(claim))
    left, right = claim.sides
    sides = [Side(claim, "right", Changes(right, left, at, found))]
    if claim.oracle is None:
        changes = Changes(left, right, at, found, is_left=True)
        sides.append(Side(claim, "left", changes))
    return sides


def _equal(claim: Claim, sides: list[Side]) -> list[Meant]:
    """The changes of the first level at which an equation holds with one."""
    for level in range(LEVELS):
        if meant := [m for side in sides if (m := side.best(level))]:
            return _with_others(meant, sides) or _likelier(claim, meant)
    return []


def _with_others(meant: list[Meant], sides: list[Side]) -> list[Meant]:
    """A change of one side, and what the other may have been put in; else nothing."""
    others = [s for s in sides if s.name not in {m.side for m in meant}]
    found = [m for side in others if (m := side.best(DROPPED))]
    return sorted([*meant, *found], key=lambda m: m.side == "left") if found else []


def _only(claim: Claim, sides: list[Side]) -> list[Meant]:
    """The relation turned round; or the only usual slip without which it holds."""
    if turned := REVERSED.get(claim.relation):
        meant = claim.changed(key=f"{claim.key} meant", relation=turned)
        if _holds(meant):
            return [Meant("relation", meant)]
    sides = sides[:1] if claim.relation == "~" else sides
    found = [Meant(s.name, m) for s in sides for m in s.every() if _holds(m)]
    alike = all(_is_multiple(found[0], other) for other in found[1:])
    return found[:1] if alike else []


def _is_multiple(a: Meant, b: Meant) -> bool:
    """Whether two changes of one side of an order differ by a number."""
    ratio = attempt(lambda: sp.cancel(a.claim.rhs / b.claim.rhs))
    return a.claim.relation == "~" and ratio is not None and ratio.is_number


def _holds(claim: Claim) -> bool:
    """Whether a claim says something, and holds near 1 and at edges."""
    with suppress(OutOfWork), budget(CONFIRMING):
        near = (replace(p, most=SIZES) for p in points(claim) if not p.is_far)
        some = near if claim.relation in ORDERED else itertools.islice(near, FEW)
        return not says_nothing(claim) and all(_meets(claim, point) for point in some)
    return False


def _meets(claim: Claim, point: Point) -> bool:
    try:
        return meets(claim, point)
    except Exception:
        return not point.must_have_value


@dataclass
class Side:
    """A side of a false claim, and how much work its changes are still worth."""

    claim: Claim
    name: str
    changes: Changes
    left: int = WORK

    def best(self, level: int) -> Meant | None:
        """The shortest change of a level that holds, the most usual of several."""
        made: list[Any] = []
        with suppress(OutOfWork), budget(self.left) as meter:
            made.extend(self.changes.of(level))
        self.left -= meter.spent
        written = self.changes.tree
        for tree in sorted(made, key=lambda tree: _likeness(tree, written))[:MOST]:
            if _holds(meant := self._with(tree)):
                return Meant(self.name, meant)
        return None

    def every(self) -> Iterator[Claim]:
        """The claim without each of the usual slips."""
        return map(self._with, self.changes.every(0))

    def _with(self, tree: Any) -> Claim:
        """The claim with another side, under a name that gives it its own points."""
        part = "rhs" if self.name == "right" else "lhs"
        return self.claim.changed(key=f"{self.claim.key} meant", **{part: tree})


def _likelier(claim: Claim, meant: list[Meant]) -> list[Meant]:
    """The change of the side that more likely has the slip, or both changes.

    That is the right side where both are the same but for the names; and the side that
    lacks something where the other does not, or has something to spare: a part is
    forgotten more often than written for another or put in.
    """
    if len(meant) < 2:
        return meant
    right, left = meant
    if _same_but_for_names(left.claim, right.claim):
        return [right]
    grows = _nodes(right.claim.rhs) > _nodes(claim.rhs)
    alike = _powers(right.claim.rhs) == _powers(claim.rhs)
    if alike and grows and _size(left.claim.lhs) <= _size(claim.lhs):
        return [right]
    grows = _names(left.claim.lhs) > _names(claim.lhs)
    alike = _powers(left.claim.lhs) == _powers(claim.lhs)
    shorter = _width(right.claim.rhs) < _width(claim.rhs)
    return [left] if alike and grows and shorter else meant


def _width(e: Any) -> float:
    return round(width(latex(e)), 3)


def _likeness(e: Any, written: Any) -> tuple[bool, int, float]:
    """How far to seek a change is: what leaves something out comes last."""
    divided = sum(1 for q in sp.preorder_traversal(e) if q.is_Pow and q.exp.is_negative)
    return _size(e) < _size(written), _size(e) + divided, _width(e)


def _size(e: Any) -> int:
    """How many nodes there are; a number other than 1 and −1 is more than a sign."""
    return sum(
        2 if q.is_Number and abs(q) != 1 else 1 for q in sp.preorder_traversal(e)
    )


def _nodes(e: Any) -> int:
    return sum(1 for _ in sp.preorder_traversal(e))


def _names(e: Any) -> int:
    return sum(1 for q in sp.preorder_traversal(e) if q.is_symbol)


def _powers(e: Any) -> int:
    return sum(map(_is_power, sp.preorder_traversal(e)))


def _is_power(e: Any) -> bool:
    return isinstance(e, (sp.Pow, sp.MatPow)) and e.exp != -1


def _same_but_for_names(a: Claim, b: Claim) -> bool:
    """Whether two names that could stand for each other are all that differs."""
    pairs = itertools.combinations(Peers(a).free, 2)
    alike = ((p, q) for p, q in pairs if shape(p) == shape(q))
    exchanged = (_exchanged(a, {p: q, q: p}) for p, q in alike)
    return any(sides == b.sides for sides in exchanged)


def _exchanged(claim: Claim, names: dict[Any, Any]) -> Any:
    return attempt(lambda: tuple(e.xreplace(names) for e in claim.sides))
