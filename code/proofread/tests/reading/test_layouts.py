"""What looks the same is the same, from MathML and from LaTeX."""

import pytest

from proofread.reading import Unreadable, mathml, tex
from proofread.reading.layout import Digits, Letter, Script, Sign, Word, flat

PAIRS = {
    r"\mathbf{A}^{\top}": "<msup><mi>𝐀</mi><mi>⊤</mi></msup>",
    r"\varphi''(z)": "<mrow><mi>φ</mi><mo>″</mo></mrow><mo>(</mo><mi>z</mi><mo>)</mo>",
    r"\bigl(x\bigr)^{2}": "<msup><mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>"
    "<mn>2</mn></msup>",
    r"\sum_{i=1}^{n} x_{i}": "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo>"
    "<mn>1</mn></mrow><mi>n</mi></munderover><msub><mi>x</mi><mi>i</mi></msub>",
    r"\left.f\right|_{t = 0}": "<msub><mrow><mo>\u2063</mo><mi>f</mi><mo>|</mo></mrow>"
    "<mrow><mi>t</mi><mo>=</mo><mn>0</mn></mrow></msub>",
    r"\hat{y} \in \boldsymbol{\Sigma}": '<mover accent="true"><mi>y</mi><mo>ˆ</mo>'
    "</mover><mo>∈</mo><mi>𝚺</mi>",
    r"\operatorname{tr}\, x, \dots": "<mrow><mspace/><mi>tr</mi></mrow><mo>\u2061</mo>"
    "<mi>x</mi><mo>,</mo><mo>.</mo><mo>.</mo><mo>.</mo>",
    r"\binom{n}{k}": '<mrow><mo>(</mo><mfrac linethickness="0"><mi>n</mi><mi>k</mi>'
    "</mfrac><mo>)</mo></mrow>",
    r"f \text{ twice differentiable}": "<mi>f</mi>"
    "<mtext>\u00a0twice\u00a0differentiable</mtext>",
    r"\sqrt{2} \mathrm{d}": '<msqrt><mn>2</mn></msqrt><mi mathvariant="normal">d</mi>',
}


@pytest.mark.parametrize("latex", PAIRS)
def test_both_front_ends_see_the_same(latex):
    assert tex.layout(latex) == mathml.layout(f"<math>{PAIRS[latex]}</math>")


def test_a_script_below_is_none_above():
    assert tex.layout("x_{2}") == (Script(Letter("x"), lower=(Digits("2"),)),)
    assert tex.layout("x^{2}") == (Script(Letter("x"), upper=(Digits("2"),)),)


def test_an_equation_broken_over_lines_reads_as_one():
    broken = r"\begin{aligned} &a \\ &\quad = b \\ &\quad\quad + c \end{aligned}"
    assert flat(tex.layout(broken)) == tex.layout("a = b + c")


def test_upright_letters_are_a_word_and_spaces_are_not_seen():
    assert tex.layout(r"\mathrm{arg\,max}\,") == (Word("argmax"),)
    assert tex.layout(r"\, a \; \bigl(") == (Letter("a"), Sign("("))


@pytest.mark.parametrize("latex", [r"\frac{a}", r"\left", "{a", r"\undefined", r"a}"])
def test_latex_that_makes_no_sense_is_not_read(latex):
    with pytest.raises(Unreadable):
        tex.layout(latex)


def test_mathml_that_is_not_known_is_not_read():
    with pytest.raises(Unreadable, match="menclose"):
        mathml.layout("<math><menclose><mi>x</mi></menclose></math>")
