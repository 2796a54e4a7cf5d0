"""All that a claim rests on is printed as a condition, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import (
    Abs,
    Derivative,
    Determinant,
    Function,
    IndexedBase,
    Inverse,
    MatrixSymbol,
    Product,
    Sum,
    Symbol,
    Trace,
    cos,
    exp,
    log,
    sign,
    sin,
    sqrt,
    symbols,
)

from proofread import (
    ArgMax,
    ArgMin,
    Diag,
    Expectation,
    Grad,
    HessianMatrix,
    Norm,
    Normal,
    Orthogonal,
    RandomSample,
    RandomVariable,
    ScalarFunction,
    Variance,
    claim,
    derivation,
    gt,
    refute,
    step,
)
from proofread.reading import tex
from proofread.reading.checking import fault
from proofread.reading.statement import Statement
from proofread.sphinx.renderings import in_bundle

a, b = symbols("a b", positive=True)
nonzero = Symbol("b", real=True, nonzero=True)
x, y, p, h = symbols("x y p h", real=True)
m = Symbol("m", integer=True)
n, d, r, count = symbols("n d r N", integer=True, positive=True)
k = Symbol("k", integer=True)
f, g = (Function(name, real=True) for name in "fg")
A, B = MatrixSymbol("A", n, n), MatrixSymbol("B", n, n)
W = MatrixSymbol("W", d, r)
v = MatrixSymbol("v", n, 1)
z = IndexedBase("z", shape=(n,), positive=True)
w = IndexedBase("w", shape=(n,), real=True)
phi = ScalarFunction("f")
N = RandomVariable("N", Normal(0, a))


def share(rng, shape):
    return rng.uniform(0, 1, shape)


Case = tuple[tuple[Any, ...], dict[str, Any], list[str]]

PRINTED: dict[str, Case] = {
    # signs
    "a logarithm of a square": ((log(a**2), 2 * log(a)), {}, ["a > 0"]),
    "of a product": ((log(a * b), log(a) + log(b)), {}, ["a, b > 0"]),
    "a power of any number": ((a**x * a**y, a ** (x + y)), {}, ["a > 0"]),
    "a mean": ((2 * a * b, a**2 + b**2, "<="), {}, []),
    "entries": (
        (log(Product(z[k], (k, 1, n))), Sum(log(z[k]), (k, 1, n))),
        {},
        ["z_{k} > 0"],
    ),
    # parts that exist
    "a cancelled divisor": (((x**2 - 1) / (x - 1), x + 1), {}, [r"x \ne 1"]),
    "two of them": (
        ((x**3 - x) / (x**2 - 1), x),
        {},
        [r"x \ne -1", r"x \ne 1"],
    ),
    "a kink": ((Abs(x) / x, sign(x)), {}, [r"x \ne 0"]),
    "a difference": (((x**2 - y**2) / (x - y), x + y), {}, [r"x \ne y"]),
    "a divisor of both sides": (
        (
            Derivative(f(x) / g(x), x),
            (Derivative(f(x), x) * g(x) - f(x) * Derivative(g(x), x)) / g(x) ** 2,
        ),
        {},
        [r"g(x) \ne 0", r"f, g \text{ differentiable}"],
    ),
    "inverses": (
        (Inverse(A * B), Inverse(B) * Inverse(A)),
        {},
        [r"\det \mathbf{A}, \det \mathbf{B} \ne 0"],
    ),
    "an inverse of a diagonal": (
        (Trace(Diag(v) * A * Inverse(Diag(v))), Trace(A)),
        {},
        [r"v_{i} \ne 0"],
    ),
    "a norm": ((Grad(Norm(v), v), v / Norm(v)), {}, [r"\mathbf{v} \ne \mathbf{0}"]),
    # intervals
    "an interval that is needed": (
        (Derivative(log(p / (1 - p)), p), 1 / (p * (1 - p))),
        {"domain": {p: (0.1, 0.9)}},
        ["0 < p < 1"],
    ),
    "half of an interval": (
        (log(x**2), 2 * log(x)),
        {"domain": {x: (1, 2)}},
        ["x > 0"],
    ),
    "an interval of what is measured": (
        (Abs(x + 5), x + 5),
        {"domain": {x: (-3, 2)}, "measured_only": "an example"},
        ["-3 < x < 2"],
    ),
    "what a function draws": (
        (x, 30, "<="),
        {"domain": {x: share}, "measured_only": "an example"},
        [r"x \text{ between 0.0039 and 1, as drawn}"],
    ),
    "what a function draws of a vector, of entries and of two numbers": (
        (Norm(v) + Sum(w[k], (k, 1, n)) + x + y, 50, "<="),
        {"domain": dict.fromkeys((v, w, x, y), share), "measured_only": "an example"},
        [
            r"\mathbf{v}, w \text{ between 0.00065 and 1, as drawn}",
            r"x, y \text{ between 0.0039 and 1, as drawn}",
        ],
    ),
    "what a function draws of a number that need be positive alone": (
        (log(a**2), 2 * log(a)),
        {"domain": {a: share}},
        ["a > 0"],
    ),
    "a place in the interval of its variable": (
        (ArgMax(x * log(p) + (1 - x) * log(1 - p), p), x),
        {"domain": {x: (0.1, 0.9), p: (0, 1)}},
        ["0 < x < 1"],
    ),
    "an optimum that is flat at 0": (
        (ArgMin(nonzero**2 * (x - y) ** 2, x), y),
        {},
        [r"b \ne 0"],
    ),
    "a weight of an optimum": ((ArgMin(a * (x - y) ** 2, x), y), {}, ["a > 0"]),
    "one of two weights": (
        (ArgMin(a * (x - p) ** 2 + b * (x - y) ** 2, x), (a * p + b * y) / (a + b)),
        {},
        ["a > 0", r"b \ge 0"],
    ),
    "a bound that is a hypothesis": (
        (log((a - 1) * b), log(a - 1) + log(b)),
        {"given": [gt(a, 1)]},
        ["a > 1", "b > 0"],
    ),
    # smooth functions
    "slopes": (
        (
            Derivative(f(x) * g(x), x),
            f(x) * Derivative(g(x), x) + g(x) * Derivative(f(x), x),
        ),
        {},
        [r"f, g \text{ differentiable}"],
    ),
    "the order of two derivatives": (
        (Derivative(f(x, y), x, y), Derivative(f(x, y), y, x)),
        {},
        [r"f \text{ twice continuously differentiable}"],
    ),
    "a Hessian": (
        (HessianMatrix(phi(v), v), HessianMatrix(phi(v), v).T),
        {},
        [r"f \text{ twice continuously differentiable}"],
    ),
    "an order of magnitude": (
        ((f(x + h) - f(x - h)) / (2 * h) - Derivative(f(x), x), h**2, "~"),
        {"variable": h},
        [r"f \text{ 3 times differentiable}"],
    ),
    # whole numbers and sizes
    "a whole number": (
        (Derivative(x**m, x), m * x ** (m - 1)),
        {},
        [r"x \ne 0", r"m \text{ integer}"],
    ),
    "a count": (
        (Derivative(x**count, x), count * x ** (count - 1)),
        {},
        [r"N = 1, 2, \dots"],
    ),
    "no more columns than rows": (
        (Trace(W * W.T), r),
        {"given": [Orthogonal(W)]},
        [r"\mathbf{W}^{\top}\mathbf{W} = \mathbf{I}", r"r \le d"],
    ),
    # parameters of distributions
    "a variance": ((Expectation(N**2), a), {}, [r"N \sim \mathcal{N}(0, a)", "a > 0"]),
}


@pytest.mark.parametrize("name", PRINTED)
def test_what_a_claim_rests_on_is_printed(name):
    sides, options, expected = PRINTED[name]
    bundle = claim("k", *sides, **options).bundle
    assert [condition.latex for condition in bundle.conditions] == expected


NOTHING: dict[str, tuple[Any, ...]] = {
    "positive numbers in a polynomial": ((a + b) ** 2, a**2 + 2 * a * b + b**2),
    "an exponential": (exp(a) * exp(b), exp(a + b)),
    "a square of a whole number": ((m + 1) ** 2, m**2 + 2 * m + 1),
    "a divisor that is never 0": (1 - 1 / (1 + x**2), x**2 / (1 + x**2)),
    "a logarithm of what is positive": (
        log(exp(x) / (1 + exp(x))),
        x - log(1 + exp(x)),
    ),
    "a root of a square": (sqrt(x**2 + 2 * x * y + y**2), Abs(x + y)),
    "a count in a divisor": (Sum(z[k], (k, 1, n)) / n, Sum(z[k] / n, (k, 1, n))),
    "sizes": (Trace(A + B), Trace(A) + Trace(B)),
    "a function as it is": (sin(f(x)) ** 2, 1 - cos(f(x)) ** 2),
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_a_claim_does_without_is_not_printed(name):
    assert claim("k", *NOTHING[name]).bundle.conditions == ()


def test_of_what_is_proved_nobody_is_told_what_a_function_draws():
    assert not claim("k", x * (x + 1), x**2 + x, domain={x: share}).bundle.conditions


def test_a_hypothesis_is_not_said_twice():
    volume = Determinant(A)
    stated = claim("k", Grad(log(volume), A), A.inverse().T, given=[gt(volume, 0)])
    assert [q.latex for q in stated.bundle.conditions] == [r"\det \mathbf{A} > 0"]


def test_an_optimum_lies_where_its_variable_does():
    found = claim("k", ArgMin(x * a - log(a), a), 1 / x, domain={x: (0.5, 2)})
    assert [q.latex for q in found.bundle.conditions] == ["x > 0"]


def test_a_derivation_prints_what_its_displayed_lines_rest_on():
    start = (x**2 - 1) / (x - 1) + sin(x) ** 2
    lines = step(x + 1 + sin(x) ** 2, "cancel"), step(x + 2 - cos(x) ** 2, "add")
    stated = derivation("k", start, *lines)
    assert [q.latex for q in stated.bundle.conditions] == [r"x \ne 1"]


def test_a_derivation_prints_how_what_its_first_line_has_is_distributed():
    X = RandomSample("X", n, Normal(0, a))
    mean, parts = Sum(X[k], (k, 1, n)) / n, Sum(Variance(X[k]), (k, 1, n)) / n**2
    lines = step(parts, "draw"), step(a / n, "add")
    bundle = derivation("k", Variance(mean), *lines, sizes={n: 2}).bundle
    assert any("mathcal{N}" in q.latex for q in bundle.conditions)
    assert fault(Statement(bundle), in_bundle(bundle)) == ""


def test_a_falsehood_and_a_definition_rest_on_nothing():
    assert refute("k", log(a + b), log(a) + log(b)).bundle.conditions == ()


@pytest.mark.parametrize("name", PRINTED)
def test_a_condition_is_read_back(name):
    sides, options, _ = PRINTED[name]
    bundle = claim("k", *sides, **options).bundle
    assert bundle.sample is not None
    assert fault(Statement(bundle), in_bundle(bundle)) == ""


@pytest.mark.parametrize(
    ("name", "latex"),
    [
        ("a logarithm of a square", "a < 0"),
        ("of a product", "a, a > 0"),
        ("a cancelled divisor", r"x \ne 2"),
        ("an interval that is needed", "0 < p < 2"),
        ("slopes", r"f, f \text{ differentiable}"),
        ("slopes", r"f, g \text{ twice differentiable}"),
        ("a count", r"N = 0, 1, \dots"),
        ("what a function draws", r"x \text{ between 0.0039 and 2, as drawn}"),
        ("no more columns than rows", r"d \le r"),
    ],
)
def test_a_condition_printed_otherwise_is_found(name, latex):
    sides, options, _ = PRINTED[name]
    bundle = claim("k", *sides, **options).bundle
    statement = Statement(bundle)
    last = max(what for what in statement.due() if what.startswith("condition"))
    shown = dict(in_bundle(bundle))
    shown[last] = tex.layout(latex)
    assert fault(statement, shown.items())
