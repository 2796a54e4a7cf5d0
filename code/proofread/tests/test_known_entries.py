"""Means of a normal vector of which one entry is known."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from proofread import (
    BasisVector,
    ClaimError,
    Components,
    ConditionalExpectation,
    Multinomial,
    MultivariateNormal,
    Normal,
    PositiveDefinite,
    RandomVariable,
    RandomVector,
    claim,
    equal,
    gt,
    indices,
)
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.mutants import mutants
from proofread.nodes import Entry
from proofread.proving import prove
from proofread.reading.checking import fault
from proofread.reading.statement import Statement
from proofread.sphinx.renderings import in_bundle

n = sp.Symbol("n", integer=True, positive=True)
t, a, b = sp.symbols("t a b", real=True)
i, j = indices("i j", n)
mu, S = sp.MatrixSymbol("mu", 2, 1), sp.MatrixSymbol("S", 2, 2)
m, P = sp.MatrixSymbol("m", n, 1), sp.MatrixSymbol("P", n, n)
X = RandomVector("x", 2, MultivariateNormal(mu, S))
Y = RandomVector("y", n, MultivariateNormal(m, P))
Z, T = (RandomVariable(name, Normal(0, 1)) for name in "ZT")
x1, x2 = X[0, 0], X[1, 0]
C = ConditionalExpectation
KNOWN = equal(x2, t)
LINE = mu[0, 0] + S[0, 1] / S[1, 1] * (t - mu[1, 0])
DEFINITE = {"given": [PositiveDefinite(S)]}
numbers = MultivariateNormal(sp.Matrix([a, b]), sp.Matrix([[2, 1], [1, 3]]))
W = RandomVector("w", 2, numbers)

TRUE: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "a line": (C(x1, KNOWN), LINE, DEFINITE),
    "the other way round": (C(x1, equal(t, x2)), LINE, DEFINITE),
    "itself": (C(x2, KNOWN), t, DEFINITE),
    "linear": (C(3 * x1 + 2, KNOWN), 3 * LINE + 2, DEFINITE),
    "a product": (C(x1 * x2, KNOWN), t * LINE, DEFINITE),
    "what is left to vary": (
        C((x1 - LINE) ** 2, KNOWN),
        S[0, 0] - S[0, 1] ** 2 / S[1, 1],
        DEFINITE,
    ),
    "of numbers": (C(W[0, 0], equal(W[1, 0], t)), a + (t - b) / 3, {}),
    "a square": (
        C(W[0, 0] ** 2, equal(W[1, 0], t)),
        (a + (t - b) / 3) ** 2 + sp.Rational(5, 3),
        {},
    ),
    "beside what is independent": (C(x1 * Z**2, KNOWN), LINE, DEFINITE),
}
FALSE: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "nothing is known": (C(x1, KNOWN), mu[0, 0], DEFINITE),
    "by its own variance": (
        C(x1, KNOWN),
        mu[0, 0] + S[0, 1] / S[0, 0] * (t - mu[1, 0]),
        DEFINITE,
    ),
    "of a square": (C(x1**2, KNOWN), LINE**2, DEFINITE),
    "of another": (C(x1 * Z, KNOWN), LINE, DEFINITE),
    "by any matrix": (C(x1, KNOWN), LINE, {}),
    "by an order": (C(x1, gt(x2, t)), LINE, DEFINITE),
    "by a random number": (C(x1, equal(x2, T)), LINE, DEFINITE),
    "by itself": (C(x1, equal(x2, x1)), LINE, DEFINITE),
    "by a sum": (C(x1, equal(x1 + x2, t)), LINE, DEFINITE),
    "by what is random": (C(x1, KNOWN), LINE, {**DEFINITE, "where": {t: x1}}),
}
AT_PLACES = m[i - 1, 0] + P[i - 1, j - 1] / P[j - 1, j - 1] * (t - m[j - 1, 0])


@pytest.mark.parametrize("name", TRUE)
def test_what_is_true_is_proved_and_read_back(name: str) -> None:
    left, right, options = TRUE[name]
    bundle = claim("known", left, right, **options).bundle
    assert bundle.verdict.value == "proved"
    assert bundle.sample is not None
    assert fault(Statement(bundle), in_bundle(bundle)) == ""
    shown = [c.latex for c in bundle.conditions]
    assert not any(r"\ne 0" in c for c in shown)  # variances are positive
    assert not options or r"\mathbf{S} \succ 0" in shown


@pytest.mark.parametrize("name", FALSE)
def test_what_is_false_does_not_stand(name: str) -> None:
    left, right, options = FALSE[name]
    tried = Claim("known", left, right, given=tuple(options.get("given", ())))
    tried = tried.changed(where=tuple(options.get("where", {}).items()))
    assert not proves(tried)
    assert prove(tried).judgment is not Judgment.HOLDS
    assert measure(tried).judgment is not Judgment.HOLDS


def test_of_counts_it_is_no_line() -> None:
    law = Multinomial(3, sp.Matrix([sp.S.Half, sp.S.Half]))
    V = RandomVector("v", 2, law)
    with pytest.raises(ClaimError):
        claim("known", C(V[0, 0], equal(V[1, 0], 1)), 1)


def test_of_any_two_entries_it_is_proved_for_every_size() -> None:
    left, given = C(Y[i - 1, 0], equal(Y[j - 1, 0], t)), (PositiveDefinite(P),)
    assert proves(Claim("known", left, AT_PLACES, given=given))
    assert not proves(Claim("known", left, AT_PLACES))
    other = AT_PLACES.subs(P[j - 1, j - 1], P[i - 1, i - 1])
    assert not proves(Claim("known", left, other, given=given))


def test_all_entries_move_along_a_column_of_the_covariance() -> None:
    left = Components(C(Entry(Y, i, 1), equal(Entry(Y, 1, 1), t)), i)
    first = (t - Entry(m, 1, 1)) / Entry(P, 1, 1)
    right = m + P * BasisVector(1, n) * first
    tried = Claim("known", left, right, given=(PositiveDefinite(P),))
    assert proves(tried)
    assert measure(tried).judgment is Judgment.HOLDS


def test_no_mutant_holds() -> None:
    left, right, _ = TRUE["a square"]
    told = mutants(Claim("known", left, right))
    kept = [q for q in told if measure(q.claim).judgment is Judgment.HOLDS]
    assert [q.latex for q in kept] == []
