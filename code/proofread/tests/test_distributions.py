"""Distributions: what is told of each agrees with its density, and what follows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from judged import is_proved_and_read_back
from numpy.testing import assert_allclose

from proofread import (
    Bernoulli,
    Beta,
    Binomial,
    ChiSquared,
    ClaimError,
    Covariance,
    Diag,
    Dot,
    Entropy,
    Expectation,
    Exponential,
    Gamma,
    Grad,
    KullbackLeibler,
    Laplace,
    Multinomial,
    MultivariateNormal,
    Normal,
    Poisson,
    PositiveDefinite,
    RandomVariable,
    RandomVector,
    Simplex,
    StudentT,
    Uniform,
    Variance,
    claim,
    gt,
)
from proofread.claim import Claim
from proofread.definitions import Definitions
from proofread.indexed import proves
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants import mutants
from proofread.numeric import Numeric, number
from proofread.numeric.quadrature import far_rule
from proofread.proving import prove

mu, nu = sp.symbols("mu nu", real=True)
a, b, c, d, s, t, degrees = sp.symbols("a b c d s t k", positive=True)
n, trials = sp.symbols("n N", integer=True, positive=True)
m, o, p = (sp.MatrixSymbol(q, n, 1) for q in ("m", "o", "p"))
S, W, A = (sp.MatrixSymbol(q, n, n) for q in "SWA")
X = RandomVector("x", n, MultivariateNormal(m, S))
M = RandomVector("c", n, Multinomial(trials, p))
C = RandomVariable("C", ChiSquared(degrees))
T = RandomVariable("T", StudentT(degrees))
E, Var, KL = Expectation, Variance, KullbackLeibler
psi, loggamma = sp.digamma, sp.loggamma
half = sp.S.Half
POWERS = [Exponential(a), Gamma(a, b), ChiSquared(a), Beta(a, b)]
LAWS = [*POWERS, StudentT(a), Normal(mu, a), Laplace(mu, a), Uniform(0, a), Poisson(a)]
AT = {a: sp.Rational(7, 5), b: sp.Rational(9, 4), mu: sp.Rational(-1, 3)}


@pytest.mark.parametrize("law", POWERS, ids=str)
def test_the_mean_of_a_power_is_that_of_the_density(law: Any) -> None:
    here, x = law.xreplace(AT), sp.Symbol("x")
    nodes, weights = far_rule(*map(float, here.support))
    masses = weights * sp.lambdify(x, here.density(x), "numpy")(nodes)
    for power in (0.3, 1.0, 2.5):
        told = float(here.power(power, 0))
        assert_allclose(np.sum(masses * nodes**power), told, rtol=1e-8)
    if law.power(0, 1) is not None:
        told = float(here.power(0.5, 0.7))
        terms = masses * nodes**0.5 * (1 - nodes) ** 0.7
        assert_allclose(np.sum(terms), told, rtol=1e-8)


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_the_logarithm_of_a_density_is_one(law: Any) -> None:
    here, x = law.xreplace(AT), sp.Rational(1 if law.discrete else "1/3")
    found = here.log_density(x) - sp.log(here.density(x))
    assert abs(sp.N(found)) < 1e-12


STATED: dict[str, tuple[Any, ...]] = {
    "the mean of chi squared": (E(C), degrees),
    "the variance of chi squared": (Var(C), 2 * degrees),
    "the variance of t": (Var(T), degrees / (degrees - 2), gt(degrees, 2)),
    "two normals": (
        KL(Normal(mu, s**2), Normal(nu, t**2)),
        sp.log(t / s) + (s**2 + (mu - nu) ** 2) / (2 * t**2) - half,
    ),
    "two waiting times": (
        KL(Exponential(a), Exponential(b)),
        sp.log(a / b) + b / a - 1,
    ),
    "two counts": (KL(Poisson(a), Poisson(b)), a * sp.log(a / b) - a + b),
    "two gammas": (
        KL(Gamma(a, b), Gamma(c, d)),
        (a - c) * psi(a)
        - loggamma(a)
        + loggamma(c)
        + c * sp.log(b / d)
        + a * (d - b) / b,
    ),
    "one within the other": (
        KL(Uniform(0, a), Uniform(0, a + b)),
        sp.log((a + b) / a),
    ),
    "the entropy of a normal": (
        Entropy(Normal(mu, s**2)),
        sp.log(2 * sp.pi * sp.E * s**2) / 2,
    ),
    "the entropy of a gamma": (
        Entropy(Gamma(a, b)),
        a - sp.log(b) + loggamma(a) + (1 - a) * psi(a),
    ),
}


@pytest.mark.parametrize("name", STATED)
def test_what_is_true_is_proved_and_read_back(name: str) -> None:
    left, right, *given = STATED[name]
    bundle = claim("laws", left, right, given=given).bundle
    assert is_proved_and_read_back(bundle)


def test_trials_may_be_any_number_of_them_and_chances_lie_between_0_and_1() -> None:
    trial, many = (
        RandomVariable("Y", law) for law in (Bernoulli(a), Binomial(trials, a))
    )
    chance = {a: (0, 1)}
    for name, mean in ((trial, a), (many, trials * a)):
        bundle = claim("mean", E(name), mean, domain=chance).bundle
        assert is_proved_and_read_back(bundle)
        assert bundle.proof
        assert not bundle.proof.sizes
        with pytest.raises(ClaimError, match="chances below 0"):
            claim("unsaid", Var(name), mean * (1 - a))


FALSE: dict[str, tuple[Any, ...]] = {
    "no chance": (E(RandomVariable("Y", Bernoulli(2))) * a, 2 * a),
    "no variance": (Var(T), degrees / (degrees - 2)),
    "a variance too soon": (Var(T), degrees / (degrees - 2), gt(degrees, 1)),
    "another variance": (Var(T), (degrees - 1) / (degrees - 2), gt(degrees, 2)),
    "no mean": (E(T), 0),
    "chi squared": (Var(C), degrees),
    "the other way round": (
        KL(Normal(mu, a), Normal(nu, b)),
        KL(Normal(nu, b), Normal(mu, a)),
    ),
    "infinite": (KL(Uniform(0, a + b), Uniform(0, a)), sp.log(a / (a + b))),
    "beyond the half line": (KL(Normal(mu, a), Exponential(b)), 0),
    "counts and numbers": (KL(Poisson(a), Exponential(b)), 0),
    "an entropy": (Entropy(Laplace(mu, a)), sp.log(2 * a)),
    "no covariance": (E(X), m),
    "no shares": (E(M), trials * p),
}


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_does_not_stand(name: str) -> None:
    left, right, *given = FALSE[name]
    with pytest.raises(ClaimError):
        claim("laws", left, right, given=given)


def test_a_divergence_is_never_negative_but_may_be_zero() -> None:
    gap = KL(Exponential(a), Exponential(b))
    claim("Gibbs", gap, 0, ">=", measured_only="by convexity")
    with pytest.raises(ClaimError):
        claim("Gibbs", gap, 0, ">", measured_only="by convexity")


def density(far: Any) -> Any:
    """That of a normal vector, by how far a place is from the mean."""
    whole = sp.sqrt((2 * sp.pi) ** n * sp.Determinant(S))
    return sp.exp(-far / 2) / whole


def test_the_density_of_a_normal_vector_is_the_one_of_the_books() -> None:
    told = MultivariateNormal(m, S).density(o)
    given = (PositiveDefinite(S),)
    right = density(Dot(o - m, sp.Inverse(S) * (o - m)))
    wrong = density(Dot(o - m, S * (o - m)))
    assert measure(Claim("right", told, right, given=given)).judgment is Judgment.HOLDS
    assert measure(Claim("wrong", told, wrong, given=given)).judgment is Judgment.FAILS
    slope = Grad(MultivariateNormal(m, S).log_density(o), o)
    assert proves(Claim("slope", slope, -sp.Inverse(S) * (o - m), given=given))


DEFINITE, SHARES = PositiveDefinite(S), Simplex(p)
inverse, det = sp.Inverse(W), sp.Determinant
EVERY_SIZE: dict[str, tuple[Any, ...]] = {
    "a mean": (E(X), m, DEFINITE),
    "a covariance": (Covariance(X, X), S, DEFINITE),
    "of a map": (Covariance(A * X, A * X), A * S * A.T, DEFINITE),
    "a quadratic form": (
        E(Dot(X, A * X)),
        sp.Trace(A * S) + Dot(m, A * m),
        DEFINITE,
    ),
    "an entropy": (
        Entropy(MultivariateNormal(m, S)),
        (n * sp.log(2 * sp.pi * sp.E) + sp.log(det(S))) / 2,
        DEFINITE,
    ),
    "a divergence": (
        KL(MultivariateNormal(m, S), MultivariateNormal(o, W)),
        (
            sp.Trace(inverse * S)
            - n
            + Dot(o - m, inverse * (o - m))
            + sp.log(det(W))
            - sp.log(det(S))
        )
        / 2,
        DEFINITE,
        PositiveDefinite(W),
    ),
    "counts": (E(M), trials * p, SHARES),
    "counts together": (Covariance(M, M), trials * (Diag(p) - p * p.T), SHARES),
}
NO_SIZE: dict[str, tuple[Any, ...]] = {
    "a second moment": (E(X * X.T), S, DEFINITE),
    "an inverse": (Covariance(X, X), sp.Inverse(S), DEFINITE),
    "as if independent": (Covariance(M, M), trials * Diag(p), SHARES),
    "half": (E(M), trials * p / 2, SHARES),
    "another matrix": (Covariance(X, X), W, DEFINITE),
}


@pytest.mark.parametrize("name", EVERY_SIZE)
def test_of_a_vector_it_is_proved_for_every_size_and_by_hypotheses_alone(
    name: str,
) -> None:
    left, right, *given = EVERY_SIZE[name]
    assert proves(Claim("vectors", left, right, given=tuple(given)))
    for k in range(len(given)):
        less = tuple(given[:k] + given[k + 1 :])
        assert not proves(Claim("vectors", left, right, given=less))
        found = prove(Claim("vectors", left, right, given=less))
        assert found.judgment is not Judgment.HOLDS


@pytest.mark.parametrize("name", NO_SIZE)
def test_of_a_vector_what_is_false_is_not_proved(name: str) -> None:
    left, right, *given = NO_SIZE[name]
    tried = Claim("vectors", left, right, given=tuple(given))
    assert not proves(tried)
    assert prove(tried).judgment is Judgment.FAILS


def values(size: int) -> dict[Any, Any]:
    rng = np.random.default_rng(size)
    root = rng.normal(size=(size, size))
    shares = rng.uniform(0.2, 1, size=(size, 1))
    return {
        n: float(size),
        trials: 4.0,
        m: rng.normal(size=(size, 1)),
        S: root @ root.T + np.eye(size),
        p: shares / shares.sum(),
    }


@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_moments_of_a_vector_are_those_of_its_density(size: int) -> None:
    held = values(size)
    read = Numeric(held, Definitions())
    assert_allclose(read(E(X)), held[m])
    assert_allclose(read(Covariance(X, X)), held[S])
    share = held[p]
    assert_allclose(read(E(M)), 4 * share)
    spread = 4 * (np.diag(share[:, 0]) - share @ share.T)
    assert_allclose(read(Covariance(M, M)), spread, atol=1e-12)


PLACES = [(1,), (1, 2), (2, 2), (1, 1, 2), (1, 2, 2, 1), (2, 2, 2)]


@pytest.mark.parametrize("at", PLACES, ids=str)
@pytest.mark.parametrize("vector", [X, M], ids=str)
def test_what_is_told_of_products_of_entries_is_their_mean(
    vector: Any, at: Any
) -> None:
    read, law = Numeric(values(2), Definitions()), vector.distribution

    def of(parameter: Any, *place: int) -> Any:
        found = read(parameter)
        return found[tuple(k - 1 for k in place)] if place else found

    product = sp.Mul(*(vector[k - 1, 0] for k in at))
    told = law.moment_at([sp.Integer(k) for k in at], of)
    assert_allclose(float(told), number(read(E(product))), rtol=1e-9)


def test_parameters_that_make_no_distribution_have_no_value() -> None:
    for name, wrong in ((S, np.diag([1.0, -1.0])), (p, np.full((2, 1), 0.7))):
        read = Numeric({**values(2), name: wrong}, Definitions())
        with pytest.raises(ValueError, match=r"definite|add up"):
            read(E(X if name is S else M))


@pytest.mark.parametrize("name", ["two waiting times", "one within the other"])
def test_no_mutant_holds(name: str) -> None:
    told = mutants(Claim("laws", *STATED[name][:2]))
    kept = [q for q in told if measure(q.claim).judgment is Judgment.HOLDS]
    assert [q.latex for q in kept] == []
