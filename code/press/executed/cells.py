"""Runs the cells of one chapter in a kernel of its own; says where one failed."""

import re
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import Empty
from typing import Any, cast

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from ..tools.progress import without_color
from .chapters import Chapter, line_in_cell
from .kernel import Kernel, beside, kernel_environment
from .stated import forgery, last_to_run
from .stating import AT_END, MIME, PROOF

MOST_WAITED = 60  # seconds for a kernel to rest
MOST_SHOWN = 1_000_000  # bytes of a chapter; a page of more opens slowly
FOR_PRINT = "application/pdf"  # a figure's second form, which no page holds
EXTENSIONS = [
    f"--IPKernelApp.extensions=press.executed.{name}"
    for name in ("recording", "stating")
]


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


async def run_cells(
    chapter: Chapter,
    timeout: int,
    reached: Callable[[int], Awaitable[None]],
    recorded: Path,
) -> Failure | None:
    """The chapter's notebook now holds its outputs; the failure if a cell failed.

    timeout: seconds for one cell; recorded: takes the paths that the cells read, and a
    file beside it what the engine stated.
    """
    at = 0

    async def on_cell_start(cell: object, cell_index: int) -> None:
        nonlocal at
        at = cell_index
        await reached(cell_index)

    client = _client(chapter, timeout, on_cell_start)
    client.on_cell_executed = partial(_ask_at_end, client, last_to_run(chapter))
    try:
        await client.async_execute(env=kernel_environment(recorded))
    except (CellExecutionError, CellTimeoutError, DeadKernelError, Empty) as error:
        return _failure(chapter, at, *_reason(error, timeout))
    return complaint(chapter) or forged(chapter, recorded) or excess(chapter)


async def _ask_at_end(
    client: NotebookClient, last: int | None, cell: object, cell_index: int, **_: object
) -> None:
    """After the last cell, let the kernel tell what became of the engine."""
    if cell_index == last:
        kernel: Any = client.kc
        reply = await kernel.execute(AT_END, silent=True, reply=True)
        await _until_idle(kernel, reply["parent_header"]["msg_id"])


async def _until_idle(kernel: Any, asked: str) -> None:
    """Until the kernel rests from what it was asked; its end interrupts nothing.

    Raises Empty where it does not rest in time.
    """
    state = ""
    while state != "idle":
        told = await kernel.get_iopub_msg(timeout=MOST_WAITED)
        if told["parent_header"].get("msg_id") == asked:
            state = told["content"].get("execution_state", "")


def _reason(error: Exception, timeout: int) -> tuple[str, str]:
    """Why a cell ended the run, and its traceback where it has one."""
    if isinstance(error, CellExecutionError):
        said = f"{error.ename}: {without_color(error.evalue)}"
        return said.splitlines()[0], after_source(without_color(error.traceback))
    if isinstance(error, CellTimeoutError):
        return f"still running after {timeout} s", ""
    return "its kernel died", ""


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


def forged(chapter: Chapter, recorded: Path) -> Failure | None:
    """The first cell that shows as stated what the engine did not state."""
    found = forgery(chapter, beside(recorded))
    return _failure(chapter, *found) if found else None


def excess(chapter: Chapter) -> Failure | None:
    """The cell that puts out most, where all put out more than a page can show."""
    sizes = [size_of_outputs(cell) for cell in chapter.notebook.cells]
    if sum(sizes) <= MOST_SHOWN:
        return None
    reason = (
        f"the chapter's cells put out {sum(sizes) / 1e6:.1f} MB, this one most of it, "
        f"and a page holds {MOST_SHOWN / 1e6:.0f} MB: print less, draw fewer points"
    )
    return _failure(chapter, sizes.index(max(sizes)), reason)


def size_of_outputs(cell: NotebookNode) -> int:
    """The bytes of all that a page may show of a cell's outputs."""
    shown: list[object] = []
    for output in cell.get("outputs", []):
        shown += _on_the_page(output.get("data", {}))
        shown += [output.get("text", ""), output.get("traceback", "")]
        shown += output.get("metadata", {}).values()  # drawings for phones
    return sum(len(str(part).encode()) for part in shown)


def _on_the_page(forms: Mapping[str, object]) -> Iterator[object]:
    """The forms of an output but for what print or the page of proofs holds."""
    for name, form in forms.items():
        if name == MIME and isinstance(form, dict):
            parts = cast("dict[str, object]", form)
            yield {part: parts[part] for part in parts if part != PROOF}
        elif name != FOR_PRINT:
            yield form


def after_source(message: str) -> str:
    """A notebook client's message without the cell's source, which it repeats."""
    return re.split(r"^-{18}$", message, flags=re.MULTILINE)[-1].strip()


def _client(
    chapter: Chapter,
    timeout: int,
    on_cell_start: Callable[[object, int], Awaitable[None]],
) -> NotebookClient:
    return NotebookClient(
        chapter.notebook,
        timeout=timeout,
        kernel_name="python3",
        kernel_manager_class=Kernel,
        extra_arguments=EXTENSIONS,
        record_timing=False,
        coalesce_streams=True,  # kernels send what is printed in pieces, as time has it
        resources={"metadata": {"path": str(chapter.path.parent)}},
        on_cell_start=on_cell_start,
    )


def _failure(chapter: Chapter, at: int, reason: str, traceback: str = "") -> Failure:
    line = chapter.line(at, line_in_cell(traceback))
    shown = traceback or chapter.notebook.cells[at].source
    return Failure(chapter.path, line, chapter.number(at), reason, shown)
