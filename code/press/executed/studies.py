"""Studies: experiments that take long, each a script whose result is kept beside it.

A script book/PART/studies/NAME.py defines study(), which returns numbers by name. They
are kept in NAME.json with the digests of all they were made from: the script, what it
imported of the project's code, and the lock. The file is part of the book, so that
whoever builds the book first has the result, and a change of it is seen like any other.
It is computed anew when a digest has changed, and for a release.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..source.project import Project
from ..source.reads import are_as_they_were, reads
from ..tools.kept import keep, read_kept
from ..tools.progress import Progress, in_words

CHILD = "press.executed.studying"


@dataclass(frozen=True)
class Study:
    """A script of the project, and its result."""

    project: Project
    script: Path

    @property
    def kept(self) -> Path:
        """Its result."""
        return self.script.with_suffix(".json")

    @property
    def is_current(self) -> bool:
        """Whether its result was made from what there is now."""
        made_from = read_kept(self.kept).get("made_from", {})
        return bool(made_from) and are_as_they_were(self.project.root, made_from)

    def compute(self) -> str:
        """Run the script and keep what it found; what went wrong, if anything did."""
        with tempfile.TemporaryDirectory(prefix="press-") as folder:
            told = Path(folder, "told.json")
            ran = self._run(told)
            if ran.returncode:
                return f"{self.script}: the study failed\n{ran.stderr}"
            found = json.loads(told.read_text("utf-8"))
        imported = [Path(name) for name in found["modules"]]
        ours = [path for path in imported if path.is_relative_to(self.project.code)]
        paths = [self.script, self.project.lock, *ours]
        made_from = reads(self.project.root, paths)
        keep(self.kept, {"found": found["found"], "made_from": made_from})
        return ""

    def _run(self, told: Path) -> subprocess.CompletedProcess[str]:
        """The script, run in its folder; told: the file that takes what it found."""
        return subprocess.run(
            [sys.executable, "-P", "-m", CHILD, self.script.name, str(told)],
            cwd=self.script.parent,
            capture_output=True,
            text=True,
            check=False,
        )


def studies(project: Project) -> Iterator[Study]:
    """Every study of the book."""
    for script in sorted(project.book.glob("**/studies/*.py")):
        yield Study(project, script)


def run_studies(project: Project, progress: Progress, *, anew: bool = False) -> bool:
    """Whether every study's result is at hand; what fails is printed.

    anew: compute all of them, though nothing they were made from has changed.
    """
    waiting = [each for each in studies(project) if anew or not each.is_current]

    def compute(study: Study) -> bool:
        start = time.monotonic()
        failure = study.compute()
        took = in_words(time.monotonic() - start)
        name = project.relative(str(study.script))
        made = f"  {name} computed in {took}; commit {study.kept.name}"
        progress.done(project.relative(failure) if failure else made)
        return not failure

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return all(list(pool.map(compute, waiting)))
