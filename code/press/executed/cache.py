"""Outputs of chapters on the disk, each kept under the digest of all it read."""

import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat

from ..source.project import Project
from ..source.reads import are_as_they_were, reads
from ..source.state import code_state, digest_of_file
from ..tools.kept import keep, read_kept, write_whole
from .chapters import Chapter

KEPT = 3


@dataclass(frozen=True)
class LastRun:
    """What a chapter was when its outputs were made: digests of all that they show."""

    source: str = ""  # of the file when last looked at: with it, its cells are the same
    cells: str = ""
    reads: dict[str, str] = field(default_factory=dict[str, str])
    outputs: str = ""  # the digest of the file that keeps them


class Memory:
    """The outputs of earlier runs, one folder for each state of the code."""

    def __init__(self, project: Project) -> None:
        self.root = project.root
        self.folder = project.build / "cache" / code_state(project)[:16]
        self.times = project.build / "cache" / "seconds.json"
        self.index = self.folder / "runs.json"
        self.seconds: dict[str, float] = read_kept(self.times)

    @property
    def runs(self) -> dict[str, LastRun]:
        """The last run of each chapter."""
        try:
            return {
                name: LastRun(**told) for name, told in read_kept(self.index).items()
            }
        except TypeError:  # written by another version
            return {}

    def is_unchanged(self, name: str, path: Path) -> bool:
        """Whether a chapter's file and all its cells read are what they were."""
        run = self.runs.get(name, LastRun())
        return run.source == digest_of_file(path) and self._holds(name, run)

    def knows(self, chapter: Chapter) -> bool:
        """Whether running the chapter again would read what it read before.

        Its words may have changed; the file as it is now is unchanged from here on.
        """
        run = self.runs.get(chapter.name, LastRun())
        if run.cells != chapter.digest or not self._holds(chapter.name, run):
            return False
        self._note(chapter.name, replace(run, source=digest_of_file(chapter.path)))
        return True

    def path(self, name: str) -> Path:
        """Where a chapter's outputs lie."""
        return self.folder / f"{name}.ipynb"

    def theorems(self, name: str) -> list[dict[str, Any]]:
        """What the last run of a chapter told of its claims; nothing without cells."""
        path = self.path(name)
        if not path.exists():
            return []
        return Chapter(name, path, nbformat.read(path, as_version=4)).theorems

    def remember(self, chapter: Chapter, paths: Iterable[Path], seconds: float) -> None:
        """Keep what a chapter put out, having read these paths."""
        path = self.path(chapter.name)
        write_whole(path, nbformat.writes(chapter.notebook))
        read = reads(self.root, [*paths, *chapter.loaded])
        source = digest_of_file(chapter.path)
        self._note(
            chapter.name, LastRun(source, chapter.digest, read, digest_of_file(path))
        )
        self.seconds[chapter.name] = round(seconds, 2)
        keep(self.times, self.seconds)

    def forget_old(self) -> None:
        """Keep the outputs of the last few states of the code; drop older ones."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.touch()
        caches = [path for path in self.folder.parent.iterdir() if path.is_dir()]
        caches.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in caches[KEPT:]:
            shutil.rmtree(path)

    def _holds(self, name: str, run: LastRun) -> bool:
        """Whether outputs are there, and what they were made from is as it was."""
        path = self.path(name)
        is_kept = path.is_file() and digest_of_file(path) == run.outputs
        return is_kept and are_as_they_were(self.root, run.reads)

    def _note(self, name: str, run: LastRun) -> None:
        keep(self.index, read_kept(self.index) | {name: asdict(run)})
