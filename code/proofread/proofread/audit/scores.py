"""The scores of a chapter's claims, each made once, on as many cores as are free."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..claim import Claim
from ..identity import identity_of
from ..mutants.drawing import Drawn, draw
from ..mutants.scores import Score
from ..mutants.scoring import score
from .cores import Cores
from .engine import engine
from .reviewed import Reviewed


@dataclass(frozen=True)
class Trial:
    """A claim, and the mutants drawn of it; all are tried where none are drawn."""

    claim: Claim
    drawn: Drawn | None = None

    @property
    def key(self) -> str:
        """What the score depends on besides the engine."""
        tried = [m.shown for m in self.drawn.tried] if self.drawn else None
        return f"{self.claim.identity}-{identity_of(tried)}"


def trials_of(
    claims: list[Claim], entries: list[Reviewed], most: int | None
) -> list[Trial]:
    """Each claim of a chapter; most: how many mutants of a statement are drawn."""
    if most is None:
        return [Trial(claim) for claim in claims]
    listed = [{e.mutant.shown for e in entries if e.is_of(c)} for c in claims]
    drawn = draw(claims, listed, most, engine())
    return [Trial(*pair) for pair in zip(claims, drawn, strict=True)]


class Kept:
    """Scores on the disk, a file each, so that an audit that was cut off goes on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, key: str) -> Score | None:
        """The score with this key; None where there is none, or a damaged one."""
        try:
            return Score.from_dict(json.loads(self._file(key).read_text("utf-8")))
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def write(self, key: str, found: Score) -> None:
        """Keep a score, whole or not at all; what could not be scored is tried anew."""
        if not found.fault:
            part = self._file(key).with_suffix(f".{os.getpid()}")
            part.write_text(json.dumps(found.as_dict()), encoding="utf-8")
            part.rename(self._file(key))

    def forget_other_engines(self) -> None:
        """Drop the scores that another version of the engine made."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for file in self.folder.iterdir():
            if not file.name.startswith(f"{engine()}-"):
                file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.folder / f"{engine()}-{key}.json"


_waiting: list[Trial] = []


def scores_of(trials: list[Trial], kept: Kept, cores: Cores) -> list[Score]:
    """The score of each trial; what is kept is not made again."""
    known = [kept.read(trial.key) for trial in trials]
    _waiting[:] = [t for t, score in zip(trials, known, strict=True) if not score]
    made = _mapped(partial(_score_waiting, kept, cores), len(_waiting), cores.count)
    return [score or next(made) for score in known]


def _score_waiting(kept: Kept, cores: Cores, k: int) -> Score:
    trial = _waiting[k]
    with cores.one():
        found = score(trial.claim, trial.drawn)
    kept.write(trial.key, found)
    return found


def _mapped(
    scored: Callable[[int], Score], count: int, workers: int
) -> Iterator[Score]:
    """The scores in order; claims hold functions, so workers inherit them by fork."""
    if workers == 1 or count < 2:
        yield from map(scored, range(count))
        return
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        yield from pool.imap(scored, range(count), chunksize=1)
