"""Which package may import which: the arrows of the layout."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"mlmath", "press", "proofread"}
MATHEMATICS = {"numpy", "sympy", "mpmath"}
PAGES = {"docutils", "myst_nb", "sphinx", "sphinx_exercise", "sphinx_proof"}
FIGURES = {"IPython", "cycler", "matplotlib", "matplotlib_inline"}
DATA = {"PIL", "pandas", "scipy", "sklearn", "statsmodels"}
ALLOWED = {
    "mlmath": {"mlmath", "numpy"},
    "mlmath/figures": {"mlmath", "numpy", *FIGURES},
    "mlmath/datasets.py": {"mlmath", "numpy", *DATA},
    "proofread/proofread": {"proofread", "IPython", *MATHEMATICS},
    "proofread/proofread/sphinx": {"proofread", *MATHEMATICS, *PAGES},
}


def imports(file: Path) -> set[str]:
    """The top-level packages a file imports, at its top or inside a function."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text("utf8"))):
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
