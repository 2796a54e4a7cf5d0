"""Quantiles: what is told of each agrees with its density, and what follows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from judged import is_proved_and_read_back
from numpy.testing import assert_allclose
from scipy import special

from proofread import (
    Beta,
    ChiSquared,
    ClaimError,
    Dot,
    Expectation,
    Exponential,
    Gamma,
    Laplace,
    MultivariateNormal,
    Normal,
    Poisson,
    Quantile,
    RandomVariable,
    StudentT,
    Uniform,
    claim,
    gt,
    refute,
)
from proofread.claim import Claim
from proofread.definitions import Definitions
from proofread.indexed import proves
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants import mutants
from proofread.numeric import Numeric
from proofread.numeric.quantiles import quantile
from proofread.proving import prove

p, alpha, mu, nu = sp.symbols("p alpha mu nu", real=True)
a, b, s, rate = sp.symbols("a b sigma lambda", positive=True)
t = sp.Symbol("t", real=True)
n = sp.Symbol("n", integer=True, positive=True)
v = sp.MatrixSymbol("v", n, 1)
X, U = RandomVariable("X", Normal(0, 1)), RandomVariable("U", Uniform(0, 1))
Q, half, D = Quantile, sp.S.Half, Dot(v, v)
z = Q(Normal(0, 1), p)
UNIT: dict[str, Any] = {"domain": {p: (0, 1)}}
TAILS = {"domain": {alpha: (0, 1)}}
NO_FORMULA = {"measured_only": "no formula"}

AT = {a: sp.Rational(7, 5), b: sp.Rational(9, 4), mu: sp.Rational(-1, 3)}
TOLD = [Normal(mu, a), Laplace(mu, a), Exponential(a), Uniform(0, a), Beta(a, 1)]
SHARES = [1e-3, 0.2, 0.5, 0.61, 0.999]
BELOW: dict[Any, Any] = {
    Gamma(a, b): lambda x: special.gammainc(1.4, 2.25 * x),
    ChiSquared(1): lambda x: special.gammainc(0.5, x / 2),
    StudentT(1): lambda x: 0.5 + np.arctan(x) / np.pi,
    Beta(a, b): lambda x: special.betainc(1.4, 2.25, x),
}


def found(law: Any, share: float) -> float:
    return quantile(Numeric({}, Definitions()), law.xreplace(AT), share)


@pytest.mark.parametrize("law", TOLD, ids=str)
def test_a_quantile_that_is_told_is_found(law: Any) -> None:
    for share in SHARES:
        told = law.xreplace(AT).quantile(sp.Float(share))
        assert_allclose(found(law, share), float(told), rtol=1e-11, atol=1e-13)


@pytest.mark.parametrize("law", BELOW, ids=str)
def test_a_quantile_is_where_the_density_has_added_up(law: Any) -> None:
    for share in SHARES:
        below = BELOW[law](found(law, share))
        assert_allclose(float(below), share, rtol=1e-11)


@pytest.mark.parametrize("law", [Exponential(a), Uniform(0, a)], ids=str)
def test_what_is_told_to_be_below_grows_as_the_density(law: Any) -> None:
    assert sp.simplify(sp.diff(law.below(t), t) - law.density(t)) == 0
    assert law.below(law.support[0]) == 0


@pytest.mark.parametrize("law", [Exponential(-1), Normal(0, -1), Uniform(1, 0)])
def test_what_does_not_add_up_to_1_has_no_quantile(law: Any) -> None:
    with pytest.raises(ValueError, match="does not add up"):
        found(law, 0.5)


TRUE: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "the median of waiting": (Q(Exponential(rate), half), sp.log(2) / rate, {}),
    "the mean is the median": (Q(Normal(mu, s**2), half), mu, {}),
    "location and scale": (Q(Normal(mu, s**2), p), mu + s * z, UNIT),
    "symmetry": (Q(Normal(0, 1), 1 - p), -z, UNIT),
    "two tails": (
        Q(Normal(0, 1), 1 - alpha / 2),
        -Q(Normal(0, 1), alpha / 2),
        TAILS,
    ),
    "waiting": (Q(Exponential(rate), p), -sp.log(1 - p) / rate, UNIT),
    "a share of the way": (Q(Uniform(a, a + b), p), a + p * b, UNIT),
    "an upper quartile": (
        Q(Laplace(mu, s), sp.Rational(3, 4)),
        mu + s * sp.log(2),
        {},
    ),
    "Laplace moved": (Q(Laplace(mu, s), p), mu + s * Q(Laplace(0, 1), p), UNIT),
    "what is below": (sp.erf(z / sp.sqrt(2)), 2 * p - 1, UNIT),
    "the inverse of an integral": (
        sp.Integral(rate * sp.exp(-rate * t), (t, 0, Q(Exponential(rate), p))),
        p,
        UNIT,
    ),
    "its slope": (
        sp.Derivative(Q(Exponential(rate), p), p),
        1 / (rate * (1 - p)),
        UNIT,
    ),
    "the largest of n": (Q(Beta(n, 1), half), 2 ** (-1 / n), {}),
    "a number made of a uniform one": (
        Expectation(Q(Exponential(rate), U)),
        1 / rate,
        {},
    ),
    "a probability by what it is": (
        Q(Exponential(rate), 1 / (1 + s)),
        sp.log(1 + 1 / s) / rate,
        {},
    ),
}
CONDITIONS = {
    "location and scale": {"0 < p < 1", r"\sigma > 0"},
    "two tails": {r"0 < \alpha < 1"},
    "waiting": {"0 < p < 1", r"\lambda > 0"},
    "a probability by what it is": {r"\lambda, \sigma > 0"},
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_is_proved_and_read_back(name: str) -> None:
    left, right, options = TRUE[name]
    bundle = claim("quantiles", left, right, **options).bundle
    assert is_proved_and_read_back(bundle)
    shown = {c.latex for c in bundle.conditions}
    assert shown == CONDITIONS.get(name, shown)


FALSE: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "the mean": (Q(Exponential(rate), half), 1 / rate, {}),
    "scaled by the variance": (Q(Normal(mu, s**2), p), mu + s**2 * z, UNIT),
    "as if even": (Q(Normal(0, 1), 1 - p), z, UNIT),
    "the other tail": (Q(Exponential(rate), p), -sp.log(p) / rate, UNIT),
    "a part of a distribution": (
        Q(Laplace(mu, s), p),
        mu + s * sp.log(2 * p),
        UNIT,
    ),
    "no domain": (Q(Exponential(rate), p), -sp.log(1 - p) / rate, {}),
    "beyond 1": (Q(Uniform(0, b), 2 * p), 2 * b * p, UNIT),
    "a rate below 0": (
        Q(Exponential(mu), half),
        sp.log(2) / mu,
        {"domain": {mu: (-2, -1)}},
    ),
    "no order of the ends": (Q(Uniform(a, b), half), (a + b) / 2, {}),
    "from the table": (
        Q(Normal(0, 1), sp.Rational(39, 40)),
        sp.Rational(49, 25),
        NO_FORMULA,
    ),
    "heavier tails": (Q(StudentT(s), p), z, {**UNIT, **NO_FORMULA}),
    "random no less": (Q(Normal(0, 1), U), 0, NO_FORMULA),
}


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_does_not_stand(name: str) -> None:
    left, right, options = FALSE[name]
    with pytest.raises(ClaimError):
        claim("quantiles", left, right, **options)


def test_that_there_is_a_distribution_is_a_condition() -> None:
    made = claim("rate", Q(Exponential(mu), half), sp.log(2) / mu, given=[gt(mu, 0)])
    assert [c.latex for c in made.bundle.conditions] == [r"\mu > 0"]


def test_what_is_false_is_refuted() -> None:
    refute("quantiles", Q(Exponential(rate), half), 1 / rate)


@pytest.mark.parametrize("wide", [(0, 2), (-1, 1)])
def test_a_domain_that_is_too_wide_proves_nothing(wide: Any) -> None:
    left, right, _ = TRUE["waiting"]
    tried = Claim("quantiles", left, right, domain={p: wide})
    assert prove(tried).judgment is Judgment.UNDECIDED


def test_what_has_no_formula_is_measured() -> None:
    moved = Q(Gamma(s, rate), p), Q(Gamma(s, 1), p) / rate
    assert measure(Claim("gamma", *moved, **UNIT)).judgment is Judgment.HOLDS
    heavy = Q(StudentT(s), 1 - p), -Q(StudentT(s), p)
    assert measure(Claim("t", *heavy, **UNIT)).judgment is Judgment.HOLDS
    assert prove(Claim("t", *heavy, **UNIT)).judgment is Judgment.UNDECIDED


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Q(Normal(0, 1), 1), "1 is no probability between 0 and 1"),
        (Q(Normal(0, 1), v), "v is no probability"),
        (Q(Poisson(rate), half), "has no density on the line"),
        (Q(MultivariateNormal(v, sp.MatrixSymbol("S", n, n)), half), "has no density"),
        (Q(Normal(X, 1), half), "is random itself"),
        (Q(3, half), "3 is no distribution"),
        (Q(Normal(0, 1)), "it takes 2 arguments"),
    ],
)
def test_what_has_no_quantile_is_refused(wrong: Any, words: str) -> None:
    with pytest.raises(ClaimError, match=words):
        claim("quantiles", wrong, mu)


EVERY_SIZE: dict[str, tuple[Any, Any]] = {
    "location and scale": (D * Q(Normal(mu, s**2), p), D * (mu + s * z)),
    "of a mean of n": (Q(Normal(mu, s**2 / n), p), mu + s / sp.sqrt(n) * z),
    "symmetry": (D * Q(Normal(0, 1), 1 - p), -D * z),
    "the median": (D * Q(Exponential(rate), half), D * sp.log(2) / rate),
}
NO_SIZE: dict[str, tuple[Any, Any]] = {
    "of a deviation with a sign": (D * Q(Normal(mu, nu**2), p), D * (mu + nu * z)),
    "not scaled": (D * Q(Normal(mu, s**2), p), D * (mu + z)),
    "as if even": (D * Q(Exponential(rate), 1 - p), -D * Q(Exponential(rate), p)),
}


@pytest.mark.parametrize("name", EVERY_SIZE)
def test_what_is_true_of_every_size_is_proved_of_it(name: str) -> None:
    tried = Claim("quantiles", *EVERY_SIZE[name], **UNIT)
    assert proves(tried)
    assert measure(tried).judgment is Judgment.HOLDS


@pytest.mark.parametrize("name", NO_SIZE)
def test_what_is_false_is_proved_of_no_size(name: str) -> None:
    tried = Claim("quantiles", *NO_SIZE[name], **UNIT)
    assert not proves(tried)
    assert prove(tried).judgment is not Judgment.HOLDS


@pytest.mark.parametrize("name", ["location and scale", "waiting"])
def test_no_mutant_holds(name: str) -> None:
    left, right, options = TRUE[name]
    told = mutants(Claim("quantiles", left, right, **options))
    kept = [q for q in told if measure(q.claim).judgment is Judgment.HOLDS]
    assert [q.latex for q in kept] == []
