"""What is only measured is attacked: what fails far out or on a thin set falls."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from sympy import (
    Abs,
    Derivative,
    Heaviside,
    IndexedBase,
    KroneckerDelta,
    Limit,
    MatrixSymbol,
    Sum,
    exp,
    sign,
)

from proofread import ClaimError, Expectation, Norm, RandomVariable, claim
from proofread.bundle import Verdict
from proofread.claim import Claim
from proofread.distributions import Normal
from proofread.judgments import Judgment
from proofread.measuring import attack, measure
from proofread.nodes import Dot
from proofread.numeric.climbing import climb

n = sp.Symbol("n", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
j = sp.Symbol("j", integer=True, positive=True)
x, y = sp.symbols("x y", real=True)
a, b = sp.symbols("a b", positive=True)
v, w = MatrixSymbol("v", n, 1), MatrixSymbol("w", n, 1)
z = IndexedBase("z", shape=(n,), real=True)
X = RandomVariable("X", Normal(0, 1))
third, tenth = sp.Rational(1, 3), sp.Rational(1, 10)
window = Heaviside(x - 3 - tenth) * Heaviside(3 + third - x)

FALSE: dict[str, tuple[Any, ...]] = {
    "a bound far out": (x, 30, "<="),
    "a bound near": (a, sp.Rational(5, 2), "<"),
    "a bound of a square": (x**2, 10**6, "<="),
    "a bound farther out": (x**2, 10**13, "<="),
    "a jump far out": (x, x + Heaviside(x - 100), "="),
    "a jump farther out": (x, x + Heaviside(x - 500_000), "="),
    "a kink far out": (sp.Max(x, -100), x, "="),
    "a narrow window": (x, x + window, "="),
    "a narrow hill": (exp(-10 * (x - 7) ** 2), sp.Rational(1, 2), "<="),
    "a shallow well": (x**4 - 10 * x**2 + y**2 + 25 - tenth, 0, ">="),
    "a curved valley": ((1 - x) ** 2 + 20 * (y - x**2) ** 2, third**6, ">="),
    "strict but at zero": (x**2, 0, ">"),
    "strict but at the zero vector": (Norm(v), 0, ">"),
    "strict but at a third": ((x - third) ** 2, 0, ">"),
    "strict but on a curve": ((x * y - 2) ** 2, 0, ">"),
    "strict but for equal vectors": (
        Dot(v, w), (Dot(v, v) + Dot(w, w)) / 2, "<",
    ),
    "counts up to forty": (Heaviside(k - 45), 0, "="),
    "counts but one": (KroneckerDelta(k, 57), 0, "="),
    "counts but one that it names": (KroneckerDelta(k, 777), 0, "="),
    "counts up to one that it names": (Heaviside(k - 7777), 0, "="),
    "a narrow hill far out": (exp(-((x - 5000) ** 2)), third, "<="),
    "a narrow hill far below": (exp(-((x + 5000) ** 2)), third, "<="),
    "sizes up to twelve": (
        Sum(z[j], (j, 1, n)),
        Sum(z[j] * (1 + Heaviside(j - sp.Rational(31, 2))), (j, 1, n)), "=",
    ),
    "a limit along its zeros": (Limit(sp.sin(2 * sp.pi / a), a, 0, "+"), 0, "="),
    "a limit at whole numbers": (Limit(sp.sin(sp.pi * x), x, sp.oo), 0, "="),
    "a limit before a jump": (Limit(Heaviside(x - 5000), x, sp.oo), 0, "="),
    "a slope at a kink": (Derivative(Abs(x), x), sign(x), "="),
}  # fmt: skip


@pytest.mark.parametrize("name", FALSE)
def test_a_falsehood_that_hides_falls(name: str) -> None:
    left, right, relation = FALSE[name]
    tried = Claim(f"attacked {name}", left, right, relation)
    found = measure(tried)
    assert found.judgment is Judgment.FAILS or attack(tried).worst is not None


def test_a_tail_beyond_all_doubles_is_refuted_exactly() -> None:
    tail = Expectation(Heaviside(X - 60))
    with pytest.raises(ClaimError, match="symbolic reader: refuted"):
        claim("tail", tail, 0, measured_only="far out")


TRUE: dict[str, tuple[Any, ...]] = {
    "a hyperbola": (1 / a, 0, ">"),
    "a tail": (exp(-x), 0, ">"),
    "a bell": (exp(-(x**2)), 0, ">"),
    "a sigmoid": (1 / (1 + exp(-x)), 1, "<"),
    "a far minimum": ((x * y - 1) ** 2 + x**2, 0, ">"),
    "a logarithm": (sp.log(a), a - 1, "<="),
    "powers": (exp(a) * exp(x), exp(a + x), "="),
    "a product of sums": (Dot(v, w) ** 2, Dot(v, v) * Dot(w, w), "<="),
    "means": (sp.sqrt(a * b), (a + b) / 2, "<="),
    "a sum": (Sum(j, (j, 1, n)), n * (n + 1) / 2, "="),
    "a limit": (Limit(sp.sin(a) / a, a, 0), 1, "="),
    "a limit far out": (Limit(x / (x + 1), x, sp.oo), 1, "="),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_withstands(name: str) -> None:
    left, right, relation = TRUE[name]
    tried = Claim(f"withstands {name}", left, right, relation)
    assert measure(tried).judgment is Judgment.HOLDS
    assert attack(tried).worst is None


def test_what_was_tried_is_told_and_the_same_again() -> None:
    tried = Claim("told", sp.log(a), a - 1, "<=")
    found = attack(tried)
    assert found == attack(tried)
    assert found.compared > 1000
    assert found.searches > 3
    assert found.reach[0] < 1e-5
    assert found.reach[1] > 1e5


def test_measured_only_proves_nothing_and_shows_the_attack() -> None:
    sides = (sp.sin(x) ** 2 + sp.cos(x) ** 2, 1)
    bundle = claim("circle", *sides, measured_only="as a test").bundle
    assert bundle.verdict is Verdict.MEASURED_ONLY
    assert bundle.proof
    assert not bundle.proof.method
    assert bundle.measurement is not None
    assert bundle.measurement.attack is not None


def test_what_is_proved_at_sizes_falls_where_it_fails_at_larger_ones() -> None:
    late = Heaviside(j - sp.Rational(25, 2))
    with pytest.raises(ClaimError, match="a search found where it fails"):
        claim("late", Sum(z[j] * (1 + late), (j, 1, n)), Sum(z[j], (j, 1, n)))


def test_what_is_proved_at_sizes_shows_how_far_it_was_tried() -> None:
    found = claim(
        "early",
        Sum(z[j] * Heaviside(j - sp.Rational(3, 2)), (j, 1, n)),
        Sum(z[j], (j, 2, n)),
    )
    bundle = found.bundle
    assert bundle.verdict is Verdict.PROVED_AT_SIZES
    assert bundle.measurement is not None
    assert bundle.measurement.attack is not None
    assert bundle.measurement.attack.largest > 12


def test_a_search_climbs_a_curved_ridge() -> None:
    def ridge(p: Any) -> float:
        return -float((1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2)

    top = climb(ridge, np.array([-1.2, 1.0]), np.random.default_rng(0), 2000)
    assert np.allclose(top, 1, atol=1e-3)
