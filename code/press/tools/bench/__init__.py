"""How fast the book is built, checked and read, measured in one run."""

import json
import multiprocessing
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ...commands import book
from ...source.project import Project
from ..environment import isolate
from ..system import find_chromium
from .pages import heaviest, medians

SETTINGS = ("_config.yml", "_toc.yml", "_redirects.yml", "pyproject.toml")
PARTS = ("book", "code", *SETTINGS, "requirements.txt", "CITATION.cff")
FIRST_CELL = re.compile(r"(?<=\n)(```\{code-cell\}.*?\n)(?=```)", re.DOTALL)
MEBIBYTE = 1024**2


@dataclass(frozen=True)
class Timing:
    """One build: its time, the work of its kernels, the memory of all processes."""

    wall: float
    kernel_cpu: float
    peak_bytes: int


def bench(root: Path) -> None:
    """Print what building a copy of the book costs; the book itself is left alone."""
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        copy = copy_of(root, Path(directory))
        cold = timed_build(copy)
        same = timed_build(copy)
        name, before = change_a_chapter(copy)
        changed = timed_build(copy)
        seconds = json.loads((copy / "_build/cache/seconds.json").read_text("utf8"))
        claims = seconds_per_claim(copy)
        audit = seconds_of_audit(copy, name)
        chromium = find_chromium()
        site = Project(copy).site
        visits = medians(site, heaviest(site, 3), chromium) if chromium else {}
    ideal = cold.kernel_cpu / cores
    print(f"cold build            {cold.wall:7.1f} s, {cold.wall / ideal:.2f} x ideal")
    print(f"  ideal: {cold.kernel_cpu:.1f} s of chapters on {cores} cores")
    print(f"nothing changed       {same.wall:7.1f} s")
    rest = changed.wall - seconds[name]
    print(f"one chapter changed   {changed.wall:7.1f} s, {rest:.1f} s over its run")
    print(f"  {name} ran for {seconds[name]:.1f} s, before that for {before:.1f} s")
    slowest = max(claims, key=claims.__getitem__)
    median = statistics.median(claims.values())
    print(f"a claim               {median:7.2f} s at the median of {len(claims)}")
    print(f"  at worst {claims[slowest]:.2f} s: {slowest}")
    print(f"the audit of a claim  {audit:7.2f} s on average in {name}")
    print(f"peak memory           {cold.peak_bytes / MEBIBYTE:7.0f} MB at most")
    for name, visit in visits.items():
        print(
            f"a first visit         {visit.painted:7.2f} s to the largest paint, "
            f"{visit.blocked:.2f} s blocked, shift {visit.moved:.3f}, "
            f"{visit.kilobytes:.0f} KB: {name}"
        )
    if not visits:
        print("a first visit         not timed, as Chromium is not installed")


def copy_of(root: Path, directory: Path) -> Path:
    """A copy of what the book is made from."""
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
    for part in PARTS:
        if (root / part).is_dir():
            shutil.copytree(root / part, directory / part, ignore=ignored)
        elif (root / part).exists():
            shutil.copy(root / part, directory / part)
    return directory


def timed_build(root: Path) -> Timing:
    """A build in a process of its own, as a reader would start it."""
    spawn = multiprocessing.get_context("spawn")
    start = time.perf_counter()
    with ProcessPoolExecutor(1, mp_context=spawn) as process:
        kernel_cpu, peak_bytes = process.submit(_build_and_measure, root).result()
    return Timing(time.perf_counter() - start, kernel_cpu, peak_bytes)


def _build_and_measure(root: Path) -> tuple[float, int]:
    isolate(root)
    os.chdir(root)
    if book(Project(root)) != 0:
        raise RuntimeError("the book does not build, so there is nothing to measure")
    own = resource.getrusage(resource.RUSAGE_SELF)
    kernels = resource.getrusage(resource.RUSAGE_CHILDREN)
    at_once = os.cpu_count() or 1
    peak = (own.ru_maxrss + at_once * kernels.ru_maxrss) * bytes_of_maxrss()
    return kernels.ru_utime + kernels.ru_stime, peak


def bytes_of_maxrss() -> int:
    """The unit of ru_maxrss: bytes on macOS, kibibytes elsewhere."""
    return 1 if sys.platform == "darwin" else 1024


def change_a_chapter(root: Path) -> tuple[str, float]:
    """Add a line to the code of the chapter of median length; its name and seconds."""
    seconds = json.loads((root / "_build/cache/seconds.json").read_text("utf8"))
    name = sorted(seconds, key=lambda name: seconds[name])[len(seconds) // 2]
    path = root / "book" / f"{name}.md"
    text = FIRST_CELL.sub(r"\1changed = True\n", path.read_text("utf8"), count=1)
    path.write_text(text, "utf8")
    return name, seconds[name]


def seconds_per_claim(root: Path) -> dict[str, float]:
    """How long the engine took for each claim and derivation of the book."""
    times = root / "_build/claim-seconds.json"
    chapters = [str(path) for path in Project(root).chapters()]
    _engine(root, "check", "--seconds", str(times), *chapters)
    return json.loads(times.read_text("utf8"))


def seconds_of_audit(root: Path, name: str) -> float:
    """How long the audit of a chapter's claim took on one core, on average."""
    start = time.perf_counter()
    _engine(root, "audit", "--jobs", "1", f"book/{name}.md")
    wall = time.perf_counter() - start
    audited = json.loads((root / "_build/audit.json").read_text("utf8"))["claims"]
    return wall / len(audited)


def _engine(root: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "proofread", *arguments]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
