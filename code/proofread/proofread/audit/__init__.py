"""The mutation audit of a book: would its checks have noticed a false equation?

Every claim is told in every slightly false way.  A mutant that neither reader refutes
must stand on the list beside its chapter as a true statement, with the reason.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from ..chapters.cells import ChapterError, read_chapter
from ..chapters.written import keys_written
from ..running.check import say
from ..running.events import Event, Failed
from ..running.process import How, end_all
from ..running.runner import Outcome, run_chapter
from .chapter import Figures, Settings
from .cores import Cores
from .figures import record, table
from .workers import Kept

SCORES, SOUNDNESS = "audit-scores", "audit-soundness.json"  # beside the figures
SOUND = """
soundness of the index reader: {:,} mutants shown of {:,}, those held out included,
none measured before; {:,} proved, of which {:,} hold when measured and {:,} do not;
shown in {:.1f} s on {} cores"""
LINES = """
lines of proofs for every size: {:,} proofs of {:,} claims, {:,} lines measured at two
sizes; {:,} lines do not hold"""
TRIED = 7_000  # mutants of a book at most, where not all are tried
CHECKED = "claim", "derivation"
SUFFIXES = (".md", ".ipynb")


def chapters(paths: Iterable[Path]) -> list[Path]:
    """The chapters among files and folders, by name."""
    found: set[Path] = set()
    for path in paths:
        inside = path.rglob("*") if path.is_dir() else [path]
        found |= {p for p in inside if p == path or p.suffix in SUFFIXES}
    return sorted(found)


def audit(
    paths: Iterable[Path],
    *,
    jobs: int | None = None,
    output: Path,
    drawn: int | None = None,
) -> int:
    """Audit every claim, write the figures to `output`, print them; 1 on any fault.

    A chapter is audited only where all of it stands.  drawn: how many mutants of each
    statement to draw at most, of a book that is large fewer; all are tried without it.
    """
    kept = (output.parent / SCORES).absolute()
    Kept(kept).forget_other_engines()
    cores = Cores.of_this_machine(jobs or os.cpu_count() or 1)
    stated = {path: _statements(path) for path in chapters(paths)}
    drawn = drawn and min(drawn, max(1, TRIED // max(1, sum(stated.values()))))
    settings = Settings(kept, cores, drawn or 0)
    outcomes = _run_all(stated, settings)
    figures: dict[Path, Figures] = {o.path: o.found for o in outcomes if o.found}
    _write(figures, drawn, cores.count, output)
    _print(figures, drawn, cores.count)
    faulty = any(one["faults"] for one in figures.values())
    return int(faulty or any(outcome.failed for outcome in outcomes))


def _write(
    figures: dict[Path, Figures], drawn: int | None, cores: int, output: Path
) -> None:
    """The rows of the ledger; beside them how long the prover was shown mutants."""
    claims = {k: v for one in figures.values() for k, v in one["claims"].items()}
    output.write_text(record(claims, drawn), encoding="utf-8")
    faults = sum(one["soundness"][1] for one in figures.values())
    told = {"seconds": _seconds(figures, cores), "faults": faults}
    file = output.with_name(SOUNDNESS)
    file.write_text(json.dumps(told) + "\n", encoding="utf-8")


def _seconds(figures: dict[Path, Figures], cores: int) -> float:
    """How long it takes on all cores to show the prover the mutants."""
    return sum(one["soundness"][0] for one in figures.values()) / cores


def _print(figures: dict[Path, Figures], drawn: int | None, cores: int) -> None:
    """The table, and every fault."""
    seconds = [s for one in figures.values() for s in one["seconds"]]
    print(table({path: one["counts"] for path, one in figures.items()}, seconds))
    if drawn:
        offered = sum(one["offered"] for one in figures.values())
        print(
            f"drawn: at most {drawn} mutants of a statement, and all reviewed ones, of "
            f"{offered} in all"
        )
    if figures:
        counts = _sums(one["prover"] for one in figures.values())
        print(SOUND.format(*counts, _seconds(figures, cores), cores))
        print(LINES.format(*_sums(one["lines"] for one in figures.values())))
    for fault in (fault for one in figures.values() for fault in one["faults"]):
        print(f"\n{fault}".replace(f"{Path.cwd()}/", ""))


def _sums(counts: Iterable[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*counts, strict=True)]


def _run_all(stated: dict[Path, int], settings: Settings) -> list[Outcome]:
    """Every chapter run, the longest first, as many at once as there are cores."""
    longest_first = sorted(stated, key=_bytes, reverse=True)

    def run(path: Path) -> Outcome:
        part = stated[path] / max(1, sum(stated.values()))
        told = replace(settings, part=part).arguments
        how = How(
            module="proofread.audit.chapter",
            arguments=told,
            inherits=settings.cores.ends,
        )
        return run_chapter(path, how, _say)

    with ThreadPoolExecutor(settings.cores.count) as pool:
        try:
            ran = pool.map(run, longest_first)
            return sorted(ran, key=lambda outcome: outcome.path)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            end_all()
            raise


def _bytes(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _statements(path: Path) -> int:
    """How many statements that are checked a chapter spells out."""
    try:
        written = keys_written(read_chapter(path).cells)
    except ChapterError:  # as its run will say
        return 0
    return sum(call.verb in CHECKED for call in written)


def _say(event: Event) -> None:
    """Failures alone are told: what stands is told by the figures."""
    if isinstance(event, Failed):
        say(event)
