"""Runs every chapter that the cache does not hold, on all cores, longest first."""

import asyncio
import os
import re
import tempfile
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from ..source.project import Project
from ..tools.progress import Progress, in_words, without_color
from .cache import Memory
from .chapters import Chapter, line_in_cell, read_chapter
from .kernel import Kernel, find_fonts, kernel_environment
from .schedule import Schedule


@dataclass(frozen=True)
class Failure:
    """A cell that failed: where, and what the kernel said."""

    path: Path
    line: int
    cell: int
    error: str
    traceback: str

    def __str__(self) -> str:
        body = "\n".join(f"    {line}" for line in self.traceback.splitlines())
        return f"{self.path}:{self.line}: cell {self.cell} failed: {self.error}\n{body}"


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
    project: Project,
    *,
    extensions: list[str],
    timeout: int,
    progress: Progress,
    workers: int | None = None,
) -> list[Failure]:
    """Every chapter's outputs are in the project's cache, but for those that failed.

    extensions: the MyST extensions of the book; timeout: seconds for one cell.
    """
    memory = Memory(project)
    memory.forget_old()
    chapters = _chapters_to_run(project, memory, extensions)
    if not chapters:
        return []
    workers = min(workers or os.cpu_count() or 1, len(chapters))
    cells = {chapter.name: len(chapter.code_cells) for chapter in chapters}
    schedule = Schedule(cells, memory.seconds, workers)
    run = Run(project, chapters, schedule, memory, progress, timeout)
    progress.now("  getting ready to draw")
    find_fonts()
    with tempfile.TemporaryDirectory(prefix="press-") as runtime:
        os.environ["JUPYTER_RUNTIME_DIR"] = runtime
        return _in_a_thread(run.all(workers))


@dataclass
class Run:
    """One execution of several chapters, as many at once as there are workers."""

    project: Project
    chapters: list[Chapter]
    schedule: Schedule
    memory: Memory
    progress: Progress
    timeout: int

    def __post_init__(self) -> None:
        self.by_name = {chapter.name: chapter for chapter in self.chapters}
        self.failures: list[Failure] = []

    async def all(self, workers: int) -> list[Failure]:
        ticker = asyncio.create_task(self._tick())
        await asyncio.gather(*(self._work() for _ in range(workers)))
        ticker.cancel()
        return sorted(self.failures, key=lambda failure: str(failure.path))

    async def _work(self) -> None:
        while (name := self.schedule.next()) is not None:
            await self._one(self.by_name[name])

    async def _one(self, chapter: Chapter) -> None:
        failure = await run_cells(chapter, self.timeout, self._on_cell(chapter))
        seconds = self.schedule.finish(chapter.name)
        if failure:
            self.failures.append(failure)
            self.progress.done(f"  {chapter.name} failed at line {failure.line}")
            return
        bundle = CacheBundleIn(
            chapter.notebook, str(chapter.path), data={"execution_seconds": seconds}
        )
        cache = get_cache(self.memory.folder)
        cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
        self.memory.remember(chapter.name, chapter.path, seconds)
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


async def run_cells(
    chapter: Chapter, timeout: int, reached: Callable[[int], Awaitable[None]]
) -> Failure | None:
    """The chapter's notebook now holds its outputs; the failure if a cell failed."""
    at = 0

    async def on_cell_start(cell: object, cell_index: int) -> None:
        nonlocal at
        at = cell_index
        await reached(cell_index)

    client = NotebookClient(
        chapter.notebook,
        timeout=timeout,
        kernel_name="python3",
        kernel_manager_class=Kernel,
        record_timing=False,
        coalesce_streams=True,  # kernels send what is printed in pieces, as time has it
        resources={"metadata": {"path": str(chapter.path.parent)}},
        on_cell_start=on_cell_start,
    )
    try:
        await client.async_execute(env=kernel_environment())
    except CellExecutionError as error:
        traceback = after_source(without_color(error.traceback))
        reason = f"{error.ename}: {without_color(error.evalue)}".splitlines()[0]
        return _failure(chapter, at, reason, traceback)
    except CellTimeoutError:
        return _failure(chapter, at, f"still running after {timeout} s")
    except DeadKernelError:
        return _failure(chapter, at, "its kernel died")
    return complaint(chapter)


def complaint(chapter: Chapter) -> Failure | None:
    """The first cell that printed a warning, unless its tag says that it may."""
    for index, cell in enumerate(chapter.notebook.cells):
        if "remove-stderr" in cell.metadata.get("tags", []):
            continue
        printed = "".join(
            output.text
            for output in cell.get("outputs", [])
            if output.output_type == "stream" and output.name == "stderr"
        )
        if printed:
            return _failure(chapter, index, "it printed a warning", printed)
    return None


def after_source(message: str) -> str:
    """A notebook client's message without the cell's source, which it repeats."""
    return re.split(r"^-{18}$", message, flags=re.MULTILINE)[-1].strip()


def _failure(chapter: Chapter, at: int, reason: str, traceback: str = "") -> Failure:
    line = chapter.line(at, line_in_cell(traceback))
    shown = traceback or chapter.notebook.cells[at].source
    return Failure(chapter.path, line, chapter.number(at), reason, shown)


def _in_a_thread(work: Coroutine[None, None, list[Failure]]) -> list[Failure]:
    """The work's result; an interrupt ends its kernels too.

    On the main thread every notebook client would take the interrupt for itself.
    """
    with ThreadPoolExecutor(1) as pool, asyncio.Runner() as runner:
        loop = runner.get_loop()
        task = loop.create_task(work)
        result = pool.submit(loop.run_until_complete, task)
        try:
            return result.result()
        except KeyboardInterrupt:
            loop.call_soon_threadsafe(task.cancel)
            wait([result])
            raise


def _chapters_to_run(
    project: Project, memory: Memory, extensions: list[str]
) -> list[Chapter]:
    cache = get_cache(memory.folder)
    waiting = []
    for path in project.chapters():
        name = project.name(path)
        if memory.knows(name, path):
            continue
        chapter = read_chapter(name, path, extensions)
        if chapter is None:
            continue
        try:
            cache.match_cache_notebook(chapter.notebook)
        except KeyError:
            waiting.append(chapter)
        else:
            memory.remember(name, path)
    return waiting
