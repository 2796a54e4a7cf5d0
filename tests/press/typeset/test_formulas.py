"""A formula is set in process by one library, with the book's macros."""

import pytest

from press.typeset.formulas import Typesetter, body, latex_macros
from press.typeset.mathml import FormulaError, html

MACROS = {"R": r"\mathbb{R}", "norm": [r"\left\lVert #1 \right\rVert", 1]}


@pytest.fixture
def typesetter():
    return Typesetter(MACROS)


def test_a_formula_carries_its_source(typesetter):
    set_ = html(typesetter.set("x < y", False))
    assert set_.startswith('<math data-tex="x &lt; y"><mi>x</mi>')


def test_a_macro_of_the_settings_is_known(typesetter):
    assert "ℝ" in html(typesetter.set(r"\norm{x} \in \R", True))


@pytest.mark.parametrize("tex", [r"\frac{1}{", r"\nosuchthing", "x_1_2", r"a & b"])
def test_a_faulty_formula_is_named(typesetter, tex):
    with pytest.raises(FormulaError) as found:
        typesetter.set(tex, False)
    assert repr(tex) in str(found.value)


def test_every_row_of_a_display_is_set(typesetter):
    for tex in (r"a \\ b", "a\n\nb", r"\begin{align*} a &= b \\ &= c \end{align*}"):
        assert len(list(typesetter.set(tex, True).iter("mtr"))) == 2


def test_outer_environments_become_inner_ones_and_bare_rows_a_block():
    assert body(r"\begin{align*} a &= b \end{align*}").startswith(r"\begin{aligned}")
    assert body(r"a \\ b") == r"\begin{aligned}a \\ b\end{aligned}"
    assert body(r"\begin{cases} a \\ b \end{cases}").startswith(r"\begin{cases}")


def test_latex_gets_the_same_macros():
    definitions = latex_macros(MACROS)
    assert r"\renewcommand{\norm}[1]{\left\lVert #1 \right\rVert}" in definitions
    assert r"\renewcommand{\R}{\mathbb{R}}" in definitions
