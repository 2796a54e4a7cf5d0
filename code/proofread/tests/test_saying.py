"""A claim says something: what is true by how it is written is refused."""

from typing import Any

import pytest
import sympy as sp
from sympy import (
    Abs,
    Derivative,
    Determinant,
    HadamardProduct,
    ImmutableMatrix,
    IndexedBase,
    Inverse,
    KroneckerProduct,
    Limit,
    MatMul,
    MatrixSymbol,
    Mul,
    Sum,
    Trace,
    Transpose,
    cos,
    exp,
    log,
    sin,
    sqrt,
)

from proofread import ClaimError, claim, derivation, step
from proofread.distributions import Normal
from proofread.nodes import (
    ArgMin,
    BasisVector,
    Column,
    Diag,
    Dot,
    Expectation,
    Grad,
    HessianMatrix,
    Jacobian,
    Maximum,
    Norm,
    Orthogonal,
    RandomVariable,
    ScalarFunction,
    SquaredNorm,
    Symmetric,
    Unit,
    Variance,
    Vec,
    VectorFunction,
    equal,
    functions,
    ge,
    gt,
    indices,
    le,
    lt,
)

n, m = sp.symbols("n m", integer=True, positive=True)
k, q = sp.symbols("k q", integer=True)
x, y, c, t = sp.symbols("x y c t", real=True)
a, b, h, v = sp.symbols("a b h v", positive=True)
A, B, C = (MatrixSymbol(name, n, n) for name in "ABC")
Q, S = MatrixSymbol("Q", n, n), MatrixSymbol("S", n, n)
u, w = MatrixSymbol("u", n, 1), MatrixSymbol("w", n, 1)
z = IndexedBase("z", shape=(n,), real=True)
f = functions("f")
F, G = ScalarFunction("f"), VectorFunction("g", m)
X = RandomVariable("X", Normal(c, v))
SLOPE, MATRIX = Derivative(f(x), x), ImmutableMatrix([[1, x], [0, 1]])


def refused(state: Any, *arguments: Any, **options: Any) -> str:
    with pytest.raises(ClaimError) as caught:
        state("k", *arguments, **options)
    assert caught.value.reader == "engine"
    assert caught.value.chapter == __file__
    return str(caught.value)


ONE_TREE = {
    "a function": ((f(x), f(x)), {}),
    "zero": ((x - x, 0), {}),
    "an inequality": ((x, x, "<="), {}),
    "an order": ((h**2, h**2, "~"), {"variable": h}),
    "the definition": ((c, x**2), {"where": {c: x**2}}),
    "two definitions": ((c + t, x**2 + y), {"where": {c: x**2, t: y}}),
    "a chain of them": ((c, x**2), {"where": {c: t, t: x**2}}),
    "a function's": ((f(y), y**2), {"where": {f(x): x**2}}),
    "a family's": ((z[k] + 1, k + 1), {"where": {z[t]: t}}),
    "a matrix's": ((u, A * w), {"where": {u: A * w}}),
    "factors": ((Mul(x, y, evaluate=False), Mul(y, x, evaluate=False)), {}),
    "brackets": ((MatMul(MatMul(A, B), C), MatMul(A, MatMul(B, C))), {}),
    "an index": ((Sum(z[k], (k, 1, n)), Sum(z[q], (q, 1, n))), {}),
    "a hypothesis": ((c + y, x**2 + y), {"given": [equal(c, x**2)]}),
    "the print": ((Transpose(Inverse(A)), Inverse(Transpose(A))), {}),
}


@pytest.mark.parametrize("name", ONE_TREE)
def test_one_tree_twice_says_nothing(name: str) -> None:
    sides, options = ONE_TREE[name]
    assert "it says nothing" in refused(claim, *sides, **options)


@pytest.mark.parametrize(
    ("sides", "given"),
    [
        ((x**2, y), [equal(x**2, y)]),
        ((x**2, y), [equal(y, x**2)]),
        ((x, y, "<="), [lt(x, y)]),
        ((x, y, ">="), [equal(x, y)]),
        ((x, y, "<"), [gt(y, x)]),
    ],
)
def test_the_hypothesis_is_not_the_claim(sides: Any, given: Any) -> None:
    assert "is the claim: it says nothing" in refused(claim, *sides, given=given)


@pytest.mark.parametrize(
    ("sides", "given"),
    [
        ((x**2 + y, x * y), [equal(x, 0), equal(y, 0)]),
        ((x * y + 1, 2), [equal(x, 1), equal(y, x)]),
        ((sin(c), c), [equal(c, 0)]),
    ],
)
def test_hypotheses_leave_more_than_one_value(sides: Any, given: Any) -> None:
    assert "leave one single value for" in refused(claim, *sides, given=given)


@pytest.mark.parametrize("given", [[gt(x, 1), lt(x, 0)], [ge(x, 1), equal(x, 0)]])
def test_hypotheses_that_no_value_satisfies_are_refused(given: Any) -> None:
    with pytest.raises(ClaimError, match="no random values satisfy"):
        claim("k", x, x**3, given=given)


GENERAL = {
    "a gradient": (Dot(u, Grad(F(w), w)) ** 2, Dot(Grad(F(w), w), u) ** 2),
    "a Jacobian": (Transpose(Jacobian(G(u), u) * A), A.T * Jacobian(G(u), u).T),
    "a slope": ((SLOPE + y) ** 2, SLOPE**2 + 2 * y * SLOPE + y**2),
    "a mean": ((Expectation(X) - y) * (Expectation(X) + y), Expectation(X) ** 2 - y**2),
    "a Hessian": (Trace(HessianMatrix(F(u), u) * A), Trace(A * HessianMatrix(F(u), u))),
}  # fmt: skip


@pytest.mark.parametrize("name", GENERAL)
def test_what_holds_of_anything_in_a_part_is_stated_of_that(name: str) -> None:
    assert "state the general one" in refused(claim, *GENERAL[name])


def test_a_line_of_a_derivation_does_not_only_swap_factors() -> None:
    swapped = Mul(y, x, evaluate=False) + 2 * x
    lines = step(2 * x + x * y, "apart"), step(swapped, "swapped")
    assert "line 2: " in refused(derivation, x * (y + 2), *lines)
    assert "it says nothing" in refused(derivation, x + y, step(x + y, "as before"))
    there = step(x**2 + 2 * x + 1, "expanded"), step((x + 1) ** 2, "and back")
    assert "it says nothing" in refused(derivation, (x + 1) ** 2, *there)
    named = step(x**2, "what it stands for")
    assert "it says nothing" in refused(derivation, c, named, where={c: x**2})
    entries = HadamardProduct(u, w), step(HadamardProduct(w, u), "swapped")
    assert "it says nothing" in refused(derivation, *entries)


SAID = {
    "transpose of a product": (Transpose(A * B), B.T * A.T),
    "inverse of a product": (Inverse(A * B), MatMul(Inverse(B), Inverse(A))),
    "trace of a product": (Trace(A * B), Trace(B * A)),
    "determinant of a product": (Determinant(A * B), Determinant(A) * Determinant(B)),
    "square": ((x + y) ** 2, x**2 + 2 * x * y + y**2),
    "circle": (sin(x) ** 2 + cos(x) ** 2, 1),
    "logarithm": (log(a * b), log(a) + log(b)),
    "exponential": (exp(x) * exp(y), exp(x + y)),
    "root": (sqrt(x**2 + 2 * x + 1), Abs(x + 1)),
    "slope of a power": (Derivative(x**3, x), 3 * x**2),
    "product rule": (Derivative(x * f(x), x), f(x) + x * SLOPE),
    "limit": (Limit(sin(t) / t, t, 0), 1),
    "a sum": (Sum(k, (k, 1, n)), n * (n + 1) / 2),
    "a sum taken apart": (Sum(z[k] + 1, (k, 1, n)), Sum(z[k], (k, 1, n)) + n),
    "a dot product": (Dot(u, w), Dot(w, u)),
    "a norm": (Norm(c * u), Abs(c) * Norm(u)),
    "a squared norm": (SquaredNorm(2 * u), 4 * SquaredNorm(u)),
    "a gradient": (Grad(Dot(w, u), u), w),
    "a quadratic form": (Grad(Dot(u, A * u), u), (A + A.T) * u),
    "chain rule": (Grad(exp(F(u)), u), exp(F(u)) * Grad(F(u), u)),
    "a sum's gradient": (Grad(F(u) + Dot(w, u), u), Grad(F(u), u) + w),
    "a Jacobian": (Jacobian(A * u, u), A),
    "a symmetric Hessian": (HessianMatrix(F(u), u).T, HessianMatrix(F(u), u)),
    "variance": (Variance(X), Expectation(X**2) - Expectation(X) ** 2),
    "a scaled variance": (Variance(3 * X + y), 9 * v),
    "a column": (A * BasisVector(indices("j", n), n), Column(A, indices("j", n))),
    "a diagonal": (Diag(u) * w, HadamardProduct(u, w)),
    "vectorized": (Vec(A * B * C), KroneckerProduct(C.T, A) * Vec(B)),
    "a matrix": (MatMul(MATRIX, MATRIX), ImmutableMatrix([[1, 2 * x], [0, 1]])),
    "a best point": (ArgMin((x - c) ** 2, x), c),
}  # fmt: skip
UNDER: dict[str, Any] = {
    "orthogonal": ((Determinant(Q) ** 2, 1), {"given": [Orthogonal(Q)]}),
    "symmetric": ((Dot(u, S * w), Dot(S * u, w)), {"given": [Symmetric(S)]}),
    "a bound": ((log(a), a - 1, "<="), {"equality": {a: 1}}),
    "two squares": ((2 * x * y, x**2 + y**2, "<="), {"equality": {x: y}}),
    "a unit vector": (
        (Maximum(Dot(w, u), u, Unit(u)), Norm(w)),
        {"measured_only": "a search"},
    ),
    "a remainder": ((exp(h) - 1 - h, h**2, "~"), {"variable": h}),
    "defined": ((c**2, x**2 + 2 * x + 1), {"where": {c: x + 1}}),
    "on a line": ((x**2 - y**2, x - y), {"given": [equal(x + y, 1)]}),
    "small": (
        (x**2, Abs(x), "<="),
        {"given": [le(Abs(x), 1)], "measured_only": "one case"},
    ),
    "partly fixed": ((x * y, y), {"given": [equal(x, 1)]}),
    "logistic": (
        (f(x).diff(x), f(x) * (1 - f(x))),
        {"where": {f(x): 1 / (1 + exp(-x))}},
    ),
}


def test_a_line_may_say_what_a_name_stands_for() -> None:
    lines = step((x + 1) ** 2, "what it is"), step(x**2 + 2 * x + 1, "expanded")
    derivation("k", c**2, *lines, where={c: x + 1})


def test_a_part_that_is_on_one_side_alone_may_be_any() -> None:
    claim("k", Grad(Trace(A.T * A) + Trace(B.T * B), A), 2 * A)
    cross = y * log(a) + Expectation(X) * log(b)
    claim("k", Expectation(y * log(a) + X * log(b)), cross.subs(Expectation(X), c))


@pytest.mark.parametrize("name", SAID)
def test_what_has_to_be_worked_out_stands(name: str) -> None:
    claim("k", *SAID[name])


@pytest.mark.parametrize("name", UNDER)
def test_what_needs_its_hypotheses_stands(name: str) -> None:
    sides, options = UNDER[name]
    claim("k", *sides, **options)


MEANT: dict[str, tuple[Any, Any]] = {
    "a squared length": (SquaredNorm(u), Dot(u, u)),
    "a variance": (Variance(X), Expectation((X - Expectation(X)) ** 2)),
    "a trace": (Trace(A), Sum(A[k, k], (k, 0, n - 1))),
}


@pytest.mark.parametrize("name", MEANT)
def test_what_a_book_may_prove_or_define_stands_and_is_read_apart(name: str) -> None:
    """Which of both it is no engine can tell: each reader has a way of its own."""
    left, right = MEANT[name]
    claim("k", left, right)
    with pytest.raises(ClaimError, match="the sides differ"):
        claim("k", left, 2 * right)


def test_the_list_that_stands_is_long_enough() -> None:
    assert len(SAID) + len(UNDER) >= 30
