"""Runs every chapter whose outputs are not at hand, on all cores, longest first."""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from ..source.project import Project
from ..tools.progress import Progress, in_words
from .cache import Memory
from .cells import Failure, run_cells
from .chapters import Chapter
from .interrupt import in_a_thread
from .kernel import beside, find_fonts, paths_in
from .reading import read_chapter
from .schedule import Schedule
from .stated import theorems


def run_chapters(
    project: Project, *, extensions: list[str], timeout: int, progress: Progress
) -> bool:
    """Whether every chapter's outputs are in the cache; failures are printed."""
    failures = execute(
        project, extensions=extensions, timeout=timeout, progress=progress
    )
    for failure in failures:
        progress.done(f"\n{project.relative(str(failure))}")
    if failures:
        progress.done(f"\n{len(failures)} of the book's chapters failed.")
    return not failures


def execute(
    project: Project, *, extensions: list[str], timeout: int, progress: Progress
) -> list[Failure]:
    """Every chapter's outputs are in the project's cache, but for those that failed.

    extensions: the MyST extensions of the book; timeout: seconds for one cell.
    """
    memory = Memory(project)
    memory.forget_old()
    chapters = chapters_to_run(project, memory, extensions)
    if not chapters:
        return []
    workers = min(os.cpu_count() or 1, len(chapters))
    cells = {chapter.name: len(chapter.code_cells) for chapter in chapters}
    schedule = Schedule(cells, memory.seconds, workers)
    progress.now("  getting ready to draw")
    find_fonts()
    with tempfile.TemporaryDirectory(prefix="press-") as runtime:
        os.environ["JUPYTER_RUNTIME_DIR"] = runtime
        run = Run(project, chapters, schedule, memory, progress, timeout, Path(runtime))
        return in_a_thread(run.all(workers))


def chapters_to_run(
    project: Project, memory: Memory, extensions: list[str]
) -> list[Chapter]:
    """The chapters whose cells, or what these read, are not as they were."""
    waiting: list[Chapter] = []
    for path in project.chapters():
        name = project.name(path)
        if memory.is_unchanged(name, path):
            continue
        chapter = read_chapter(name, path, extensions)
        if chapter is not None and not memory.knows(chapter):
            waiting.append(chapter)
    return waiting


@dataclass
class Run:
    """One execution of several chapters, as many at once as there are workers.

    runtime: a folder of this run alone, where kernels are spoken to.
    """

    project: Project
    chapters: list[Chapter]
    schedule: Schedule
    memory: Memory
    progress: Progress
    timeout: int
    runtime: Path
    failures: list[Failure] = field(default_factory=list[Failure])

    async def all(self, workers: int) -> list[Failure]:
        """Every chapter run once; the failures in the order of their files."""
        ticker = asyncio.create_task(self._tick())
        await asyncio.gather(*(self._work() for _ in range(workers)))
        ticker.cancel()
        return sorted(self.failures, key=lambda failure: str(failure.path))

    async def _work(self) -> None:
        by_name = {chapter.name: chapter for chapter in self.chapters}
        while (name := self.schedule.next()) is not None:
            await self._one(by_name[name])

    async def _one(self, chapter: Chapter) -> None:
        place = self.chapters.index(chapter)
        recorded = self.runtime / f"read-{place}"
        failure = await run_cells(
            chapter, self.timeout, self._on_cell(chapter), recorded
        )
        seconds = self.schedule.finish(chapter.name)
        if failure:
            self.failures.append(failure)
            self.progress.done(f"  {chapter.name} failed at line {failure.line}")
            return
        paths = paths_in(recorded, self.project)
        chapter.theorems = theorems(beside(recorded))
        self.memory.remember(chapter, paths, seconds)
        self.progress.done(
            f"  {chapter.name} ran in {in_words(seconds)} {self._standing()}"
        )

    def _on_cell(self, chapter: Chapter) -> Callable[[int], Awaitable[None]]:
        async def reached(cell_index: int) -> None:
            self.schedule.reach(chapter.name, chapter.number(cell_index))

        return reached

    async def _tick(self) -> None:
        while True:
            running = ", ".join(
                f"{name} (cell {cell} of {self.schedule.cells[name]})"
                for name, cell in self.schedule.reached.items()
            )
            self.progress.now(f"  running {running} {self._standing()}")
            await asyncio.sleep(0.25)

    def _standing(self) -> str:
        left = self.schedule.time_left()
        ended, total = len(self.schedule.finished), len(self.chapters)
        remaining = f", about {in_words(left)} left" if left and ended < total else ""
        return f"[{ended} of {total}{remaining}]"
