"""Trials of theorems: what they assume can hold, and no false one is proved."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from math import ceil
from pathlib import Path

from ..running.process import How
from ..running.runner import run_chapter
from . import coq
from .chapter import chapter_name, file_name
from .command import LIBRARY, ready
from .witness import REAL, witnesses

LISTED = "no-witness.txt"
COUNTED = "mutants of equations: {:,} shown to Coq, {:,} proved, {:,} of them false"


def satisfy(folder: Path) -> int:
    """Find a witness of what each theorem assumes; 1 where one lacks it, unlisted.

    Those of which no rational numbers are a witness are listed, with the reason: of
    some the real numbers are one.
    """
    if not ready():
        return 1
    listed = _listed(folder / LISTED)
    files = sorted(folder.rglob("*.v"))
    try:
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            told = [*pool.map(partial(_tell, listed=listed), files)]
    except coq.StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return 1
    not_rational = {name for its in told for name in its}
    for name in sorted(listed - not_rational):
        print(f"{name} has a witness: take it off {LISTED}", file=sys.stderr)
    return int(not_rational != listed)


def _tell(file: Path, listed: set[str]) -> set[str]:
    """The theorems of a file that have no rational witness, told where unlisted."""
    asked = witnesses(file.read_text(encoding="utf-8"))
    real = {name for name, one in asked.items() if one.head == REAL}
    with coq.naming(str(file)):
        lacking = asked.keys() - coq.satisfied(asked, LIBRARY)
    found = len(asked) - len(lacking)
    print(
        f"{file}: {found} of {len(asked)} witnesses, {len(real - lacking)} real",
        flush=True,
    )
    for name in sorted(lacking - listed):
        print(f"{name}: no witness that what it assumes can hold", file=sys.stderr)
    for name in sorted(real - lacking - listed):
        print(f"{name}: no rational witness; say why in {LISTED}", file=sys.stderr)
    return lacking | real


def _listed(file: Path) -> set[str]:
    """The theorems of which it is known that no rational numbers are a witness."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return {line.split(":")[0] for line in lines if line and not line.startswith("#")}


def mutate(paths: Iterable[Path], folder: Path, most: int, timeout: float) -> int:
    """Show Coq so many mutants of the chapters' claims; 1: it proves a false one."""
    if not ready():
        return 1
    files = {path: folder / file_name(chapter_name(path)) for path in paths}
    sizes = {path: _theorems(file) for path, file in files.items() if file.exists()}

    def run(path: Path) -> tuple[int, int, list[str]]:
        part = ceil(most * sizes[path] / sum(sizes.values()))
        arguments = (str(LIBRARY.absolute()), str(part))
        outcome = run_chapter(path, How(timeout, "proofread.kernel.attack", arguments))
        shown, proved, faults = outcome.found or (
            0,
            0,
            [str(f) for f in outcome.failed],
        )
        return shown, proved, faults

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        shown, proved, faults = zip(*pool.map(run, sizes), strict=True)
    every = [fault for its in faults for fault in its]
    print(*every, COUNTED.format(sum(shown), sum(proved), len(every)), sep="\n")
    return int(bool(every))


def _theorems(file: Path) -> int:
    return file.read_text(encoding="utf-8").count("\nTheorem ")
