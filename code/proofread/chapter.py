"""A chapter as its statements see it: only the code that its claims need.

A chapter also trains networks and draws figures.  Its claims rely on few of its lines,
and those are found from the names they use, so that checking takes seconds.
"""

from __future__ import annotations

import ast
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from .claim import Claim
from .statements import Record, recording

STATEMENTS = {"claim", "definition", "derivation", "refute"}
FENCE = re.compile(r"^(`{3,}|~{3,})\{code-cell\}")


@dataclass(frozen=True)
class Cell:
    """A code cell: its source and the line of the file that its first line is."""

    source: str
    line: int


def cells(path: Path) -> list[Cell]:
    """The code cells of a MyST chapter."""
    found, lines = [], path.read_text(encoding="utf-8").split("\n")
    at = 0
    while at < len(lines):
        opening = FENCE.match(lines[at].strip())
        at += 1
        if not opening:
            continue
        body, start = [], at
        while at < len(lines) and not lines[at].strip().startswith(opening[1]):
            body.append(lines[at])
            at += 1
        skipped = _options(body)
        found.append(Cell("\n".join(body[skipped:]), start + skipped + 1))
    return found


def _options(body: list[str]) -> int:
    """How many lines of a cell are its options: a YAML block, or lines of :name: value."""
    if body and body[0].strip() == "---":
        return next(
            (k + 1 for k, line in enumerate(body) if k and line.strip() == "---"), 0
        )
    return next(
        (k for k, line in enumerate(body) if not line.startswith(":")), len(body)
    )


def statements(path: Path) -> list[ast.stmt]:
    """The top-level Python statements of a chapter, numbered as the file's lines."""
    found = []
    for cell in cells(path):
        source = "\n".join(
            "" if line.lstrip().startswith(("%", "!")) else line
            for line in cell.source.split("\n")
        )
        tree = ast.parse(source, filename=str(path))
        found += ast.increment_lineno(tree, cell.line - 1).body
    return found


def _names(node: ast.AST, context: type) -> set[str]:
    return {
        n.id
        for n in ast.walk(node)
        if isinstance(n, ast.Name) and isinstance(n.ctx, context)
    }


def _binds(node: ast.stmt) -> set[str]:
    """The names a statement gives a value, or may change."""
    bound = _names(node, ast.Store)
    for n in ast.walk(node):
        if isinstance(n, (ast.FunctionDef, ast.ClassDef)):
            bound.add(n.name)
        elif isinstance(n, (ast.Import, ast.ImportFrom)):
            bound |= {(a.asname or a.name).split(".")[0] for a in n.names}
        elif isinstance(n, (ast.Subscript, ast.Attribute)) and isinstance(
            n.ctx, ast.Store
        ):
            bound |= _names(n, ast.Load)
    return bound


def _states(node: ast.stmt) -> bool:
    return any(
        isinstance(n, ast.Call)
        and isinstance(n.func, ast.Name)
        and n.func.id in STATEMENTS
        for n in ast.walk(node)
    )


def needed(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements that the claims among them depend on, in order."""
    wanted, kept = set(), []
    for node in reversed(body):
        star = isinstance(node, ast.ImportFrom) and node.names[0].name == "*"
        if _states(node) or star or _binds(node) & wanted:
            wanted |= _names(node, ast.Load)
            kept.append(node)
    return kept[::-1]


def run(path: Path, *, checking: bool = True) -> Record:
    """Run what a chapter's claims need, and return what it stated and what failed.

    Raises whatever the chapter's own code raises, with the file and line in the trace.
    """
    path = Path(path).resolve()
    module = ast.Module(needed(statements(path)), type_ignores=[])
    quiet = redirect_stdout(StringIO())
    with quiet, recording(Record(path.parent, checking)) as record:
        exec(compile(module, str(path), "exec"), {"__name__": "__chapter__"})
    return record


def claims_of(path: Path) -> list[Claim]:
    """Every claim of a chapter, and every line of its derivations, unchecked."""
    record = run(path, checking=False)
    for error in record.errors:
        raise error
    return record.claims
