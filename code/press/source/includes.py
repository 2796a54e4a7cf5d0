"""What chapters include, followed through every file; none includes itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from .malformed import MalformedError, read_text

INCLUDE = re.compile(r"^[ \t]*[`:~]{3,}\{include\}[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)


def included_in(chapter: Path, book: Path) -> set[Path]:
    """Every file that a chapter includes, be it through another.

    Names are seen from the chapter's folder, after a slash from the book's.
    """
    return set(_below(chapter, (), chapter.parent, book))


def _below(
    path: Path, above: tuple[Path, ...], folder: Path, book: Path
) -> Iterator[Path]:
    text = read_text(path)
    for found in INCLUDE.finditer(text):
        name = found[1]
        base = book if name.startswith("/") else folder
        target = (base / name.lstrip("/")).resolve()
        if target in (*above, path.resolve()):
            line = text.count("\n", 0, found.start(1)) + 1
            what = f"{name} includes itself, through this line: take it out"
            raise MalformedError(path, line, what)
        if target.is_file():
            yield target
            yield from _below(target, (*above, path.resolve()), folder, book)
