"""The mutation audit of a book: would its checks have noticed a false equation?

Every claim is told in every slightly false way.  A mutant that neither reader refutes
must stand on the list beside its chapter as a true statement, with the reason.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import os
import statistics
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from .chapter import claims_of
from .claim import Claim
from .places import locate
from .reviewed import Reviewed, list_beside, reviewed, stanza
from .scoring import Score, score

CACHE = "audit-cache.json"


@dataclass(frozen=True)
class Audited:
    """A claim, where it stands, and its score."""

    chapter: Path
    claim: Claim
    score: Score


def engine() -> str:
    """A digest of all that decides a score: this package, SymPy and NumPy."""
    folder = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        if "sphinx" not in path.relative_to(folder).parts:
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
    found = _scores(books, jobs or os.cpu_count() or 1, output.parent / CACHE)
    entries = {path: reviewed(path) for path in books}
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(_figures(found, entries), encoding="utf-8")
    faults = [*faults_in(found, entries)]
    print(table(found))
    for fault in faults:
        print(f"\n{fault}")
    return int(bool(faults))


# ---- scoring, in parallel, each claim once


_waiting: list[Claim] = []


def _score_waiting(k: int) -> Score:
    return score(_waiting[k])


def _scores(books, jobs, cache_path) -> list[Audited]:
    cache, now = _read(cache_path), engine()
    pairs = [(path, claim) for path, claims in books.items() for claim in claims]
    keys = [f"{now}-{_identity(claim)}" for _, claim in pairs]
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
    """The scores in order; claims hold functions, so workers inherit them by forking."""
    if jobs == 1 or count < 2:
        yield from map(_score_waiting, range(count))
        return
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(_score_waiting, range(count), chunksize=1)


def _identity(claim: Claim) -> str:
    """What a score depends on besides the engine, functions by their code."""
    loose = [*claim.domain.items(), ("oracle", claim.oracle), ("prover", claim.prover)]
    parts = [claim.fingerprint(), *(f"{name}:{_content(value)}" for name, value in loose)]
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()[:16]


def _content(value) -> str:
    code = getattr(value, "__code__", None)
    if code is None:
        return str(value)
    return f"{code.co_code.hex()}{[c for c in code.co_consts if not hasattr(c, 'co_code')]}"


def _read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


# ---- what is wrong


def faults_in(
    found: Iterable[Audited], entries: dict[Path, list[Reviewed]]
) -> Iterator[str]:
    """A message for every survivor not reviewed, and every entry that is no survivor."""
    stale = {path: list(listed) for path, listed in entries.items()}
    for audited in found:
        path, key = audited.chapter, audited.claim.key
        if audited.score.fault:
            yield f"{_place(path, key)}: {audited.score.fault}"
        for mutant in (*audited.score.all.survivors, *audited.score.held_out.survivors):
            match = [e for e in entries[path] if (e.claim, e.mutant) == (key, mutant)]
            stale[path] = [e for e in stale[path] if e not in match]
            if not mutant.reason and not any(e.reason for e in match):
                yield _unreviewed(path, key, mutant)
    for path, listed in stale.items():
        for e in listed:
            yield (
                f"{list_beside(path)}: no mutant of {e.claim!r} survives as listed "
                f"({e.mutant.operator}: {e.mutant.latex}); remove the entry"
            )


def _unreviewed(path: Path, key: str, mutant) -> str:
    return (
        f"{_place(path, key)}: neither reader refutes this mutant\n"
        f"    {mutant.operator} in {mutant.side}: {mutant.latex}\n"
        f"If it is true, say why in {list_beside(path).name}; if it is false, give the "
        f"claim sizes, points or an equality case that tell it apart:\n"
        f"{stanza(key, mutant)}"
    )


def _place(path: Path, key: str) -> str:
    where = locate(key, path.parent)
    return f"{path}:{where[1]}: claim {key!r}" if where else f"{path}: claim {key!r}"


# ---- figures


def _figures(found: list[Audited], entries: dict[Path, list[Reviewed]]) -> str:
    claims = {}
    for audited in found:
        key, both = audited.claim.key, audited.score
        why = {(e.claim, e.mutant): e.reason for e in entries[audited.chapter]}
        survivors = (*both.all.survivors, *both.held_out.survivors)
        claims[key] = {
            "fingerprint": audited.claim.fingerprint(),
            "mutants": both.all.mutants,
            "symbolic": both.all.symbolic,
            "numeric": both.all.numeric,
            "survivors": [
                {
                    "side": s.side,
                    "operator": s.operator,
                    "latex": s.latex,
                    "reason": s.reason or why.get((key, s), ""),
                }
                for s in survivors
            ],
            "held_out": {
                "mutants": both.held_out.mutants,
                "caught": both.held_out.caught,
            },
        }
    record = {"engine": engine(), "claims": dict(sorted(claims.items()))}
    return json.dumps(record, indent=1, ensure_ascii=False) + "\n"


HEADINGS = ("", "mutants", "symbolic", "numeric", "together", "left", "held out", "left")


def table(found: list[Audited]) -> str:
    """Mutants caught by each reader and by both, per chapter and in all."""
    names = sorted({a.chapter for a in found})
    rows = [HEADINGS]
    for name in names:
        rows.append(_row(name.stem, [a for a in found if a.chapter == name]))
    rows.append(_row("all", found))
    lines = ["".join(f"{c:>10}" if k else f"{c:<28}" for k, c in enumerate(r)) for r in rows]
    seconds = [a.score.seconds for a in found] or [0.0]
    lines.append(
        f"{len(found)} claims, {statistics.median(seconds):.2f} s each at the median, "
        f"{max(seconds):.2f} s at worst"
    )
    return "\n".join(lines)


def _row(name: str, found: list[Audited]) -> tuple:
    ordinary, extra = [a.score.all for a in found], [a.score.held_out for a in found]
    total = lambda part, those: sum(getattr(t, part) for t in those)  # noqa: E731
    mutants, held = total("mutants", ordinary), total("mutants", extra)
    caught, held_caught = total("caught", ordinary), total("caught", extra)
    alone = [total(part, ordinary) for part in ("symbolic", "numeric")]
    return (name, mutants, *alone, caught, mutants - caught, held, held - held_caught)
