"""Coq on the engine's corpus: what is true is proved, what is false is refused."""

import pytest
import sympy as sp
from sympy import (
    Derivative,
    IndexedBase,
    MatrixSymbol,
    Product,
    Sum,
    Transpose,
    cos,
    exp,
    log,
    sin,
    symbols,
)

from proofread.claim import Claim
from proofread.distributions import Normal
from proofread.kernel import coq
from proofread.kernel.chapter import HEAD, Chapter, file_of
from proofread.kernel.theorem import theorem
from proofread.nodes import (
    Diag,
    Dot,
    Entry,
    Expectation,
    Grad,
    HessianMatrix,
    Jacobian,
    Norm,
    RandomSample,
    RandomVector,
    SquaredNorm,
    Variance,
    functions,
    indices,
)

pytestmark = pytest.mark.skipif(not coq.installed(), reason=coq.MISSING)

n, m = symbols("n m", integer=True, positive=True)
A, S = MatrixSymbol("A", m, n), MatrixSymbol("S", n, n)
x, b = MatrixSymbol("x", n, 1), MatrixSymbol("b", m, 1)
t = sp.Symbol("t", real=True)
f, g = functions("f g")
y = MatrixSymbol("y", n, 1)
v, w, q = symbols("v w q", positive=True)
i = indices("i", n)
e = RandomVector("e", n, Normal(0, v))
d, c = RandomSample("d", n, Normal(0, v)), RandomSample("c", n, Normal(0, w))
p = IndexedBase("p", shape=(n,), positive=True)
k = sp.Symbol("k", integer=True, nonnegative=True)
j = indices("j", m)
r = IndexedBase("r", shape=(n, m), positive=True)
SHARES = Sum(r[i, j], (j, 1, m))
DIAGONALIZED = sp.Determinant(S * Diag(x) * sp.Inverse(S))
GEOMETRIC = Sum((1 + q) ** (2 * k), (k, 0, n - 1)) * ((1 + q) ** 2 - 1)
INVERSE = sp.ImmutableMatrix([[1, -1], [-1, 2]])

TRUE = {
    "normal equations": (
        Grad(SquaredNorm(A * x - b), x),
        2 * Transpose(A) * (A * x - b),
    ),
    "quadratic form": (Grad(Dot(x, S * x), x), (S + Transpose(S)) * x),
    "affine map": (Jacobian(A * x + b, x), A),
    "product rule": (
        Derivative(f(t) * g(t), t),
        Derivative(f(t), t) * g(t) + f(t) * Derivative(g(t), t),
    ),
    "quotient": (Derivative(1 / (1 + t**2), t), -2 * t / (1 + t**2) ** 2),
    "nested quotients": (1 / (1 + (1 - t) / t), t),
    "inverse": (sp.Inverse(S) * (S * x), x),
    "adjoint": (Dot(A * x, b), Dot(x, Transpose(A) * b)),
    "Hessian": (HessianMatrix(Dot(x, S * x), x), S + Transpose(S)),
    "gradient inside": (x - Grad(SquaredNorm(x - y) / 2, x), y),
    "second derivative": (Derivative(t**3, t, t), 6 * t),
    "length of noise": (Expectation(SquaredNorm(x + e)), SquaredNorm(x) + n * v),
    "variance of a mean": (Variance(Sum(d[i], (i, 1, n)) / n), v / n),
    "independent factors": (Variance(Sum(d[i] * c[i], (i, 1, n))), n * v * w),
    "one power more": (q**n * q, q ** (n + 1)),
    "logarithm of a product": (
        log(Product(p[i], (i, 1, n))),
        Sum(log(p[i]), (i, 1, n)),
    ),
    "slope of a norm": (Grad(Norm(x), x), x / Norm(x)),
    "circle": (sin(t) ** 2 + cos(t) ** 2, 1),
    "softplus": (log(1 + exp(t)), t + log(1 + exp(-t))),
    "determinant of eigenvalues": (
        DIAGONALIZED,
        Product(Entry(x, i, 1), (i, 1, n)),
    ),
    "a place told in two ways": (f(((1 + t) ** 2 - 1 - t**2) / 2), f(t)),
    "powers of a sum": (GEOMETRIC, (1 + q) ** (2 * n) - 1),
    "shares of shares": (
        Sum(p[i] * Sum(r[i, j] / SHARES, (j, 1, m)), (i, 1, n)),
        Sum(p[i], (i, 1, n)),
    ),
    "written inverse": (sp.Inverse(sp.ImmutableMatrix([[2, 1], [1, 1]])), INVERSE),
}
FALSE = {
    "half of it": (Grad(SquaredNorm(A * x - b), x), Transpose(A) * (A * x - b)),
    "no transpose": (Grad(Dot(x, S * x), x), 2 * S * x),
    "a sign": (Derivative(1 / (1 + t**2), t), 2 * t / (1 + t**2) ** 2),
    "another order": (Transpose(S) * S, S * Transpose(S)),
    "one too few": (1 / (1 + (1 - t) / t), 1 - t),
    "one inverse too many": (sp.Inverse(S) * x, x),
    "Hessian without a transpose": (HessianMatrix(Dot(x, S * x), x), 2 * S),
    "another gradient inside": (x - Grad(SquaredNorm(x - y), x), y),
    "a second derivative too small": (Derivative(t**3, t, t), 3 * t),
    "noise of one entry": (Expectation(SquaredNorm(x + e)), SquaredNorm(x) + v),
    "variance of one draw": (Variance(Sum(d[i], (i, 1, n)) / n), v),
    "factors of one term": (Variance(Sum(d[i] * c[i], (i, 1, n))), v * w),
    "one power too many": (q**n * q, q ** (n + 2)),
    "twice a logarithm": (log(Product(p[i], (i, 1, n))), 2 * Sum(log(p[i]), (i, 1, n))),
    "slope of a square": (Grad(Norm(x), x), x),
    "a hyperbola": (sin(t) ** 2 - cos(t) ** 2, 1),
    "softplus without a shift": (log(1 + exp(t)), log(1 + exp(-t))),
    "sum of eigenvalues": (DIAGONALIZED, Sum(Entry(x, i, 1), (i, 1, n))),
    "another place": (f(((1 + t) ** 2 - 1 - t**2) / 2), f(2 * t)),
    "powers of another sum": (GEOMETRIC, (1 + q) ** (2 * n) + 1),
    "shares of sums": (
        Sum(p[i] * Sum(r[i, j] / SHARES, (j, 1, m)), (i, 1, n)),
        n * Sum(p[i], (i, 1, n)),
    ),
    "no inverse": (sp.Inverse(sp.ImmutableMatrix([[2, 1], [1, 1]])), -INVERSE),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kernel")
    made = coq.compile_theory(folder)
    assert made.passed, made.said
    return folder


def statements(claims):
    made = (
        theorem(Claim(key.replace(" ", "-"), *sides)) for key, sides in claims.items()
    )
    return {one.name: one.text for one in made}


def test_what_is_true_is_proved_and_rests_on_nothing(library, tmp_path):
    told = [
        {"key": name, "line": 0, "name": name, "identity": "0", "text": text}
        for name, text in statements(TRUE).items()
    ]
    file = library / "chapter.v"
    file.write_text(file_of(Chapter("part/chapter", told), set()), encoding="utf-8")
    done = coq.compiled(file, library)
    assert done.passed, done.said
    assert done.closed == len(TRUE)


def test_what_is_false_is_refused(library):
    asked = statements(FALSE)
    known = statements({"adjoint": TRUE["adjoint"]})
    assert coq.proved(HEAD, asked | known, library) == set(known)


def test_the_theory_rests_on_nothing():
    for file in coq.THEORY.glob("*.v"):
        text = file.read_text(encoding="utf-8")
        for word in ("Admitted", "Axiom", "Parameter", "admit", "Conjecture"):
            assert word not in text, file


def test_dual_numbers_and_witnesses_rest_on_nothing(library):
    names = (
        "eps_small",
        "eps_not_0",
        "eps_tells",
        "eps_tells_gradient",
        "derivative_of_polynomial",
        "derivative_of_quotient",
        *("log_of_product", "log_of_exp", "average_of_sum", "average_of_multiple"),
    )
    lines = [
        "From kernel Require Import numbers sums witness.",
        *(f"Print Assumptions {name}." for name in (*names, "vanishesP")),
    ]
    file = library / "assumptions.v"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = coq.compiled(file, library)
    assert done.passed, done.said
    assert done.closed == len(lines) - 1
