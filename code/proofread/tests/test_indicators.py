"""Indicators, rounding, and the masks and norms of a network made of what there is."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp
from sympy import Derivative, Eq, IndexedBase, KroneckerDelta, Max, Ne, Sum, exp, sqrt

from proofread import (
    Bernoulli,
    Expectation,
    Exponential,
    Indicator,
    Normal,
    RandomVariable,
    Uniform,
    Variance,
    claim,
    refute,
)
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants.scoring import score
from proofread.nodes import indices
from proofread.printing import latex
from proofread.proving import prove

n = sp.Symbol("n", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
i, j, q = indices("i j q", n)
t, a, b, mu, share = sp.symbols("t a b mu p", real=True)
rate, v, c = sp.symbols("lambda v c", positive=True)
x, y, z = (IndexedBase(name, shape=(n,), real=True) for name in "xyz")
s, p = (IndexedBase(name, shape=(n, n), real=True) for name in "sp")
X = RandomVariable("X", Exponential(rate))
U, Z = RandomVariable("U", Uniform(0, 1)), RandomVariable("Z", Normal(0, 1))
B = RandomVariable("B", Bernoulli(share))
UNIT = {"domain": {t: (0, 1)}}
SHARE = {"domain": {share: (0, 1)}}
floor, ceiling, mean = sp.floor, sp.ceiling, Expectation
below = Indicator(t >= Z)
TRUE: dict[str, tuple[Any, ...]] = {
    "rounded down": (floor(t), t, "<="),
    "by less than 1": (t, floor(t) + 1, "<"),
    "rounded up": (ceiling(t), t, ">="),
    "up is down, mirrored": (ceiling(t), -floor(-t)),
    "the slope of steps": (Derivative(floor(t) * t, t), floor(t)),
    "one or the other": (Indicator(a < b) + Indicator(a >= b), 1),
    "three ways": (Indicator(a < b) + Indicator(Eq(a, b)) + Indicator(a > b), 1),
    "its square": (Indicator(a < b) ** 2, Indicator(a < b)),
    "at most 1": (Indicator(a <= b), 1, "<="),
    "not negative": (Indicator(Ne(a, b)), 0, ">="),
    "the larger": (Max(a, b), a * Indicator(a >= b) + b * Indicator(a < b)),
}
MEANS: dict[str, tuple[Any, Any, Any]] = {
    "uniform": (mean(Indicator(t >= U)), t, UNIT),
    "exponential": (mean(Indicator(c < X)), exp(-rate * c), {}),
    "normal": (mean(below), (1 + sp.erf(t / sqrt(2))) / 2, {}),
    "coin": (mean(Indicator(Eq(B, 1))), share, SHARE),
    "variance of a coin": (Variance(Indicator(Eq(B, 1))), share * (1 - share), SHARE),
    "variance": (Variance(below), mean(below) * (1 - mean(below)), {}),
}
FALSE: list[tuple[Any, ...]] = [
    (floor(t), t, "<"),
    (ceiling(t), floor(t) + 1),
    (floor(t), t),
    (floor(2 * t), 2 * floor(t)),
    (floor(-t), -floor(t)),
    (floor(a + b), floor(a) + floor(b)),
    (Derivative(floor(t) * t, t), t),
    (Indicator(a <= b), Indicator(a < b)),
    (Indicator(a <= b), 1),
    (Indicator(a < b) * Indicator(a > b), 1),
    (Indicator(Eq(a, b)), 0),
    (Max(a, b), a * Indicator(a >= b) + b * Indicator(a <= b)),
    (mean(Indicator(c < X)), exp(-c)),
]


def softmax(weight: Any) -> Any:
    """Shares of entries by their exponentials, each with a weight."""
    inner = weight(k)
    return weight(j) * exp(s[i, j]) / Sum(inner * exp(s[i, k]), (k, 1, n))


def causal(at: Any) -> Any:
    return Indicator(at <= i)


MASK = IndexedBase("m", shape=(n, n), real=True)
CAUSAL, MASKED = {p[i, j]: softmax(causal)}, {p[i, j]: softmax(lambda at: MASK[i, at])}
WEIGHTED = causal(j) * exp(z[j]) / Sum(causal(k) * exp(z[k]), (k, 1, n))
RULE = {p[i, j]: WEIGHTED}
CENTER = {mu: Sum(x[k], (k, 1, n)) / n}
SPREAD = {v: Sum((x[k] - mu) ** 2, (k, 1, n)) / n}
LAYER = {y[i]: (x[i] - mu) / sqrt(v)}
SOFTENED = {y[i]: (x[i] - mu) / sqrt(v + c)}
NETWORK: dict[str, tuple[Any, Any, Any]] = {
    "a row of attention": (Sum(p[i, k], (k, 1, n)), 1, CAUSAL),
    "a row with a mask": (Sum(p[i, k], (k, 1, n)), 1, MASKED),
    "its slopes": (
        Derivative(p[i, j], z[q]), p[i, j] * (KroneckerDelta(j, q) - p[i, q]), RULE
    ),
    "mean 0": (Sum(y[k], (k, 1, n)) / n, 0, LAYER | CENTER),
    "variance 1": (Sum(y[k] ** 2, (k, 1, n)) / n, 1, LAYER | SPREAD),
    "variance below 1": (Sum(y[k] ** 2, (k, 1, n)) / n, v / (v + c), SOFTENED | SPREAD),
    "slopes of a layer": (
        Derivative(y[i], x[q]),
        (KroneckerDelta(i, q) - (1 + y[i] * y[q]) / n) / sqrt(v),
        LAYER | CENTER | SPREAD,
    ),
}  # fmt: skip
NO_NETWORK: list[tuple[Any, Any, Any]] = [
    (Sum(p[k, j], (k, 1, n)), 1, CAUSAL),
    (p[i, j], 0, CAUSAL),
    (Derivative(p[i, j], z[q]), p[i, j] * (1 - p[i, q]), RULE),
    (Sum(y[k] ** 2, (k, 1, n)), 1, LAYER | SPREAD),
    (Sum(y[k] ** 2, (k, 1, n)) / n, 1, SOFTENED | SPREAD),
    (
        Derivative(y[i], x[q]),
        (KroneckerDelta(i, q) - 1 / n) / sqrt(v),
        LAYER | CENTER | SPREAD,
    ),
]


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_is_proved_and_measured(name):
    tried = Claim(name, *TRUE[name])
    assert measure(tried).judgment is Judgment.HOLDS
    assert prove(tried).judgment is Judgment.HOLDS


@pytest.mark.parametrize("name", MEANS)
def test_the_mean_of_an_indicator_is_a_probability(name):
    left, right, parts = MEANS[name]
    assert claim("chance", left, right, **parts).bundle.verdict == "proved"


@pytest.mark.parametrize("said", FALSE, ids=str)
def test_what_is_false_is_refuted_and_not_proved(said):
    assert prove(Claim("false", *said)).judgment is not Judgment.HOLDS
    assert measure(Claim("false", *said)).judgment is Judgment.FAILS


@pytest.mark.parametrize("name", NETWORK)
def test_masks_and_layers_are_proved_for_every_size(name):
    left, right, where = NETWORK[name]
    assert proves(Claim(name, left, right, where=tuple(where.items())))


@pytest.mark.parametrize("said", NO_NETWORK, ids=str)
def test_what_is_false_of_masks_and_layers_is_refuted(said):
    left, right, where = said
    assert not proves(Claim("false", left, right, where=tuple(where.items())))
    assert refute("false", left, right, where=where).bundle.counterexample


def test_a_causal_row_needs_no_condition_but_its_mask():
    made = claim("row", Sum(p[i, k], (k, 1, n)), 1, where=CAUSAL)
    assert not any(r"\ne" in c.latex for c in made.bundle.conditions)


def test_a_spread_that_is_named_is_still_to_be_positive():
    made = claim("one", Sum(y[k] ** 2, (k, 1, n)) / n, 1, where=LAYER | SPREAD)
    assert "v > 0" in [c.latex for c in made.bundle.conditions]


def test_a_relation_that_is_decided_is_1_or_0_at_once():
    assert Indicator(v > 0) == 1
    assert Indicator(v < 0) == 0
    with pytest.raises(TypeError, match="no relation"):
        Indicator(t)


def test_an_integral_stops_at_every_jump():
    steps = sp.Integral(floor(t), (t, 0, 3))
    assert measure(Claim("steps", steps, 3)).judgment is Judgment.HOLDS
    assert measure(Claim("steps", steps, sp.Rational(9, 2))).judgment is Judgment.FAILS


def test_jumps_too_many_to_find_have_no_mean():
    tried = Claim("floor", mean(floor(X)), 1 / (exp(rate) - 1))
    assert measure(tried).judgment is not Judgment.FAILS


def test_how_they_print():
    assert latex(Indicator(a <= b)) == r"\mathbf{1}[a \le b]"
    assert latex(floor(t) + 1) == r"1 + \lfloor t \rfloor"
    assert latex(ceiling(t / a)) == r"\left\lceil \frac{t}{a} \right\rceil"


@pytest.mark.parametrize("name", ["one or the other", "the larger"])
def test_an_audit_finds_every_slip(name):
    found = score(Claim(name, *TRUE[name]))
    assert not found.fault
    assert found.all.mutants > 3
    assert [s for s in found.all.survivors if not s.reason] == []
