"""The works that a book cites: each can be read, and has what names it."""

import re
from collections.abc import Iterable
from pathlib import Path

from pybtex.database import BibliographyData, Entry
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError

from ..source.malformed import MalformedError, read_text


def check_works(files: Iterable[Path]) -> None:
    """Every work has a year and somebody's name; MalformedError says which has not."""
    for path in files:
        text = read_text(path)
        for key, entry in _works(text, path).entries.items():
            if missing := missing_in(entry):
                what = f"the work {key} has no {missing}, which names it: add one"
                raise MalformedError(path, _line(text, key), what)


def missing_in(entry: Entry) -> str:
    """The first that a work lacks of all that pages call it by."""
    people = entry.persons.get("author") or entry.persons.get("editor")
    if not people:
        return "author"
    return "" if "year" in entry.fields else "year"


def _works(text: str, path: Path) -> BibliographyData:
    try:
        return Parser().parse_string(text)
    except PybtexError as error:
        reason = re.sub(r"^syntax error in line \d+: ", "", str(error))
        key = reason.rpartition(": ")[2] if reason.startswith("repeated") else ""
        line = getattr(error, "lineno", None) or _line(text, key)
        what = f"this is no BibTeX: {reason}: mend this entry"
        raise MalformedError(path, line, what) from error


def _line(text: str, key: str = "") -> int | None:
    """Where a work's last entry begins, counted from 1."""
    found = [
        *re.finditer(rf"^\s*@\w+\s*\{{\s*{re.escape(key)}\s*,", text, re.MULTILINE)
    ]
    return text.count("\n", 0, found[-1].end()) + 1 if key and found else None
