"""What a chapter shows as stated was stated by the engine, in the run that shows it."""

import json
from pathlib import Path
from typing import Any

from .chapters import Chapter
from .stating import ALTERED, ENDED, MIME, STATED, THEOREM, digest

SKIPPED = "skip-execution"
FORGED = (
    "it shows a statement that the engine did not make in this run: state it, by "
    "claim(…) or another of the engine's verbs"
)
UNHEARD = "its kernel did not tell what the engine stated: run the chapter again"
REWRITTEN = "{} of the engine is not what its source says: leave the engine as it is"


def forgery(chapter: Chapter, told: Path) -> tuple[int, str] | None:
    """(index of a cell, what is wrong) of the first cell that shows more than was told.

    told: the file to which the kernel wrote what the engine stated.
    """
    found = lines_of(told)
    last = last_to_run(chapter)
    if last is not None and all(what != ENDED for what, _ in found):
        return last, UNHEARD
    for name in (name for what, name in found if what == ALTERED):
        return cell_that_names(chapter, name.split(".")), REWRITTEN.format(name)
    stated = {name for what, name in found if what == STATED}
    for index, cell in enumerate(chapter.notebook.cells):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if MIME in data and digest(data[MIME]) not in stated:
                return index, FORGED
    return None


def theorems(told: Path) -> list[dict[str, Any]]:
    """The claims that the engine checked, each with its theorem or why it has none."""
    return [json.loads(theorem) for what, theorem in lines_of(told) if what == THEOREM]


def lines_of(told: Path) -> list[tuple[str, str]]:
    """What a kernel told: of each line its first word, and the rest."""
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    return [(what, of) for what, _, of in (line.partition(" ") for line in lines)]


def last_to_run(chapter: Chapter) -> int | None:
    """The index of the last cell that a kernel runs, if there is one."""
    runs = [
        index
        for index, cell in enumerate(chapter.notebook.cells)
        if cell.cell_type == "code"
        and cell.source.strip()
        and SKIPPED not in cell.metadata.get("tags", [])
    ]
    return runs[-1] if runs else None


def cell_that_names(chapter: Chapter, words: list[str]) -> int:
    """The cell that names a function of the engine last; else the first with code."""
    code = {
        index: cell.source
        for index, cell in enumerate(chapter.notebook.cells)
        if cell.cell_type == "code"
    }
    naming = (i for i, source in reversed(code.items()) if words[-1] in source)
    return next(naming, next(iter(code)))
