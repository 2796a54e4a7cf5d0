"""What TeX knows and markup loses: each rule that puts it back."""

import re

import pytest

from press.typeset import mathml
from press.typeset.formulas import Formula, typeset


@pytest.fixture(scope="module")
def polished():
    def of(tex: str) -> str:
        (answer,) = typeset([Formula(tex, display=True)], {})
        return mathml.polish(answer["mathml"])

    return of


@pytest.mark.parametrize(
    ("tex", "letter"),
    [
        (r"\mathbf{x}", "𝐱"),
        (r"\boldsymbol{\beta}", "𝜷"),
        (r"\mathcal{L}", "ℒ"),
        (r"\mathbb{R}", "ℝ"),
        (r"\mathbb{E}", "𝔼"),
        (r"\mathrm{d}", "d"),
    ],
)
def test_an_alphabet_becomes_its_own_letters(polished, tex, letter):
    assert letter in polished(tex)
    assert "mathvariant" not in polished(tex).replace('mathvariant="normal"', "")


def test_an_upright_letter_stays_upright(polished):
    assert '<mi mathvariant="normal">d</mi>' in polished(r"\mathrm{d}x")


def test_a_sign_after_a_relation_is_unary(polished):
    assert '<mo lspace="0" rspace="0">−</mo>' in polished("y = -x")
    assert "<mo>−</mo>" in polished("y - x")


def test_an_empty_group_keeps_a_sign_binary(polished):
    assert "<mo>+</mo>" in polished(r"{} + x")


def test_relations_in_scripts_stand_close(polished):
    assert '<mo lspace="0" rspace="0">&gt;</mo>' in polished("x_{i>k}")


def test_bars_of_a_norm_take_no_space_of_their_own(polished):
    assert polished(r"\lVert x \rVert").count('lspace="0" rspace="0">‖') == 2


def test_a_name_stands_off_what_it_multiplies_and_what_it_is_applied_to(polished):
    assert polished(r"a \log x").count(mathml.THIN) == 2
    assert mathml.THIN not in polished(r"\log(x)")


def test_a_prime_follows_its_letter_on_the_line(polished):
    assert re.search(r"<mi>f</mi><mo[^>]*>′</mo>", polished("f'(x)"))
    assert "<msup>" not in polished("f'(x)")


@pytest.mark.parametrize(
    ("tex", "mark"), [("s''(0)", "″"), (r"s^{\prime\prime\prime}", "‴")]
)
def test_several_primes_are_one_mark_on_the_line(polished, tex, mark):
    assert mark in polished(tex)
    assert "<msup>" not in polished(tex)


def test_a_superscript_stands_by_the_letter_under_a_hat(polished):
    assert '<mpadded height="0.47em">' in polished(r"\hat{\sigma}^2")


def test_columns_of_aligned_rows_meet_at_the_relation(polished):
    table = polished(r"\begin{aligned} a &= b \\ &= c \end{aligned}")
    assert 'class="aligned"' in table
    assert table.count('class="right"') == table.count('class="left"') == 2


def test_a_wider_formula_is_estimated_wider(polished):
    short, long = polished("x + y"), polished("x + y + z + w")
    assert mathml.width(short) < mathml.width(long)
    stacked = polished(r"\frac{x + y}{z}")
    assert mathml.width(stacked) < 1.1 * mathml.width(short)


def test_a_font_needs_the_letters_that_the_browser_slants():
    assert "𝑥" in mathml.characters("<math><mi>x</mi></math>")
    page = "x <math><mi>∂</mi><mo>&lt;</mo></math>"
    assert mathml.page_characters(page) == set("∂𝜕<")


def test_an_exponent_after_a_large_bracket_belongs_to_the_pair(polished):
    squared = polished(r"a\bigl(f(x) + \bigl[y\bigr]_{1}\bigr)^{2}")
    assert re.search(r"<msup><mrow><mo[^>]*>\(</mo>.*\)</mo></mrow><mn>2</mn>", squared)
    assert re.search(r"<msub><mrow><mo[^>]*>\[</mo><mi>y</mi>", squared)
    assert squared.startswith('<math display="block"><mi>a</mi><msup>')
