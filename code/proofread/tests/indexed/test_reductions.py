"""What is no equation, shown by equations: inequalities, optima and orders."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from itertools import chain
from typing import Any

import pytest
import sympy as sp

import proofread as pr
from proofread.claim import Claim
from proofread.indexed import DoNotKnow, certified, every_size, proves
from proofread.indexed.certified import certify
from proofread.indexed.witnesses import witnesses
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.nodes import Divergence, Entry
from proofread.reductions import Unshown, Witness, reduction

n, d = sp.symbols("n d", integer=True, positive=True)
a, b, x, y, z = sp.symbols("a b x y z", real=True)
c, v, r, named = sp.symbols("c v r V", positive=True)
t, h = sp.Symbol("t", real=True), sp.Symbol("h", positive=True)
k, j = sp.symbols("k j", integer=True, positive=True)
data = sp.IndexedBase("q", shape=(n,), real=True)
u, w, g, s = (sp.MatrixSymbol(name, n, 1) for name in "uwgs")
p = sp.MatrixSymbol("p", n, 1)
H, B = sp.MatrixSymbol("H", n, n), sp.MatrixSymbol("B", n, n)
X, beta = sp.MatrixSymbol("X", n, d), sp.MatrixSymbol("beta", d, 1)
f, phi = pr.ScalarFunction("f"), pr.functions("phi")
mean = sp.Symbol("m", real=True)
average = ((mean, sp.Sum(data[k], (k, 1, n)) / n),)
DATA = {data: (0.3, 0.9), r: (0.05, 0.95)}
GRAM = sp.MatMul(X.T, X)
normal_equations = sp.MatMul(sp.Inverse(GRAM), X.T, u)
one = sp.OneMatrix(n, 1)
weight = sp.Sum(Entry(p, k, 1) * Entry(u, k, 1) ** 2, (k, 1, n))
spread = weight - sp.Sum(Entry(p, k, 1) * Entry(u, k, 1), (k, 1, n)) ** 2


def claim(lhs: Any, rhs: Any, relation: str = "=", **options: Any) -> Claim:
    return Claim("tried", lhs, rhs, relation, **options)


def least(f: Any, at: Any, by: Any, **options: Any) -> Claim:
    return claim(pr.ArgMin(f, by), at, **options)


def most(f: Any, at: Any, by: Any, **options: Any) -> Claim:
    return claim(pr.ArgMax(f, by), at, **options)


def along(lhs: Any, power: int, by: Any = t) -> Claim:
    return claim(lhs, by**power, "~", variable=by)


def yes_or_no(q: Any) -> Any:
    return sp.Sum(data[k] * sp.log(q) + (1 - data[k]) * sp.log(1 - q), (k, 1, n))


quadratic = pr.Dot(g, s) + pr.Dot(s, H * s) / 2
error = u - X * beta
straight = f(u + t * w) - f(u) - t * pr.Dot(pr.Grad(f(u), u), w)
bent = straight - t**2 / 2 * pr.Dot(w, pr.HessianMatrix(f(u), u) * w)
around = (phi(x + h) - phi(x - h)) / (2 * h)
TRUE = {
    "Cauchy and Schwarz": claim(
        pr.Dot(u, w) ** 2,
        pr.SquaredNorm(u) * pr.SquaredNorm(w),
        "<=",
        equality={w: c * u},
    ),
    "a square is positive": claim(pr.SquaredNorm(u) + c, 0, ">"),
    "a form": claim(pr.Dot(u, H * u), 0, ">=", given=(pr.PositiveSemidefinite(H),)),
    "a variance": claim(spread, 0, ">=", given=(pr.Simplex(p),)),
    "Gibbs": claim(
        sp.Sum(Divergence(Entry(p, k, 1), c), (k, 1, n)),
        0,
        ">=",
        given=(pr.Simplex(p),),
    ),
    "a parabola": least(a**2 * x**2 + c * x**2 - 2 * b * x, b / (a**2 + c), x),
    "Newton": least(quadratic, -sp.Inverse(H) * g, s, given=(pr.PositiveDefinite(H),)),
    "least squares": least(pr.SquaredNorm(error), normal_equations, beta),
    "the mean": least(sp.Sum((data[k] - x) ** 2, (k, 1, n)), mean, x, where=average),
    "shares": most(yes_or_no(r), mean, r, where=average, domain=DATA),
    "a variance is estimated": least(
        n * sp.log(v) + pr.SquaredNorm(u) / v,
        pr.SquaredNorm(u) / n,
        v,
        domain={u: (-1, 1)},
    ),
    "a variance by its name": least(
        n * sp.log(2 * v) + pr.SquaredNorm(u) / v,
        named,
        v,
        where=((named, pr.SquaredNorm(u) / n),),
        domain={u: (-1, 1)},
    ),
    "first order": along(straight, 2),
    "second order": along(bent, 3),
    "central difference": along(around - sp.Derivative(phi(x), x), 2, h),
    "a quotient": along(1 / (1 + t) - 1 + t, 2),
}
FALSE = {
    "Cauchy and Schwarz, the other way": claim(
        pr.Dot(u, w) ** 2, pr.SquaredNorm(u) * pr.SquaredNorm(w), ">="
    ),
    "Cauchy and Schwarz, strictly": claim(
        pr.Dot(u, w) ** 2, pr.SquaredNorm(u) * pr.SquaredNorm(w), "<"
    ),
    "Cauchy and Schwarz, sharp elsewhere": claim(
        pr.Dot(u, w) ** 2,
        pr.SquaredNorm(u) * pr.SquaredNorm(w),
        "<=",
        equality={w: u + one},
    ),
    "a square, strictly": claim(pr.SquaredNorm(u), 0, ">"),
    "a form of any matrix": claim(pr.Dot(u, H * u), 0, ">="),
    "a form of a symmetric matrix": claim(
        pr.Dot(u, H * u), 0, ">=", given=(pr.Symmetric(H),)
    ),
    "a form of another matrix": claim(
        pr.Dot(u, B * u), 0, ">=", given=(pr.PositiveDefinite(H),)
    ),
    "a product with a form": claim(
        pr.Dot(u, H * w), 0, ">=", given=(pr.PositiveDefinite(H),)
    ),
    "a form of a name that is defined": claim(
        pr.Dot(u, H * u), 0, ">=", given=(pr.PositiveDefinite(H),), where=((H, -B),)
    ),
    "a variance of any weights": claim(spread, 0, ">="),
    "a logarithm": claim(sp.log(c), 0, ">="),
    "an odd power": claim(a**3, 0, ">="),
    "of a positive name that is defined": claim(c, 0, ">", where=((c, a),)),
    "not convex": least(-(x**2), sp.S.Zero, x),
    "of one sign only if it is": least(a * x**2 - 2 * b * x, b / a, x),
    "a maximum of a parabola": most(x**2 + a * x, -a / 2, x),
    "a saddle": least(quadratic, -sp.Inverse(H) * g, s, given=(pr.Symmetric(H),)),
    "flat in one direction": least(
        quadratic, -sp.Inverse(H) * g, s, given=(pr.PositiveSemidefinite(H),)
    ),
    "flat": least(pr.SquaredNorm(u), w, w),
    "not alone": least(pr.SquaredNorm(B * s - B * u), u, s),
    "another place": least((x - a) ** 2, a + 1, x),
    "stationary, not least": least(x**4 - 2 * x**2, sp.S.Zero, x),
    "least of several": least((x**2 - 1) ** 2, sp.S.One, x),
    "at a boundary": least((v + 1) ** 2, -sp.S.One, v),
    "at an open end": least(v**2, sp.S.Zero, v),
    "of the wrong sign": least((v + c) ** 2, -c, v),
    "beyond what it is": least((x - a) ** 2, a, x, given=(pr.ge(x, 0),)),
    "the place is the variable": least((x - a) ** 2, x, x),
    "what is defined by it": least((y - a) ** 2 + x**2, sp.S.Zero, x, where=((y, x),)),
    "a logarithm that has no value": most(
        yes_or_no(r), mean, r, where=average, domain={data: (-2.0, -1.0)}
    ),
    "a likelihood, least": least(yes_or_no(r), mean, r, where=average, domain=DATA),
    "the shares doubled": most(yes_or_no(r), 2 * mean, r, where=average, domain=DATA),
    "too low an order": along(bent, 2),
    "too high an order": along(straight, 3),
    "no order at all": along(f(u + t * w) - f(u + t * w), 1),
    "an order of 0": along(pr.Dot(w, B * w) - pr.Dot(w, B.T * w) + t**2, 1),
    "no difference": along(around - sp.Derivative(phi(x), x), 1, h),
    "a kink": along(sp.Abs(t), 2),
    "a kink of second order": along(t * sp.Abs(t), 2),
    "a root": along(sp.sqrt(h), 1, h),
    "at another place": claim((t - 1) ** 2, t**2, "~", variable=t, toward=1),
    "a constant": claim(c * t**2, 2 * t**2 + t**3, "~", variable=t),
}
SLOW = {
    "first order",
    "second order",
    "central difference",
    "least squares",
}  # to measure line by line


@pytest.mark.parametrize("name", TRUE)
def test_what_holds_is_proved_and_told(name: str) -> None:
    lines = every_size(TRUE[name])
    assert not lines[0].reason
    assert lines[-1].reason
    assert {r"\ge", ">", r"\ne"} & {line.relation for line in lines}
    assert measure(TRUE[name]).judgment is Judgment.HOLDS


@pytest.mark.parametrize("name", FALSE)
def test_what_does_not_hold_is_not_proved(name: str) -> None:
    assert not proves(FALSE[name])


@pytest.mark.parametrize("name", sorted(TRUE.keys() - SLOW))
def test_every_line_holds_when_measured(name: str) -> None:
    shown = certified(TRUE[name])
    parts = zip(shown.reduction.equations, shown.proofs, shown.lines, strict=True)
    for equation, proof, lines in parts:
        ends = {q: sp.Idx(q.name, (1, proof.indices[q])) for q in proof.free if q != 1}
        start = Entry(equation.lhs, *proof.free) if proof.free else equation.lhs
        for term in dict.fromkeys(chain(*lines)):
            sides = {"lhs": start.xreplace(ends), "rhs": term.xreplace(ends)}
            line = equation.changed(**sides, tolerance=1e-6, points=2)
            assert measure(line).judgment is Judgment.HOLDS, term


# ---- the proof itself, where nothing is measured


CHECKS = (
    ("reductions.optima", "require_found"),
    ("reductions.optima", "require_met"),
    ("reductions.inequalities", "require_measured"),
    ("reductions.orders", "require_order"),
    ("indexed.witnesses", "require_order"),
)


@pytest.fixture
def unmeasured(monkeypatch: pytest.MonkeyPatch) -> None:
    for place, check in CHECKS:
        module = import_module(f"proofread.{place}")
        monkeypatch.setattr(module, check, lambda *_: None)


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", FALSE)
def test_what_does_not_hold_is_not_proved_without_measuring(name: str) -> None:
    assert not proves(FALSE[name])


middle, spot = sp.Symbol("M", real=True), sp.Symbol("S", positive=True)
squares = sp.Sum((data[k] - middle) ** 2, (k, 1, n))
fit = sp.Sum(-sp.log(2 * sp.pi * v) / 2 - (data[k] - middle) ** 2 / (2 * v), (k, 1, n))
centre, SMALL = sp.Sum(data[k], (k, 1, n)) / n, {data: (-1.0, 1.0)}


def likeliest(given: Any, center: Any, value: Any, extreme: Any = most) -> Claim:
    """The variance of a normal sample, in the chapter on likelihood and mutants."""
    told: Any = {"where": ((middle, center), (spot, value)), "domain": SMALL}
    return extreme(fit, spot, v, given=given, sizes={n: 2}, **told)


ABOVE, squared = (pr.gt(spot, 0),), sp.Sum(data[k], (k, 1, n)) ** 2 / n
VARIANCES = {
    "as it stands": likeliest(ABOVE, centre, squares / n),
    "the hypothesis on another name": likeliest(
        (pr.gt(middle, 0),), centre, squares / n
    ),
    "without the hypothesis": likeliest((), centre, squares / n),
    "from another place": likeliest(ABOVE, squared, squares / n),
}
NO_VARIANCES = {
    "least": likeliest(ABOVE, centre, squares / n, least),
    "twice": likeliest(ABOVE, centre, 2 * squares / n),
    "the sum": likeliest(ABOVE, centre, squares),
    "the deviation": likeliest(ABOVE, centre, sp.sqrt(squares / n)),
    "from 0": likeliest((), centre, sp.Sum(data[k] ** 2, (k, 1, n)) / n),
    "from the other place": likeliest(
        (), squared, sp.Sum((data[k] - centre) ** 2, (k, 1, n)) / n
    ),
}


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", VARIANCES)
def test_a_mutant_of_an_optimum_is_proved_since_it_holds(name: str) -> None:
    shown = certified(VARIANCES[name])
    assert shown.reduction.conditions == ABOVE
    assert measure(VARIANCES[name]).judgment is Judgment.HOLDS


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", NO_VARIANCES)
def test_a_mutant_that_does_not_hold_is_not_proved(name: str) -> None:
    assert measure(NO_VARIANCES[name]).judgment is Judgment.FAILS
    assert not proves(NO_VARIANCES[name])


def test_the_coefficient_and_the_condition_are_shown() -> None:
    last = every_size(TRUE["first order"])[-2:]
    assert "partial" in last[0].latex
    assert r"\ne 0" in last[1].reason
    last = every_size(TRUE["shares"])[-1]
    assert "> 0" in last.reason


def test_what_is_missing_is_said() -> None:
    with pytest.raises(DoNotKnow, match="may be negative"):
        every_size(claim(pr.Dot(u, B * u), 0, "<="))


step = TRUE["Newton"]


@pytest.mark.parametrize(
    "change",
    [
        {"gap": sp.S.Zero},
        {"gap": pr.SquaredNorm(s)},
        {"part": s},
        {"back": s},
        {"other": sp.S.Zero},
        {"names": (s, g)},
        {"names": ()},
    ],
    ids=str,
)
def test_a_witness_that_is_changed_shows_nothing(change: Any) -> None:
    shown, found = certified(step), witness_of(step)
    assert certify(step, found, again(shown))
    with pytest.raises(Exception, match=r".") as refused:
        certify(step, replace(found, **change), again(shown))
    assert type(refused.value).__name__ in ("Unshown", "Refused", "Captured")


def again(shown: Any) -> Any:
    """What proves equations by the proofs that were found before."""
    proofs = iter(shown.proofs)
    return lambda equation: next(proofs)


def witness_of(tried: Claim) -> Witness:
    for witness in witnesses(tried):
        try:
            reduction(tried, witness)
        except Unshown:
            continue
        return witness
    raise AssertionError(tried)


@pytest.mark.parametrize(
    "witness",
    [
        Witness(gap=-pr.SquaredNorm(u)),
        Witness(gap=sp.log(c)),
        Witness(gap=pr.SquaredNorm(u) / a),
        Witness(gap=pr.SquaredNorm(sp.Inverse(B) * u)),
        Witness(gap=Divergence(a, b)),
    ],
    ids=str,
)
def test_a_gap_that_may_be_negative_or_have_no_value_is_refused(witness: Any) -> None:
    with pytest.raises(Unshown):
        reduction(claim(pr.SquaredNorm(u), 0, ">="), witness)
