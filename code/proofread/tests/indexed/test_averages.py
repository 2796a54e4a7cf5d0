"""Means, variances and covariances of samples of every size, and what they are not."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from proofread import nodes as nd
from proofread.claim import Claim
from proofread.distributions import (
    Bernoulli,
    Exponential,
    Finite,
    Normal,
    Uniform,
)
from proofread.indexed import proves
from proofread.indexed.checker import Refused

from .letters import step

n, m = sp.symbols("n m", integer=True, positive=True)
k, h = sp.symbols("k h", integer=True)
i, j = nd.indices("i j", n)
mu, a, rho = sp.symbols("mu a rho", real=True)
s, v, beta = sp.symbols("s v beta", positive=True)
E, Var, Cov = nd.Expectation, nd.Variance, nd.Covariance
x = nd.RandomVariable("x", Normal(mu, v))
y = nd.RandomVariable("y", Normal(0, s))
X = nd.RandomSample("X", n, Normal(mu, v))
Y = nd.RandomSample("Y", n, Normal(0, s))
e = nd.RandomVector("e", n, Normal(0, v))
A = sp.MatrixSymbol("A", n, n)
g, p = (sp.IndexedBase(name, shape=(n,)) for name in "gp")
F = nd.RandomSample("F", m, Finite(g, p))
conditional = nd.RandomVariable("c", Normal(y, 1))
hidden, vector = sp.Symbol("q", real=True), sp.MatrixSymbol("w", n, 1)
family = sp.IndexedBase("f", shape=(n,))


def total(f: Any, *, k: Any = k, last: Any = n) -> Any:
    return sp.Sum(f, (k, 1, last))


def spread(law: Any) -> Any:
    """The variance of the mean of a sample."""
    return Var(total(nd.RandomSample("B", n, law)[k]) / n)


SUM = total(X[k])
ERROR = total((X[k] - SUM / n) ** 2)
SQUARES = nd.SquaredNorm(e)
GEOMETRIC = total(rho ** (n - k) * (X[k] - mu))
TRUE = {
    "a number": (E(a), a),
    "a covariance with a sum": (Cov(x, a * x + y), a * v),
    "a sum": (Var(SUM), n * v),
    "a third moment": (E(SUM**3), n**3 * mu**3 + 3 * n**2 * mu * v),
    "two places": (E(X[i] * X[j]), mu**2 + sp.KroneckerDelta(i, j) * v),
    "a covariance with the mean": (Cov(X[i], SUM / n), v / n),
    "the error of n - 1": (E(ERROR) / (n - 1), v),
    "a quadratic form": (E(nd.Dot(e, A * e)), v * sp.Trace(A)),
    "a covariance matrix": (Cov(A * e, e), v * A),
    "a fourth moment": (E(SQUARES**2), (n**2 + 2 * n) * v**2),
    "positive parts": (E(total(sp.Max(0, Y[k]) ** 2)), n * s / 2),
    "a mean within a mean": (E(x * E(x)), mu**2),
    "Bernoulli": (spread(Bernoulli(a)), a * (1 - a) / n),
    "exponential": (spread(Exponential(s)), 1 / (n * s**2)),
    "uniform": (spread(Uniform(0, s)), s**2 / (12 * n)),
    "a geometric sum": (Var(GEOMETRIC), v * (1 - rho ** (2 * n)) / (1 - rho**2)),
    "a geometric sum in closed form": (
        (1 - beta) * total(beta ** (n - k)),
        1 - beta**n,
    ),
}
FALSE = {
    "a square": (E(x**2), E(x) ** 2),
    "a variance for a square": (E(x**2), v),
    "x and x are not independent": (Var(x + x), 2 * Var(x)),
    "one place": (E(X[i] ** 2), mu**2),
    "two places that may be one": (E(X[i] * X[j]), mu**2),
    "covariance at one place": (Cov(X[i], X[j]), 0),
    "covariance with the sum": (Cov(SUM, X[i]), 0),
    "the error of n": (E(ERROR) / n, v),
    "at n = 1 alone": (E(SUM**2), n**2 * (mu**2 + v)),
    "at n = 2 alone": (E(SUM**2), 2 * v + 4 * mu**2),
    "at n = 2 alone, cubed": (E(SUM**3), 8 * mu**3 + 12 * mu * v),
    "without the diagonal": (E(SQUARES**2), n**2 * v**2),
    "no trace": (E(nd.Dot(e, A * e)), 0),
    "a product of sums": (E(SUM * SUM), E(SUM) * E(SUM)),
    "a factor that holds it": (E(x * sp.Max(0, x)), mu * E(sp.Max(0, x))),
    "a half that is none": (E(sp.Max(0, x) ** 2), (mu**2 + v) / 2),
    "half an odd moment": (E(sp.Max(0, y) ** 3), 0),
    "no mean": (E(1 / x), 1 / mu),
    "sums that may have no mean": (E(1 / x + 1 / y), E(1 / x) + E(1 / y)),
    "a random mean": (E(conditional), y),
    "a random mean, as a factor": (E(conditional * y), E(conditional) * E(y)),
    "a random mean, and its variance": (Var(conditional), 1),
    "another ratio": ((1 - beta) * total(beta ** (n - k)), 1 - beta ** (n + 1)),
}
MEANT: dict[str, Any] = {
    "a product": ((hidden, y), E(hidden * y), hidden * E(y)),
    "alone": ((hidden, y), E(hidden), hidden),
    "a family": ((family[i], X[i]), E(family[i] * X[i]), family[i] * mu),
    "a vector": ((vector, e), E(nd.Dot(vector, e)), 0),
    "what is random": ((y, a), E(y), a),
}


@pytest.mark.parametrize("name", TRUE)
def test_is_proved(name: str) -> None:
    assert proves(Claim("true", *TRUE[name]))


@pytest.mark.parametrize("name", FALSE)
def test_is_not_proved(name: str) -> None:
    assert not proves(Claim("false", *FALSE[name]))


@pytest.mark.parametrize("name", MEANT)
def test_a_name_that_stands_for_what_is_random_is_no_number(name: str) -> None:
    meant, *sides = MEANT[name]
    assert not proves(Claim("false", *sides, where=(meant,)))


def test_a_name_may_stand_for_what_is_random() -> None:
    assert proves(Claim("true", E(hidden * y), s, where=((hidden, y),)))


DRAWN = E(total(F[k], last=m)), m * total(g[h] * p[h], k=h)


def test_probabilities_have_to_add_up_to_one() -> None:
    assert proves(Claim("true", *DRAWN, given=(nd.Simplex(p),)))
    assert proves(Claim("true", *DRAWN, where=((p[i], 1 / n),)))
    assert not proves(Claim("false", *DRAWN))
    assert not proves(Claim("false", *DRAWN, where=((p[i], 2 / n),)))


def test_a_variance_has_to_be_positive() -> None:
    z = nd.RandomVariable("z", Normal(0, -v))
    assert not proves(Claim("false", E(z**2), -v))


WRONG: dict[str, Any] = {
    "one name": (E(x * sp.Max(0, x)), E(x) * E(sp.Max(0, x))),
    "one place": (E(X[i] * X[j]), E(X[i]) * E(X[j])),
    "a random distribution": (E(conditional * y), E(conditional) * E(y)),
    "a value of what is random": (E(conditional), y),
    "no polynomial": (E(sp.exp(x) * y), E(sp.exp(x)) * E(y)),
    "an odd power": (E(sp.Max(0, y) ** 3), E(y**3) / 2),
    "a number that is random": (E(x), x),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("rule", ["mean", "independence", "moment"])
def test_is_no_step(name: str, rule: str) -> None:
    with pytest.raises(Refused):
        step(rule, *WRONG[name])


@pytest.mark.parametrize("name", ["a product", "alone", "a family", "a vector"])
def test_is_no_step_of_a_name(name: str) -> None:
    meant, *sides = MEANT[name]
    with pytest.raises(Refused):
        step("mean", *sides, where=(meant,))


def test_a_hypothesis_on_what_is_random_says_nothing() -> None:
    given = (nd.equal(y, 0),)
    with pytest.raises(Refused):
        step("hypothesis", E(y**2), E(sp.S.Zero), given=given)
    assert not proves(Claim("false", E(y**2), 0, given=given))


def test_a_derivative_by_a_parameter_is_none_by_a_constant() -> None:
    with pytest.raises(Refused):
        step("derive", nd.Partial(E(x**2), mu), sp.S.Zero)
