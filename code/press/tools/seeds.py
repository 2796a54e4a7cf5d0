"""Whether what chapters assert hangs on a seed or on last digits: each is run anew.

A chapter that takes random numbers or data is checked with its seeds shifted twice, and
once with its data and draws perturbed; `mlmath.generators` says what that changes.
Every chapter is checked with its claims measured at other points, whose seed is the
week's.
"""

import datetime
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from ..source.contract import converted
from ..source.malformed import read_text
from ..source.project import Project
from .environment import isolate

RERUNS = {
    "with its seeds shifted": {"SEED_SHIFT": "1"},
    "with its seeds shifted once more": {"SEED_SHIFT": "2"},
    "with data and draws perturbed": {"PERTURBATION": "1e-12"},
}
SOURCES = ("mlmath.generators", "mlmath.datasets", "import datasets")


class Rerun(NamedTuple):
    """A chapter, how it is run, and what is set for that."""

    chapter: Path
    how: str
    setting: dict[str, str]


def reruns(project: Project) -> Iterator[Rerun]:
    """One of every converted chapter; three more if it takes random numbers or data."""
    year, week, _ = datetime.datetime.now(datetime.UTC).isocalendar()
    seed = f"{year}{week:02}"
    for path in converted(project):
        yield Rerun(path, f"at points of seed {seed}", {"PROOFREAD_SEED": seed})
        text = read_text(path)
        if any(source in text for source in SOURCES):
            yield from (Rerun(path, how, setting) for how, setting in RERUNS.items())


def passes(rerun: Rerun) -> bool:
    """Whether every assert of the chapter holds; what does not is printed."""
    command = [sys.executable, "-P", "-m", "proofread", "check", "--allow-none"]
    ran = subprocess.run(
        [*command, str(rerun.chapter)],
        env=os.environ | rerun.setting,
        capture_output=True,
        text=True,
        check=False,
    )
    told = "" if ran.returncode == 0 else f"\n{ran.stderr}"
    print(f"{rerun.chapter.name} {rerun.how}: {'FAILED' if told else 'holds'}{told}")
    return ran.returncode == 0


def check(root: Path) -> bool:
    """Whether every chapter passes all its reruns."""
    isolate(root)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return all(list(pool.map(passes, reruns(Project(root)))))


if __name__ == "__main__":
    sys.exit(not check(Path.cwd()))
