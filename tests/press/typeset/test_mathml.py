"""What browsers would set otherwise than TeX: each rule, as Chromium draws it."""

import re

import numpy as np
import pytest

from press.typeset.elements import CORE, TOKENS
from press.typeset.formulas import Typesetter
from press.typeset.mathml import FormulaError

EM = 40  # pixels


def runs(picture):
    """Where ink begins and ends, from left to right."""
    edges = np.flatnonzero(np.diff(np.pad(picture.any(0).astype(int), 1)))
    return edges.reshape(-1, 2)


def heights(picture):
    """How high the ink of each run is."""
    parts = [picture[:, first:last].any(1) for first, last in runs(picture)]
    return [np.ptp(np.flatnonzero(part)) for part in parts]


def gap_before_second(picture):
    (_, end), (begin, _), *_ = runs(picture)
    return begin - end


def test_brackets_around_letters_are_as_small_and_as_close_as_without_left(drawn):
    assert np.array_equal(drawn(r"p\left(p - 1\right)"), drawn("p(p - 1)"))
    assert np.array_equal(drawn(r"\left\lvert x\right\rvert"), drawn(r"\lvert x\rvert"))


@pytest.mark.parametrize("head", [r"\mathbb{E}", r"\mathbf{x}^2", r"\mathcal{L}"])
def test_tall_brackets_stand_close_to_a_letter_before_them(drawn, head):
    spaced = drawn(rf"{head}\,\left(\frac{{1}}{{2}}\right)")
    close = drawn(rf"{head}\left(\frac{{1}}{{2}}\right)")
    assert spaced.shape[1] - close.shape[1] == pytest.approx(EM / 6, abs=1.5)
    assert np.array_equal(
        close, drawn(rf"{head}\mathopen{{}}\left(\frac{{1}}{{2}}\right)")
    )


def test_tall_brackets_stand_close_to_the_name_of_a_function(drawn):
    tall, small = drawn(r"\log\left(\frac{1}{2}\right)"), drawn(r"\log (x)")
    gaps = [np.diff(runs(picture)[2:4].ravel())[1] for picture in (tall, small)]
    assert gaps[0] - gaps[1] < EM / 5


def test_both_brackets_of_a_pair_with_an_exponent_are_as_high(drawn):
    first, _, last, _ = heights(drawn(r"\bigl(x\bigr)^{2}"))
    assert abs(int(first) - int(last)) <= 1


def test_an_exponent_after_a_large_bracket_belongs_to_the_pair(polished):
    squared = polished(r"a\bigl(f(x) + \bigl[y\bigr]_{1}\bigr)^{2}")
    assert re.search(r"<msup><mrow><mo[^>]*>\(</mo>.*\)</mo></mrow><mn>2</mn>", squared)
    assert re.search(r"<msub><mrow><mo[^>]*>\[</mo><mi>y</mi>", squared)


@pytest.mark.parametrize("tex", ["s'", "s''", "s'''", "s'_{i}"])
def test_a_prime_is_as_high_as_that_of_a_line_of_text(drawn, tex):
    assert heights(drawn(tex))[1] == heights(drawn("s\u2032"))[1]


def test_a_line_over_several_letters_is_the_line_above(polished):
    assert '<mo stretchy="true">‾</mo></mover>' in polished(r"\overline{x^{2}}")


def test_every_element_is_one_that_browsers_draw_and_tokens_hold_only_text():
    commands = r"\sum_{i\le k}^n \overset{iid}{\sim} \hat{\theta}'^2 \overline{ab}"
    math = Typesetter({}).set(
        rf"\begin{{cases}} {commands} & a \\ b \end{{cases}}", True
    )
    assert {part.tag for part in math.iter()} <= CORE
    assert not any(len(part) for part in math.iter() if part.tag in TOKENS)


def test_what_browsers_do_not_draw_is_a_fault():
    with pytest.raises(FormulaError, match="do not draw what it needs: menclose"):
        Typesetter({}).set(r"\boxed{x}", True)
