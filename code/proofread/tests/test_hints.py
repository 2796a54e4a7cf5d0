"""Did you mean …? The change of either side under which a false claim holds."""

import hashlib

import pytest
import sympy as sp
from corpus import CLAIMS, claim_between
from judged_hints import ALONE, WRONG, judged
from lengths import EVERYTHING
from sympy import (
    Derivative,
    Inverse,
    KroneckerProduct,
    MatMul,
    MatrixSymbol,
    Sum,
    Trace,
    Transpose,
)

from proofread.claim import Claim
from proofread.distributions import Normal
from proofread.hints import did_you_mean
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants import held_out
from proofread.nodes import (
    Grad,
    RandomVariable,
    SquaredNorm,
    Variance,
    Vec,
    functions,
    indices,
)
from proofread.printing import latex
from proofread.work import budget

n, d = sp.symbols("n d", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
t, mu = sp.symbols("t mu", real=True)
s, h = sp.symbols("sigma h", positive=True)
f, g = functions("f g")
A, B, C = (MatrixSymbol(name, n, n) for name in "ABC")
X, w = MatrixSymbol("X", n, d), MatrixSymbol("w", d, 1)
x, y = MatrixSymbol("x", n, 1), MatrixSymbol("y", n, 1)
Y = RandomVariable("Y", Normal(mu, s**2))
z, (i, j) = sp.IndexedBase("z", shape=(n,), real=True), indices("i j", n)
residual = X * w - y
hat = X * Inverse(X.T * X) * X.T

MEANT = {
    "sign": (
        Derivative(f(t) / g(t), t),
        (f(t) * Derivative(g(t), t) - g(t) * Derivative(f(t), t)) / g(t) ** 2,
        (g(t) * Derivative(f(t), t) - f(t) * Derivative(g(t), t)) / g(t) ** 2,
    ),
    "1/n": (
        Grad(SquaredNorm(residual) / n, w),
        2 * X.T * residual,
        2 / n * X.T * residual,
    ),
    "inner slope": (Derivative(sp.sin(t**2), t), sp.cos(t**2), 2 * t * sp.cos(t**2)),
    "square": (Variance(Y), s, s**2),
    "a size": (Trace(hat), n - 1, d),
    "n times": (
        sp.Determinant(s * A),
        s * sp.Determinant(A),
        s**n * sp.Determinant(A),
    ),
    "order": (Inverse(MatMul(A, B)), Inverse(A) * Inverse(B), Inverse(B) * Inverse(A)),
    "both halves": (Grad(MatMul(x.T, A, x), x), 2 * A * x, (A + A.T) * x),
    "1/√n": (Grad(sp.MatMul(x.T, y) / sp.sqrt(n), x), y, y / sp.sqrt(n)),
    "inverse": (
        Grad(sp.log(sp.Abs(sp.Determinant(A))), A),
        A.T,
        Transpose(Inverse(A)),
    ),
    "transpose of a product": (
        Grad(SquaredNorm(MatMul(A, B, x)), x),
        2 * MatMul(A.T, B.T, A, B, x),
        2 * MatMul(B.T, A.T, A, B, x),
    ),
    "index": (Derivative(Sum(z[k] ** 2, (k, 1, n)), z[j]), 2 * z[i], 2 * z[j]),
    "Kronecker": (
        Vec(A * B * C),
        KroneckerProduct(A, C.T) * Vec(B),
        KroneckerProduct(C.T, A) * Vec(B),
    ),
}


@pytest.mark.parametrize("slip", MEANT)
def test_the_right_side_that_was_meant_comes_first(slip):
    left, wrong, meant = MEANT[slip]
    first, *_ = did_you_mean(claim_between(left, wrong))
    assert (first.side, first.latex) == ("right", latex(meant))


def test_a_slip_on_the_left_side_is_told_with_the_whole_equation():
    wrong = Trace(MatMul(X, X.T, X, X.T))
    (meant,) = did_you_mean(claim_between(wrong, d))
    assert meant.side == "left"
    assert meant.latex == f"{latex(Trace(hat))} = d"


def test_a_slip_that_may_be_on_either_side_is_told_on_both():
    wrong = claim_between(Sum(k, (k, 1, n)), n * (n - 1) / 2)
    assert {m.side for m in did_you_mean(wrong)} == {"left", "right"}


def test_an_inequality_may_be_the_wrong_way_round():
    t2 = sp.Symbol("a", positive=True)
    wrong = claim_between(sp.log(t2), t2 - 1, relation=">=")
    (meant,) = did_you_mean(wrong)
    assert (meant.side, meant.claim.relation) == ("relation", "<=")


def test_an_order_that_was_meant_is_told_but_for_its_factor():
    wrong = Claim("k", sp.exp(h) - 1 - h, h, "~", variable=h)
    assert [m.latex for m in did_you_mean(wrong)] == ["h^{2}"]


def test_a_hint_says_something():
    assert did_you_mean(claim_between(2 * t, t)) == []


def test_what_is_far_from_anything_true_is_told_nothing():
    wrong = Derivative(sp.exp(t) * sp.sin(t), t)
    assert did_you_mean(claim_between(wrong, sp.log(2 + t**2) ** 3 + 5)) == []


def test_an_equation_with_two_slips_is_told_nothing():
    wrong = Derivative(f(t), t) * Derivative(g(t), t)
    assert did_you_mean(claim_between(Derivative(f(t) * g(t), t), wrong)) == []


def test_hints_are_worth_so_much_work_and_no_more():
    left, wrong, _ = MEANT["1/n"]
    with budget(500) as meter:
        assert did_you_mean(claim_between(left, wrong)) == []
    assert meter.spent <= meter.steps


# ---- mutants by the operators held out

CHEAP = {
    "product-rule",
    "quadratic-form",
    "log-determinant",
    "mean-squared-error",
    "parallelogram",
    "arithmetic-series",
    "geometric-series",
    "determinant-lemma",
    "norm-gradient",
    "hessian-quadratic",
    "log-of-product",
    "softmax-jacobian",
    "schur-determinant",
}
MANY = 2  # of each claim


def drawn(key):
    """Some mutants of either side that measurement refutes; all where EVERY is set."""
    every = [m for m in held_out(CLAIMS[key]) if m.side in ("left", "right")]
    every.sort(key=lambda m: hashlib.sha256(" ".join(m.shown).encode()).hexdigest())
    return every if EVERYTHING else every[:MANY]


@pytest.fixture(scope="module")
def mended():
    """Of every mutant drawn that is false, what its hint is worth."""
    found = {}
    for key in sorted(CHEAP):
        meant = {"left": CLAIMS[key].lhs, "right": CLAIMS[key].rhs}
        for m in drawn(key):
            if measure(m.claim, stop_early=True).judgment is Judgment.FAILS:
                hints = did_you_mean(m.claim)
                found[key, *m.shown] = judged(hints, m.side, meant[m.side])
    return found


def test_most_mutants_are_told_what_they_were_and_that_alone(mended):
    found = list(mended.values())
    assert found.count(ALONE) >= 0.7 * len(found)


def test_no_mutant_is_told_what_it_was_not(mended):
    assert [shown for shown, found in mended.items() if found == WRONG] == []
