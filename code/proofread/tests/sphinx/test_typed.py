"""Arithmetic within a line is worked out; a claim that is misquoted stops the build."""

from dataclasses import fields as fields_of
from types import SimpleNamespace
from typing import Any, cast

import pytest
import sympy as sp

from proofread import Norm, claim, derivation, step
from proofread.bundle import Bundle
from proofread.sphinx.gate import GateError
from proofread.sphinx.misquoted import Claims
from proofread.sphinx.noted import Shown
from proofread.sphinx.readings import Readings
from proofread.sphinx.typed import false_arithmetic, read, worked_out

TRUE = [
    r"\binom{4}{2} = 6",
    r"3 \times 7 = 21",
    r"1002^2/400 \approx 2510",
    r"1002^2/400 \approx 2500",
    r"\tfrac12 + \dfrac12 = 1",
    r"5\% = 0.05",
    r"\sqrt2 \approx 1.4",
    r"\log\frac15 = -1.61",
    r"2.1 \times 10^{-3} = 0.0021",
    r"\frac14\sqrt{1289} = 8.976",
    r"2 < 3 < 5",
    r"2^{10} = 1{,}024",
    r"20\pi - 4\pi = 16\pi",
]
FALSE = [
    r"\binom{4}{2} = 2",
    r"3 \times 7 = 22",
    r"1002^2/400 = 2508",
    r"1002^2/400 \approx 2508",
    r"1002^2/400 = 2510",
    r"0.5 - 1 = -0.52",
    r"10^3 = 100",
    r"2 < 3 < 1",
    r"7 \le 2\cdot3",
    r"\sqrt2 \approx 1.6",
    r"1/3 = 0.3\cdot 1",
]
NONE = [r"x = 3", r"\binom{n}{2} = 6", r"(1, 2) = (2, 1)", r"3 + 4", r"n \ge 2"]


@pytest.mark.parametrize("latex", TRUE)
def test_arithmetic_that_comes_out_is_left_alone(latex):
    assert worked_out(read(latex)) is not None
    assert false_arithmetic(read(latex)) == ""


@pytest.mark.parametrize("latex", FALSE)
def test_arithmetic_that_does_not_come_out_is_found(latex):
    assert " is not " in false_arithmetic(read(latex))


@pytest.mark.parametrize("latex", NONE)
def test_what_is_no_arithmetic_is_not_worked_out(latex):
    row = read(latex)
    assert not row or worked_out(row) is None


def test_false_arithmetic_stops_the_build_with_its_line(book):
    book.write("algebra/two", "# Two\n\nAs we know,\n$3 \\times 7 = 22$ holds.\n")
    match = r"two.md:9: arithmetic that does not come out: .*21 is not = 22"
    with pytest.raises(GateError, match=match):
        book.build()


n = sp.Symbol("n", integer=True, positive=True)
A, B = sp.MatrixSymbol("A", n, n), sp.MatrixSymbol("B", n, n)
x, y = sp.symbols("x y", real=True)
a, b = sp.MatrixSymbol("a", n, 1), sp.MatrixSymbol("b", n, 1)
ONE, TWO = r"\lVert\mathbf a\rVert", r"\lVert\mathbf b\rVert"
SUM, TURNED = r"\lVert\mathbf a + \mathbf b\rVert", r"\lVert\mathbf b + \mathbf a\rVert"
STATED = {
    "square": (lambda: claim("square", (x + y) ** 2, x**2 + 2 * x * y + y**2)),
    "product": (
        lambda: claim("product", sp.Transpose(A * B), sp.Transpose(B) * sp.Transpose(A))
    ),
    "bound": (lambda: claim("bound", 2 * x * y, x**2 + y**2, "<=")),
    "steps": (
        lambda: derivation(
            "steps",
            (x + y) * (x - y) + 2 * y**2,
            step((x + y) ** 2 - 2 * x * y, "multiply out, and complete"),
            step(x**2 + y**2, "multiply out"),
        )
    ),
    "norms": (
        lambda: claim(
            *("norms", Norm(a + b), Norm(a) + Norm(b), "<="),
            measured_only="the triangle is not asked for here",
        )
    ),
}
MISQUOTED = {
    "square": [
        "(x + y)^2 = x^2 - 2xy + y^2",
        "(x + y)^2 = x^2 + xy + y^2",
        "(x + y)^2 = x^2 + 2xy + y",
        "(x + y)^2 = x^2 + y^2",
        "(x - y)^2 = x^2 + 2xy + y^2",
        "x^2 + y(2x + y) = (x - y)^2",
        "(x + y)^2 = -x^2 + 2xy + y^2",
    ],
    "product": [
        r"(\mathbf A\mathbf B)^\top = \mathbf A^\top\mathbf B^\top",
        r"(\mathbf A\mathbf B)^\top = \mathbf B^\top\mathbf A",
        r"(\mathbf A\mathbf B)^\top = \mathbf B\mathbf A^\top",
        r"(\mathbf A\mathbf A)^\top = \mathbf B^\top\mathbf A^\top",
        r"\mathbf C = (\mathbf A\mathbf B)^\top = \mathbf A^\top\mathbf B^\top",
        r"(\mathbf A\mathbf B)^\top = \mathbf C = \mathbf A^\top\mathbf B^\top",
    ],
    "bound": [
        r"2xy \ge x^2 + y^2",
        r"2xy \le x^2 - y^2",
        r"3xy \le x^2 + y^2",
        r"2xy \le x^2",
        r"x^2 + y^2 \ge 3xy",
        r"2xy \le (x^2 + y^2)\cdot(-1)",
    ],
    "steps": [
        "(x + y)(x - y) + 2y^2 = x^2 - y^2",
        "(x + y)(x - y) + 2y^2 = x^2",
        "(x + y)(x + y) + 2y^2 = x^2 + y^2",
        "x^2 + y^2 = (x + y)(x - y)",
    ],
    "norms": [
        rf"{SUM} \ge {ONE} + {TWO}",
        rf"{SUM} \le {ONE} - {TWO}",
        rf"{SUM} \le {ONE}",
        rf"{SUM}^2 \le {ONE} + {TWO}",
    ],
}
QUOTED = {
    "square": ["(x + y)^2 = x^2 + 2xy + y^2", "x^2 + 2xy + y^2 = (x + y)^2", "y = 2"],
    "product": [
        r"(\mathbf A\mathbf B)^\top = \mathbf B^\top\mathbf A^\top",
        r"(\mathbf A\mathbf B)^\top = \mathbf C",
        r"\mathbf C = (\mathbf A\mathbf B)^\top = \mathbf B^\top\mathbf A^\top",
    ],
    "bound": [r"x^2 + y^2 \ge 2xy", r"2xy \le x^2 + y^2 + 1", r"2xy \le 5"],
    "steps": [
        "x^2 + y^2 = (x + y)(x - y) + 2y^2",
        "(x + y)(x - y) = x^2 - y^2",
        "x^2 = 4",
    ],
    "norms": [
        rf"{ONE} + {TWO} \ge {TURNED}",
        rf"{SUM} = 1",
    ],
}


@pytest.fixture(scope="module")
def bundles():
    """What each claim shows."""
    return {key: state().bundle for key, state in STATED.items()}


@pytest.fixture(scope="module")
def claims(bundles) -> Claims:
    """The claims of a page that shows them all."""
    shown = [Shown(bundle, "page", 1) for bundle in bundles.values()]
    page = SimpleNamespace(
        shown={"page": shown}, definitions_of=lambda bundle: [], readings=Readings()
    )
    return Claims(cast(Any, page), "page")


@pytest.mark.parametrize(
    ("key", "latex"),
    [(key, each) for key, found in MISQUOTED.items() for each in found],
)
def test_a_claim_with_one_slip_is_found(claims, key, latex):
    assert claims.slip(latex) == key


@pytest.mark.parametrize("latex", [each for found in QUOTED.values() for each in found])
def test_what_says_the_claim_or_something_else_is_left_alone(claims, latex):
    assert claims.slip(latex) == ""


def test_a_claim_that_is_misquoted_stops_the_build(book, bundles):
    fields = {f.name: getattr(bundles["square"], f.name) for f in fields_of(Bundle)}
    book.changes["square"] = {k: v for k, v in fields.items() if k != "key"}
    cell = "```{code-cell}\nclaim('square')\n```\n"
    text = f"# Two\n\n{cell}\nNow $(x + y)^2 = x^2 + y^2 + xy$ holds.\n"
    book.write("algebra/two", text)
    with pytest.raises(GateError, match=r"two.md:12: “square” is misquoted"):
        book.build()
