"""Falsehoods of the kind that published texts print: each is refuted."""

import pytest
import sympy as sp
from corpus import CLAIMS
from sympy import Derivative, Identity, IndexedBase, MatMul, MatrixSymbol, Sum

from proofread.claim import Claim
from proofread.distributions import Beta, Exponential, Laplace, Normal
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.nodes import (
    ArgMax,
    ArgMin,
    Diag,
    Dot,
    Eigenvalue,
    Expectation,
    Grad,
    HessianMatrix,
    Jacobian,
    Maximum,
    Norm,
    RandomSample,
    RandomVariable,
    SpectralNorm,
    SquaredNorm,
    Symmetric,
    Unit,
    Variance,
    Vec,
    functions,
    indices,
)
from proofread.proving import prove

n, m, k, l = sp.symbols("n m k l", integer=True, positive=True)  # noqa: E741
t, s, mu = sp.symbols("t s mu", real=True)
a, b, v, h = sp.symbols("a b v h", positive=True)
f, g = functions("f g")
i, j = indices("i j", n)
A, C, B = MatrixSymbol("A", n, n), MatrixSymbol("C", n, n), MatrixSymbol("B", m, n)
x, y = MatrixSymbol("x", n, 1), MatrixSymbol("y", m, 1)
z, p, d = (IndexedBase(q, shape=(n,)) for q in "zpd")
softmax = ((p[i], sp.exp(z[i]) / Sum(sp.exp(z[l]), (l, 1, n))),)
X = RandomVariable("X", Normal(mu, v))
draws = RandomSample("x", n, Normal(mu, v))
middle = Sum(draws[k], (k, 1, n)) / n
residual = MatMul(B, x) - y

FALSE = {
    "product of derivatives": (
        Derivative(f(t) * g(t), t),
        Derivative(f(t), t) * Derivative(g(t), t),
    ),
    "quotient rule the wrong way round": (
        Derivative(f(t) / g(t), t),
        (f(t) * Derivative(g(t), t) - g(t) * Derivative(f(t), t)) / g(t) ** 2,
    ),
    "chain rule without the inner slope": (Derivative(sp.sin(t**2), t), sp.cos(t**2)),
    "power rule for an exponential": (Derivative(a**t, t), t * a ** (t - 1)),
    "derivative of a logarithm's base": (Derivative(sp.log(a * t**2), t), 1 / (a * t)),
    "a limit that has two sides": (sp.Limit(sp.Abs(t) / t, t, 0), sp.S.One),
    "sigmoid slope": (Derivative(1 / (1 + sp.exp(-t)), t), 1 / (1 + sp.exp(-t)) ** 2),
    "gradient of an asymmetric form": (Grad(MatMul(x.T, A, x), x), 2 * MatMul(A, x)),
    "half of the gradient": (Grad(SquaredNorm(residual), x), MatMul(B.T, residual)),
    "Jacobian transposed": (Jacobian(MatMul(A, x), x), A.T),
    "Hessian without its mirror": (HessianMatrix(MatMul(x.T, A, x), x), 2 * A),
    "log-determinant untransposed": (
        Grad(sp.log(sp.Abs(sp.Determinant(A))), A),
        sp.Inverse(A),
    ),
    "inverse of a product": (
        sp.Inverse(MatMul(A, C)),
        MatMul(sp.Inverse(A), sp.Inverse(C)),
    ),
    "transpose of a product": (sp.Transpose(MatMul(A, C)), MatMul(A.T, C.T)),
    "trace of a product": (sp.Trace(MatMul(A, C)), sp.Trace(A) * sp.Trace(C)),
    "determinant of a multiple": (sp.Determinant(a * A), a * sp.Determinant(A)),
    "determinant of a sum": (
        sp.Determinant(A + C),
        sp.Determinant(A) + sp.Determinant(C),
    ),
    "vec with factors swapped": (
        Vec(MatMul(A, C)),
        MatMul(sp.KroneckerProduct(Identity(n), C), Vec(A)),
    ),
    "softmax without the diagonal": (
        Derivative(p[i], z[j]),
        -p[i] * p[j],
        {"where": softmax},
    ),
    "softmax with sigma squared": (
        Derivative(p[i], z[j]),
        p[i] * (sp.KroneckerDelta(i, j) - p[i]),
        {"where": softmax},
    ),
    "norm of a sum": (Norm(x + MatMul(A, x)), Norm(x) + Norm(MatMul(A, x))),
    "gradient of a norm": (Grad(Norm(x), x), 2 * x),
    "second moment as variance": (Expectation(X**2), v),
    "variance of a multiple": (Variance(a * X), a * v),
    "variance of a mean": (Variance(middle), v / n**2, {"sizes": {n: 2}}),
    "biased variance": (
        Expectation(Sum((draws[k] - middle) ** 2, (k, 1, n)) / n),
        v,
        {"sizes": {n: 2}},
    ),
    "exponential mean": (Expectation(RandomVariable("w", Exponential(a))), a),
    "Laplace variance": (Variance(RandomVariable("w", Laplace(0, b))), b**2),
    "Beta mean": (Expectation(RandomVariable("w", Beta(a, b))), b / (a + b)),
    "Gaussian integral": (
        sp.Integral(sp.exp(-(t**2) / 2), (t, -sp.oo, sp.oo)),
        sp.sqrt(sp.pi),
    ),
    "sum off by one": (Sum(k, (k, 1, n)), n * (n - 1) / 2),
    "geometric series off by one": (
        Sum(t**k, (k, 0, n)),
        (1 - t**n) / (1 - t),
    ),
    "minimum called maximum": (ArgMax((t - a) ** 2, t), a),
    "normal equations without the transpose": (
        ArgMin(SquaredNorm(residual), x),
        MatMul(sp.Inverse(MatMul(B.T, B)), B.T, 2 * y),
        {"sizes": {n: 2, m: 3}},
    ),
    "smallest eigenvalue": (
        Maximum(MatMul(x.T, A, x), x, Unit(x)),
        Eigenvalue(A, 2),
        {"given": (Symmetric(A),), "sizes": {n: 2}},
    ),
    "spectral norm as trace": (SpectralNorm(A), sp.Trace(A)),
    "diagonal first": (MatMul(Diag(x), A), MatMul(A, Diag(x))),
    "matrices commute": (MatMul(A, C), MatMul(C, A)),
}
FALSE_BOUNDS = {
    "Jensen upside down": (
        sp.exp((t + s) / 2),
        ">=",
        (sp.exp(t) + sp.exp(s)) / 2,
    ),
    "logarithm above its tangent": (sp.log(a), ">=", a - 1),
    "Cauchy-Schwarz without the square": (
        Dot(x, MatMul(A, x)) ** 2,
        "<=",
        Norm(x) * Norm(MatMul(A, x)),
    ),
    "triangle upside down": (sp.Abs(t + s), ">=", sp.Abs(t) + sp.Abs(s)),
}
FALSE_ORDERS = {
    "forward difference of second order": (
        (sp.exp(t + h) - sp.exp(t)) / h - sp.exp(t),
        h**2,
    ),
    "central difference of first order": (
        (sp.exp(t + h) - sp.exp(t - h)) / (2 * h) - sp.exp(t),
        h,
    ),
}


@pytest.mark.parametrize("name", FALSE)
def test_what_texts_print_wrong_is_refuted_by_measurement(name):
    left, right, *parts = FALSE[name]
    claim = Claim(name, left, right, **(parts[0] if parts else {}))
    assert measure(claim).judgment is Judgment.FAILS


@pytest.mark.parametrize("name", FALSE_BOUNDS)
def test_a_false_bound_is_refuted_by_measurement(name):
    claim = Claim(name, *_as_claim(FALSE_BOUNDS[name]))
    assert measure(claim).judgment is Judgment.FAILS


@pytest.mark.parametrize("name", FALSE_ORDERS)
def test_a_false_order_is_refuted_by_both_readers(name):
    claim = Claim(name, *FALSE_ORDERS[name], "~", variable=h)
    assert measure(claim).judgment is Judgment.FAILS
    assert prove(claim).judgment is Judgment.FAILS


def test_a_strict_bound_that_is_reached_is_not_proved():
    assert prove(Claim("reached", t**2, 0, ">")).judgment is not Judgment.HOLDS


def _as_claim(bound):
    left, relation, right = bound
    return left, right, relation


def test_a_strict_bound_of_shares_falls_where_they_are_equal():
    strict = CLAIMS["gibbs"].changed(relation="<", equality={})
    assert measure(strict).judgment is Judgment.FAILS
