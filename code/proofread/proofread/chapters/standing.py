"""Where the statement that is being made stands, from the frames that called it.

A frame knows the name of the code that it runs, and no more.  The runner gives every
cell a name of its own; in anybody's Jupyter kernel the name is traced to the cell that
was run under it, and that cell's text to a chapter beside it.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from .places import Place

if TYPE_CHECKING:
    from .cells import Cell, Chapter

ENGINE = str(Path(__file__).parents[1])
_starts: dict[str, Place] = {}


def name_code(name: str, start: Place) -> None:
    """From now on code of this name is known to begin at this place."""
    _starts[name] = start


def here() -> Place:
    """The line, in the nearest cell, of the call that led into the engine.

    Without cells, the line of the nearest code that is not the engine's.
    """
    frames = [f for f in _frames() if not f.f_code.co_filename.startswith(ENGINE)]
    for frame in frames:
        name = frame.f_code.co_filename
        if start := _starts.get(name) or _start_in_kernel(name):
            return start.below(frame.f_lineno - 1)
    return Place(frames[0].f_code.co_filename, frames[0].f_lineno)


def _frames() -> Iterator[FrameType]:
    frame = inspect.currentframe()
    while frame:
        yield frame
        frame = frame.f_back


def _start_in_kernel(name: str) -> Place | None:
    """The start of the code that a kernel ran under this name last."""
    shell = ipython()
    if shell is None:
        return None
    inputs: list[str] = list(shell.history_manager.input_hist_raw)
    for number in range(len(inputs) - 1, 0, -1):
        code, run = inputs[number], shell.transform_cell(inputs[number])
        if shell.compile.get_code_name(code, run, number) == name:
            return _start_of_input(inputs[1:], number)
    return None


def ipython() -> Any:
    """The IPython shell that runs this, if there is one."""
    interactive = sys.modules.get("IPython.core.getipython")
    return interactive.get_ipython() if interactive else None


def _start_of_input(inputs: list[str], number: int) -> Place:
    """Where an input begins; inputs: all that the kernel has run, in order.

    Of the chapters that hold it, the one that holds most of the others; of cells of one
    text, the first for the first time that it is run, and so on.
    """
    ran = [code.strip() for code in inputs]
    code = ran[number - 1]
    holders = [cells for cells in _cells_beside() if code in cells]
    if not holders:
        return Place(f"Cell In[{number}]")
    same = max(holders, key=lambda cells: len(cells.keys() & {*ran}))[code]
    return same[min(ran[:number].count(code), len(same)) - 1].start


def _cells_beside() -> Iterator[dict[str, list[Cell]]]:
    """The cells of each chapter in the kernel's folder, by their text."""
    for chapter in _chapters_beside():
        cells: dict[str, list[Cell]] = {}
        for cell in chapter.cells:
            if cell.runs:
                cells.setdefault(cell.code.strip(), []).append(cell)
        yield cells


def _chapters_beside() -> Iterator[Chapter]:
    from .cells import READERS, ChapterError, read_chapter  # slow, and seldom needed

    for path in sorted(Path.cwd().iterdir()):
        if path.suffix in READERS:
            try:
                yield read_chapter(path)
            except ChapterError:
                continue  # not the chapter that runs: that one could be read
