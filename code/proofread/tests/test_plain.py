"""Formulas as text, for consoles."""

import pytest
import sympy as sp
from sympy import MatrixSymbol

from proofread.nodes import Grad, SquaredNorm
from proofread.plain import plain, plainly
from proofread.printing import latex

n = sp.Symbol("n", integer=True, positive=True)
t, s = sp.symbols("t sigma", positive=True)
A, x = MatrixSymbol("A", n, n), MatrixSymbol("x", n, 1)


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        (3 * t**2, "3t²"),
        (A.T * x, "𝐀ᵀ𝐱"),
        (sp.Inverse(A).T, "𝐀⁻ᵀ"),
        (sp.Symbol("theta_hat_1"), "θ̂₁"),
        (s**2 / n, "σ²/n"),
        (2 * t * sp.cos(t**2), "2t cos(t²)"),
        (sp.sqrt(2 * sp.pi) * s, "σ√(2π)"),
        (Grad(SquaredNorm(A * x) / n, x), "∇_𝐱[(1/n)‖𝐀𝐱‖²]"),
    ],
)
def test_a_formula_is_written_as_it_is_printed(formula, text):
    assert plain(latex(formula)) == text


def test_formulas_in_a_text_are_written_in_it():
    assert plainly(r"where $\hat{\theta} \le 1$ holds") == "where θ̂ ≤ 1 holds"


def test_what_cannot_be_read_stays_as_it_is():
    assert plain(r"\unknowncommand{x}") == r"\unknowncommand{x}"
