"""{claim} sets what was proved within a line; what it cannot set stops the build."""

from dataclasses import replace

import pytest

from proofread.bundle import Row
from proofread.sphinx.gate import GateError
from proofread.sphinx.inline import quoted, sides

SIDES = {
    "a + b = b + a": ("a + b", "=", "b + a"),
    r"\lVert x \rVert \le 1": (r"\lVert x \rVert", r"\le", "1"),
    r"\sum_{i=1}^{n} x_{i} = s": (r"\sum_{i=1}^{n} x_{i}", "=", "s"),
    r"\left[X \mid Y = y\right] = 1": (r"\left[X \mid Y = y\right]", "=", "1"),
    r"\begin{aligned} a &= b \\ &\quad + c \end{aligned}": ("a", "=", "b + c"),
    r"\begin{aligned} &a \\ &\quad \ge b \end{aligned}": ("a", r"\ge", "b"),
    r"\begin{bmatrix} a & b = 1 \\ c & d \end{bmatrix} = M": (
        r"\begin{bmatrix} a & b = 1 \\ c & d \end{bmatrix}",
        "=",
        "M",
    ),
}


@pytest.mark.parametrize(("latex", "parts"), SIDES.items())
def test_an_equation_is_taken_apart_at_its_own_relation(claimed, latex, parts):
    assert sides(replace(claimed, latex=latex)) == parts


def test_a_derivation_is_its_first_side_and_its_last(claimed):
    lines = (Row("u", "=", "v", ""), Row(None, r"\le", "w", ""))
    bundle = replace(claimed, latex="", lines=lines)
    assert quoted(bundle, "") == r"u \le w"
    assert quoted(bundle, "right") == "w"


def test_a_claim_is_set_within_a_line_on_any_page(book):
    text = (
        "# Two\n\nAs {claim}`swap` holds, {claim}`swap left` is {claim}`swap right`.\n"
    )
    book.write("algebra/two", text)
    assert "WARNING" not in book.build()
    page = book.html("algebra/two")
    shown = [rf"\({latex}\)" for latex in ("a + b = b + a", "a + b", "b + a")]
    assert [latex for latex in shown if latex not in page] == []


def test_a_page_that_sets_a_claim_is_written_again_when_the_claim_changes(book):
    book.write("algebra/two", "# Two\n\nAs {claim}`swap` holds.\n")
    book.build()
    book.changes["swap"] |= {"latex": "a b = b a"}
    book.write("calculus/one", book.text("calculus/one"))
    book.build(fresh=False)
    assert "a b = b a" in book.html("algebra/two")


@pytest.mark.parametrize(
    ("role", "what"),
    [
        ("nowhere", "no statement is called “nowhere”"),
        ("swap middle", "“middle” is no side"),
        ("wrong", "“wrong” is false on purpose"),
    ],
)
def test_what_cannot_be_set_stops_the_build(book, role, what):
    cell = "```{code-cell}\nrefute('wrong')\n```\n"
    book.write("algebra/two", f"# Two\n\n{cell}\nAs {{claim}}`{role}` holds.\n")
    with pytest.raises(GateError, match=rf"two.md:12: {what}"):
        book.build()
