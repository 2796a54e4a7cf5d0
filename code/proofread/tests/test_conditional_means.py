"""Means where something is known: of random numbers that are held, and of events."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from proofread import (
    Bernoulli,
    Binomial,
    ClaimError,
    ConditionalExpectation,
    Expectation,
    Exponential,
    Normal,
    RandomSample,
    RandomVariable,
    Variance,
    claim,
    equal,
    ge,
    gt,
    le,
)
from proofread.claim import Claim
from proofread.judgments import Judgment
from proofread.proving import prove
from proofread.reading.checking import fault
from proofread.reading.statement import Statement
from proofread.sphinx.renderings import in_bundle

mu, p = sp.symbols("mu p", real=True)
a, b, s, v = sp.symbols("a b s v", positive=True)
X, Y = RandomVariable("X", Normal(mu, v)), RandomVariable("Y", Normal(0, s))
U, V, W = (RandomVariable(name, Bernoulli(p)) for name in "UVW")
T = RandomVariable("T", Exponential(a))
K = RandomVariable("K", Binomial(3, p))
B = RandomSample("B", 3, Bernoulli(p))
k = sp.Symbol("k", integer=True)
E, C = Expectation, ConditionalExpectation
UNIT = {"domain": {p: (0, 1)}}
WAITED = {"measured_only": "an integral over what is left"}

TRUE: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "the tower": (E(C(X * Y**2, Y)), E(X * Y**2), {}),
    "what is held comes out": (E(Y**2 * C(X + Y, Y)), mu * s, {}),
    "the variance in two parts": (
        E(C((X * Y) ** 2, Y) - C(X * Y, Y) ** 2) + Variance(C(X * Y, Y)),
        Variance(X * Y),
        {},
    ),
    "two of three": (C(U, equal(U + V + W, 2)), sp.Rational(2, 3), UNIT),
    "one at least": (C(U, ge(U + V, 1)), 1 / (2 - p), UNIT),
    "a sample": (
        C(B[1], equal(sp.Sum(B[k], (k, 1, 3)), 1)),
        sp.Rational(1, 3),
        UNIT,
    ),
    "at most one": (C(K, le(K, 1)), 3 * p / (1 + 2 * p), UNIT),
    "no memory": (C(T, gt(T, b)), b + 1 / a, WAITED),
}
FALSE: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "half": (C(U, equal(U + V + W, 2)), sp.S.Half, UNIT),
    "nothing is known": (C(U, ge(U + V, 1)), p, UNIT),
    "what is held is lost": (E(Y**2 * C(X, Y)), mu, {}),
    "the other is held": (E(C(X * Y, X) * Y), E(C(X * Y, Y) * Y), {}),
    "a variance in one part": (Variance(C(X * Y, Y)), Variance(X * Y), {}),
    "from the start": (C(T, gt(T, b)), 1 / a, WAITED),
    "the other side": (C(T, gt(b, T)), b + 1 / a, WAITED),
    "random still": (C(X * Y, Y), mu * Y, {}),
    "a density at a place": (C(X, equal(X, b)), b, WAITED),
    "never": (C(U, equal(U + V, 5)), 1, UNIT),
    "two densities": (C(X, gt(X, Y)), mu, WAITED),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_stands_and_is_read_back(name: str) -> None:
    left, right, options = TRUE[name]
    bundle = claim("known", left, right, **options).bundle
    assert bundle.sample is not None
    assert fault(Statement(bundle), in_bundle(bundle)) == ""
    shown = [c.latex for c in bundle.conditions]
    assert options is not UNIT or "0 < p < 1" in shown


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_does_not_stand(name: str) -> None:
    left, right, options = FALSE[name]
    with pytest.raises(ClaimError):
        claim("known", left, right, **options)


def test_an_event_has_to_be_possible() -> None:
    left, right, _ = TRUE["two of three"]
    assert prove(Claim("known", left, right)).judgment is Judgment.UNDECIDED


@pytest.mark.parametrize("wrong", [p, equal(X, sp.Matrix([[1, 2]])), B])
def test_what_is_given_is_random_or_an_event(wrong: Any) -> None:
    with pytest.raises(ClaimError):
        claim("known", C(X, wrong), mu)
