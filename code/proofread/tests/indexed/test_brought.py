"""What is shown by a hypothesis or an inverse that is not read back step by step.

Each true statement has neighbours that are off by one thing, which NumPy finds false.
"""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

import proofread as pr
from proofread.claim import Claim
from proofread.indexed import DoNotKnow, every_size, lacking, proof_of, proves
from proofread.judgments import Judgment
from proofread.measuring import measure

n, d = sp.symbols("n d", integer=True, positive=True)
k, i = sp.symbols("k i", integer=True, positive=True)
c, t, theta, m = sp.symbols("c t theta m", real=True)
R = sp.MatrixSymbol("R", n, n)
p, q, u, y, w = (sp.MatrixSymbol(name, n, 1) for name in "pquyw")
x, v, bend = (sp.MatrixSymbol(name, d, 1) for name in ("x", "v", "b"))
X, beta = sp.MatrixSymbol("X", n, d), sp.MatrixSymbol("beta", d, 1)
a, z, g, r = (sp.IndexedBase(name, shape=(n,), real=True) for name in "azgr")
one, f, h = sp.OneMatrix(n, 1), pr.ScalarFunction("f"), pr.functions("h")
inverse = sp.Inverse


def claim(lhs: Any, rhs: Any, **options: Any) -> Claim:
    return Claim("tried", lhs, rhs, **options)


# ---- a total of 1, in a sum of which 1 times an entry is left


def jumps(matrix: Any, right: Any, total: Any = 1, by: Any = p) -> Claim:
    given = (pr.equal(pr.Dot(one, by), total),)
    return claim(matrix * p, right, given=given)


outer = one * one.T
RANDOM = (1 - c) * R + c / n * outer
SUM_TO_ONE = (1 - c) * R * p + c / n * one

# ---- a diagonal read back


D = pr.Diag(w)
GRAM = sp.MatMul(X.T, D, X)
SHARES = {w: (0.1, 0.9)}


def refit(left: Any, right: Any, by: Any = y) -> Claim:
    where = ((u, sp.MatAdd(sp.MatMul(X, beta), sp.MatMul(inverse(D), by))),)
    return claim(left, right, where=where, domain=SHARES)


STEP = sp.MatAdd(beta, sp.MatMul(inverse(GRAM), X.T, y))
FIT = sp.MatMul(inverse(GRAM), X.T, D, u)

# ---- a derivative in a hypothesis


def contour(left: Any, right: Any, curve: Any, at: Any = 0) -> Claim:
    along = sp.Subs(sp.Derivative(f(curve), t), t, at)
    return claim(left, right, given=(pr.equal(along, 0),))


CURVE = x + t * v + t**2 * bend
SLOPE = pr.Dot(pr.Grad(f(x), x), v)

# ---- a derivative under a family of names


def drawn(right: Any, share: Any = 1 / n, slope: Any = None) -> Claim:
    mean = pr.Expectation(pr.RandomVariable("G", pr.Finite(g, r)))
    each = sp.Derivative(h(theta, z[i]), theta) if slope is None else slope
    return claim(mean, right, where=((g[i], each), (r[i], share)))


LOSS = sp.Sum(h(theta, z[i]), (i, 1, n))

# ---- one index for two ranges


def running(before: Any, after: Any, rest: Any) -> Claim:
    old = sp.Sum(a[k], (k, 1, n - 1)) / (n - 1)
    new = m + (a[n] - m) / n
    left = sp.Sum((a[k] - after(new)) ** 2, (k, 1, n))
    right = sp.Sum((a[k] - before) ** 2, (k, 1, n - 1)) + rest
    return claim(left, right, where=((m, old),), sizes={n: 3})


def same(e: Any) -> Any:
    return e


GAP = (n - 1) * (a[n] - m) ** 2 / n
TRUE = {
    "a total": jumps(RANDOM, SUM_TO_ONE),
    "a total of 2": jumps(RANDOM, (1 - c) * R * p + 2 * c / n * one, 2),
    "a total of c": jumps(RANDOM, (1 - c) * R * p + c**2 / n * one, c),
    "a diagonal": refit(STEP, FIT),
    "a contour": contour(SLOPE, 0, CURVE),
    "a straight contour": contour(SLOPE, 0, x + t * v),
    "twice a contour": contour(2 * SLOPE, 0, CURVE),
    "one of n": drawn(sp.Derivative(LOSS / n, theta)),
    "a running variance": running(m, same, GAP),
}
FALSE = {
    "a total, the sign": jumps(RANDOM, (1 - c) * R * p - c / n * one),
    "a total, the factor": jumps(RANDOM, (1 - c) * R * p + c * one),
    "a total, transposed": jumps(RANDOM, (1 - c) * R.T * p + c / n * one),
    "a total of 2 as of 1": jumps(RANDOM, SUM_TO_ONE, 2),
    "a total of 0": jumps(RANDOM, SUM_TO_ONE, 0),
    "a total of another vector": jumps(RANDOM, SUM_TO_ONE, 1, q),
    "a total, the matrix": jumps((1 - c) * R + c / n * sp.Identity(n), SUM_TO_ONE),
    "a diagonal, the sign": refit(STEP, -FIT),
    "a diagonal, without the inverse": refit(STEP, sp.MatMul(X.T, D, u)),
    "a diagonal, its own inverse": refit(
        STEP, sp.MatMul(inverse(GRAM), X.T, inverse(D), u)
    ),
    "a diagonal, once": refit(STEP, sp.MatMul(inverse(GRAM), X.T, u)),
    "a diagonal, of another": refit(STEP, FIT, w),
    "a diagonal, another Gram matrix": refit(
        STEP, sp.MatMul(inverse(sp.MatMul(X.T, X)), X.T, D, u)
    ),
    "a contour, along another": contour(pr.Dot(pr.Grad(f(x), x), bend), 0, CURVE),
    "a contour, not 0": contour(SLOPE, pr.Dot(v, v), CURVE),
    "a contour, later": contour(SLOPE, 0, CURVE, 1),
    "one of n, the sum": drawn(sp.Derivative(LOSS, theta)),
    "one of n, twice": drawn(sp.Derivative(LOSS / n, theta), 2 / n),
    "one of n, of another": drawn(
        sp.Derivative(LOSS / n, theta), slope=sp.Derivative(h(z[i], theta), theta)
    ),
    "one of n, by another": drawn(sp.Derivative(LOSS / n, theta), slope=h(theta, z[i])),
    "a running variance, the sign": running(m, same, -GAP),
    "a running variance, the factor": running(m, same, n * GAP / (n - 1)),
    "a running variance, the old mean": running(m, lambda e: m, GAP),
    "a running variance, of n": running(m, same, n * (a[n] - m) ** 2 / (n - 1)),
}
NO_VALUE = {"a contour, later", "one of n, twice"}


@pytest.mark.parametrize("name", TRUE)
def test_what_holds_is_proved(name: str) -> None:
    left, right = proof_of(TRUE[name])[1]
    assert left[-1] == right[-1]


@pytest.mark.parametrize("name", FALSE)
def test_what_is_off_by_one_thing_is_false_and_not_proved(name: str) -> None:
    found = Judgment.NO_VALUE if name in NO_VALUE else Judgment.FAILS
    assert measure(FALSE[name]).judgment is found
    assert not proves(FALSE[name])


# ---- what is missing is said in words

ENDS = sp.Sum(sp.Sum(a[k], (k, 1, i)), (i, 1, n))
MISSING = {
    "the spectral norm": claim(pr.SpectralNorm(R), pr.SpectralNorm(R.T)),
    "an eigenvalue": claim(pr.Eigenvalue(R, 1), pr.Eigenvalue(R.T, 1)),
    "a sum whose end is an index": claim(ENDS, ENDS + c - c * m / theta),
    "a limit": claim(sp.Limit(h(t, c) / t, t, 0), c),
    "a product over an index": claim(sp.Product(a[k], (k, 1, n)), c),
    "squares and positive numbers": claim(c, 0, relation=">="),
    "how far the function": claim(pr.ArgMin(t**4 + t, t), c),
    "no known steps": claim(pr.Dot(v, v), 2 * pr.SquaredNorm(v)),
}
INTERNAL = ("Captured", "Error", "(", "[", "does not change", "_", "standard form")


@pytest.mark.parametrize("words", MISSING)
def test_what_is_missing_is_said_in_words(words: str) -> None:
    with pytest.raises(DoNotKnow) as found:
        every_size(MISSING[words])
    told = lacking(MISSING[words], found.value)
    assert words in told
    assert not any(part in told for part in INTERNAL)


def test_what_is_only_measured_is_shown_to_this_reader_as_well() -> None:
    most = pr.Maximum(pr.Dot(u, y), u, pr.Unit(u))
    made = pr.claim("most", most, pr.Norm(y), measured_only="a search finds it")
    assert made.bundle.verdict == "measured only"
    assert made.bundle.proof
    assert not made.bundle.proof.method
    assert "a largest value" in made.bundle.proof.missing


def test_what_is_proved_is_not_only_measured() -> None:
    with pytest.raises(pr.ClaimError, match="leave measured_only out"):
        pr.claim("total", one.T * p, p.T * one, measured_only="tedious")
