"""Figures: drawn for pages and phones, told in words, one of them before the aims."""

import re
from collections.abc import Iterator
from typing import Any, cast

from .cells import Cell, cells
from .exercises import exercises

SHOWN = re.compile(r"\bfigures\.show\(|\bplt\.show\(")
ONCE = re.compile(r"\bplt\.show\(")
HEAD = re.compile(r"^[`:]{3,}\{head\}", re.MULTILINE)
NEEDED = {
    ("figure", "caption"): "a caption that says what to see",
    ("figure", "name"): "a name that others can refer to",
    ("image", "alt"): "an alternative that says in words what it shows",
}


def undrawn(text: str) -> Iterator[tuple[int, str]]:
    """(line, complaint) of what a page's figures lack, and a chapter's head.

    A chapter is a page with exercises.
    """
    drawn = [cell for cell in cells(text) if SHOWN.search(cell.code)]
    is_chapter = any(exercises(text))
    for cell in drawn:
        yield from untold(cell)
    head = HEAD.search(text)
    if is_chapter and not head:
        yield 1, "a chapter without a head: say in {head} what it asks and is for"
    elif head:
        line = 1 + text.count("\n", 0, head.start())
        if is_chapter and not any(cell.line < line for cell in drawn):
            yield line, "a chapter opens with a figure: show one above its {head}"


def untold(cell: Cell) -> Iterator[tuple[int, str]]:
    """Complaints of a cell that shows a figure."""
    for line, code in cell.lines:
        if ONCE.search(code):
            what = "draw it in a function and call figures.show(draw), which sets it"
            yield line, f"plt.show: {what} for pages and for phones"
    for names, what in NEEDED.items():
        if not _inside(cell.options.get("mystnb"), *names):
            place = ": {".join(("mystnb", *names))
            yield cell.line, f"a figure needs {what}: write {place}: …}}}}"


def _inside(options: Any, *names: str) -> object:
    """What stands in options below names; nothing where they are no mappings."""
    for name in names:
        if not isinstance(options, dict):
            return None
        options = cast(dict[str, Any], options).get(name)
    return options
