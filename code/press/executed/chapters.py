"""Chapters as notebooks: their cells, what these put out, the line of each."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from ..source.malformed import read_text
from ..source.state import digest_of

THEOREMS = "theorems"
LINE_IN_CELL = re.compile(r"Cell In\[\d+\], line (\d+)")
RAN_BY_TAG = {"raises-exception", "remove-stderr", "skip-execution"}


@dataclass
class Chapter:
    """A file with code cells; name is its address in the book."""

    name: str
    path: Path
    notebook: NotebookNode

    @property
    def code_cells(self) -> list[NotebookNode]:
        return [cell for cell in self.notebook.cells if cell.cell_type == "code"]

    @property
    def theorems(self) -> list[dict[str, Any]]:
        """What the engine's second proof starts from, kept beside the outputs."""
        return self.notebook.metadata.get(THEOREMS, [])

    @theorems.setter
    def theorems(self, found: list[dict[str, Any]]) -> None:
        self.notebook.metadata[THEOREMS] = found

    @property
    def digest(self) -> str:
        """Of the cells as they run: their code, and the tags that running minds."""
        ran = [str(self.notebook.metadata.get("kernelspec", {}).get("name"))]
        for cell in self.code_cells:
            ran += [cell.source, *sorted(RAN_BY_TAG & {*cell.metadata.get("tags", [])})]
        return digest_of(ran)

    @property
    def loaded(self) -> list[Path]:
        """The files that cells were loaded from, by their option `load`."""
        names = (cell.metadata.get("load") for cell in self.code_cells)
        return [self.path.parent / str(name) for name in names if name]

    def take_outputs(self, ran: NotebookNode) -> None:
        """The cells show what the same cells of an earlier run put out."""
        self.notebook.metadata["language_info"] = ran.metadata.get("language_info", {})
        ran_cells = (cell for cell in ran.cells if cell.cell_type == "code")
        for cell, before in zip(self.code_cells, ran_cells, strict=True):
            cell.outputs = before.outputs
            cell.execution_count = before.execution_count

    def number(self, cell_index: int) -> int:
        """Which of the chapter's code cells a cell is, counted from 1."""
        so_far = self.notebook.cells[: cell_index + 1]
        return sum(cell.cell_type == "code" for cell in so_far)

    def line(self, cell_index: int, line_in_cell: int = 1) -> int:
        """The file's line that holds a line of a cell, both counted from 1."""
        source = self.notebook.cells[cell_index].source.splitlines()
        lines = read_text(self.path).splitlines()
        starts = self.notebook.metadata.get("source_map")
        first = start = starts[cell_index] if starts else 0
        while start < len(lines) and lines[start : start + len(source)] != source:
            start += 1
        return start + line_in_cell if start < len(lines) else first + 1


def line_in_cell(traceback: str) -> int:
    """The line of a cell that a kernel's traceback starts from, counted from 1."""
    found = LINE_IN_CELL.search(traceback)
    return int(found[1]) if found else 1
