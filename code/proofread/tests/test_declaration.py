"""What a node is stands in one place, and readers look it up there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import sympy as sp

import proofread
from proofread import Declaration, Method, ScalarNode, declare, nodes
from proofread.declaration import declaration_of
from proofread.distributions import Normal
from proofread.nodes import MatrixArgMax, Property, RandomVariable

PACKAGE = Path(proofread.__file__).parent
FAMILIES = {"nodes", "claim", "measuring", "proving", "mutants", "statements"}
CLASSES = [kind for kind in vars(nodes).values() if isinstance(kind, type)]
BELOW = sorted(
    path
    for room in ("symbolic", "numeric", "printing")
    for path in (PACKAGE / room).glob("*.py")
)


def imported(path: Path) -> set[str]:
    """The rooms of the package from which a module in a room of it imports."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [q for q in ast.walk(tree) if isinstance(q, ast.ImportFrom) and q.level > 1]
    named = {alias.name for q in found if not q.module for alias in q.names}
    return named | {q.module.split(".")[0] for q in found if q.module}


@pytest.mark.parametrize("path", BELOW, ids=lambda path: path.stem)
def test_readers_and_printer_know_no_family_of_nodes(path: Path) -> None:
    assert not imported(path) & FAMILIES


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_node_says_how_it_is_read_and_printed(kind: type) -> None:
    known = declaration_of(kind)
    if issubclass(kind, (sp.Expr, Property)) and kind is not Property:
        assert known.latex
        assert known.hypothesis or known.numeric or known.name


def test_a_field_left_out_is_as_the_nearest_base_has_it():
    assert declaration_of(MatrixArgMax).measured is Method.QUASI_NEWTON
    assert declaration_of(RandomVariable).latex is declaration_of(sp.Symbol).latex


def test_a_node_is_declared_once():
    class Twice(ScalarNode):
        """Some number."""

    declare(Twice, Declaration())
    with pytest.raises(ValueError, match="Twice is declared already"):
        declare(Twice, Declaration())


def test_only_a_node_is_declared():
    with pytest.raises(TypeError, match="int is no node"):
        declare(int, Declaration())


def test_random_numbers_of_one_name_keep_their_own_distributions():
    narrow, wide = (RandomVariable("x", Normal(0, v)) for v in (1, 4))
    assert narrow != wide
    assert narrow.distribution == Normal(0, 1)
    assert sp.Symbol("x", real=True) not in (narrow, wide)
