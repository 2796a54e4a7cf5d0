"""Terms of what they do not take: refused by name, whatever Python would have said."""

import re
from typing import Any

import pytest
import sympy as sp
from sympy import Derivative, Integral, Lambda, Limit, Product, Subs, Sum, sin

from proofread import (
    ArgMax,
    ArgMin,
    BasisVector,
    ClaimError,
    Column,
    Components,
    ConditionNumber,
    Covariance,
    Diag,
    Diagonal,
    DiagonalOf,
    Differential,
    Dot,
    Eigenvalue,
    Elementwise,
    Expectation,
    Finite,
    FrobeniusNorm,
    Grad,
    HessianMatrix,
    Jacobian,
    Maximum,
    Minimum,
    Norm,
    Normal,
    Poisson,
    RandomSample,
    RandomVariable,
    RandomVector,
    Row,
    ScalarFunction,
    SingularValue,
    SpectralNorm,
    SpectralRadius,
    SquaredNorm,
    Symmetric,
    Uniform,
    Unit,
    Variance,
    Vec,
    VectorFunction,
    claim,
    definition,
    derivation,
    functions,
    gt,
    indices,
    step,
)

n, d = sp.symbols("n d", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
t, u, c = sp.symbols("t u c", real=True)
a = sp.Symbol("a", positive=True)
f = functions("f")
y, q = sp.IndexedBase("y", shape=(n,), real=True), sp.IndexedBase("q", real=True)
A, R = sp.MatrixSymbol("A", n, n), sp.MatrixSymbol("R", n, d)
x, w = sp.MatrixSymbol("x", n, 1), sp.MatrixSymbol("w", d, 1)
i = indices("i", n)
X = RandomVariable("X", Normal(0, 1))
HALF: Any = sp.Rational(1, 2)
S, V = ScalarFunction("s"), VectorFunction("V", 3)


def mean(law):
    return Expectation(RandomVariable("Z", law))


COUNTS = [
    *(BasisVector(1), Column(A), Components(y), Components(q), Norm(Components(q))),
    *(Components(t), Components(A), Components(y[i]), Dot(x), Dot(x, x, x), Vec()),
    *(Eigenvalue(A), SingularValue(R), Grad(Dot(x, x)), Jacobian(x), Norm(), Row(A)),
    *(SquaredNorm(x, 2), Variance(X, 2), Vec(A, A), mean(Normal(0)), Diag()),
    *(ConditionNumber(A, A), SpectralNorm(), SpectralRadius(A, 2), FrobeniusNorm()),
    *(HessianMatrix(x), DiagonalOf(A, A), S(Components(q)), Diag(Components(q))),
]
FUNCTIONS = [
    *(Product(f, (k, 1, n)), Limit(f, t, 0), Subs(f, t, 0), ArgMax(f, t), ArgMax(t, f)),
    *(Maximum(f, t), BasisVector(1, f), Column(f, 1), Components(f), Diag(f), Vec(f)),
    *(ConditionNumber(f), Covariance(t, f), DiagonalOf(f), Dot(x, f), Expectation(f)),
    *(Eigenvalue(A, f), SpectralNorm(f), SpectralRadius(f), Elementwise(sin, f)),
    *(FrobeniusNorm(f), Grad(f, t), HessianMatrix(f, x), Jacobian(f, x), Norm(f)),
    *(Norm(x, f), SquaredNorm(f), S(f), V(f), Variance(f), mean(Normal(0, f)), S, V, f),
    *(sin, Elementwise(Lambda(t, f), x), Symmetric(f), Differential(t, {f: t})),
    *(mean(Normal), Symmetric, Derivative),
    Maximum(Dot(x, x), x, Unit),
]
VARIABLES = [
    *(ArgMax(t, 2), ArgMax(f(t), t + 1), ArgMin(f(t), f(t)), ArgMin(Norm(x), A * x)),
    *(Minimum(t, 2), Maximum(t, A * x), Grad(Dot(x, x), A * x), Grad(Dot(x, x), 2)),
    *(HessianMatrix(Dot(x, x), 2), Jacobian(x, A * x), Jacobian(x, 2), Grad(t, i)),
    *(Differential(f(t), {}), Differential(f(t), {2: c}), Components(y[i], 2)),
    *(Differential(t**2, {t**2: c}), Components(y[k], k)),
]
NUMBERS = [
    *(Integral(f(t), t), Integral(f(t), (t, 0)), Integral(f(t), (t, 0, 1), (u,))),
    *(Integral(t, (t, 0, x)), Sum(k, (k, 1, A)), Limit(t, x, 0), Limit(t, t, A)),
    *(Subs(f(t), t, A), Derivative(f(t), A), Derivative(t, x), y[A], Norm(x, 3)),
    *(Norm(x, 0), Norm(x, t), Norm(x, A), sp.zoo, sp.Tuple(t, u), sp.true, t > 0),
    *(sp.Eq(t, u), Lambda(t, t), Elementwise(Lambda(t, A), x)),
    *(Elementwise(Lambda((t, u), t + u), x), Elementwise(sin, x, -1)),
    *(Elementwise(sin, x, HALF), Maximum(t, u, u), Maximum(f(t), t, Unit(x))),
    *(Maximum(Dot(x, x), x, gt(t, 0)), Maximum(Dot(x, x), x, w)),
]
PLACES = [
    *(Column(A, t), Column(A, x), Column(A, 0), Row(A, A), BasisVector(A, n)),
    *(BasisVector(1, A), BasisVector(t, n), BasisVector(1, t), Eigenvalue(A, 0)),
    *(Eigenvalue(A, t), Eigenvalue(A, A), SingularValue(R, 0), SingularValue(R, -1)),
    *(SingularValue(R, HALF), VectorFunction("g", t)(x)),
]
MATRICES = [
    *(Column(t, 1), Row(t, 1), Diag(t), DiagonalOf(t), Vec(t), S(t), V(t)),
    *(Elementwise(sin, t), Jacobian(x, t), HessianMatrix(t, t)),
]
WORTHLESS = [
    *(Symmetric(A), Unit(x), Diagonal(A), Normal(0, 1), Expectation(Normal(0, 1))),
    *(mean(t), mean(3), mean(Normal(A, 1)), mean(Normal(0, A)), mean(Poisson(-1))),
    *(mean(Uniform(1, 0)), mean(Normal(0, 0)), mean(Finite(t, c)), mean(Finite(y))),
    *(RandomSample("Z", Normal(0, 1), A)[1], RandomVector("Z", Normal(0, 1), A)),
    *(f(t) + f(t, u), S(x) + S(A), Norm(V(x)) + Norm(V(w))),
]
SHAPES = [
    *(Covariance(X, A), Covariance(x, R), Variance(A), Grad(A, x), Diag(A), Dot(x, A)),
    *(SpectralRadius(R), DiagonalOf(R), ArgMax(A, t), S(x.T), Eigenvalue(R, 1)),
]
REFUSED = {
    "it takes .* arguments, not|it takes two|parameters are others": COUNTS,
    "is a function: write it of something": FUNCTIONS,
    "no name that|nothing varies|no index with a range": VARIABLES,
    "no number: take one|no two ends|p is 1, 2 or oo|no expression|divided by 0|"
    "no function from|order: |no hypothesis on": NUMBERS,
    "is no whole number from 1": PLACES,
    "it is of a vector or matrix": MATRICES,
    "no value|no distribution|parameters are|positive|IndexedBases|one name": WORTHLESS,
    "shapes do not fit": SHAPES,
}
EACH = [(words, e) for words, of in REFUSED.items() for e in of]


@pytest.mark.parametrize(("words", "e"), EACH, ids=lambda p: str(p)[:40])
def test_what_a_term_cannot_be_of_is_said(words, e):
    with pytest.raises(ClaimError) as caught:
        claim("misbuilt", e, c)
    assert re.search(words, caught.value.what), caught.value
    assert (caught.value.key, caught.value.line > 0) == ("misbuilt", True)


ARITHMETIC = [lambda: Integral(f, t), lambda: Sum(f, (k, 1, n)), lambda: 2 - f]
ARITHMETIC += [lambda: f * t, lambda: -f, lambda: t / f, lambda: f**2]


@pytest.mark.parametrize("build", ARITHMETIC)
def test_no_arithmetic_is_done_with_a_function_of_nothing(build):
    with pytest.raises(TypeError, match=r"f is a function: write it of something"):
        build()


def test_any_function_is_that_of_its_name():
    g = sp.Function("f", real=True)
    assert f == functions("f") == g == f
    assert {f(t), g(t)} == {f(t)}
    assert f(t) - g(t) == 0
    assert f != functions("g")


def test_a_place_that_falls_below_1_has_no_value():
    for e in (Eigenvalue(A, i - 1), SingularValue(A, i - 1), Norm(Row(A, i - 1))):
        with pytest.raises(ClaimError, match="below 1"):
            claim("place", e, c, given=[Symmetric(A)])


WHERE = {
    "different shapes": [{t: A}, {x: t}, {x: sp.Matrix([1, 2])}],
    "no expression": [{t: None}, {t: [1, 2]}],
    "no value": [{t: Symmetric(A)}, {t: Normal(0, 1)}],
    "is a function": [{t: f}, {f: t}],
}


@pytest.mark.parametrize("words", WHERE)
def test_what_a_name_cannot_stand_for_is_said(words):
    for where in WHERE[words]:
        with pytest.raises(ClaimError, match=words):
            claim("where", t + x[0, 0], c, where=where)
    with pytest.raises(ClaimError, match="different shapes"):
        definition("where", A, t)


OPTIONS = {
    "domain: .*write two numbers": [
        *({"domain": {t: d}} for d in (3, (1, 0), ("a", "b"), (0, sp.oo), (0, u))),
        *({"domain": {t: d}} for d in ((0, 1, 2), None)),
    ],
    "no function": [{"oracle": 3}, {"prover": 3}],
    "no whole number": [{"points": "x"}, {"points": 2.5}, {"work": None}],
    "no number": [{"tolerance": "a"}],
    "no text": [{"title": 3}, {"topic": 3}, {"measured_only": True}],
    "no True or False": [{"numbered": 3}],
}


@pytest.mark.parametrize("words", OPTIONS)
def test_what_a_check_cannot_be_told_is_said(words):
    for options in OPTIONS[words]:
        with pytest.raises(ClaimError, match=words):
            claim("options", sin(t) ** 2, 1 - sp.cos(t) ** 2, **options)


@pytest.mark.parametrize("variable", [A, f, 2, u])
def test_an_order_is_in_a_symbol_of_the_sides(variable):
    with pytest.raises(ClaimError, match="no symbol of the sides"):
        claim("order", a**2, a, "~", variable=variable)
    with pytest.raises(ClaimError, match="is in no line"):
        derivation("line", t, step(2 * t, "doubled", "∝"), variable=variable)


def test_what_is_no_line_of_a_derivation_is_said():
    with pytest.raises(ClaimError, match="no line: write step"):
        derivation("line", t, t)
