"""Which package may import which: the arrows of the layout."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"mlmath", "press", "proofread"}
MATHEMATICS = {"numpy", "sympy", "mpmath"}
PAGES = {"docutils", "myst_nb", "sphinx", "sphinx_exercise", "sphinx_proof"}
FIGURES = {
    "IPython",
    "cycler",
    "font_source_serif_pro",
    "matplotlib",
    "matplotlib_inline",
}
DATA = {"PIL", "pandas", "scipy", "sklearn", "statsmodels"}
FILES = {"markdown_it", "mdit_py_plugins", "yaml"}
ALLOWED = {
    "mlmath": {"mlmath", "numpy"},
    "mlmath/figures": {"mlmath", "numpy", *FIGURES},
    "mlmath/datasets.py": {"mlmath", "numpy", *DATA},
    "proofread/proofread": {"proofread", "IPython", *MATHEMATICS},
    "proofread/proofread/chapters": {"proofread", "IPython", *FILES},
    "proofread/proofread/sphinx": {"proofread", *MATHEMATICS, *PAGES},
}


def imports(file: Path) -> set[str]:
    """The top-level packages a file imports, at its top or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names - sys.stdlib_module_names


def rule(name: str) -> set[str]:
    """What the nearest rule above a file allows it to import."""
    return ALLOWED[max((key for key in ALLOWED if name.startswith(key)), key=len)]


MODULES = [
    file.relative_to(ROOT / "code").as_posix()
    for package in ("mlmath", "proofread/proofread")
    for file in sorted((ROOT / "code" / package).rglob("*.py"))
]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_imports_only_what_its_package_may(name):
    assert imports(ROOT / "code" / name) <= rule(name)


def test_the_press_knows_no_mathematics():
    files = (ROOT / "code/press").rglob("*.py")
    assert not {"mlmath", "proofread"} & set().union(*map(imports, files))


def test_a_chapter_is_all_that_brings_packages_together():
    used = {package: set() for package in OURS}
    for package in OURS:
        for file in (ROOT / "code" / package).rglob("*.py"):
            used[package] |= imports(file) & OURS - {package}
    assert used == {package: set() for package in OURS}


# ---- the rooms of the press, along the path of a chapter: each knows only those below

ROOMS = {
    "tools": 0,
    "source": 1,
    "executed": 2,
    "typeset": 3,
    "page": 4,
    "print": 4,
    "site": 5,
    "commands": 6,
    "__main__": 7,
}
ON_TOP = {
    "test",
    "bench",
    "exhaustive",
    "scripts",
    "seeds",
    "selection",
    "steps",
}  # of tools
PRESS = ROOT / "code/press"


def inner_imports(file: Path) -> Iterator[tuple[str, ...]]:
    """The modules of the press that a file imports, as the path from its root."""
    here = file.relative_to(PRESS).parts[:-1]
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = here[: len(here) - node.level + 1]
            path = (*base, *(node.module or "").split("."))
            path = tuple(part for part in path if part)
            yield from ((*path, alias.name) for alias in node.names)


def height(path: tuple[str, ...]) -> int:
    """How high the room of a module lies; what starts commands stands on top."""
    room, *rest = path
    if room == "tools" and rest and rest[0].removesuffix(".py") in ON_TOP:
        return max(ROOMS.values()) + 1
    return ROOMS.get(room.removesuffix(".py"), 0)


@pytest.mark.parametrize(
    "file", sorted(PRESS.rglob("*.py")), ids=lambda f: f.relative_to(PRESS).as_posix()
)
def test_a_room_of_the_press_knows_only_rooms_below_it(file):
    here = file.relative_to(PRESS).parts
    room, commands = here[0], ROOMS["commands"]
    for path in inner_imports(file):
        same_room = path[0] == room or height(path) == 0
        starts = height(here) == commands and height(path) > commands + 1  # as asked
        assert same_room or starts or height(path) < height(here), path


def test_what_stands_on_top_starts_commands_as_processes():
    on_top = [
        f
        for f in (PRESS / "tools").rglob("*.py")
        if height(f.relative_to(PRESS).parts) > 0
    ]
    assert on_top
    for file in on_top:
        assert not {"commands", "__main__"} & {path[0] for path in inner_imports(file)}


def test_no_numerical_module_draws():
    mlmath = ROOT / "code/mlmath"
    for file in mlmath.rglob("*.py"):
        nodes = ast.walk(ast.parse(file.read_text("utf-8")))
        named = {
            part
            for n in nodes
            if isinstance(n, ast.Import | ast.ImportFrom)
            for path in (getattr(n, "module", None) or "", *(a.name for a in n.names))
            for part in path.split(".")
        }
        assert "figures" not in named or "figures" in file.relative_to(mlmath).parts, (
            file
        )
