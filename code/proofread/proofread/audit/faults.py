"""What an audit finds wrong, said so that a reader knows what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..claim import Claim
from ..mutants.scoring import Audited, Survivor
from ..places import locate
from .reviewed import Reviewed, list_beside, stanza


def faults_in(
    found: Iterable[Audited], entries: dict[Path, list[Reviewed]]
) -> Iterator[str]:
    """A message for every survivor not reviewed, and every entry that is none."""
    stale = {path: list(listed) for path, listed in entries.items()}
    for audited in found:
        path, claim = audited.chapter, audited.claim
        if audited.score.fault:
            yield f"{_place(path, claim)}: {audited.score.fault}"
        for mutant in (*audited.score.all.survivors, *audited.score.held_out.survivors):
            match = [e for e in entries[path] if e.is_of(claim) and e.mutant == mutant]
            stale[path] = [e for e in stale[path] if e not in match]
            if not mutant.reason and not any(e.reason for e in match):
                yield _unreviewed(path, claim, mutant)
    for path, listed in stale.items():
        for e in listed:
            yield (
                f"{list_beside(path)}: no mutant of {e.claim!r} survives as listed "
                f"({e.mutant.operator}: {e.mutant.latex}); remove the entry"
            )


def _unreviewed(path: Path, claim: Claim, mutant: Survivor) -> str:
    return (
        f"{_place(path, claim)}: neither reader refutes this mutant\n"
        f"    {mutant.operator} in {mutant.side}: {mutant.latex}\n"
        f"If it is true, say why in {list_beside(path).name}; if it is false, give the "
        f"claim sizes, points or an equality case that tell it apart:\n"
        f"{stanza(claim.key, mutant, claim.number)}"
    )


def _place(path: Path, claim: Claim) -> str:
    where = locate(claim.key, path.parent)
    line = f", line {claim.number}" if claim.line else ""
    at = f"{path}:{where[1]}" if where else str(path)
    return f"{at}: claim {claim.key!r}{line}"
