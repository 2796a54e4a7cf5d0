"""The audit of one chapter, in the chapter's own process: claims hold functions.

`python -P -m proofread.audit.chapter CHAPTER PIPE KEPT WORKERS DRAWN` is started by
the audit alone.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypedDict

from ..chapters.cells import read_chapter
from ..mutants.scoring import Audited
from ..running.child import run_cells, telling
from ..running.events import Found
from ..statements.recording import Made
from .displayed import among_scored, displayed_once, tried_now
from .faults import faults_in
from .figures import counts, offered, rows
from .reviewed import reviewed
from .scores import Kept, scores_of, trials_of
from .soundness import SHARE, attack


@dataclass(frozen=True)
class Settings:
    """How chapters are audited.

    kept: the folder of scores of earlier audits.  workers: how many claims at once.
    drawn: how many mutants of each statement; 0 for all of them.
    """

    kept: Path
    workers: int
    drawn: int

    @property
    def arguments(self) -> tuple[str, str, str]:
        """As the chapter's process is told."""
        return str(self.kept), str(self.workers), str(self.drawn)


class Figures(TypedDict):
    """What the audit of a chapter found.

    claims: a row for each, as in the ledger.  counts: the chapter's row of the table.
    seconds: of each claim.  offered: how many mutants there are to draw from.  shown,
    proved: how many the index reader was shown, and proved.
    """

    claims: dict[str, Any]
    faults: list[str]
    counts: list[int]
    seconds: list[float]
    offered: int
    shown: int
    proved: int


def figures(path: Path, made: list[Made], settings: Settings) -> Figures:
    """Score every claim whose score is not kept; what was found."""
    claims = [claim for statement in made for claim in statement.claims]
    entries = reviewed(path)
    trials = trials_of(claims, entries, settings.drawn or None)
    scores = scores_of(trials, Kept(settings.kept), settings.workers)
    scored = [
        Audited(path, claim, score) for claim, score in zip(claims, scores, strict=True)
    ]
    found = displayed_once(scored, tried_now if settings.drawn else among_scored)
    places = {statement.statement.key: statement.place for statement in made}
    attacked = attack(made, SHARE if settings.drawn else 1.0)
    return Figures(
        claims=rows(found, entries),
        faults=[*faults_in(path, found, entries, places), *attacked.faults],
        counts=counts(found),
        seconds=[audited.score.seconds for audited in found],
        offered=offered(found),
        shown=attacked.tried,
        proved=attacked.proved,
    )


def main() -> None:
    """Run the chapter that the command line names; audit it if all of it stands."""
    path, pipe, kept, workers, drawn = sys.argv[1:]
    tell = telling(int(pipe))
    ran = run_cells(read_chapter(Path(path)), tell)
    if ran.stands:
        settings = Settings(Path(kept), int(workers), int(drawn))
        tell(Found(figures(Path(path), ran.made, settings)))
    os._exit(0)


if __name__ == "__main__":
    main()
