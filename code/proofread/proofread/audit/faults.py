"""What an audit finds wrong, said so that a reader knows what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..chapters.places import Place
from ..claim import Claim
from ..mutants.scores import Survivor
from ..mutants.scoring import Audited
from .reviewed import Reviewed, list_beside, stanza

Places = Mapping[str, Place]
IDLE = "no mutant of its {} side is caught: it says nothing of that side; claim more"


def faults_in(
    path: Path, found: Iterable[Audited], entries: list[Reviewed], places: Places
) -> Iterator[str]:
    """A message for every survivor not reviewed, and every entry that is none.

    places: where the chapter's statements stand, by key.
    """
    stale = list(entries)
    for audited in found:
        claim, score = audited.claim, audited.score
        where = f"{places[claim.key]}: {_named(claim)}"
        if score.fault:
            yield f"{where}: {score.fault}"
        yield from (f"{where}: {IDLE.format(side)}" for side in _idle(audited))
        for mutant in (*score.all.survivors, *score.held_out.survivors):
            match = [e for e in entries if e.is_of(claim) and e.mutant == mutant]
            stale = [e for e in stale if e not in match]
            if not mutant.reason and not any(e.reason for e in match):
                yield f"{where}: {_unreviewed(path, claim, mutant)}"
    for e in stale:
        yield (
            f"{list_beside(path)}: no mutant of {e.claim!r} survives as listed "
            f"({e.mutant.operator}: {e.mutant.latex}); remove the entry"
        )


def _idle(audited: Audited) -> list[str]:
    """The sides of a statement of which no mutant is caught; a line has none."""
    return [] if audited.claim.line else audited.score.idle


def _named(claim: Claim) -> str:
    line = f", line {claim.number}" if claim.line else ""
    return f"claim {claim.key!r}{line}"


def _unreviewed(path: Path, claim: Claim, mutant: Survivor) -> str:
    return (
        f"neither reader refutes this mutant\n"
        f"    {mutant.operator} in {mutant.side}: {mutant.latex}\n"
        f"If it is true, say why in {list_beside(path).name}; if it is false, give the "
        f"claim sizes, points or an equality case that tell it apart:\n"
        f"{stanza(claim.key, mutant, claim.number)}"
    )
