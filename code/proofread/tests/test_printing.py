"""The printer: what it sets, and that no two meanings look alike."""

from __future__ import annotations

import cmath
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sympy as sp

from proofread.distributions import Normal
from proofread.nodes import (
    ArgMin,
    Column,
    Dot,
    Elementwise,
    Grad,
    Orthogonal,
    RandomSample,
    RandomVariable,
    Row,
    Simplex,
    SquaredNorm,
    Symmetric,
    functions,
    le,
)
from proofread.nodes.entries import Entry
from proofread.printing import displayed, distributed, latex, scalars, width
from proofread.printing.binding import Tex

x, y, t = sp.symbols("x y t", real=True)
n, d = sp.symbols("n d", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
f, g, phi = functions("f g phi")
A, B = sp.MatrixSymbol("A", n, n), sp.MatrixSymbol("B", n, n)
X, w = sp.MatrixSymbol("X", n, d), sp.MatrixSymbol("w", d, 1)
u, v = sp.MatrixSymbol("u", n, 1), sp.MatrixSymbol("v", n, 1)

# ---- what a reader should see


def test_a_transpose_is_a_top_and_an_inverse_transpose_one_sign():
    assert latex(sp.Transpose(A)) == r"\mathbf{A}^{\top}"
    assert latex(sp.Transpose(sp.Inverse(A))) == r"\mathbf{A}^{-\top}"
    assert latex(sp.Transpose(sp.MatMul(A, B))) == r"(\mathbf{A}\mathbf{B})^{\top}"


def test_matrices_keep_the_order_of_their_author():
    assert latex(sp.MatMul(B, A, u)) == r"\mathbf{B}\mathbf{A}\mathbf{u}"
    residual = sp.MatMul(2 / n, sp.Transpose(X), X * w - v)
    assert latex(residual).startswith(
        r"\frac{2}{n} \mathbf{X}^{\top}(\mathbf{X}\mathbf{w}"
    )


def test_the_derivative_of_a_named_function_has_a_prime():
    assert latex(f(t).diff(t)) == "f'(t)"
    assert latex(f(t).diff(t, 2)) == "f''(t)"
    assert latex(sp.Derivative(f(t), (t, n))) == "f^{(n)}(t)"
    assert latex(sp.Subs(f(x).diff(x), x, g(t))) == r"f'\bigl(g(t)\bigr)"
    assert latex(Elementwise(phi, u, 1)) == r"\varphi'(\mathbf{u})"


def test_an_operator_brackets_the_product_it_acts_on():
    assert latex(sp.Derivative(f(t) * g(t), t)).endswith(r"\bigl[f(t)\, g(t)\bigr]")
    assert latex(Grad(Dot(u, v), u)).endswith(r"[\mathbf{u}^{\top}\mathbf{v}]")
    assert latex(Grad(SquaredNorm(u), u)).endswith(r" \rVert^{2}")


def test_a_partial_derivative_names_its_point_unless_it_is_the_plain_one():
    assert latex(f(x, y).diff(x)) == r"\frac{\partial f}{\partial x}"
    assert latex(f(y, x).diff(x)) == r"\frac{\partial f}{\partial x}(y, x)"
    assert latex(f(x, g(x)).diff(x, evaluate=False)) == (
        r"\frac{\mathrm{d} }{\mathrm{d} x} f\bigl(x, g(x)\bigr)"
    )


def test_a_positive_term_comes_first():
    assert latex(1 - f(t)) == "1 - f(t)"
    assert latex(sp.Identity(n) - x * A) == r"\mathbf{I} - x \mathbf{A}"
    assert latex((u - v) / f(t)) == r"\frac{\mathbf{u} - \mathbf{v}}{f(t)}"
    assert latex(x**2 - 2 * x + 1) == "x^{2} - 2 x + 1"


def test_a_step_follows_the_point_it_is_added_to():
    h = sp.Symbol("h", real=True)
    assert latex(f(x + h)) == "f(x + h)"
    taylor = f(x) + h * f(x).diff(x) + h**2 * f(x).diff(x, 2) / 2
    assert latex(taylor) == r"f(x) + h f'(x) + \frac{h^{2}}{2}\, f''(x)"


def test_factors_stand_in_textbook_order():
    p: Any = sp.IndexedBase("p")
    i, j = sp.Idx("i"), sp.Idx("j")
    assert latex((1 - f(t)) * f(t)) == r"f(t) \bigl(1 - f(t)\bigr)"
    assert latex((sp.KroneckerDelta(i, j) - p[j]) * p[i]).startswith("p_{i} (")
    assert latex(sp.Sum(p[k], (k, 1, n)) / n) == r"\frac{1}{n} \sum_{k=1}^{n} p_{k}"
    assert latex(f(t).diff(t) * g(t)) == r"f'(t)\, g(t)"


def test_roots_and_fractions_are_gathered():
    s = sp.Symbol("sigma2", positive=True)
    assert latex(1 / sp.sqrt(2 * sp.pi * s)) == r"\frac{1}{\sqrt{2 \pi \sigma^2}}"
    assert latex(t / sp.sqrt(2)) == r"\frac{t}{\sqrt{2}}"
    assert latex(((x - 1) / (x + 1)) ** 2) == r"\left(\frac{x - 1}{x + 1}\right)^{2}"


def test_a_short_exponent_is_raised_and_a_tall_one_is_called():
    assert latex(sp.exp(-(x**2) / 2)) == "e^{-x^{2}/2}"
    tall = sp.exp(sp.Sum((x - k) ** 2, (k, 1, n)))
    assert latex(tall).startswith(r"\exp\left(")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("theta_hat", r"\hat{\theta}"),
        ("x_bar", r"\bar{x}"),
        ("phi", r"\varphi"),
        ("n_in", r"n_{\text{in}}"),
        ("w_star", r"w^{\star}"),
        ("sigma2", r"\sigma^2"),
        ("x_i_j", "x_{i j}"),
        ("lambda_max", r"\lambda_{\max}"),
        ("dx", r"\mathrm{d}x"),
        ("loss", r"\mathrm{loss}"),
    ],
)
def test_names_are_spelled_as_in_a_book(name, shown):
    assert latex(sp.Symbol(name)) == shown


def test_matrix_names_are_bold():
    names = {"W_1": r"\mathbf{W}_{1}", "Sigma": r"\boldsymbol{\Sigma}"}
    names |= {"dX": r"\mathrm{d}\mathbf{X}", "A_prev": r"\mathbf{A}_{\text{prev}}"}
    names |= {"beta_hat": r"\hat{\boldsymbol{\beta}}"}
    assert {m: latex(sp.MatrixSymbol(m, n, n)) for m in names} == names


def test_entries_of_a_matrix_count_from_one():
    assert latex(A[0, 1]) == "A_{1 2}"
    assert latex(A[k - 1, 0]) == "A_{k,1}"
    assert latex(u[11, 0]) == "u_{12}"
    assert latex(A[0, 11]) == "A_{1,12}"


def test_hypotheses_read_as_mathematics():
    assert latex(Symmetric(A)) == r"\mathbf{A} = \mathbf{A}^{\top}"
    assert latex(Orthogonal(A)) == r"\mathbf{A}^{\top}\mathbf{A} = \mathbf{I}"
    assert latex(le(0, x)) == r"0 \le x"
    assert latex(Simplex(v)) == r"v_{i} > 0,\ \sum_{i} v_{i} = 1"


def test_random_symbols_say_how_they_are_distributed():
    law = Normal(0, sp.Symbol("sigma2", positive=True))
    assert distributed(RandomVariable("x", law)) == r"x \sim \mathcal{N}(0, \sigma^2)"
    sample = distributed(RandomSample("x", n, law))
    assert sample.startswith(r"x_{1}, \dots, x_{n} \overset{\text{iid}}{\sim}")


# ---- lines


def test_a_short_equation_stands_on_one_line():
    assert displayed(x, "<=", y) == r"x \le y"


def test_a_long_sum_breaks_before_its_terms_and_loses_none():
    terms = [sp.Function(f"f_{i}")(x) ** i for i in range(1, 30)]
    shown = displayed(y, "=", sp.Add(*terms))
    lines = shown.split(r" \\ ")
    assert shown.startswith(r"\begin{aligned} y &=")
    assert len(lines) > 2
    assert all(width(line) <= 70 for line in lines)
    assert all(latex(term) in shown for term in terms)


def test_a_long_left_side_stands_on_a_line_of_its_own():
    left = sp.Mul(*[sp.Function(f"f_{i}")(x) for i in range(1, 14)])
    shown = displayed(left, "=", y)
    assert shown == rf"\begin{{aligned}} &{latex(left)} \\ &\quad = y \end{{aligned}}"


# ---- two meanings never look alike: random trees against a meaning for every node


def opaque(name: str, *values: Any) -> Any:
    """An arbitrary function of its name and arguments: what any operator might mean."""
    constant = sum(ord(letter) * 0.37**place for place, letter in enumerate(name))
    return sum(np.cos(constant + (2 + i) * z) for i, z in enumerate(values)) + constant


def meaning(e: Any, at: dict) -> Any:
    """The value of a tree where sums and products are real and all else is opaque."""
    if e in at:
        return at[e]
    if e.is_Number:
        return complex(e)
    parts = [meaning(a, at) for a in e.args if not isinstance(a, sp.Tuple | sp.Lambda)]
    exact: dict[type, Callable] = {
        sp.Add: lambda: sum(parts),
        sp.Mul: lambda: np.prod(parts),
        sp.Pow: lambda: parts[0] ** parts[1],
        sp.exp: lambda: cmath.exp(parts[0]),
        sp.MatAdd: lambda: sum(parts),
        sp.MatMul: lambda: product(parts),
        sp.Transpose: lambda: parts[0].T,
        sp.Inverse: lambda: np.linalg.inv(parts[0]),
        sp.HadamardProduct: lambda: np.multiply(*parts),
        SquaredNorm: lambda: np.sum(parts[0] ** 2),
        sp.Trace: lambda: np.trace(parts[0]),
        sp.Determinant: lambda: np.linalg.det(parts[0]),
    }
    rule = exact.get(e.func)
    return rule() if rule else opaque(e.func.__name__, *parts)


def product(parts: list) -> Any:
    """The product of numbers and matrices."""
    made: Any = 1
    for part in parts:
        made = made @ part if np.ndim(made) and np.ndim(part) else made * part
    return made


SCALAR_UNARY = [
    lambda e: sp.Mul(-1, e, evaluate=False),
    lambda e: sp.Pow(e, 2, evaluate=False),
    lambda e: sp.Pow(e, -1, evaluate=False),
    lambda e: sp.Pow(e, sp.S.Half, evaluate=False),
    lambda e: sp.log(e, evaluate=False),
    lambda e: sp.sin(e, evaluate=False),
    lambda e: f(e),
    lambda e: ArgMin(e, t),
    lambda e: sp.Derivative(e, t, evaluate=False),
    lambda e: sp.Sum(e, (k, 1, n)),
    lambda e: sp.Limit(e, t, 0),
    lambda e: sp.Abs(e, evaluate=False),
]
SCALAR_BINARY = [
    lambda a, b: sp.Add(a, b, evaluate=False),
    lambda a, b: sp.Add(a, sp.Mul(-1, b, evaluate=False), evaluate=False),
    lambda a, b: sp.Mul(a, b, evaluate=False),
    lambda a, b: sp.Mul(a, sp.Pow(b, -1, evaluate=False), evaluate=False),
    lambda a, b: sp.Pow(a, b, evaluate=False),
    lambda a, b: a + b,
    lambda a, b: a * b,
]
MATRIX_UNARY = [
    lambda e: sp.MatMul(-1, e),
    lambda e: sp.MatMul(x, e),
    lambda e: sp.Transpose(e),
    lambda e: sp.Inverse(e),
    lambda e: Elementwise(phi, e),
    lambda e: sp.MatMul(SquaredNorm(e), e),
    lambda e: sp.MatMul(sp.Trace(e) + x, e),
    lambda e: sp.MatMul(sp.Determinant(e), e),
    lambda e: sp.MatMul(1 / SquaredNorm(e), e),
    lambda e: Grad(sp.Trace(e), A),
]
MATRIX_BINARY = [
    lambda a, b: sp.MatAdd(a, b),
    lambda a, b: sp.MatAdd(a, sp.MatMul(-1, b)),
    lambda a, b: sp.MatMul(a, b),
    lambda a, b: sp.HadamardProduct(a, b),
]


def small_trees(leaves: list, unary: list, binary: list) -> list:
    """Every tree of two operations over the leaves, and the parts of these."""
    one = [op(a) for op in unary for a in leaves]
    one += [op(a, b) for op in binary for a in leaves for b in leaves]
    two = [op(a) for op in unary for a in one]
    two += [op(a, b) for op in binary for a in one for b in leaves[:2]]
    two += [op(a, b) for op in binary for a in leaves[:2] for b in one]
    return leaves + one + two


def alike(trees: list, at: dict) -> list[tuple[str, Any, Any]]:
    """Pairs of trees that print alike and mean different things."""
    seen: dict[str, tuple[Any, Any]] = {}
    found = []
    for tree in trees:
        try:
            with np.errstate(all="ignore"):
                value = meaning(tree, at)
        except (ZeroDivisionError, OverflowError, np.linalg.LinAlgError):
            continue
        if not np.all(np.isfinite(value)):
            continue
        first, known = seen.setdefault(latex(tree), (tree, value))
        if np.shape(known) != np.shape(value) or not np.allclose(
            known, value, rtol=1e-6
        ):
            found.append((latex(tree), first, tree))
    return found


AT = {x: 0.83, y: 1.37, t: 0.59, k: 1.19, n: 2.23}
NUMBERS = [x, t, sp.Integer(2), sp.Rational(1, 3)]


def test_numbers_of_different_meaning_never_print_alike():
    assert alike(small_trees(NUMBERS, SCALAR_UNARY, SCALAR_BINARY), AT) == []


def test_matrices_of_different_meaning_never_print_alike(rng):
    at = {A: rng.normal(size=(3, 3)), B: rng.normal(size=(3, 3)), x: 0.83}
    assert alike(small_trees([A, B], MATRIX_UNARY, MATRIX_BINARY), at) == []


def test_the_search_finds_a_printer_that_forgets_its_brackets(monkeypatch):
    monkeypatch.setattr(scalars, "bracket", lambda text, pair="()": Tex(text))
    assert alike(small_trees(NUMBERS[:2], SCALAR_UNARY, SCALAR_BINARY), AT)


class Unprintable(sp.Expr):
    """A number whose own printing fails."""

    def _latex(self, printer: object) -> str:
        raise RuntimeError("no ink")


def test_a_printer_that_raises_leaves_no_state_behind():
    before = latex(x / 3)
    for e in (Unprintable() ** 2, x ** Unprintable(), sp.exp(x / Unprintable())):
        with pytest.raises(RuntimeError):
            latex(e)
    assert latex(x / 3) == before


def test_a_layer_beside_another_is_named_by_a_whole_expression():
    assert latex(sp.MatrixSymbol("W_{l+1}", n, d)) == r"\mathbf{W}_{l+1}"
    assert latex(sp.MatrixSymbol("delta_{l-1}", n, d)) == r"\boldsymbol{\delta}_{l-1}"


def test_an_entry_of_a_column_or_a_row_has_no_second_subscript_beside_the_first():
    assert latex(Entry(Column(A, 2), 1, 1)) == r"(\mathbf{a}_{2})_{1}"
    assert latex(Entry(Row(A, 2), 1, 3)) == r"(\mathbf{A}_{2,:})_{1 3}"
    assert latex(Entry(sp.Identity(n), 1, 2)) == r"\mathbf{I}_{1 2}"
