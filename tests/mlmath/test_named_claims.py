"""A docstring that names the claims it implements names some that chapters state."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "code/mlmath").rglob("*.py"))
NAMED = re.compile(r"Claims:\s*(?P<names>[a-z0-9-]+(?:,\s+[a-z0-9-]+)*)\.?")


def named(text: str) -> list[str]:
    """The claims that a module's docstrings name."""
    told = " ".join(
        ast.get_docstring(node) or ""
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    )
    return [
        name
        for found in NAMED.finditer(told)
        for name in re.split(r",\s+", found["names"])
    ]


@pytest.fixture(scope="module")
def stated() -> str:
    return "".join(f.read_text("utf-8") for f in (ROOT / "book").glob("*/*.md"))


def test_names_are_found_over_the_end_of_a_line():
    text = '"""Do it. Claims: one-claim,\n    another.  Source: a book."""'
    assert named(text) == ["one-claim", "another"]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_claim_that_a_docstring_names_is_stated(module, stated):
    for name in named(module.read_text("utf-8")):
        assert f'"{name}"' in stated, f"{module.name} names {name}"
