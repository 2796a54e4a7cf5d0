"""The scores of a chapter's claims, each made once, on as many cores as are free."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..claim import Claim
from ..identity import identity_of
from ..mutants.drawing import Drawn, draw
from ..mutants.scoring import Score, score
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


_waiting: list[Trial] = []


def _score_waiting(k: int) -> Score:
    return score(_waiting[k].claim, _waiting[k].drawn)


def scores_of(
    trials: list[Trial], cache: Path, workers: int
) -> list[tuple[str, Score]]:
    """What each trial's score depends on, and the score; the cache saves work."""
    now, kept = engine(), read(cache)
    keys = [f"{now}-{trial.key}" for trial in trials]
    todo = [k for k, key in enumerate(keys) if key not in kept]
    _waiting[:] = [trials[k] for k in todo]
    for k, found in zip(todo, _mapped(len(todo), workers), strict=True):
        kept[keys[k]] = found.as_dict()
    return [(key, Score.from_dict(kept[key])) for key in keys]


def _mapped(count: int, workers: int) -> Iterator[Score]:
    """The scores in order; claims hold functions, so workers inherit them by fork."""
    if workers == 1 or count < 2:
        yield from map(_score_waiting, range(count))
        return
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        yield from pool.imap(_score_waiting, range(count), chunksize=1)


def read(path: Path) -> dict[str, Any]:
    """What was kept; nothing where it is damaged, for it can be made anew."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
