"""Names mean what they print: what looks like something else is refused by name."""

from typing import Any

import pytest
import sympy as sp
from sympy import Function, IndexedBase, MatrixSymbol, Sum, Symbol, Transpose, exp

from proofread import ClaimError, claim, definition
from proofread.distributions import Normal
from proofread.nodes import (
    BasisVector,
    Column,
    RandomVariable,
    Row,
    ScalarFunction,
    VectorFunction,
    functions,
    indices,
)

n, m = sp.symbols("n m", integer=True, positive=True)
x, c, t = sp.symbols("x c t", real=True)
A, v = MatrixSymbol("A", n, n), MatrixSymbol("v", n, 1)
z = IndexedBase("z", shape=(n,), real=True)
f = functions("f")
u, w, g = Symbol("u"), IndexedBase("w", shape=(n,)), Function("g")
j = Symbol("j", integer=True)


def refused(state: Any, *arguments: Any, **options: Any) -> str:
    with pytest.raises(ClaimError) as caught:
        state("k", *arguments, **options)
    assert caught.value.reader == "engine"
    assert caught.value.chapter == __file__
    return str(caught.value)


def number(name: str) -> tuple[Any, Any]:
    u = Symbol(name, real=True)
    return (u + x) ** 2, u**2 + 2 * u * x + x**2


def matrix(name: str) -> tuple[Any, Any]:
    M = MatrixSymbol(name, n, n)
    return Transpose(M * A), A.T * M.T


def function(name: str) -> tuple[Any, Any]:
    g = Function(name, real=True)
    return sp.Derivative(x * g(x), x), g(x) + x * sp.Derivative(g(x), x)


@pytest.mark.parametrize(
    "name", ["pi", "π", r"\mathrm{\pi}", r"\mathrm{e}", r"\mathrm{i}"]
)
def test_a_constant_is_no_free_name(name: str) -> None:
    assert "rename it" in refused(claim, *number(name))


@pytest.mark.parametrize("name", ["exp", "sin", "log", "tr", "max", "nan", "oo", "Var"])
def test_the_word_of_a_function_is_no_free_name(name: str) -> None:
    for named in (number, function):
        assert f"the function or constant {name}" in refused(claim, *named(name))


WORDS = "Max Min Exp Log Tr Det MAX Sin Arg re COV Heaviside LambertW Si erfi max_3"


@pytest.mark.parametrize("name", [*WORDS.split(), r"\operatorname{Max}"])
def test_a_word_is_taken_in_large_letters_too(name: str) -> None:
    for named in (number, function):
        assert "the function or constant" in refused(claim, *named(name))


@pytest.mark.parametrize("name", ["zeta", "Heaviside", "fresnels", "dirichlet_eta"])
def test_a_function_of_sympy_is_no_free_function(name: str) -> None:
    assert f"the function or constant {name}" in refused(claim, *function(name))


@pytest.mark.parametrize("name", [r"\mathbb{E}", r"\mathrm{E}", r"\mathbb{E}_x"])
def test_what_prints_as_a_mean_is_no_name(name: str) -> None:
    for named in (number, function):
        assert "prints as the expected value" in refused(claim, *named(name))


@pytest.mark.parametrize("name", [r"\mathrm{H}", r"\mathrm{B}"])
def test_the_letter_of_a_node_is_no_name(name: str) -> None:
    for named in (number, function):
        assert "rename it" in refused(claim, *named(name))


@pytest.mark.parametrize("name", ["I", "I_n", "0", "1", "e_1"])
def test_a_matrix_is_not_named_as_a_known_one(name: str) -> None:
    assert "rename it" in refused(claim, *matrix(name))


NO_NAMES = ["1 = 0", "a + b", "2", "x y", r"\infty", "x%", r"x\label{a}", "a_{b=0}"]
NO_NAMES += ["Ι", "x\u200b", r"A^{\top}"]


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_is_no_letter_with_indices_is_no_name(name: str) -> None:
    assert "is no name: take a letter" in refused(claim, *number(name))


@pytest.mark.parametrize("name", ["x^2", "A^{-1}", "a^{k}"])
def test_a_name_does_not_look_like_a_power(name: str) -> None:
    assert "prints as a power of" in refused(claim, *number(name))


def test_a_square_as_a_name_needs_its_root_to_be_none() -> None:
    variance, sigma = sp.symbols("sigma2 sigma", positive=True)
    claim("variance", sp.Derivative(variance**2, variance), 2 * variance)
    assert "a power of σ" in refused(
        claim, (variance + sigma) * x, variance * x + sigma * x
    )


def test_a_function_does_not_look_like_a_derivative() -> None:
    assert "prints as a derivative" in refused(claim, *function("f_prime"))


def test_generic_functions_of_vectors_are_names_too() -> None:
    for made in (ScalarFunction("tr"), ScalarFunction("zeta"), VectorFunction("I", m)):
        gradient = sp.Add if isinstance(made, ScalarFunction) else sp.MatAdd
        assert "rename it" in refused(claim, gradient(made(v), made(v)), 2 * made(v))


def test_what_a_claim_holds_is_no_name_in_it() -> None:
    i, e, gamma = sp.symbols("i e gamma", real=True)
    assert "I, which the claim holds" in refused(
        claim, (i + sp.I) * x, i * x + sp.I * x
    )
    assert "Euler's number" in refused(claim, e * exp(x) * exp(t), e * exp(x + t))
    known = refused(claim, (gamma + sp.EulerGamma) * x, gamma * x + sp.EulerGamma * x)
    assert "EulerGamma, which the claim holds" in known
    big = Function("Gamma", real=True)(x)
    assert "gamma" in refused(claim, (big + sp.gamma(x)) * t, big * t + sp.gamma(x) * t)
    names = i + e + gamma + big
    claim("alone", (names + 1) * (names - 1), names**2 - 1)


def test_a_column_of_a_matrix_does_not_look_like_a_unit_vector() -> None:
    (k,) = (indices("k", m),)
    E = MatrixSymbol("E", n, m)
    assert "a unit vector" in refused(claim, E * BasisVector(k, m), Column(E, k))
    B = MatrixSymbol("B", n, m)
    claim("column", B * BasisVector(k, m), Column(B, k))


def test_a_number_does_not_look_like_an_entry() -> None:
    k, third = Symbol("k", integer=True), Symbol("z_3", real=True)
    told = refused(claim, third * Sum(z[k], (k, 1, n)), Sum(third * z[k], (k, 1, n)))
    assert "an entry of z" in told
    first = Symbol("v_1", real=True)
    assert "an entry of v" in refused(claim, (first + v[0]) * x, first * x + v[0] * x)
    claim("apart", (third + first) * x, third * x + first * x)


def test_usual_names_stay() -> None:
    names = (
        "beta gamma S N Q i e sigma2 xbar theta_hat_1 x_max dx W_{l+1} f_star d ell KL"
    )
    names += " relu x_prime Gamma zeta E H B Maxwell loss ci"
    for name in names.split():
        claim("usual", *number(name))
    for name in ("N", "Q", "e", "pi", "Sigma", "dX", "A_prev"):
        claim("usual", *matrix(name))
    for name in ("beta", "gamma", "Gamma", "sigma", "phi", "softmax", "E", "H"):
        claim("usual", *function(name))
    share = IndexedBase("pi", shape=(n,), real=True)
    k = Symbol("k", integer=True)
    claim("shares", Sum(2 * share[k], (k, 1, n)), 2 * Sum(share[k], (k, 1, n)))


MEANT = [sp.pi, sp.E, sp.oo, sp.Integer(1), x + 1, sp.sin(x)]
MEANT += [sp.Trace(A), A.T, A[0, 0], Row(A, 1)]


@pytest.mark.parametrize("name", MEANT)
def test_what_has_a_meaning_is_not_defined(name: Any) -> None:
    told = "has a meaning already: define a fresh name"
    assert told in refused(claim, x + x, 2 * x, where={name: x})
    assert told in refused(definition, name, x)


@pytest.mark.parametrize("name", [f(2), f(x**2), z[1], f(sp.sin(x))])
def test_a_family_is_defined_at_variables(name: Any) -> None:
    told = "is not taken at different variables"
    assert told in refused(claim, x + x, 2 * x, where={name: x})


def test_a_family_is_defined_once() -> None:
    where = {f(x): x, f(t): t**2}
    assert "is defined twice: define it once" in refused(
        claim, 2 * f(x), 2 * x, where=where
    )


def test_what_is_random_is_not_defined() -> None:
    X = RandomVariable("X", Normal(0, 1))
    assert "follows a distribution" in refused(claim, X + X, 2 * X, where={X: x})


def test_fresh_names_and_functions_stay_definable() -> None:
    sigma = functions("sigma")
    value = 1 / (1 + exp(-x))
    slope = sp.Derivative(sigma(x), x)
    claim("slope", slope, sigma(x) * (1 - sigma(x)), where={sigma(x): value})
    definition("fresh", c, x**2)


@pytest.mark.parametrize(
    ("lhs", "rhs", "name"),
    [
        ((u + 1) ** 2, u**2 + 2 * u + 1, "'u'"),
        (Sum(2 * w[j], (j, 1, n)), 2 * Sum(w[j], (j, 1, n)), "'w'"),
        (sp.Derivative(x * g(x), x), g(x) + x * sp.Derivative(g(x), x), "'g'"),
    ],
)
def test_a_name_says_what_it_stands_for(lhs: Any, rhs: Any, name: str) -> None:
    assert f"{name} does not say what it stands for" in refused(claim, lhs, rhs)


@pytest.mark.parametrize("kind", ["real", "positive", "integer", "even"])
def test_any_kind_of_real_number_is_said(kind: str) -> None:
    number = Symbol("u", **{kind: True})
    claim("k", (number + 1) ** 2, number**2 + 2 * number + 1)


@pytest.mark.parametrize("kind", ["complex", "imaginary"])
def test_no_name_stands_for_a_complex_number(kind: str) -> None:
    said: dict[str, Any] = {kind: True}
    u, w, g = Symbol("u", **said), IndexedBase("w", (n,), **said), Function("g", **said)
    squares = Sum(sp.Abs(w[j]) ** 2, (j, 1, n)), Sum(w[j] ** 2, (j, 1, n))
    sides = [(sp.Abs(u) ** 2, u**2), (sp.log(exp(u)), u), squares]
    sides.append((sp.Abs(g(x)) ** 2, g(x) ** 2))
    for lhs, rhs in sides:
        assert "write a + I*b" in refused(claim, lhs, rhs)
    assert "write a + I*b" in refused(claim, 2 * c, 2 * u, where={c: u})


def test_a_complex_number_is_made_of_two_real_ones() -> None:
    made = x + sp.I * t
    claim("k", made**2, x**2 - t**2 + 2 * sp.I * x * t)
    assert "differ" in refused_as_false(sp.log(exp(made)), made)


def refused_as_false(lhs: Any, rhs: Any) -> str:
    with pytest.raises(ClaimError) as caught:
        claim("k", lhs, rhs)
    assert caught.value.reader == "numeric"
    return str(caught.value)
