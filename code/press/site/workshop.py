"""The work directory, always begun from the last good build."""

import shutil
from pathlib import Path

from ..source.project import Project
from ..source.state import reading_state, writing_state


class Workshop:
    """Sphinx's pages and memory while a build runs; published only when it succeeded.

    Sphinx takes a page with a warning for done and is silent about it the next time, so
    a build that failed or was interrupted leaves nothing behind.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self.work = project.work
        self.good = project.build / "last-good"
        self.complete = self.work / "complete"

    def open(self) -> bool:
        """Whether every page must be written, as what all of them show has changed."""
        reading, writing = reading_state(self.project), writing_state(self.project)
        if not self.complete.exists():
            self._restore()
        if _read(self.work / "reading-state") != reading:
            _empty(self.work)
        write_all = _read(self.work / "writing-state") != writing
        self.complete.unlink(missing_ok=True)
        self.work.mkdir(parents=True, exist_ok=True)
        (self.work / "reading-state").write_text(reading)
        (self.work / "writing-state").write_text(writing)
        return write_all

    def publish(self) -> None:
        """Make the work directory's site the one readers see, and keep its memory."""
        self.complete.touch()
        _replace(self.good, self.work)
        _replace(self.project.site, self.work / "html")

    def _restore(self) -> None:
        _empty(self.work)
        if self.good.exists():
            shutil.copytree(self.good, self.work)


def _replace(old: Path, new: Path) -> None:
    """Put a copy of new where old was; readers see the one or the other, never half."""
    fresh, stale = old.with_suffix(".new"), old.with_suffix(".old")
    _empty(fresh)
    _empty(stale)
    shutil.copytree(new, fresh)
    if old.exists():
        old.rename(stale)
    fresh.rename(old)
    _empty(stale)


def _empty(directory: Path) -> None:
    if directory.exists():
        shutil.rmtree(directory)


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""
