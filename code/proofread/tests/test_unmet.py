"""Hypotheses are honoured or refused by name; none is ignored or advised away."""

from typing import Any

import pytest
import sympy as sp
from sympy import (
    Abs,
    Derivative,
    Determinant,
    IndexedBase,
    Inverse,
    MatrixSymbol,
    Sum,
    Trace,
    log,
)

from proofread import ClaimError, claim, derivation, step
from proofread.distributions import Normal
from proofread.nodes import (
    ArgMax,
    ArgMin,
    Dot,
    Expectation,
    Maximum,
    Orthogonal,
    PositiveDefinite,
    PseudoInverse,
    RandomVariable,
    Rank,
    Simplex,
    SquaredNorm,
    Symmetric,
    Unit,
    equal,
    functions,
    ge,
    gt,
    indices,
    le,
)
from proofread.printing import latex

n, m = sp.symbols("n m", integer=True, positive=True)
x, y, c, lam = sp.symbols("x y c lambda", real=True)
a, b = sp.symbols("a b", positive=True)
A, D, S = (MatrixSymbol(name, n, n) for name in "ADS")
u, v = MatrixSymbol("u", n, 1), MatrixSymbol("v", n, 1)
z = IndexedBase("z", shape=(n,), real=True)
w = IndexedBase("w", shape=(n,), real=True)
f = functions("f")
i = indices("i", n)
k = sp.Symbol("k", integer=True)
X = RandomVariable("X", Normal(c, 1))
ZERO = sp.ZeroMatrix(n, n)
BEST = ArgMin(Trace(S) - log(Determinant(S)), S)


def error(state: Any, *arguments: Any, **options: Any) -> str:
    with pytest.raises(ClaimError) as caught:
        state("k", *arguments, **options)
    assert caught.value.chapter == __file__
    return str(caught.value)


@pytest.mark.parametrize(
    ("sides", "h", "told"),
    [
        ((A * A * v, lam**2 * v), equal(A * v, lam * v), "an equation of matrices"),
        ((sp.Transpose(A * A), A * A), equal(A, A.T), "an equation of matrices"),
        ((Trace(D * A), 0), equal(D * A, ZERO), "an equation of matrices"),
        ((Sum(z[k], (k, 1, n)), Sum(w[k], (k, 1, n))), equal(z[i], w[i]), "free index"),
        ((Sum(z[k], (k, 1, n)), Sum(w[k], (k, 1, n))), equal(z[k], w[k]), "free index"),
        ((BEST, sp.Identity(n)), PositiveDefinite(S), "S is varied by an optimum"),
        ((ArgMax(-((x - c) ** 2), x), c), gt(x, 0), "x is varied by an optimum"),
        ((Maximum(Dot(u, v), u, Unit(u)), 1), Simplex(u), "u is varied by an optimum"),
        ((Expectation(X), 0), equal(X, 0), "what is random"),
        ((Trace(A * D), Trace(D * A)), Symmetric(A * D), "no name of a matrix"),
    ],
)  # fmt: skip
def test_what_cannot_be_met_is_refused_by_name(sides: Any, h: Any, told: str) -> None:
    message = error(claim, *sides, given=[h])
    assert f"given: {h}: " in message
    assert told in message


M = MatrixSymbol("M", n, m)
WIDE, HIGH = gt(Determinant(M * M.T), 0), gt(Determinant(M.T * M), 0)


@pytest.mark.parametrize("r", [m, n, 2, Rank(A)])
def test_a_rank_is_said_by_a_determinant(r: Any) -> None:
    told = error(claim, PseudoInverse(M) * M, sp.Identity(m), given=[equal(Rank(M), r)])
    assert f"given: {equal(Rank(M), r)}: a rank cannot be met" in told
    assert "gt(Determinant(X.T*X), 0)" in told


@pytest.mark.parametrize(
    ("sides", "h"),
    [
        ((PseudoInverse(M) * M, sp.Identity(m)), HIGH),
        ((M * PseudoInverse(M), sp.Identity(n)), WIDE),
        ((Rank(M), m), HIGH),
        ((Rank(M.T * M), m), HIGH),
    ],
)
def test_full_rank_is_honoured(sides: Any, h: Any) -> None:
    bundle = claim("k", *sides, given=[h]).bundle
    assert [q.latex for q in bundle.conditions] == [latex(h)]
    assert bundle.proof is not None
    assert bundle.proof.lines
    rows, columns = ("n", "m") if h == HIGH else ("m", "n")
    assert bundle.measurement is not None
    assert all(q[columns] <= q[rows] for q in bundle.measurement.sizes)


@pytest.mark.parametrize("h", [HIGH, WIDE])
def test_full_rank_of_the_other_side_is_another_hypothesis(h: Any) -> None:
    product = M * PseudoInverse(M) if h == HIGH else PseudoInverse(M) * M
    assert "the sides differ" in error(
        claim, product, sp.Identity(product.rows), given=[h], measured_only="an example"
    )


def test_a_property_of_what_is_defined_is_claimed() -> None:
    where = {S: sp.Transpose(A) * A}
    told = error(claim, sp.Transpose(S) * 2, 2 * S, where=where, given=[Symmetric(S)])
    assert "S is defined: it has the property or has it not" in told


@pytest.mark.parametrize("h", [equal(f(1), 0), equal(Derivative(f(x), x), 2 * f(x))])
def test_a_function_is_not_made_zero_to_meet_a_hypothesis(h: Any) -> None:
    told = error(claim, f(x) ** 2, 0, given=[h], measured_only="all that is tried")
    assert f"no entry and no function but 0 makes the hypothesis {h} hold" in told


def test_a_product_that_vanishes_does_so_in_every_way() -> None:
    for left in (x, y):
        assert "the sides differ" in error(claim, left * c, 0, given=[equal(x * y, 0)])


def test_what_is_moved_stays_what_it_is_assumed_to_be() -> None:
    told = error(claim, Abs(a), b, given=[equal(a, -b)], measured_only="a sign")
    assert "no random values satisfy the hypotheses" in told
    claim("sum", (1 - a) * (1 - b), a * b, given=[equal(a + b, 1)])


@pytest.mark.parametrize("options", [{"sizes": {m: 3}}, {"domain": {y: (0, 1)}}])
def test_what_is_stated_of_no_name_of_the_claim_is_refused(options: Any) -> None:
    told = "is not in the claim: leave it out"
    assert told in error(claim, Sum(k, (k, 1, n)), n * (n + 1) / 2, **options)
    line = step(n * (n + 1) / 2, "pairs")
    assert told in error(derivation, Sum(k, (k, 1, n)), line, **options)


def test_sizes_of_a_derivation_are_those_of_some_line() -> None:
    lines = step(Sum(2 * k, (k, 1, n)) / 2, "twice the half"), step(n * (n + 1) / 2, "")
    derivation("k", Sum(k, (k, 1, n)), *lines, sizes={n: 3})


def test_no_hypothesis_is_advised_away_on_a_narrow_sample() -> None:
    claim("k", Abs(x + 5), x + 5, given=[ge(x, -5)], measured_only="a case")
    claim("k", Determinant(Inverse(S)), 1 / Determinant(S), given=[PositiveDefinite(S)])


def test_of_one_name_one_property_is_met() -> None:
    both = [Symmetric(A), Orthogonal(A)]
    assert "has another property too" in error(claim, A * A, sp.Identity(n), given=both)


def test_a_property_comes_before_an_equation() -> None:
    for given in ([equal(Dot(u, v), 1), Unit(u)], [Unit(u), equal(Dot(u, v), 1)]):
        claim("k", SquaredNorm(v - u), SquaredNorm(v) - 1, given=given)


def test_every_idle_hypothesis_is_named_at_once() -> None:
    told = error(claim, x * (x + 1), x**2 + x, given=[gt(x, 0), equal(y, 0)])
    assert "without the hypothesis x > 0, and without the hypothesis y = 0" in told


def test_what_is_assumed_already_is_idle_as_a_hypothesis() -> None:
    assert "without the hypothesis a > 0" in error(
        claim, log(a**2), 2 * log(a), given=[gt(a, 0)]
    )
    square = SquaredNorm(A * u)
    right = Dot(u, sp.Transpose(A) * A * u)
    assert "without the hypothesis" in error(claim, square, right, given=[Symmetric(A)])
    assert "without the hypothesis" in error(
        claim, n + n * n, n * (n + 1), given=[le(1, n)]
    )
