"""Jensen's inequality: means of convex functions, and what only looks like them."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

import proofread as pr
from proofread.claim import Claim
from proofread.indexed import every_size, proves
from proofread.judgments import Judgment
from proofread.measuring import measure

n, j = sp.symbols("n j", integer=True, positive=True)
p, q = (sp.MatrixSymbol(name, n, 1) for name in "pq")
z = sp.IndexedBase("z", shape=(n,), real=True)
w = sp.IndexedBase("w", shape=(n,), real=True, positive=True)
c, kl = sp.Symbol("c", positive=True), sp.Symbol("KL", real=True)
p_j, q_j, log, exp = p[j - 1, 0], q[j - 1, 0], sp.log, sp.exp
SHARES, BOTH = (pr.Simplex(p),), (pr.Simplex(p), pr.Simplex(q))
ALIKE = c * sp.OneMatrix(n, 1)


def total(f: Any) -> Any:
    return sp.Sum(f, (j, 1, n))


def claim(
    less: Any, more: Any, given: Any = SHARES, sign: str = "<=", **options: Any
) -> Claim:
    return Claim("tried", less, more, sign, given=given, **options)


def mean(f: Any) -> Any:
    return total(p_j * f)


TRUE = {
    "log": claim(mean(log(w[j])), log(mean(w[j])), equality={w: ALIKE}),
    "exp": claim(exp(mean(z[j])), mean(exp(z[j])), equality={z: ALIKE}),
    "w log w": claim(
        mean(w[j]) * log(mean(w[j])), mean(w[j] * log(w[j])), equality={w: ALIKE}
    ),
    "square": claim(mean(z[j]) ** 2, mean(z[j] ** 2), equality={z: ALIKE}),
    "reciprocal": claim(1 / mean(w[j]), mean(1 / w[j]), equality={w: ALIKE}),
    "Gibbs": claim(
        kl,
        0,
        BOTH,
        ">=",
        where=((kl, total(q_j * log(q_j / p_j))),),
        equality={p: q},
    ),
    "coding": claim(total(q_j * log(p_j)), total(q_j * log(q_j)), BOTH),
}
FALSE = {
    "log, the other way": claim(mean(log(w[j])), log(mean(w[j])), sign=">="),
    "exp, the other way": claim(exp(mean(z[j])), mean(exp(z[j])), sign=">="),
    "square, the other way": claim(mean(z[j]) ** 2, mean(z[j] ** 2), sign=">="),
    "w log w, the other way": claim(
        mean(w[j]) * log(mean(w[j])), mean(w[j] * log(w[j])), sign=">="
    ),
    "log, strictly": claim(
        mean(log(w[j])), log(mean(w[j])), sign="<", where=((w[j], c),)
    ),
    "log without shares": claim(mean(log(w[j])), log(mean(w[j])), given=()),
    "exp without shares": claim(exp(mean(z[j])), mean(exp(z[j])), given=()),
    "exp of another mean": claim(exp(total(q_j * z[j])), mean(exp(z[j])), BOTH),
    "log of another mean": claim(mean(log(w[j])), log(total(q_j * w[j])), BOTH),
    "log of a sum": claim(mean(log(w[j])), log(mean(w[j])) - 1),
    "exp without weights": claim(exp(total(z[j])), total(exp(z[j])), given=()),
    "reached where it is not": claim(
        mean(log(w[j])), log(mean(w[j])), equality={w: c * p}
    ),
    "Gibbs, the other way": claim(total(q_j * log(q_j / p_j)), 0, BOTH),
    "Gibbs, weighted wrong": claim(0, total(p_j * log(q_j / p_j)), BOTH),
    "Gibbs, one no shares": claim(
        0, total(q_j * log(q_j / w[j])), (pr.Simplex(q),), where=()
    ),
    "Gibbs, reached elsewhere": claim(
        0, total(q_j * log(q_j / p_j)), BOTH, equality={p: sp.OneMatrix(n, 1) / n}
    ),
    "coding, the other way": claim(total(q_j * log(q_j)), total(q_j * log(p_j)), BOTH),
    "entropies": claim(total(p_j * log(p_j)), total(q_j * log(q_j)), BOTH),
    "a cube": claim(mean(z[j]) ** 3, mean(z[j] ** 3)),
    "a sine": claim(sp.sin(mean(z[j])), mean(sp.sin(z[j]))),
}


@pytest.mark.parametrize("name", TRUE)
def test_a_mean_of_a_convex_function_is_above_its_own(name: str) -> None:
    told = every_size(TRUE[name])
    assert measure(TRUE[name]).judgment is Judgment.HOLDS
    tangent = any("above its tangent" in line.reason for line in told)
    assert tangent is (name not in ("square", "reciprocal"))


@pytest.mark.parametrize("name", FALSE)
def test_what_is_no_such_mean_is_not_proved(name: str) -> None:
    assert not proves(FALSE[name])
    assert measure(FALSE[name]).judgment is not Judgment.HOLDS
