"""The mutation audit of a book: would its checks have noticed a false equation?

Every claim is told in every slightly false way.  A mutant that neither reader refutes
must stand on the list beside its chapter as a true statement, with the reason.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..chapter import claims_of
from ..claim import Claim
from ..mutants.scoring import Audited, Score, score
from .displayed import displayed_once
from .faults import faults_in
from .figures import figures, table
from .reviewed import reviewed

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


def audit(paths: Iterable[Path], *, jobs: int | None = None, output: Path) -> int:
    """Audit every claim, write the figures to `output`, print them; 1 on any fault."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    books = {path: claims_of(path) for path in chapters(paths)}
    jobs = jobs or os.cpu_count() or 1
    found = displayed_once(_scores(books, jobs, output.parent / CACHE))
    entries = {path: reviewed(path) for path in books}
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(figures(found, entries, engine()), encoding="utf-8")
    faults = [*faults_in(found, entries)]
    print(table(found))
    for fault in faults:
        print(f"\n{fault}")
    return int(bool(faults))


# ---- scoring, in parallel, each claim once


_waiting: list[Claim] = []


def _score_waiting(k: int) -> Score:
    return score(_waiting[k])


def _scores(
    books: Mapping[Path, list[Claim]], jobs: int, cache_path: Path
) -> list[Audited]:
    cache, now = _read(cache_path), engine()
    pairs = [(path, claim) for path, claims in books.items() for claim in claims]
    keys = [f"{now}-{claim.identity}" for _, claim in pairs]
    todo = [k for k, key in enumerate(keys) if key not in cache]
    _waiting[:] = [pairs[k][1] for k in todo]
    for k, found in zip(todo, _mapped(len(todo), jobs), strict=True):
        cache[keys[k]] = found.as_dict()
    kept = {key: cache[key] for key in keys}
    cache_path.parent.mkdir(parents=True, exist_ok=True)
    cache_path.write_text(json.dumps(kept), encoding="utf-8")
    return [
        Audited(path, claim, Score.from_dict(kept[key]))
        for (path, claim), key in zip(pairs, keys, strict=True)
    ]


def _mapped(count: int, jobs: int) -> Iterator[Score]:
    """The scores in order; claims hold functions, so workers inherit them by fork."""
    if jobs == 1 or count < 2:
        yield from map(_score_waiting, range(count))
        return
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(_score_waiting, range(count), chunksize=1)


def _read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
