"""A module fits on two screens, a function on half of one.

Counted are lines that hold code: no blank lines, comments, docstrings or `__all__`,
which says names a second time. What is longer is listed with its length, and may only
shrink; the press has no such entry.
"""

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULE, FUNCTION = 150, 20
CHECKER = 298
PACKAGES = ("mlmath", "press", "proofread/proofread")
LONGER = {
    "mlmath/figures/plots.py:_label_apart": 23,
    "mlmath/figures/plots.py:slope_triangle": 23,
    "proofread/proofread/numeric/search.py:quasi_newton": 22,
    "proofread/proofread/proving/extremizers.py:extremizer": 24,
    "proofread/proofread/statements/claims.py:claim": 23,
    "proofread/proofread/statements/claims.py:refute": 27,
    "proofread/proofread/statements/derivations.py:derivation": 32,
    "proofread/proofread/statements/lines.py:made_lines": 22,
    "proofread/proofread/statements/reliance.py:on": 23,
}

SPACE = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT}
SPACE |= {tokenize.DEDENT, tokenize.ENCODING, tokenize.ENDMARKER}
Defined = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module


def lines_of_code(text: str, tree: ast.Module) -> set[int]:
    """The numbers of the lines that hold code."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    held = (token for token in tokens if token.type not in SPACE)
    lines = {n for t in held for n in range(t.start[0], t.end[0] + 1)}
    return lines - {
        line
        for node in ast.walk(tree)
        for line in (*docstring(node), *list_of_names(node))
    }


def list_of_names(node: ast.AST) -> range:
    match node:
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return range(node.lineno, (node.end_lineno or 0) + 1)
        case _:
            return range(0)


def docstring(node: ast.AST) -> range:
    if isinstance(node, Defined) and node.body and ast.get_docstring(node, clean=False):
        first = node.body[0]
        return range(first.lineno, (first.end_lineno or 0) + 1)
    return range(0)


def sizes(file: Path) -> Iterator[tuple[str, int, int]]:
    """Name, lines and limit of a module and of each of its functions."""
    text = file.read_text("utf-8")
    tree = ast.parse(text)
    code = lines_of_code(text, tree)
    name = file.relative_to(ROOT / "code").as_posix()
    yield name, len(code), MODULE
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            span = range(node.lineno, (node.end_lineno or 0) + 1)
            yield f"{name}:{node.name}", len(code.intersection(span)), FUNCTION


@pytest.fixture(scope="module")
def longer() -> dict[str, int]:
    """What is longer than its limit, with its lines."""
    files = (file for name in PACKAGES for file in (ROOT / "code" / name).rglob("*.py"))
    measured = [each for file in files for each in sizes(file)]
    return {name: lines for name, lines, limit in measured if lines > limit}


def test_modules_and_functions_fit_their_screens(longer):
    grown = {n: lines for n, lines in longer.items() if lines > LONGER.get(n, 0)}
    assert grown == {}, "split them by what they do"


def test_the_list_of_exceptions_only_shrinks(longer):
    stale = {n for n, lines in LONGER.items() if longer.get(n, 0) < lines}
    assert stale == set(), "write the smaller size, or drop the entry"


def test_the_press_has_no_exceptions():
    assert [name for name in LONGER if name.startswith("press/")] == []


def test_the_checker_of_proofs_stays_small():
    """Its lines are what a reader trusts besides the tree; they may only shrink."""
    folder = ROOT / "code" / "proofread" / "proofread" / "indexed"
    files = [folder / "checker.py", *(folder / "checking").glob("*.py")]
    measured = [each for file in files for each in sizes(file)]
    assert sum(lines for _, lines, limit in measured if limit == MODULE) <= CHECKER
