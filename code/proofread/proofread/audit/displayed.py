"""What is shown once is judged once, however many claims it takes part in.

An expression inside a derivation ends one line and starts the next; a definition serves
several lines, or several claims of a chapter.  A slip in it stops the build if any of
them breaks, so its mutant survives only where it survives in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..emergency import Stuck
from ..mutants import Mutant, every_mutant
from ..mutants.peers import FROM_PEERS
from ..mutants.scores import Survivor, Tally
from ..mutants.scoring import Audited, left_of
from ..mutants.sides import definitions
from ..printing import latex

SIDES = ("left", "right")


Wanted = Callable[[Mutant | Survivor], bool]
Look = Callable[[Audited, Wanted], Iterable[Mutant | Survivor]]


def among_scored(a: Audited, wanted: Wanted) -> Iterable[Survivor]:
    """The survivors of a claim that are wanted, where every mutant was tried."""
    return filter(wanted, (*a.score.all.survivors, *a.score.held_out.survivors))


def tried_now(a: Audited, wanted: Wanted) -> Iterable[Mutant]:
    """The survivors of a claim that are wanted, drawn or not."""
    those = filter(wanted, every_mutant(a.claim))
    try:
        return left_of(a.claim, those)
    except Stuck as error:
        raise SystemExit(f"claim {a.claim.key!r}: {error}") from None


def displayed_once(found: list[Audited], look: Look) -> list[Audited]:
    """The same scores, without survivors that a neighboring claim refutes."""
    shared = _Shared(found, look)
    return [replace(a, score=replace(a.score, **shared.tallies(a))) for a in found]


class _Shared:
    """What the claims of an audit show together."""

    def __init__(self, found: Iterable[Audited], look: Look) -> None:
        self.look = look
        self.lines: dict[tuple[str, int | None], Audited] = {}
        self.holders: dict[tuple[Path, Any], list[Audited]] = defaultdict(list)
        for a in found:
            self.lines[a.claim.key, a.claim.number] = a
            for _, pair in definitions(a.claim):
                self.holders[a.chapter, pair].append(a)

    def tallies(self, a: Audited) -> dict[str, Tally]:
        """Both tallies of a claim, with the survivors that stay."""
        both = {"all": a.score.all, "held_out": a.score.held_out}
        return {
            name: replace(
                t, survivors=tuple(s for s in t.survivors if self.stays(s, a))
            )
            for name, t in both.items()
        }

    def stays(self, s: Survivor, a: Audited) -> bool:
        """Whether no other claim that shows the same refutes it."""
        if s.operator == FROM_PEERS:
            return True
        if s.side == "left" and self._line(a, -1):
            return False
        if s.side == "right" and (after := self._line(a, +1)):
            return any(self.look(after, lambda m: _starts_with(m, s)))
        if s.side in SIDES:
            return True
        others = self._sharing(s, a)
        return all(any(self.look(b, lambda m: m.shown == s.shown)) for b in others)

    def _line(self, a: Audited, way: int) -> Audited | None:
        """The line of the same derivation before or after this one."""
        number = a.claim.number
        return self.lines.get((a.claim.key, number + way)) if number else None

    def _sharing(self, s: Survivor, a: Audited) -> list[Audited]:
        """Every other claim of the chapter that relies on the definition changed."""
        pairs = [pair for pair in a.claim.where if latex(pair[0]) == s.side]
        found = [b for pair in pairs for b in self.holders[a.chapter, pair]]
        return [b for b in found if b is not a]


def _starts_with(m: Mutant | Survivor, ends: Survivor) -> bool:
    """Whether a mutant is of what ends the line before; a limit may be around one."""
    inside = ends.latex in m.latex or m.latex in ends.latex
    return m.side == "left" and m.operator == ends.operator and inside
