"""How long builds of a copy of the book take, each started as a reader would."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from ...source.project import Project
from ..usage import FILE, Usage

LISTS = ("_redirects.yml", "_labels.csv", "_unconverted.txt")
SETTINGS = ("_config.yml", "_toc.yml", *LISTS)
TOLD = ("pyproject.toml", "requirements.txt", "CITATION.cff")
PARTS = ("book", "code", "kernel", *SETTINGS, *TOLD)
FIRST_CELL = re.compile(r"(?<=\n)(```\{code-cell\}.*?\n)(?=```)", re.DOTALL)


@dataclass(frozen=True)
class Timing:
    """One build: seconds on the clock, and what it used."""

    wall: float
    used: Usage


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
    """A build in a process of its own; CalledProcessError where it fails."""
    told = root / "usage.json"
    start = time.perf_counter()
    run(root, "press", "book", environment={FILE: str(told)})
    wall = time.perf_counter() - start
    return Timing(wall, Usage(**json.loads(told.read_text("utf-8"))))


def seconds_of_chapters(root: Path) -> dict[str, float]:
    """How long each chapter ran the last time."""
    return json.loads((root / "_build/cache/seconds.json").read_text("utf-8"))


def change_a_chapter(root: Path) -> str:
    """Add a line to the code of the chapter of median length; its name."""
    seconds = seconds_of_chapters(root)
    name = sorted(seconds, key=lambda name: seconds[name])[len(seconds) // 2]
    path = root / "book" / f"{name}.md"
    text = FIRST_CELL.sub(r"\1changed = True\n", path.read_text("utf-8"), count=1)
    path.write_text(text, "utf-8")
    return name


def seconds_per_claim(root: Path) -> dict[str, float]:
    """How long the engine took for each claim and derivation of the book."""
    times = root / "_build/claim-seconds.json"
    chapters = [str(path) for path in Project(root).chapters()]
    run(root, "proofread", "check", "--seconds", str(times), *chapters)
    return json.loads(times.read_text("utf-8"))


def seconds_of_audit(root: Path, name: str) -> float:
    """How long the audit of a chapter's claim took on one core, on average."""
    start = time.perf_counter()
    run(root, "proofread", "audit", "--jobs", "1", f"book/{name}.md")
    wall = time.perf_counter() - start
    audited = json.loads(Project(root).audit.read_text("utf-8"))["claims"]
    return wall / len(audited)


def run(root: Path, *arguments: str, environment: dict[str, str] | None = None) -> None:
    """Run a module in a project's root; what it prints is not shown."""
    subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=root,
        env=os.environ | (environment or {}),
        check=True,
        stdout=subprocess.DEVNULL,
    )
