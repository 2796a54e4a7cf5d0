"""`check`: what a build would say of chapters, without building pages."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from .events import Event, Failed, Stated
from .process import SECONDS_A_CELL, How
from .runner import Outcome, run_chapter

NONE = "no statement in the files given: nothing was checked; --allow-none lets it pass"
IDLE = "imports the engine and states nothing: state a claim, or drop the import"


def check(
    paths: Iterable[Path],
    *,
    timeout: float = SECONDS_A_CELL,
    seconds: Path | None = None,
    allow_none: bool = False,
) -> int:
    """Run chapters and print each statement as it ends; 1 if anything fails.

    A file that imports the engine must state something, and so must the files together,
    unless allow_none.  timeout: seconds for one cell.  seconds: the file that receives
    how long each claim and derivation took, as JSON.
    """
    outcomes = [_checked(path, How(timeout)) for path in paths]
    if seconds:
        _write_seconds(outcomes, seconds)
    silent = not any(outcome.stated or outcome.failed for outcome in outcomes)
    if silent and not allow_none:
        print(NONE, file=sys.stderr)
        return 1
    return int(any(outcome.failed for outcome in outcomes))


def _checked(path: Path, how: How) -> Outcome:
    start = time.perf_counter()
    outcome = run_chapter(path, how, say)
    if outcome.imports and not (outcome.stated or outcome.failed):
        idle = Failed(outcome.imports, IDLE)
        outcome.take(idle)
        say(idle)
    took = time.perf_counter() - start
    stand, fail = len(outcome.stated), len(outcome.failed)
    print(f"{path}: {stand} statements stand, {fail} fail ({took:.1f} s)", flush=True)
    return outcome


def say(event: Event) -> None:
    """Print a statement, or a failure; files are named from where one stands."""
    here = f"{Path.cwd()}/"
    if isinstance(event, Failed):
        print(str(event).replace(here, ""), file=sys.stderr, flush=True)
    elif isinstance(event, Stated):
        place = str(event.place).removeprefix(here)
        what = f"{event.kind} '{event.key}', {event.verdict}"
        print(f"{place}: {what} ({event.seconds:.2f} s)", flush=True)


def _write_seconds(outcomes: list[Outcome], file: Path) -> None:
    every = [statement for outcome in outcomes for statement in outcome.stated]
    times = {s.key: s.seconds for s in every if s.kind != "definition"}
    file.write_text(json.dumps(times, indent=1) + "\n", encoding="utf-8")
