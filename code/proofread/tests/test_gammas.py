"""The gamma function and its kin: what is true stands, the rest is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from judged import is_proved_and_read_back
from numpy.testing import assert_allclose

from proofread import ClaimError, claim
from proofread.assuming import rests_on
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants import mutants
from proofread.numeric import gammas

x, a, b = sp.symbols("x a b", positive=True)
real = sp.Symbol("y", real=True)
n = sp.Symbol("n", integer=True, positive=True)
k = sp.Symbol("k", integer=True)
z = sp.IndexedBase("z", shape=(n,), positive=True)
gamma, loggamma, psi, beta = sp.gamma, sp.loggamma, sp.digamma, sp.beta
D = sp.Derivative
PLACES = (0.03, 0.7, 1.0, 2.0, 6.5, 40.0, 1e4)
STEP = 1e-30


@pytest.mark.parametrize("at", PLACES)
def test_values_and_slopes_have_all_digits(at: float) -> None:
    exact = sp.Float(at, 40)
    near: dict[str, tuple[Any, Any]] = {
        "loggamma": (gammas.loggamma(at), loggamma(exact)),
        "slope": (gammas.loggamma(at + STEP * 1j).imag / STEP, psi(exact)),
        "beta": (gammas.beta(at, 0.4), gamma(exact) * gamma(0.4) / gamma(exact + 0.4)),
    }
    for order in range(6):
        found = gammas.polygamma(order, at)
        slope = gammas.polygamma(order, at + STEP * 1j).imag / STEP
        near[f"order {order}"] = found, sp.polygamma(order, exact)
        near[f"slope {order}"] = slope, sp.polygamma(order + 1, exact)
    for found, wanted in near.values():
        assert_allclose(found, float(sp.N(wanted)), rtol=2e-12, atol=2e-14)


@pytest.mark.parametrize("read", [gammas.gamma, gammas.loggamma])
def test_nothing_is_read_left_of_0(read: Any) -> None:
    for at in (0.0, -0.5, -3.0, np.nan):
        with pytest.raises(ValueError, match="right of 0"):
            read(at)


TRUE: dict[str, tuple[Any, Any]] = {
    "slope": (D(loggamma(x), x), psi(x)),
    "recurrence": (gamma(x + 1), x * gamma(x)),
    "of the logarithm": (loggamma(x + 1), sp.log(x) + loggamma(x)),
    "of psi": (psi(x + 1), psi(x) + 1 / x),
    "a derivative of psi": (D(psi(x), x), sp.polygamma(1, x)),
    "of a derivative": (sp.polygamma(3, x + 1), sp.polygamma(3, x) - 6 / x**4),
    "beta": (beta(a, b), gamma(a) * gamma(b) / gamma(a + b)),
    "a slope of beta": (D(sp.log(beta(a, b)), a), psi(a) - psi(a + b)),
    "doubling": (
        gamma(x) * gamma(x + sp.S.Half),
        2 ** (1 - 2 * x) * sp.sqrt(sp.pi) * gamma(2 * x),
    ),
}
FALSE: dict[str, tuple[Any, ...]] = {
    "one further": (D(loggamma(x), x), psi(x + 1)),
    "recurrence": (gamma(x + 1), (x + 1) * gamma(x)),
    "a logarithm": (psi(x), sp.log(x)),
    "upside down": (beta(a, b), gamma(a + b) / (gamma(a) * gamma(b))),
    "as of whole numbers": (beta(a, b), 1 / (a * b)),
    "Stirling's first terms": (loggamma(x), x * sp.log(x) - x),
    "an order": (D(psi(x), x), sp.polygamma(2, x)),
    "never below 1": (gamma(x), 1, ">="),
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_is_proved_and_read_back(name: str) -> None:
    bundle = claim("gammas", *TRUE[name]).bundle
    assert is_proved_and_read_back(bundle)
    assert [c.latex for c in bundle.conditions] in (["x > 0"], ["a, b > 0"])


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_does_not_stand(name: str) -> None:
    for options in ({}, {"measured_only": "so it seems"}):
        with pytest.raises(ClaimError):
            claim("gammas", *FALSE[name], **options)


def test_it_is_said_that_an_argument_is_positive() -> None:
    found = rests_on(Claim("real", gamma(real + 1), real * gamma(real)))
    assert "y > 0" in [q.latex for q in found]
    found = rests_on(Claim("real", D(loggamma(real), real), psi(real)))
    assert [q.latex for q in found] == ["y > 0"]


def test_a_slope_of_a_sum_is_proved_for_every_size() -> None:
    left = D(sp.Sum(loggamma(x * z[k]), (k, 1, n)), x)
    right = sp.Sum(z[k] * psi(x * z[k]), (k, 1, n))
    assert proves(Claim("sum", left, right))
    assert not proves(Claim("sum", left, right / 2))


@pytest.mark.parametrize("name", ["slope", "of the logarithm", "a slope of beta"])
def test_no_mutant_holds(name: str) -> None:
    told = mutants(Claim("gammas", *TRUE[name]))
    kept = [m for m in told if measure(m.claim).judgment is Judgment.HOLDS]
    assert [m.latex for m in kept] == []
