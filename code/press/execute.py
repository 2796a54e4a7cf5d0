"""Runs every chapter that the cache does not hold, on all cores, longest first."""

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.paths import jupyter_runtime_dir
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from .notebooks import Chapter, line_in_cell, read_chapter
from .progress import Progress, in_words
from .project import Project, digest_of_file
from .schedule import Schedule

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
CACHES_KEPT = 3


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


class Kernel(AsyncKernelManager):
    """This environment's own Python, whatever kernels the user has installed.

    It is spoken to through files, which nobody else on the machine can read.
    """

    def _transport_default(self) -> str:
        return "ipc"

    def _connection_file_default(self) -> str:
        return str(Path(jupyter_runtime_dir()) / f"{uuid.uuid4().hex}.json")

    def _kernel_spec_manager_default(self) -> KernelSpecManager:
        ours = Path(sys.prefix) / "share" / "jupyter" / "kernels"
        return KernelSpecManager(kernel_dirs=[str(ours)])


class Memory:
    """What is known of earlier runs: how long chapters took, which bytes were run."""

    def __init__(self, project: Project) -> None:
        self.times = project.build / "cache" / "seconds.json"
        self.done = project.cache / "executed.json"
        self.seconds: dict[str, float] = _read_json(self.times)
        self.digests: dict[str, str] = _read_json(self.done)

    def knows(self, name: str, path: Path) -> bool:
        return self.digests.get(name) == digest_of_file(path)

    def remember(self, name: str, path: Path, seconds: float | None = None) -> None:
        self.digests[name] = digest_of_file(path)
        _write_json(self.done, self.digests)
        if seconds is not None:
            self.seconds[name] = round(seconds, 2)
            _write_json(self.times, self.seconds)


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
    _forget_old_caches(project)
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
        cache = get_cache(self.project.cache)
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
        await client.async_execute(env=_kernel_environment())
    except CellExecutionError as error:
        traceback = after_source(COLOUR.sub("", error.traceback))
        reason = f"{error.ename}: {COLOUR.sub('', error.evalue)}".splitlines()[0]
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


def find_fonts() -> None:
    """Let Matplotlib list the fonts once, before every kernel does and says so."""
    if not any(Path(os.environ["MPLCONFIGDIR"]).glob("fontlist*")):
        command = [sys.executable, "-c", "import matplotlib.font_manager"]
        subprocess.run(command, capture_output=True, check=True)


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


def _kernel_environment() -> dict[str, str]:
    """A kernel's variables: the outputs must not depend on when the book is built."""
    return os.environ | {"SOURCE_DATE_EPOCH": "0"}


def _chapters_to_run(
    project: Project, memory: Memory, extensions: list[str]
) -> list[Chapter]:
    cache = get_cache(project.cache)
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


def _forget_old_caches(project: Project) -> None:
    """Keep the outputs of the last few states of the code; drop older ones."""
    project.cache.mkdir(parents=True, exist_ok=True)
    project.cache.touch()
    caches = [path for path in project.cache.parent.iterdir() if path.is_dir()]
    caches.sort(key=lambda path: path.stat().st_mtime, reverse=True)
    for path in caches[CACHES_KEPT:]:
        shutil.rmtree(path)


def _read_json(path: Path) -> dict:
    return json.loads(path.read_text("utf8")) if path.exists() else {}


def _write_json(path: Path, value: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, sort_keys=True) + "\n", "utf8")
