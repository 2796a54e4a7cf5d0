"""The lock files pin what is installed, name no address, and cover every choice."""

import ast
import re
import sys
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from press.executed.reading import read_chapter

LOCKS = ("requirements.txt", "tests/requirements.txt")
OURS = {"mlmath", "press", "proofread"}
EXTENSIONS = ["colon_fence", "dollarmath"]
RUN_BY_THE_BOOK = (
    "mlmath",
    "proofread/proofread",
    *(f"press/{room}" for room in ("source", "executed", "typeset", "page", "print")),
    "press/site",
)


def pinned(path: Path) -> dict[str, tuple[Requirement, str]]:
    """Every pinned package of a lock with its requirement and its hashes."""
    text = path.read_text("utf-8").replace("\\\n", "")
    pins = [
        (Requirement(entry.split("--hash")[0].split("#")[0]), entry)
        for entry in re.split(r"\n(?=\S)", text)
        if entry.strip() and not entry.startswith("#")
    ]
    return {canonicalize_name(pin.name): (pin, entry) for pin, entry in pins}


def chosen(path: Path) -> set[str]:
    """The packages that a list names."""
    lines = (
        line.split("#")[0].strip() for line in path.read_text("utf-8").splitlines()
    )
    names = (Requirement(line).name for line in lines if line and line[0] != "-")
    return {canonicalize_name(name) for name in names}


def imported(sources: list[str]) -> set[str]:
    """The top-level names that code imports, but for our own and Python's."""
    names: set[str] = set()
    for node in (node for code in sources for node in ast.walk(ast.parse(code))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names - OURS - {"__future__"}


def packages_of(names: set[str]) -> set[str]:
    """The packages that these names are imported from."""
    found = packages_distributions()
    return {canonicalize_name(found[name][0]) for name in names if name in found}


def code_below(*folders: Path) -> list[str]:
    files = (path for folder in folders for path in folder.rglob("*.py"))
    return [path.read_text("utf-8") for path in files]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_a_hash(root, lock):
    for pin, entry in pinned(root / lock).values():
        assert re.fullmatch(r"==[^*]+", str(pin.specifier)), pin
        assert "--hash=sha256:" in entry, pin


@pytest.mark.parametrize("lock", LOCKS)
def test_no_address_is_named(root, lock):
    for path in (root / lock, root / lock.replace(".txt", ".in")):
        assert "://" not in path.read_text("utf-8")
    assert "://" not in (root / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS)
def test_every_choice_is_pinned(root, lock):
    assert chosen(root / lock.replace(".txt", ".in")) <= pinned(root / lock).keys()


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_installed_is_what_is_pinned(root, lock):
    pins = [pin for pin, _ in pinned(root / lock).values()]
    here = [pin for pin in pins if not pin.marker or pin.marker.evaluate()]
    wrong = {str(pin) for pin in here if not pin.specifier.contains(version(pin.name))}
    assert wrong == set()


def test_packages_find_what_they_need(unmet):
    assert unmet(sys.executable) == []


def test_the_two_locks_agree(root):
    book, tests = (pinned(root / lock) for lock in LOCKS)
    shared = book.keys() & tests.keys()
    assert {n for n in shared if book[n][0].specifier != tests[n][0].specifier} == set()


def test_packages_imported_are_packages_listed(root):
    chapters = (root / "book").rglob("*.md")
    read = (read_chapter(path.stem, path, EXTENSIONS) for path in chapters)
    cells = [cell.source for chapter in read if chapter for cell in chapter.code_cells]
    code = code_below(*(root / "code" / folder for folder in RUN_BY_THE_BOOK))
    needed = packages_of(imported([*code, *magicless(cells)]))
    assert needed <= chosen(root / "requirements.in")


def test_packages_that_tests_import_are_listed(root):
    folders = ("tests", "code/proofread/tests", "code/press/tools")
    needed = packages_of(imported(code_below(*(root / name for name in folders))))
    listed = [chosen(root / lock.replace(".txt", ".in")) for lock in LOCKS]
    assert needed <= set.union(*listed)


def magicless(cells: list[str]) -> list[str]:
    """Code cells without lines that only IPython reads."""
    return [re.sub(r"^[%!].*$", "", cell, flags=re.MULTILINE) for cell in cells]
