"""What counts as a relation, and which keys a source writes."""

import pytest
from docutils import nodes

from proofread.chapters.cells import Cell
from proofread.chapters.places import Place
from proofread.chapters.written import Written, keys_written
from proofread.sphinx.displays import typed
from proofread.sphinx.relations import states_relation

NAMES = [
    r"\sum_{i=1}^n x_i",
    r"\lim_{h \to 0} \frac{f(x + h)}{h}",
    r"\left< a, b \right>",
    r"\bigcup_{A_{i}=1} A",
    r"x \text{ with } y_{\text{a=b}}",
]
STATEMENTS = [
    "x=y",
    r"\frac{a=b}{c}",
    r"f : A \to B",
    r"a_{i} \leq 3",
    r"\left( a < b \right)",
    r"\boxed{x \approx \sum_{i=1} y}",
    r"p \propto q",
]


@pytest.mark.parametrize("latex", NAMES)
def test_a_formula_that_names_something_states_nothing(latex):
    assert not states_relation(latex)


@pytest.mark.parametrize("latex", STATEMENTS)
def test_a_relation_is_found_inside_groups_but_not_in_indices(latex):
    assert states_relation(latex)


@pytest.mark.parametrize(("latex", "found"), [("x = y", False), ("x \\tag{1}", True)])
def test_what_a_cell_displays_may_state_a_relation_but_not_a_number(latex, found):
    equation = nodes.math_block(latex, latex)
    nodes.container("", equation, mime_type="text/latex")
    assert typed(equation) == found


def test_keys_are_found_with_the_line_of_the_file():
    code = "%magic\nx = claim(\n  'k', 1, 1)\n"
    found = keys_written([Cell(Place("one.md", 5), 1, code)])
    assert found == [Written("claim", "k", Place("one.md", 6))]


def test_keys_that_are_computed_are_left_to_the_page():
    code = "claim(name, 1, 1)\nother('k')\nclaim(key='k')"
    found = keys_written([Cell(Place("one.md"), 1, code)])
    assert found == [Written("claim", "k", Place("one.md", 3))]
