"""Chapters as notebooks: read as the pages read them, with the line of every cell."""

import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from myst_nb.core.read import is_myst_markdown_notebook, read_myst_markdown_notebook
from myst_parser.config.main import MdParserConfig
from nbformat import NotebookNode

LINE_IN_CELL = re.compile(r"Cell In\[\d+\], line (\d+)")


@dataclass
class Chapter:
    """A file with code cells; name is its address in the book."""

    name: str
    path: Path
    notebook: NotebookNode

    @property
    def code_cells(self) -> list[NotebookNode]:
        return [cell for cell in self.notebook.cells if cell.cell_type == "code"]

    def number(self, cell_index: int) -> int:
        """Which of the chapter's code cells a cell is, counted from 1."""
        so_far = self.notebook.cells[: cell_index + 1]
        return sum(cell.cell_type == "code" for cell in so_far)

    def line(self, cell_index: int, line_in_cell: int = 1) -> int:
        """The file's line that holds a line of a cell, both counted from 1."""
        source = self.notebook.cells[cell_index].source.splitlines()
        lines = self.path.read_text("utf8").splitlines()
        start = self.notebook.metadata.get("source_map", [0])[cell_index]
        while start < len(lines) and lines[start : start + len(source)] != source:
            start += 1
        return start + line_in_cell


def read_chapter(name: str, path: Path, extensions: list[str]) -> Chapter | None:
    """The chapter at path, or None where it has no code to run.

    extensions: the MyST extensions the book enables; they decide where a cell ends.
    """
    text = path.read_text("utf8")
    if path.suffix == ".ipynb":
        return Chapter(name, path, nbformat.reads(text, as_version=4))
    if not is_myst_markdown_notebook(text):
        return None
    syntax = MdParserConfig(enable_extensions=set(extensions))
    notebook = read_myst_markdown_notebook(
        text, config=syntax, add_source_map=True, path=path
    )
    return Chapter(name, path, notebook)


def line_in_cell(traceback: str) -> int:
    """The line of a cell that a kernel's traceback starts from, counted from 1."""
    found = LINE_IN_CELL.search(traceback)
    return int(found[1]) if found else 1
