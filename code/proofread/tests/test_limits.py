"""Limits: the side that is come from, and how values draw together."""

import pytest
import sympy as sp
from corpus import claim_between
from sympy import Abs, Heaviside, Limit, cos, log, oo, sin, sqrt

from proofread.claim import Claim
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.printing import latex
from proofread.proving import prove

a, z = sp.Symbol("a", positive=True), sp.Symbol("z", nonnegative=True)
b, w = sp.Symbol("b", negative=True), sp.Symbol("w", nonpositive=True)
t, c = sp.symbols("t c", real=True)
k = sp.Symbol("k", integer=True, positive=True)
HALF = sp.Rational(1, 2)

TRUE = {
    "a power of itself": (Limit(a**a, a, 0), 1),
    "with a parameter": (Limit(a ** (a * c), a, 0), 1),
    "a root": (Limit(sqrt(a), a, 0), 0),
    "a small root": (Limit(a ** sp.Rational(1, 20), a, 0), 0),
    "a logarithm": (Limit(a * log(a), a, 0), 0),
    "an entropy": (Limit(a * log(1 / a), a, 0), 0),
    "root and logarithm": (Limit(sqrt(a) * log(a), a, 0), 0),
    "a root besides": (Limit(sqrt(a) + (sqrt(1 + a) - 1) / a, a, 0), HALF),
    "from where it may be": (Limit(sqrt(z), z, 0), 0),
    "from below": (Limit(b * log(-b), b, 0), 0),
    "from below, or at 0": (Limit(sqrt(-w), w, 0), 0),
    "both sides": (Limit(t * log(Abs(t)), t, 0), 0),
    "a sign from below": (Limit(Abs(b) / b, b, 0), -1),
    "far out": (Limit(log(a) / a, a, oo), 0),
    "a root far out": (Limit(k ** (1 / k), k, oo), 1),
    "a difference far out": (Limit(sqrt(a**2 + a) - a, a, oo), HALF),
    "a series": (Limit((1 + 1 / a) ** a, a, oo), sp.E),
}
NONE = {
    "one side alone": Limit(sqrt(t), t, 0),
    "another logarithm": Limit(t * log(t), t, 0),
    "sides that differ": Limit(Heaviside(t) + sqrt(Abs(t)), t, 0),
    "grows as a root": Limit(1 / sqrt(a), a, 0),
    "grows slowly": Limit(log(log(1 / a)), a, 0),
    "turns for ever": Limit(cos(log(a)), a, 0),
    "turns, and a root": Limit(cos(log(a)) + sqrt(a), a, 0),
    "0 at all that is tried": Limit(sin(2 * sp.pi / a), a, 0),
}
SLOW = {"a logarithm alone": Limit(1 / log(a), a, 0)}


@pytest.mark.parametrize("kind", TRUE)
def test_a_limit_is_proved_and_measured(kind):
    claim = claim_between(*TRUE[kind])
    assert measure(claim).judgment is Judgment.HOLDS
    assert prove(claim).judgment is Judgment.HOLDS


@pytest.mark.parametrize("kind", TRUE)
@pytest.mark.parametrize("off", [sp.Rational(1, 10**4)])
def test_another_value_is_refuted(kind, off):
    left, right = TRUE[kind]
    assert measure(claim_between(left, right + off)).judgment is Judgment.FAILS


@pytest.mark.parametrize("kind", [*NONE, *SLOW])
@pytest.mark.parametrize("value", [0, HALF])
def test_what_has_no_limit_or_one_too_slow_to_see_has_no_value(kind, value):
    found = measure(claim_between({**NONE, **SLOW}[kind], value))
    assert found.judgment is not Judgment.HOLDS


@pytest.mark.parametrize(
    ("e", "shown"),
    [
        (Limit(a**a, a, 0), r"a \to 0^{+}"),
        (Limit(sqrt(z), z, 0), r"z \to 0^{+}"),
        (Limit(sqrt(z), z, 2), r"z \to 2}"),
        (Limit(b * log(-b), b, 0), r"b \to 0^{-}"),
        (Limit(b**2, b, -2), r"b \to -2}"),
        (Limit(t**2, t, 0), r"t \to 0}"),
        (Limit(t**2, t, 0, "-"), r"t \to 0^{-}"),
        (Limit(1 / a, a, oo), r"a \to \infty}"),
    ],
    ids=str,
)
def test_the_side_is_shown_that_is_come_from(e, shown):
    assert shown in latex(e)


def test_the_limit_of_a_named_function_is_by_an_axiom_and_no_other_is():
    f = sp.Function("f", real=True)
    quotient = (f(t + c) - f(t)) / c
    slope = prove(claim_between(sp.Derivative(f(t), t), Limit(quotient, c, 0)))
    assert slope.judgment is Judgment.HOLDS
    assert slope.method.startswith("an axiom of the reader")
    defined = Limit((f(t) - f(0)) / t, t, 0)
    found = prove(Claim("defined", defined, 2, where=((f(t), (1 + t) ** 2),)))
    assert found.judgment is Judgment.HOLDS
    assert "axiom" not in found.method
