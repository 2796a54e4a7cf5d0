"""Where something stands: a file and a line, as one would type them in an editor."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, order=True)
class Place:
    """A line of a file; in a notebook, a line of a cell.

    line, cell: counted from 1; a notebook counts its code cells, other files have none.
    """

    file: str
    line: int = 1
    cell: int | None = None

    def __str__(self) -> str:
        cell = "" if self.cell is None else f"cell {self.cell}:"
        return f"{self.file}:{cell}{self.line}"

    def below(self, lines: int) -> Place:
        """The place so many lines further down."""
        return replace(self, line=self.line + lines)
