"""A chapter's own process: runs its cells, and tells what comes of them as it goes.

`python -P -m proofread.running.child CHAPTER PIPE` is started by the runner alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from traceback import extract_tb

from ..chapters.cells import Cell, Chapter, read_chapter
from ..chapters.places import Place
from ..errors import ClaimError
from ..statements.recording import Made, heard_by
from .events import Begun, Ended, Event, Failed, Stated, as_line
from .printed import positions, text_since
from .shells import Shell, code_name, shell

Tell = Callable[[Event], None]
WARNED = "it printed a warning: mend its cause, or give the cell the tag remove-stderr"


def telling(pipe: int) -> Tell:
    """A function that writes events into a pipe, for the parent to read."""
    os.set_inheritable(pipe, False)
    return lambda event: _write(pipe, as_line(event))


def _write(pipe: int, line: bytes) -> None:
    while line:
        line = line[os.write(pipe, line) :]


@dataclass
class Ran:
    """The statements that stand, and whether nothing failed."""

    made: list[Made] = field(default_factory=list[Made])
    stands: bool = True


def run_cells(chapter: Chapter, tell: Tell) -> Ran:
    """Run the cells as a build does."""
    ran = Ran()
    runs, shown, complete = shell(), True, True

    def heard(made: Made) -> None:
        ran.made.append(made)
        tell(stated(made, shown))

    def told(event: Event) -> None:
        ran.stands = ran.stands and not isinstance(event, Failed)
        tell(event)

    with heard_by(heard):
        for cell in chapter.cells:
            shown = cell.shows
            if cell.runs and not run_cell(runs, cell, told):
                complete = False
                break
    tell(Ended(complete))
    return ran


def stated(made: Made, shown: bool) -> Stated:
    """A statement that stands; shown: whether its cell's output is on the page."""
    bundle = made.statement.bundle
    kind, verdict = str(bundle.kind), str(bundle.verdict)
    return Stated(made.place, made.statement.key, kind, verdict, made.seconds, shown)


def run_cell(runs: Shell, cell: Cell, tell: Tell) -> bool:
    """Whether the cells after this one can run."""
    printed, warned = positions()
    tell(Begun(cell.start, cell.number, printed, warned))
    error = runs.run(cell, lambda refused: tell(of_claim(refused)))
    positions()
    warning = text_since(2, warned)
    if error is not None and not cell.may_raise:
        printed_all = text_since(1, printed) + warning
        claim = isinstance(error, ClaimError)
        tell(of_claim(error) if claim else of_cell(cell, error, printed_all))
        return False
    if warning and not cell.may_warn:
        tell(Failed(cell.start, WARNED, printed=warning))
    return True


def of_claim(error: ClaimError) -> Failed:
    """A claim that does not stand."""
    what = str(error).removeprefix(f"{error.place}: ")
    return Failed(error.place, what, error.key)


def of_cell(cell: Cell, error: BaseException, printed: str) -> Failed:
    """A cell that does not run, at the line of the cell that led there."""
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    what = f"cell {cell.number} failed: {type(error).__name__}: {said}".splitlines()[0]
    return Failed(line_of(cell, error), what, printed=printed)


def line_of(cell: Cell, error: BaseException) -> Place:
    """The first line, of those an exception came by, that is the cell's."""
    if isinstance(error, SyntaxError) and error.filename == code_name(cell):
        return cell.start.below((error.lineno or 1) - 1)
    for frame in extract_tb(error.__traceback__):
        if frame.filename == code_name(cell):
            return cell.start.below((frame.lineno or 1) - 1)
    return cell.start


def main() -> None:
    """Run the chapter that the command line names, and end without further ado."""
    path, pipe = Path(sys.argv[1]), int(sys.argv[2])
    run_cells(read_chapter(path), telling(pipe))
    os._exit(0)  # no thread of the chapter's own keeps the process alive


if __name__ == "__main__":
    main()
