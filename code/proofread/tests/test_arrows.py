"""The rooms of the engine, from the tree up to the pages: each knows only those below.

Imports for types alone are no arrows: they are not there when the engine runs.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ENGINE = Path(__file__).parents[1] / "proofread"
LEVELS = (
    "chapters declaration relations judgments work emergency typed_json functions_told "
    "samples",
    "node methods slips identity bundle binding",
    "arguments",
    "definitions",
    "printing",
    "distributions",
    "scope",
    "symbolic numeric",
    "nodes said",
    "malformed misbuilt mischecked reading fitting",
    "sizes spelled plain",
    "claim taken trivial unmet",
    "wellformed domains points unsaid",
    "wellposed risks undefined",
    "inductions",
    "reductions",
    "measuring proving indexed",
    "errors mutants assuming",
    "hints",
    "statements",
    "__init__ running",
    "audit",
    "kernel",
    "sphinx __main__",
)
HEIGHT = {room: n for n, rooms in enumerate(LEVELS) for room in rooms.split()}


def for_types_alone(tree: ast.Module) -> set[ast.AST]:
    """The nodes that only a type checker reads."""
    guarded = (n for n in ast.walk(tree) if isinstance(n, ast.If))
    named = (n for n in guarded if "TYPE_CHECKING" in ast.unparse(n.test))
    return {inner for node in named for inner in ast.walk(node)}


def rooms_used(file: Path) -> Iterator[str]:
    """The rooms that a module imports from when it runs."""
    folder = file.relative_to(ENGINE).parts[:-1]
    tree = ast.parse(file.read_text(encoding="utf-8"))
    ignored = for_types_alone(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and node not in ignored:
            above = folder[: len(folder) - node.level + 1]
            named = node.module.split(".") if node.module else []
            path = [*above, *named]
            yield from path[:1] or [alias.name for alias in node.names]


@pytest.mark.parametrize(
    "file", sorted(ENGINE.rglob("*.py")), ids=lambda f: f.relative_to(ENGINE).as_posix()
)
def test_a_room_of_the_engine_knows_only_rooms_below_it(file):
    here = file.relative_to(ENGINE).parts[0].removesuffix(".py")
    for room in rooms_used(file):
        assert room == here or HEIGHT[room] < HEIGHT[here], room


READERS = ("symbolic", "numeric", "indexed")


@pytest.mark.parametrize("reader", READERS)
def test_readers_do_not_know_each_other(reader):
    """They share the tree and nothing else."""
    files = (ENGINE / reader).rglob("*.py")
    used = {room for file in files for room in rooms_used(file)}
    assert used.isdisjoint(set(READERS) - {reader})


def modules_used(file: Path, room: str) -> set[str]:
    """The modules of a room that a module imports from, by the first of their names."""
    folder = file.relative_to(ENGINE).parts[:-1]
    used = set[str]()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            named = node.module.split(".") if node.module else []
            path = [*folder[: len(folder) - node.level + 1], *named]
            path += [alias.name for alias in node.names] if len(path) == 1 else []
            used |= set(path[1:2]) if path[:1] == [room] else set()
    return used


def test_the_checker_of_proofs_shares_no_code_with_the_search():
    """Both know what a proof is written in; who calls both passes a proof on."""
    room = ENGINE / "indexed"
    checker = [room / "checker.py", *(room / "checking").glob("*.py")]
    used = set[str]().union(*(modules_used(file, "indexed") for file in checker))
    assert used == {"checking", "proof"}
    callers = {"__init__.py", "certified.py"}
    search = [f for f in room.glob("*.py") if f.name not in {"checker.py", *callers}]
    for file in search:
        assert modules_used(file, "indexed").isdisjoint({"checker", "checking"}), file


def test_what_reads_formulas_back_shares_no_code_with_the_printer():
    used = {room for f in (ENGINE / "reading").rglob("*.py") for room in rooms_used(f)}
    assert "printing" not in used
    texts = (f.read_text("utf-8") for f in (ENGINE / "reading").rglob("*.py"))
    assert not any(re.search(r"\blatex\(|\bbook\b", text) for text in texts)


def test_the_map_names_every_room():
    readme = (ENGINE.parent / "README.md").read_text(encoding="utf-8")
    _, _, told = readme.partition("## Map")
    told, _, _ = told.partition("\n## ")
    named = {name.rstrip("/") for name in re.findall(r"[\w/]+/|\w+\.py", told)}
    rooms = {f.name for f in ENGINE.iterdir() if f.is_dir() or f.suffix == ".py"}
    assert rooms - {"__main__.py", "__pycache__"} <= named
    assert {name for name in named if "/" not in name} <= rooms
