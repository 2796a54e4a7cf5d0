"""What runs a cell: IPython where it is installed, as in a kernel, else Python."""

from __future__ import annotations

import ast
import traceback
from collections.abc import Callable
from types import ModuleType
from typing import Any, Protocol

from ..chapters.cells import Cell
from ..chapters.standing import name_code
from ..errors import ClaimError

Refused = Callable[[ClaimError], None]


class Shell(Protocol):
    """Runs cells one after the other in one namespace."""

    def run(self, cell: Cell, refused: Refused) -> BaseException | None:
        """What ended the cell before its end, if anything did.

        Where a line of the cell ends in a ClaimError, `refused` is told and the next
        line is run, so that one false claim does not hide another.
        """
        ...


def shell() -> Shell:
    """The best shell that can be had."""
    try:
        from .ipython import IPythonShell
    except ImportError:
        return PythonShell()
    return IPythonShell()


def code_name(cell: Cell) -> str:
    """What tracebacks call a cell's code; no other cell is called so."""
    return f"{cell.place.file}, cell {cell.number}"


class PythonShell:
    """Python alone: no magics, and nothing is displayed."""

    def __init__(self) -> None:
        import sys

        sys.modules["__main__"] = module = ModuleType("__main__")
        self.names: dict[str, Any] = module.__dict__

    def run(self, cell: Cell, refused: Refused) -> BaseException | None:
        """See Shell."""
        name = code_name(cell)
        name_code(name, cell.place)
        try:
            lines = ast.parse(cell.code, name).body
            for line in lines:
                code = compile(ast.Module([line], []), name, "exec")
                self._run_line(code, None if cell.may_raise else refused)
        except BaseException as error:
            traceback.print_exc()
            return error
        return None

    def _run_line(self, code: Any, refused: Refused | None) -> None:
        try:
            exec(code, self.names)
        except ClaimError as error:
            if refused is None:
                raise
            refused(error)
