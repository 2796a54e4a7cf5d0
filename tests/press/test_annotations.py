"""Every function of the press says what it takes and what it gives."""

import ast
from collections.abc import Iterator
from pathlib import Path

import press

FOLDER = Path(press.__file__).parent
MODULES = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.py")}


def silent(tree: ast.AST) -> Iterator[str]:
    """The functions of a module that leave out what they take or give."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            given = node.args
            taken = [*given.posonlyargs, *given.args, *given.kwonlyargs]
            taken += [each for each in (given.vararg, given.kwarg) if each]
            untold = [a.arg for a in taken if a.annotation is None]
            if node.returns is None or set(untold) - {"self", "cls"}:
                yield node.name


def test_every_function_is_annotated():
    trees = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}
    found = {name: [*silent(tree)] for name, tree in trees.items()}
    assert {name: f for name, f in found.items() if f} == {}
