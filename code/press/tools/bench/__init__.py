"""How fast the book is installed, built, checked and read, measured in one run."""

import os
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ...source.project import Project
from ..system import find_chromium
from .builds import (
    Timing,
    change_a_chapter,
    copy_of,
    seconds_of_audit,
    seconds_of_chapters,
    seconds_per_claim,
    timed_build,
)
from .installing import MEBIBYTE, installed
from .pages import Visit, heaviest, medians


def bench(root: Path) -> None:
    """Print what building a copy of the book costs; the book itself is left alone."""
    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        copy = copy_of(root, Path(directory))
        for line in (*builds(copy), *claims(copy), *visits(copy)):
            print(line, flush=True)
    print(f"installing            {installed(Project(root).lock)}, with a network")


def builds(copy: Path) -> Iterator[str]:
    """A cold build, one where nothing changed, one where a chapter did."""
    cold = timed_build(copy)
    yield from told_of(cold)
    yield f"nothing changed       {timed_build(copy).wall:7.1f} s"
    name = change_a_chapter(copy)
    before = seconds_of_chapters(copy)[name]
    wall, ran = timed_build(copy).wall, seconds_of_chapters(copy)[name]
    yield f"one chapter changed   {wall:7.1f} s, {wall - ran:.1f} s over its run"
    yield f"  {name} ran for {ran:.1f} s, before that for {before:.1f} s"
    yield f"the audit of a claim  {seconds_of_audit(copy, name):7.2f} s in {name}"


def told_of(cold: Timing) -> Iterator[str]:
    """A cold build beside the time its chapters need on all cores."""
    cores = os.cpu_count() or 1
    ideal = cold.used.children_cpu / cores
    yield f"cold build            {cold.wall:7.1f} s, {cold.wall / ideal:.2f} x ideal"
    yield f"  ideal: {ideal * cores:.1f} s of chapters on {cores} cores"
    yield f"peak memory           {cold.used.peak_bytes / MEBIBYTE:7.0f} MB at most"


def claims(copy: Path) -> Iterator[str]:
    """How long the engine takes for a claim."""
    seconds = seconds_per_claim(copy)
    slowest, median = max(seconds, key=seconds.__getitem__), statistics.median
    yield (
        f"a claim               {median(seconds.values()):7.2f} s at the median of "
        f"{len(seconds)}"
    )
    yield f"  at worst {seconds[slowest]:.2f} s: {slowest}"


def visits(copy: Path) -> Iterator[str]:
    """First visits to the heaviest pages, on a slow phone."""
    chromium, site = find_chromium(), Project(copy).site
    if chromium is None:
        yield "a first visit         not timed, as Chromium is not installed"
        return
    for name, visit in medians(site, heaviest(site, 3), chromium).items():
        yield f"a first visit         {told_of_visit(visit)}: {name}"


def told_of_visit(visit: Visit) -> str:
    """Its figures in a line."""
    return (
        f"{visit.painted:7.2f} s to the largest paint, {visit.blocked:.2f} s blocked, "
        f"shift {visit.moved:.3f}, {visit.kilobytes:.0f} KB"
    )
