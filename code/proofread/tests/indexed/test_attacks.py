"""Falsehoods that were tried on the checker, and a few truths beside them."""

from __future__ import annotations

from typing import Any

import pytest
import sympy as sp

from proofread import nodes as nd
from proofread.claim import Claim
from proofread.indexed import proves
from proofread.indexed.checker import Refused, check
from proofread.indexed.proof import Proof, Step

from .letters import (
    A,
    D,
    E,
    P,
    S,
    X,
    a,
    b,
    c,
    h,
    i,
    j,
    k,
    m,
    n,
    over,
    p,
    q,
    s,
    step,
    x,
    y,
    z,
)

f, phi = nd.ScalarFunction("f"), nd.functions("phi")
g = sp.Symbol("g", positive=True)
inv = sp.Inverse
t = sp.Symbol("t", real=True)
u = sp.MatrixSymbol("u", n, 1)
HIDDEN = over(E(x, k, 1) + E(y, k, 1), k) - over(E(x, k, 1), k) - over(E(y, k, 1), k)

ARITHMETIC: dict[str, tuple[Any, Any]] = {
    "two sums under one index": (
        over(E(x, k, 1), k) * over(E(y, k, 1), k),
        over(E(x, k, 1) * E(y, k, 1), k),
    ),
    "the square of a sum": (over(E(x, k, 1), k) ** 2, over(E(x, k, 1) ** 2, k)),
    "components joined": (
        over(E(X, k, h) * E(X, h, k), k, h),
        over(E(X, k, h) ** 2, k, h),
    ),
    "a cycle the other way": (
        over(E(X, k, h) * E(S, h, k) * E(x, k, 1), k, h),
        over(E(X, h, k) * E(S, k, h) * E(x, k, 1), k, h),
    ),
    "ranges that differ": (over(E(x, k, 1), k), sp.Sum(E(x, p, 1), (p, 1, m))),
    "a count of the other range": (over(a, p), n * a),
    "a sum that starts later": (sp.Sum(z[k], (k, 2, n)), sp.Sum(z[k], (k, 1, n))),
    "a count of what may be empty": (sp.Sum(a, (k, 3, n)), (n - 2) * a),
    "a delta at a place outside of a sum": (sp.Sum(D(k, 1) * z[k], (k, 2, n)), z[1]),
    "a delta of another range": (over(D(k, s) * E(x, k, 1), k), E(x, s, 1)),
    "a delta of two free indices as one": (D(i, j), D(i, i)),
    "a delta divided by": (a / D(i, j), a * D(i, j)),
    "a sum with its index in an end": (
        sp.Sum(sp.Sum(a, (q, 1, k)), (k, 1, n)),
        n * sp.Sum(a, (q, 1, n)),
    ),
    "an infinite sum taken apart": (
        sp.Sum(1 / k - 1 / k, (k, 1, sp.oo)) + sp.Sum(1 / k**2 - a, (k, 1, sp.oo)),
        sp.Sum(1 / k**2, (k, 1, sp.oo)) - sp.Sum(a, (k, 1, sp.oo)),
    ),
    "the root of a square": (
        sp.sqrt((a + b) ** 2 * (1 + c**2)),
        (a + b) * sp.sqrt(1 + c**2),
    ),
    "a power of what may be negative": ((a * b) ** c, a**c * b**c),
    "powers of a power": ((a**2) ** sp.Rational(1, 2), a),
    "letters of two functions": (f(x), f(y)),
    "letters of matrices that differ by a transpose": (f(X), f(X.T)),
    "letters of products in another order": (f(X * S * x), f(S * X * x)),
    "letters of zeros of another shape": (
        f(sp.ZeroMatrix(n, 1)),
        f(sp.ZeroMatrix(m, 1)),
    ),
    "a product as a sum": (sp.Product(z[k], (k, 1, n)), sp.Sum(z[k], (k, 1, n))),
    "an index within a letter": (
        over(sp.sin(over(E(X, k, h), h)), k),
        over(sp.sin(over(E(X, h, k), h)), k),
    ),
    "an index that a name of the sum inside could be": (
        over(f(nd.Components(E(X, k, 1) * z[i], i)), k),
        over(f(nd.Components(E(X, 1, k) * z[i], i)), k),
    ),
    "a column as the diagonal": (
        f(nd.Components(f(nd.Column(X, i)), i)),
        f(nd.Components(f(nd.DiagonalOf(X)), i)),
    ),
    "one index bound twice": (sp.Sum(a, (k, 1, n), (k, 1, m)), m * a),
    "one index of two products": (
        sp.Product(z[k], (k, 1, n), (k, 1, m)),
        sp.Product(z[k], (k, 1, m)),
    ),
    "an index of a sum inside": (
        over(sp.sin(over(E(x, k, 1), k)) * E(y, k, 1), k),
        over(sp.sin(E(x, k, 1)) * E(y, k, 1), k),
    ),
    "what stands beside a δ, without it": (D(i, j) * E(x, i, 1), E(x, i, 1)),
    "what stands beside a δ, at another place": (
        D(i, j) * E(X, i, j),
        D(i, j) * E(X, i, 1),
    ),
    "a letter of a letter beside a δ": (
        D(i, j) * sp.exp(E(x, i, 1)),
        D(i, j) * sp.exp(E(y, j, 1)),
    ),
    "two δ as one": (D(i, j) + D(i, 1), D(i, j) * D(i, 1) + D(j, 1)),
    "a δ under a root": (sp.sqrt(1 + D(i, j)), 1 + D(i, j)),
    "a power of a sum": (a ** (b + c), a**b + a**c),
    "an exponential of a product": (sp.exp(a * b), sp.exp(a) * sp.exp(b)),
    "a power of a power": ((a**b) ** c, a ** (b * c)),
    "a power of a square": ((a**2) ** c, a ** (2 * c)),
    "a power of an inverse": ((1 / a) ** c, a ** (-c)),
    "the third root of a third power": ((a**3) ** sp.Rational(1, 3), a),
    "a root of a quotient": (sp.sqrt(a / b), sp.sqrt(a) / sp.sqrt(b)),
    "a power of minus one": ((-1) ** k * over(a, h), over(a, h)),
    "a number that is rounded": (a * sp.Float(0.5), a / 2),
    "a matrix as a number": (over(E(x, k, 1), k) * sp.MatrixSymbol("o", 1, 1), a),
    "a mean of another": (nd.Expectation(a * b), nd.Expectation(a) * nd.Expectation(b)),
}
DIAGONAL = over(1 / (E(x, k, 1) - E(y, k, 1)), k)
RISKS: dict[str, tuple[Any, Any]] = {
    "a divisor": (a, 1 / b),
    "a divisor at other places": (DIAGONAL, 1 / (E(x, 1, 1) - E(y, n, 1))),
    "a divisor at one place as at all": (1 / E(x, i, 1), over(1 / E(x, k, 1), k)),
    "a divisor of another sum": (over(1 / E(x, k, 1), k), over(1 / E(y, k, 1), k)),
    "a power that may be negative": (a, b**c),
    "a logarithm": (a, sp.log(b)),
    "a logarithm in a letter": (a, phi(sp.log(b))),
    "a root": (a, sp.sqrt(b)),
    "an inverse": (a, E(inv(X), 1, 1)),
    "an inverse in a letter": (a, f(inv(X) * x)),
    "a derivative of a kink": (a, P(sp.Abs(b), b)),
    "a rule with a pole": (a, E(nd.Elementwise(sp.Lambda(t, 1 / t), x), 1, 1)),
    "what nothing is known of": (a, nd.Eigenvalue(X, 1)),
    "a divisor on the diagonal as at all places": (
        over(1 / E(X, k, k), k),
        over(1 / E(X, k, h), k, h),
    ),
    "a divisor under one index bound twice": (
        over(1 / E(X, k, k), k),
        over(sp.sin(over(1 / E(X, k, h), k, h)), k),
    ),
}
SLOPES: dict[str, tuple[Any, Any]] = {
    "a product without its second term": (P(a * sp.sin(a), a), sp.sin(a)),
    "a slope of another place": (
        P(f(x), E(x, i, 1)),
        over(nd.Slope(f(x), k, 1) * P(E(x, k, 1), E(x, j, 1)), k),
    ),
    "a transposed inverse": (
        P(E(inv(X), i, j), E(X, 1, 1)),
        -over(E(inv(X), k, i) * P(E(X, k, h), E(X, 1, 1)) * E(inv(X), h, j), k, h),
    ),
    "another entry as the same": (P(E(X, i, j), E(X, j, i)), sp.S.One),
    "a kink": (P(sp.Abs(a), a), sp.sign(a)),
    "a sum over the index of the entry": (
        P(over(E(x, k, 1), k), E(x, k, 1)),
        over(P(E(x, k, 1), E(x, k, 1)), k),
    ),
    "a mean": (P(nd.Expectation(a * b), a), sp.S.Zero),
}


@pytest.mark.parametrize("kind", ARITHMETIC)
def test_arithmetic_shows_no_falsehood(kind: str) -> None:
    old, new = ARITHMETIC[kind]
    for one, other in ((old, new), (new, old)):
        for backward in (False, True):
            with pytest.raises(Refused):
                step("ring", one, other, backward)


@pytest.mark.parametrize("kind", RISKS)
def test_arithmetic_brings_nothing_that_may_lack_a_value(kind: str) -> None:
    old, risk = RISKS[kind]
    step("ring", old + risk, old * (1 + risk) - old * risk + risk)
    for backward in (False, True):
        with pytest.raises(Refused):
            step("ring", old, old * (1 + risk) - old * risk, backward)


ROWS = sp.IndexedBase("rows")
UNUSED: dict[str, tuple[Any, ...]] = {
    "in one case": (sp.Piecewise((b, a > 0), (0, True)), 1 / c, (b, 1 / c)),
    "outside of a sum": (
        sp.Sum(ROWS[k], (k, 2, n)),
        1 / E(x, 1, 1),
        (ROWS[i], 1 / E(x, i, 1)),
    ),
}


@pytest.mark.parametrize("kind", UNUSED)
def test_the_value_of_a_name_that_is_not_used_may_be_missing(kind: str) -> None:
    side, risk, name = UNUSED[kind]
    only = [("ring", z[1], z[1] * (1 + risk) - z[1] * risk)]
    with pytest.raises(Refused):
        whole(z[1] + side, z[1] + side, only, {"where": (name,)})


def test_nothing_divided_by_nothing_is_not_one() -> None:
    with pytest.raises(Refused):
        step("ring", c, sp.expand(c * HIDDEN) / HIDDEN)


@pytest.mark.parametrize("kind", SLOPES)
def test_no_other_slope_is_taken(kind: str) -> None:
    with pytest.raises(Refused):
        step("derive", *SLOPES[kind])


def whole(lhs: Any, rhs: Any, steps: Any, claim: dict[str, Any]) -> None:
    made = tuple(Step(*each) for each in steps)
    indices = claim.pop("indices", {})
    check(Claim("attack", lhs, rhs, **claim), Proof(indices, (), made, ()))


WHOLE: dict[str, tuple[Any, ...]] = {
    "an inverse of what a hypothesis makes singular": (
        a,
        b,
        [("ring", a, a * c / c + b * c / c - b * c / c)],
        {"given": (nd.equal(c, 0),)},
    ),
    "two names of one value by a symmetric look": (
        E(X, i, j),
        E(X, j, i),
        [("hypothesis", E(X, i, j), E(X, j, i))],
        {"given": (nd.Symmetric(S),)},
    ),
    "symmetry of what is symmetric at one name": (
        E(inv(X * S), i, j),
        E(inv(X * S), j, i),
        [
            ("inverse", E(inv(X * S), i, j), E(inv(S.T * X.T), j, i)),
            ("hypothesis", S.T, S),
        ],
        {"given": (nd.Symmetric(S),)},
    ),
    "a hypothesis at a bound index": (
        over(z[k], k),
        over(a, k),
        [("hypothesis", z[k], a)],
        {"given": (nd.equal(z[i], a),), "indices": {k: n}},
    ),
    "a hypothesis under a derivative within a letter": (
        f(P(a * c, a) * x),
        f(P(c * c, a) * x),
        [("hypothesis", a, c)],
        {"given": (nd.equal(a, c),)},
    ),
    "a definition that a node binds": (
        nd.ArgMin((t - b) ** 2, t),
        nd.ArgMin((t - t**2) ** 2, t),
        [("where", b, t**2)],
        {"where": ((b, t**2),)},
    ),
    "a rule whose variable a value holds": (
        E(nd.Elementwise(sp.Lambda(t, t * b), x), i, 1),
        E(x, i, 1) * b,
        [
            (
                "definition",
                E(nd.Elementwise(sp.Lambda(t, t * b), x), i, 1),
                E(x, i, 1) * b,
            )
        ],
        {"where": ((b, t**2),)},
    ),
    "the slope of a function equal at one point": (
        nd.Slope(f(x), i, 1),
        nd.Slope(nd.ScalarFunction("g")(x), i, 1),
        [("hypothesis", f(x), nd.ScalarFunction("g")(x))],
        {"given": (nd.equal(f(x + sp.ZeroMatrix(n, 1)), nd.ScalarFunction("g")(x)),)},
    ),
    "an equation summed over a part": (
        sp.Sum(E(X, k, h), (k, 1, n), (h, 2, n)),
        over(a, k, h),
        [("hypothesis", sp.Sum(E(X, k, h), (k, 1, n), (h, 2, n)), over(a, k, h))],
        {"given": (nd.equal(E(X, i, j), a),), "indices": {k: n, h: n}},
    ),
    "a unit vector at two indices": (
        over(E(u, k, 1) * E(u, h, 1), k, h),
        n,
        [("hypothesis", over(E(u, k, 1) * E(u, h, 1), k, h), n)],
        {"given": (nd.Unit(u),), "indices": {k: n, h: n}},
    ),
    "unit rows": (
        over(E(A, i, p) ** 2, p),
        sp.S.One,
        [("hypothesis", over(E(A, i, p) ** 2, p), sp.S.One)],
        {"given": (nd.Orthogonal(A),), "indices": {p: m}},
    ),
    "a unit vector over a part": (
        sp.Sum(E(u, k, 1) ** 2, (k, 2, n)),
        sp.S.One,
        [("hypothesis", sp.Sum(E(u, k, 1) ** 2, (k, 2, n)), sp.S.One)],
        {"given": (nd.Unit(u),)},
    ),
}


@pytest.mark.parametrize("kind", WHOLE)
def test_no_proof_of_a_falsehood_is_accepted(kind: str) -> None:
    lhs, rhs, steps, claim = WHOLE[kind]
    with pytest.raises(Refused):
        whole(lhs, rhs, steps, {**claim})


def test_a_fact_with_a_sign_needs_that_sign() -> None:
    step("logarithm", sp.log(g * sp.exp(a)), sp.log(g) + a)
    with pytest.raises(Refused):
        step("logarithm", sp.log(g * sp.exp(a)), sp.log(g) + a, where=((g, -(c**2)),))


def test_a_fact_holds_under_a_sum_of_the_range_of_its_place() -> None:
    Q = sp.MatrixSymbol("Q", n, n)
    squares = over(E(Q, k, h) ** 2, k, h)
    step("hypothesis", squares, over(D(h, h), h), given=(nd.Orthogonal(Q),))
    other = sp.Sum(E(Q, k, h) ** 2, (k, 1, n), (h, 2, n))
    with pytest.raises(Refused):
        step("hypothesis", other, over(D(h, h), h), given=(nd.Orthogonal(Q),))


def test_a_root_of_a_size_less_something_has_no_proof() -> None:
    """What it stands for has no value near 0, whatever its name says of its sign."""
    y = sp.MatrixSymbol("y", n, 1)
    s, e = sp.symbols("s epsilon", positive=True)
    sides = nd.Jacobian(y, u), (sp.Identity(n) - y * sp.Transpose(y) / n) / s
    for sign in (1, -1):
        size = sp.sqrt(nd.SquaredNorm(u) / n + sign * e)
        made = Claim("size", *sides, where=((y, u / s), (s, size)))
        assert proves(made) == (sign == 1)


def test_a_family_at_a_plain_index_has_values_at_all_of_its_places() -> None:
    """Where it cancels too: a mean of means, each divided by what is summed again."""
    k, h = sp.symbols("k h", integer=True)
    joint = sp.IndexedBase("p", shape=(n, m), positive=True)
    rows = sp.IndexedBase("r", shape=(n,), positive=True)[k]
    means = sp.IndexedBase("m", shape=(n,), real=True)[k]
    total = sp.Sum(joint[k, h] * h, (h, 1, m))
    sides = sp.Sum(total, (k, 1, n)), sp.Sum(rows * means, (k, 1, n))
    for place in (k, k - 1, k + 1):
        sums = sp.Sum(joint[place, h], (h, 1, m))
        made = Claim("total", *sides, where=((rows, sums), (means, total / rows)))
        assert proves(made) == (place == k)
