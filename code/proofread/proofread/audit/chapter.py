"""The audit of one chapter, in the chapter's own process: claims hold functions.

`python -P -m proofread.audit.chapter CHAPTER PIPE KEPT DRAWN PART CORES` is started by
the audit alone.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any, TypedDict

from ..chapters.cells import read_chapter
from ..claim import Claim
from ..mutants.scoring import Audited
from ..running.child import run_cells, telling
from ..running.events import Found
from ..statements.recording import Made
from .cores import Cores
from .displayed import among_scored, displayed_once, tried_now
from .faults import faults_in
from .figures import counts, offered, rows
from .lines import lines_measured
from .reviewed import Reviewed, reviewed
from .scores import scores_of, trials_of
from .soundness import attack
from .workers import Kept, Workers

MUTANTS, PROOFS = 1000, 30  # of a book, where not all are tried


@dataclass(frozen=True)
class Settings:
    """How chapters are audited.

    kept: the folder of scores of earlier audits.  cores: shared with other chapters.
    drawn: how many mutants of each statement; 0 for all of them.  part: what part of
    the statements of all chapters this one has.
    """

    kept: Path
    cores: Cores
    drawn: int
    part: float = 1.0

    @property
    def arguments(self) -> tuple[str, ...]:
        """As the chapter's process is told."""
        return str(self.kept), str(self.drawn), str(self.part), *self.cores.arguments

    @property
    def workers(self) -> Workers:
        """Who works on the chapter."""
        return Workers(Kept(self.kept), self.cores)

    def most(self, of_book: int, of_chapter: int) -> int | None:
        """This chapter's part of what is drawn of a book; None where all is tried."""
        return min(ceil(self.part * of_book), of_chapter) if self.drawn else None


class Figures(TypedDict):
    """What the audit of a chapter found.

    claims: a row for each, as in the ledger.  counts: the chapter's row of the table.
    seconds: of each claim.  offered: how many mutants there are to draw from.  prover,
    lines: the counts of Attacked and of Lines.  soundness: the seconds of Attacked, and
    how many faults it has.
    """

    claims: dict[str, Any]
    faults: list[str]
    counts: list[int]
    seconds: list[float]
    offered: int
    prover: list[int]
    soundness: tuple[float, int]
    lines: list[int]


def figures(path: Path, made: list[Made], settings: Settings) -> Figures:
    """Score every claim, show the prover mutants, measure the lines of proofs."""
    claims = [claim for statement in made for claim in statement.claims]
    entries = reviewed(path)
    found = _scored(path, claims, entries, settings)
    places = {statement.statement.key: statement.place for statement in made}
    workers, shown = settings.workers, settings.drawn * len(claims)
    attacked = attack(made, settings.most(MUTANTS, shown), workers)
    lines = lines_measured(made, settings.most(PROOFS, len(claims)), workers)
    faults = faults_in(path, found, entries, places)
    return Figures(
        claims=rows(found, entries),
        faults=[*faults, *attacked.faults, *lines.faults],
        counts=counts(found),
        seconds=[audited.score.seconds for audited in found],
        offered=offered(found),
        prover=attacked.counts,
        soundness=(attacked.seconds, len(attacked.faults)),
        lines=lines.counts,
    )


def _scored(
    path: Path, claims: list[Claim], entries: list[Reviewed], settings: Settings
) -> list[Audited]:
    """Every claim with its score, which is made where it is not kept."""
    trials = trials_of(claims, entries, settings.drawn or None)
    scores = scores_of(trials, settings.workers)
    scored = [Audited(path, *pair) for pair in zip(claims, scores, strict=True)]
    return displayed_once(scored, tried_now if settings.drawn else among_scored)


def main() -> None:
    """Run the chapter that the command line names; audit it if all of it stands."""
    path, pipe, kept, drawn, part, *cores = sys.argv[1:]
    tell = telling(int(pipe))
    ran = run_cells(read_chapter(Path(path)), tell)
    if ran.stands:
        shared = Cores(*map(int, cores))
        settings = Settings(Path(kept), shared, int(drawn), float(part))
        tell(Found(figures(Path(path), ran.made, settings)))
    os._exit(0)


if __name__ == "__main__":
    main()
