"""The mutation audit of a book: would its checks have noticed a false equation?

Every claim is told in every slightly false way.  A mutant that neither reader refutes
must stand on the list beside its chapter as a true statement, with the reason.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..chapter import claims_of
from ..claim import Claim
from ..identity import identity_of
from ..mutants.drawing import Drawn, draw
from ..mutants.scoring import Audited, Score, score
from .displayed import among_scored, displayed_once, tried_now
from .faults import faults_in
from .figures import figures, table
from .reviewed import Reviewed, reviewed

CACHE = "audit-cache.json"


def engine() -> str:
    """A digest of all that decides a score: this package, SymPy and NumPy."""
    folder = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        if path.relative_to(folder).parts[0] not in ("sphinx", "audit", "__main__.py"):
            digest.update(path.read_bytes())
    for package in ("sympy", "numpy"):
        digest.update(version(package).encode())
    return digest.hexdigest()[:16]


def chapters(paths: Iterable[Path]) -> list[Path]:
    """The chapters among files and folders, by name."""
    found: set[Path] = set()
    for path in paths:
        found |= set(path.rglob("*.md")) if path.is_dir() else {path}
    return sorted(found)


def audit(
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    output: Path,
    drawn: int | None = None,
) -> int:
    """Audit every claim, write the figures to `output`, print them; 1 on any fault.

    drawn: how many mutants of each statement to draw; all are tried without it.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    books = {path: claims_of(path) for path in chapters(paths)}
    entries = {path: reviewed(path) for path in books}
    trials = [t for path in books for t in _trials(books[path], entries[path], drawn)]
    places = [path for path, claims in books.items() for _ in claims]
    scores = _scores(trials, jobs or os.cpu_count() or 1, output.parent / CACHE)
    scored = [
        Audited(path, trial.claim, found)
        for path, trial, found in zip(places, trials, scores, strict=True)
    ]
    found = displayed_once(scored, tried_now if drawn else among_scored)
    output.write_text(figures(found, entries, engine(), drawn), encoding="utf-8")
    faults = [*faults_in(found, entries)]
    print(table(found, drawn))
    for fault in faults:
        print(f"\n{fault}")
    return int(bool(faults))


# ---- scoring, in parallel, each claim once


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


def _trials(
    claims: list[Claim], entries: list[Reviewed], most: int | None
) -> list[Trial]:
    if most is None:
        return [Trial(claim) for claim in claims]
    listed = [{e.mutant.shown for e in entries if e.is_of(c)} for c in claims]
    drawn = draw(claims, listed, most, engine())
    return [Trial(*pair) for pair in zip(claims, drawn, strict=True)]


_waiting: list[Trial] = []


def _score_waiting(k: int) -> Score:
    return score(_waiting[k].claim, _waiting[k].drawn)


def _scores(trials: list[Trial], jobs: int, cache_path: Path) -> list[Score]:
    cache, now = _read(cache_path), engine()
    keys = [f"{now}-{trial.key}" for trial in trials]
    todo = [k for k, key in enumerate(keys) if key not in cache]
    _waiting[:] = [trials[k] for k in todo]
    for k, found in zip(todo, _mapped(len(todo), jobs), strict=True):
        cache[keys[k]] = found.as_dict()
    scores = [Score.from_dict(cache[key]) for key in keys]
    kept = {k: cache[k] for k, s in zip(keys, scores, strict=True) if not s.fault}
    cache_path.parent.mkdir(parents=True, exist_ok=True)
    cache_path.write_text(json.dumps(kept), encoding="utf-8")
    return scores


def _mapped(count: int, jobs: int) -> Iterator[Score]:
    """The scores in order; claims hold functions, so workers inherit them by fork."""
    if jobs == 1 or count < 2:
        yield from map(_score_waiting, range(count))
        return
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(_score_waiting, range(count), chunksize=1)


def _read(path: Path) -> dict[str, Any]:
    """What was kept; nothing where it is damaged, for it can be made anew."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
