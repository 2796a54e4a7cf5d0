"""A chapter as its statements see it: only the code that its claims need.

A chapter also trains networks and draws figures.  Its claims rely on few of its lines,
and those are found from the names they use, so that checking takes seconds.
"""

from __future__ import annotations

import ast
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from .claim import Claim
from .sources import VERBS, markdown_cells
from .statements import Record, recording


def statements(path: Path) -> list[ast.stmt]:
    """The top-level Python statements of a chapter, numbered as the file's lines."""
    found = []
    for first_line, code in markdown_cells(path.read_text(encoding="utf-8")):
        tree = ast.parse(code, filename=str(path))
        found += ast.increment_lineno(tree, first_line - 1).body
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
        isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id in VERBS
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
