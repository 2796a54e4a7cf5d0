"""What a formula means: the tree that is read has the value one would say aloud."""

import numpy as np
import pytest
import sympy as sp
from scipy.linalg import expm

from proofread import (
    Bernoulli,
    Expectation,
    Normal,
    RandomVariable,
    RandomVector,
    SquaredNorm,
)
from proofread.numeric import Numeric, number
from proofread.reading import Name, Names, Parser, Sizes, Unreadable, tex
from proofread.reading.probing import Probing
from proofread.samples import NameKind

n = sp.Symbol("n", integer=True)
x, y = sp.symbols("x y", real=True)
A = sp.MatrixSymbol("A", n, n)
v = sp.MatrixSymbol("v", n, 1)
f = sp.Function("f", real=True)


def listed(*entries: tuple[str, NameKind, object, int]) -> Names:
    return Names(
        Name(tex.layout(latex), kind, made, made, rank)
        for latex, kind, made, rank in entries
    )


NAMES = listed(
    ("n", NameKind.WHOLE, n, 0),
    ("x", NameKind.NUMBER, x, 0),
    ("y", NameKind.NUMBER, y, 0),
    (r"\mathbf{A}", NameKind.MATRIX, A, 2),
    (r"\mathbf{v}", NameKind.MATRIX, v, 1),
    ("f", NameKind.FUNCTION, f, 0),
)
M = np.array([[2.0, 1.0, 0.5], [0.3, 3.0, -1.0], [0.1, 0.4, 1.5]])
V = np.array([[1.0], [-2.0], [0.5]])
VALUES = {n: 3.0, x: 1.7, y: -0.6, A: M, v: V, f: lambda t: np.sin(t) + t * t}


def value(latex: str, kind: type[Numeric] = Numeric):
    """What a formula comes to."""
    sizes = Sizes()
    parser = Parser(tex.layout(latex), NAMES, sizes)
    tree = sizes.solved(parser.ended(parser.sum()))
    return np.asarray(number(kind(VALUES)(tree)))


X, Y = VALUES[x], VALUES[y]
WORTH = {
    "x - y + 2": X - Y + 2,
    r"\binom{n}{2} x": 3 * X,
    r"x \binom{n}{2}^{2}": 9 * X,
    "-x y^{2}": -X * Y**2,
    "2 x (y + 1)": 2 * X * (Y + 1),
    "x/2": X / 2,
    r"\frac{x}{y} \sqrt{x}": X / Y * np.sqrt(X),
    r"\lvert y \rvert^{3}": abs(Y) ** 3,
    r"e^{-x} \log x": np.exp(-X) * np.log(X),
    r"\sin^{2} x + \cos(2 x)": np.sin(X) ** 2 + np.cos(2 * X),
    r"\operatorname{Im}\bigl(e^{y + \mathrm{i} x}\bigr)": np.exp(Y) * np.sin(X),
    r"\sum_{k=1}^{n} k x": 6 * X,
    r"\sum_{k=1}^{n} k + x": 6 + X,
    r"\prod_{k=1}^{n} (k + x)": (1 + X) * (2 + X) * (3 + X),
    r"\max\{x, y\}": X,
    "n!": 6,
    r"f(x)^{2}": (np.sin(X) + X * X) ** 2,
    r"f'(x)": np.cos(X) + 2 * X,
    r"\frac{\mathrm{d}}{\mathrm{d} x} f(2 x)": 2 * np.cos(2 * X) + 8 * X,
    r"\left.\frac{\partial}{\partial x} [x^{2} y]\right|_{x = 3}": 6 * Y,
    r"\frac{\partial^{2}}{\partial x^{2}} x^{3}": 6 * X,
    r"\mathbf{v}^{\top}\mathbf{A}\mathbf{v}": (V.T @ M @ V).item(),
    r"\mathbf{A}^{-1}\mathbf{v}": np.linalg.solve(M, V),
    r"(\mathbf{A} - x \mathbf{I})\mathbf{v}": M @ V - X * V,
    r"\mathbf{1}^{\top}\mathbf{v}\, \mathbf{1} + \mathbf{v}": V.sum() + V,
    r"\mathbf{A} + \mathbf{v}\mathbf{1}^{\top}": M + V @ np.ones((1, 3)),
    r"\lVert \mathbf{v} \rVert^{2}": (V * V).sum(),
    r"\lVert \mathbf{A} \rVert_{\mathrm{F}}": np.linalg.norm(M),
    r"\lVert \mathbf{A} \rVert_{2}": np.linalg.norm(M, 2),
    r"\operatorname{tr}(\mathbf{A})^{2} \det \mathbf{A}":
        np.trace(M) ** 2 * np.linalg.det(M),
    r"A_{1 2} + v_{3} \delta_{2 2}": M[0, 1] + V[2, 0],
    r"\mathbf{a}_{2} + \mathbf{A}_{:,1}": M[:, [1]] + M[:, [0]],
    r"\mathbf{A}_{2,:}": M[[1]],
    r"f(\mathbf{v}) \odot \mathbf{v}": (np.sin(V) + V * V) * V,
    r"\langle \mathbf{v}, \mathbf{A}\mathbf{v} \rangle": (V.T @ M @ V).item(),
    r"\nabla_{\mathbf{v}} [\mathbf{v}^{\top}\mathbf{A}\mathbf{v}]": (M + M.T) @ V,
    r"\frac{\partial (\mathbf{A}\mathbf{v})}{\partial \mathbf{v}}": M,
    r"\begin{bmatrix} x & 0 \\ 1 & y \end{bmatrix}^{2}":
        np.array([[X, 0], [1, Y]]) @ np.array([[X, 0], [1, Y]]),
    r"\begin{cases} x & \text{if } y > 0 \\ 2 & \text{otherwise} \end{cases}": 2,
    r"\lim_{x \to \infty} \frac{1}{x}": 0,
    r"\sigma_{1}(\mathbf{A})": np.linalg.svd(M)[1][0],
    r"\lfloor x \rfloor^{2} + 2 \lceil x y \rceil":
        np.floor(X) ** 2 + 2 * np.ceil(X * Y),
    r"\left\lfloor \frac{x}{y} \right\rfloor": np.floor(X / Y),
    r"x \mathbf{1}[y < x] + \mathbf{1}[x = y]": X,
    r"\mathbf{1}\bigl[f(x) \ge y\bigr]^{2} y": Y,
    r"\mathbf{A}\mathbf{1}[\mathbf{v}^{\top}\mathbf{v}]":
        M.sum(axis=1, keepdims=True) * (V * V).sum(),
    r"\mathbf{A}^{+}\mathbf{v}": np.linalg.pinv(M) @ V,
    r"(\mathbf{v}^{+})^{\top}": V / (V * V).sum(),
    r"\operatorname{rank}(\mathbf{v}\mathbf{v}^{\top})": 1,
    r"e^{x \mathbf{A}}\mathbf{v}": expm(X * M) @ V,
    r"e^{-\mathbf{A}}": expm(-M),
}  # fmt: skip


@pytest.mark.parametrize("latex", WORTH)
def test_a_formula_is_worth_what_it_says(latex):
    np.testing.assert_allclose(value(latex), WORTH[latex], rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize(
    "latex",
    ["(x", "x)", "x + ", "z", r"\mathbf{v}\mathbf{A}", r"\mathbf{A} + \mathbf{v}",
     "f + 1", r"\sum_{k}^{n} k", r"x_{1}", r"\lVert \mathbf{A} \rVert", "x = 1",
     r"\frac{\partial^{2}}{\partial x} x"],
)  # fmt: skip
def test_what_has_no_meaning_is_not_read(latex):
    with pytest.raises(Unreadable):
        value(latex)


def test_probes_tell_more_than_a_search():
    """2u² and u² are smallest at one place; a probe knows them apart."""
    one, two = (
        value(rf"\operatorname*{{arg\,min}}_{{x}} {front} x^{{2}}", Probing)
        for front in ("", "2")
    )
    assert one != two


def test_probes_tell_the_largest_from_the_smallest():
    most, least = (
        value(rf"\operatorname*{{arg\,{word}}}_{{x}} x^{{2}}", Probing)
        for word in ("max", "min")
    )
    assert most != least


def test_a_random_vector_is_probed_alike_however_bold_its_name():
    m = RandomVariable("m", Bernoulli(sp.Rational(1, 2)))
    both = [RandomVector(name, 2, Normal(0, 1)) for name in ("w", "bold w")]
    one, two = (Probing({})(Expectation(m**2 * SquaredNorm(w))) for w in both)
    assert one == two
