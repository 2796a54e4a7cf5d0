"""Where a statement stands: the chapter and line that hold its key."""

from __future__ import annotations

import re
from pathlib import Path

STATEMENT = (
    r"\b(?:claim|definition|derivation|refute)\(\s*(?:#[^\n]*\s*)*[\"']{key}[\"']"
)


def locate(key: str, folder: Path | None = None) -> tuple[str, int] | None:
    """(file, line) of the statement with this key among a folder's chapters.

    Kernels run in their chapter's folder, so no other setting is needed.
    """
    wanted = re.compile(STATEMENT.format(key=re.escape(key)))
    for path in sorted((folder or Path.cwd()).glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if found := wanted.search(text):
            return str(path), text.count("\n", 0, found.start()) + 1
    return None
