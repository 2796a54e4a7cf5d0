"""Where wide displays break, and that their pieces show what the whole does."""

import re

import pytest

from press.page.breaking import broken, flowing
from press.typeset.formulas import Typesetter
from press.typeset.mathml import html

TYPESETTER = Typesetter({})
SUM = " + ".join(f"{letter}^2" for letter in "bcdefghi")
PIECE = re.compile(r"<math\b.*?</math>", re.DOTALL)


def text(markup: str) -> str:
    """What a reader sees of the letters, in their order."""
    return "".join(re.sub(r"<[^>]*>", "", markup).replace("\u2061", "").split())


def pieces(latex: str) -> list[str]:
    """The text of each piece of a display."""
    return list(map(text, PIECE.findall(broken(TYPESETTER.set(latex, True)))))


@pytest.mark.parametrize(
    "latex",
    [
        rf"a = {SUM}",
        rf"\log(x + y) = \left({SUM}\right)^2 \le {SUM}",
        rf"\lVert {SUM} \rVert_2^2 \ne \frac{{1}}{{n}}\sum_{{i=1}}^n \bigl[{SUM}\bigr]",
        rf"\begin{{aligned}} a &= {SUM} \\ &\quad - {SUM} \end{{aligned}}",
        rf"\begin{{aligned}} a &= {SUM} \\ c &\le d \end{{aligned}}",
        rf"\left.\frac{{\partial}}{{\partial t}}({SUM})\right|_{{t=0}} = {SUM}",
        rf"X, \dots \overset{{\text{{iid}}}}{{\sim}} \mathcal{{N}}\left({SUM}\right)",
    ],
)
def test_pieces_show_what_the_whole_does(latex):
    whole = text(html(TYPESETTER.set(latex, True)))
    assert len(pieces(latex)) > 3
    assert "".join(pieces(latex)) == whole


def test_what_fits_a_phone_stays_whole():
    math = TYPESETTER.set("a = b + c", True)
    assert broken(math) == html(math)


def test_it_breaks_at_relations_before_it_breaks_at_signs():
    left, right = "a + b + c + d", "e + f + g"
    assert pieces(f"{left} = {right} \\le {right}") == [
        "a+b+c+d", "=e+f+g", "≤e+f+g"
    ]  # fmt: skip


def test_it_breaks_within_a_bracket_only_where_that_is_wide():
    assert pieces(r"a = b (c + d) + e_1 e_2 (f_1 + f_2) + g_1 g_2 (h_1 + h_2)") == [
        "a", "=b(c+d)", "+e1e2(f1+f2)", "+g1g2(h1+h2)"
    ]  # fmt: skip
    assert pieces(rf"a = \sum_i \left[ {SUM} \right]")[1:3] == ["=∑i[b2", "+c2"]


def test_it_breaks_before_a_factor_where_nothing_else_helps():
    tall = r"\frac{a_1 a_2 a_3}{b}"
    assert len(pieces(rf"x = {tall}{tall}{tall}{tall}")) == 5


def test_a_wide_fraction_becomes_a_factor_before_its_numerator():
    assert pieces(rf"\lim_{{h\to0}} \frac{{{SUM}}}{{h}} = c")[0] == "limh→01h[b2"
    assert pieces(rf"\log \frac{{{SUM}}}{{h}} = c")[0].endswith("i2h")


def test_both_ends_of_a_broken_bracket_are_equally_high():
    made = broken(
        TYPESETTER.set(rf"a = \left( \frac{{a}}{{b}} + {SUM} \right)^2", True)
    )
    sizes = re.findall(r'<mo[^>]*minsize="([^"]*)"[^>]*>[()]</mo>', made)
    assert len(sizes) == 2
    assert sizes[0] == sizes[1]


def test_a_minus_that_adds_nothing_stays_close_to_its_number():
    made = broken(TYPESETTER.set(rf"-a + {SUM} = \left(-\frac ab + {SUM}\right)", True))
    assert made.count('form="prefix">−</mo>') == 2


def test_the_lines_of_an_author_stay():
    made = broken(
        TYPESETTER.set(rf"\begin{{aligned}}a &= {SUM} \\ c &= d\end{{aligned}}", True)
    )
    assert made.count('<span class="left">') == 2


def test_statements_on_one_line_break_between_them():
    made = broken(TYPESETTER.set(r"a = b + c + d, \qquad e = f + g", True))
    assert made.startswith('<span class="broken" data-tex="a')
    assert 'class="parts level"' in made
    assert list(map(text, PIECE.findall(made))) == ["a", "=b", "+c", "+d,", "e=f+g"]


@pytest.mark.parametrize(("first", "hung"), [("n", "near"), ("a_1 c_1 d_1 e_1", "")])
def test_later_lines_hang_no_further_than_the_first_piece_reaches(first, hung):
    made = broken(TYPESETTER.set(rf"{first} + \left({SUM}\right) = b", True))
    _, left_side, *_ = re.findall(r'class="parts ?(\w*)"', made)
    assert left_side == hung


def test_a_long_formula_within_a_line_breaks_in_brackets_where_nothing_else_helps():
    made = flowing(TYPESETTER.set(r"a_1 + b_1 + c (d + e + f_1 + g_1) = h", False), "")
    assert list(map(text, PIECE.findall(made))) == ["a1", "+b1", "+c(d+e+f1+g1)", "=h"]
    made = flowing(TYPESETTER.set(rf"100 \left({SUM}\right) = b", False), ".")
    assert len(PIECE.findall(made)) == 9
    assert made.endswith("</math>.</span></span>")
