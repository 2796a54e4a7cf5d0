"""Cells run by IPython, so that magics and displays work as they do in a kernel."""

from __future__ import annotations

import logging
import sys
from types import CodeType
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.history import HistoryManager
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell

from ..chapters.cells import Cell
from ..chapters.standing import name_code
from ..errors import ClaimError
from .shells import Refused, code_name


class _Compiler(CachingCompiler):
    """Gives the code of each cell the cell's own name."""

    cell: Cell | None = None

    def get_code_name(self, raw_code: str, transformed_code: str, number: int) -> str:
        if self.cell is None:
            return super().get_code_name(raw_code, transformed_code, number)
        name_code(code_name(self.cell), self.cell.start)
        return code_name(self.cell)


class _Interactive(InteractiveShell):
    """IPython in the middle of a process that has no terminal and no window."""

    compiler_class = _Compiler
    refused: Refused | None = None

    async def run_code(
        self,
        code_obj: CodeType,
        result: ExecutionResult | None = None,
        *,
        async_: bool = False,
    ) -> bool:
        """Whether a line of a cell failed other than by its claim, which is told."""
        base: Any = super()
        failed: bool = await base.run_code(code_obj, result, async_=async_)
        error = result.error_in_exec if result else None
        if result is None or self.refused is None or not isinstance(error, ClaimError):
            return failed
        self.refused(error)
        result.error_in_exec = None
        return False

    def init_history(self) -> None:
        """Inputs are remembered, and nothing is written down."""
        self.history_manager = HistoryManager(shell=self, parent=self, enabled=False)

    def enable_gui(self, gui: str | None = None) -> None:
        """Nothing: `%matplotlib inline` asks for it, and there is no window."""

    def ask_exit(self) -> None:
        """What exit() and quit() do."""
        raise SystemExit


class IPythonShell:
    """One IPython for a chapter."""

    def __init__(self) -> None:
        logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
        self.shell: Any = _Interactive.instance()
        self.shell.colors = "nocolor"
        self.shell.InteractiveTB.set_mode("Plain")
        sys.path.insert(0, "")

    def run(self, cell: Cell, refused: Refused) -> BaseException | None:
        """See Shell."""
        self.shell.compile.cell = cell
        self.shell.refused = None if cell.may_raise else refused
        result = self.shell.run_cell(cell.code, store_history=True)
        return result.error_before_exec or result.error_in_exec
