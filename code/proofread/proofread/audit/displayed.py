"""What is shown once is judged once, however many claims it takes part in.

An expression inside a derivation ends one line and starts the next; a definition serves
several lines, or several claims of a chapter.  A slip in it stops the build if any of
them breaks, so its mutant survives only where it survives in all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..mutants.scoring import Audited, Survivor, Tally
from ..printing import latex

SIDES = ("left", "right")
FROM_PEERS = "rename"  # made from the names around it, so other claims make others


Lines = Mapping[tuple[str, int | None], Audited]
Holders = Mapping[tuple[Path, Any], list[Audited]]


def displayed_once(found: list[Audited]) -> list[Audited]:
    """The same scores, without survivors that a neighboring claim refutes."""
    lines: Lines = {(a.claim.key, a.claim.number): a for a in found}
    holders: Holders = defaultdict(list)
    for a in found:
        for pair in a.claim.where:
            holders[a.chapter, pair].append(a)
    return [
        replace(a, score=replace(a.score, **_tallies(a, lines, holders))) for a in found
    ]


def _tallies(a: Audited, lines: Lines, holders: Holders) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name in ("all", "held_out"):
        before: Tally = getattr(a.score, name)
        kept = [s for s in before.survivors if _stays(s, name, a, lines, holders)]
        made[name] = replace(before, survivors=tuple(kept))
    return made


def _stays(s: Survivor, tally: str, a: Audited, lines: Lines, holders: Holders) -> bool:
    if s.operator == FROM_PEERS:
        return True
    if s.side == "left" and _neighbor(a, -1, lines):
        return False
    if s.side == "right" and (after := _neighbor(a, +1, lines)):
        return any(_same_place(s, other) for other in _survivors(after, tally, "left"))
    if s.side in SIDES:
        return True
    shared = _sharing(s, a, holders)
    return all(s in getattr(other.score, tally).survivors for other in shared)


def _neighbor(a: Audited, way: int, lines: Lines) -> Audited | None:
    """The line of the same derivation before or after this one."""
    number = a.claim.number
    return lines.get((a.claim.key, number + way)) if number else None


def _survivors(a: Audited, tally: str, side: str) -> Iterator[Survivor]:
    return (s for s in getattr(a.score, tally).survivors if s.side == side)


def _same_place(ends: Survivor, starts: Survivor) -> bool:
    """Whether two mutants are of one expression, perhaps shown under a limit in one."""
    inside = ends.latex in starts.latex or starts.latex in ends.latex
    return ends.operator == starts.operator and inside


def _sharing(s: Survivor, a: Audited, holders: Holders) -> list[Audited]:
    """Every claim of the chapter that holds the definition this mutant is of."""
    pairs = [pair for pair in a.claim.where if latex(pair[0]) == s.side]
    return [other for pair in pairs for other in holders[a.chapter, pair]]
