"""Small chapters, and what `check` says of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from proofread.running.process import How
from proofread.running.runner import Outcome, run_chapter

FRONT = "---\nfile_format: mystnb\n---\n"
IMPORTS = """from sympy import symbols
from proofread import claim
x = symbols('x', real=True)
"""
TRUE = "claim('double', x * (x + 2), x**2 + 2 * x)\n"
FALSE = "claim('triple', x + x, 3 * x)\n"


def cell(code: str, *tags: str) -> str:
    """A cell of MyST Markdown; its code begins two lines below its first line."""
    return f"```{{code-cell}} python\n:tags: [{', '.join(tags)}]\n{code.strip()}\n```\n"


def markdown(*cells: str) -> str:
    """A chapter of these cells; the first one's code begins at line 6."""
    return FRONT + "".join(cells)


def notebook(*codes: str) -> str:
    """A notebook of these codes."""
    cells = [{"cell_type": "markdown", "metadata": {}, "source": ["# Title"]}]
    for code in codes:
        source = code.splitlines(keepends=True)
        cells.append({"cell_type": "code", "metadata": {}, "source": source})
    return json.dumps({"cells": cells, "nbformat": 4, "metadata": {}})


Write = Callable[..., Path]
Ran = Callable[..., Outcome]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Puts a text into a file."""

    def put(text: str, name: str = "chapter.md") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return put


@pytest.fixture
def ran(write: Write) -> Ran:
    """Runs a text as a chapter; a cell may take 10 seconds."""
    return lambda *file: run_chapter(write(*file), How(timeout=10))


def lines(outcome: Outcome) -> list[tuple[int, str | None]]:
    """The line and key of each failure."""
    return [(failure.place.line, failure.key) for failure in outcome.failed]
