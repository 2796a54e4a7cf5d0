"""An arg max or arg min that does not exist: what was found instead is said."""

import pytest
import sympy as sp
from corpus import claim_between
from sympy import Abs, Max, Piecewise, cos, exp, log

from proofread import ClaimError, claim
from proofread.judgments import Judgment
from proofread.measuring import measure
from proofread.nodes import ArgMax, ArgMin, Dot, Maximum, Minimum, SquaredNorm
from proofread.proving import prove

n = sp.Symbol("n", integer=True, positive=True)
t, c = sp.symbols("t c", real=True)
a, b = sp.symbols("a b", positive=True)
x, v = sp.MatrixSymbol("x", n, 1), sp.MatrixSymbol("v", n, 1)
A = sp.MatrixSymbol("A", n, n)
square = SquaredNorm(x)
NONE = {
    "grows without bound along (": (ArgMax(square, x), v),
    "falls without bound along (": (ArgMin(-square, x), v),
    "no maximum found: it grows without bound": (ArgMax(SquaredNorm(A), A), A),
    "grows still, to": (ArgMax(Dot(x, v), x), v),
    "too flat around (": (ArgMin(square**2, x), 0 * v),
    "the minimum is not unique: it is at (": (ArgMin((square - 1) ** 2, x), v),
    ") and at (": (ArgMin(Dot(x, v) ** 2, x), v),
    "the minimum is not unique: it is at -1 and at 1": (ArgMin((t**2 - 1) ** 2, t), 1),
    "the maximum is not unique": (ArgMax(cos(t), t), 0),
    "no minimum between -10 and 10": (ArgMin(exp(t), t), -100),
    "no maximum between 0.001 and 20": (ArgMax(a - b / a, a), 100 + b),
    "is not unique: it is at": (ArgMin(Max(0, Abs(t) - 1), t), 0),
}
THERE = {
    "one place": (ArgMin(SquaredNorm(x - v), x), v),
    "one of two wells": (ArgMax(exp(-((t - 1) ** 2)) + exp(-((t + 3) ** 2)) / 2, t), 1),
    "a kink": (ArgMin(Abs(t - c) + Abs(t - c - 1) + Abs(t - c + 1), t), c),
    "a jump": (ArgMax(Piecewise((0, b < a), (1 / b, True)), b), a),
    "a low jump": (
        ArgMax(Piecewise((0, b < a), (b**-12, True)), b),
        a,
    ),
    "a value at two places": (Minimum((t**2 - 1) ** 2, t), 0),
    "a value on a sphere": (Minimum((square - 1) ** 2, x), 0),
    "a value everywhere": (Maximum(c + t - t, t), c),
    "a place that is at times far off": (ArgMin((t - 3 * c) ** 2, t), 3 * c),
    "a value along a line": (Maximum(-(Dot(x, v) ** 2), x), 0),
}


@pytest.mark.parametrize("words", NONE)
def test_what_has_no_optimum_or_several_has_no_value(words):
    found = measure(claim_between(*NONE[words]))
    assert found.judgment is Judgment.NO_VALUE
    assert words in found.reason


@pytest.mark.parametrize("kind", THERE)
def test_what_has_one_is_found(kind):
    left, right = THERE[kind]
    tolerance = {"tolerance": 1e-2} if kind == "one of two wells" else {}
    found = measure(claim_between(left, right, **tolerance))
    assert found.judgment is Judgment.HOLDS


BEATEN = {
    "rises": (ArgMin(exp(t), t), c),
    "has no top": (ArgMax((t - c) ** 2, t), c),
    "falls to an end": (ArgMin(log(a) + a, a), b),
}


@pytest.mark.parametrize("kind", BEATEN)
def test_what_is_worse_than_where_a_search_ended_is_no_best_place(kind):
    found = measure(claim_between(*BEATEN[kind]))
    assert found.judgment is Judgment.FAILS
    assert found.worst is not None
    assert "there is no m" in found.worst.reason


u = sp.Symbol("u", real=True)
weight = sp.Symbol("w", nonnegative=True)
SOMETIMES_FLAT = {
    "a square": (ArgMin(u**2 * (t - c) ** 2, t), c),
    "a weight": (ArgMin(weight * (t - c) ** 2, t), c),
    "a maximum": (ArgMax(2 - weight * (t - c) ** 2, t), c),
    "of a vector": (ArgMin(u**2 * SquaredNorm(x - v), x), v),
    "of its entries": (ArgMin(SquaredNorm(sp.HadamardProduct(v, x)), x), 0 * v),
    "a square that may be 0": (ArgMin((u - c) ** 2 * (t - c) ** 2, t), c),
    "a difference": (ArgMax(-((u**2 - b) ** 2) * (t - c) ** 2, t), c),
    "a weight of one": (ArgMin(weight * (t - c) ** 2 + u**2 * t**2, t), 0),
}


@pytest.mark.parametrize("kind", SOMETIMES_FLAT)
def test_a_place_that_is_at_times_one_of_many_is_not_proved(kind):
    assert prove(claim_between(*SOMETIMES_FLAT[kind])).judgment is not Judgment.HOLDS


@pytest.mark.parametrize("kind", [*SOMETIMES_FLAT][:5])
def test_a_place_that_is_at_times_one_of_many_falls_where_it_is(kind):
    with pytest.raises(ClaimError, match="is not unique: it is at"):
        claim("k", *SOMETIMES_FLAT[kind], measured_only="an example")


ALONE = {
    "no weight of 0": (ArgMin(a * (t - c) ** 2, t), c),
    "a sum with a square": (ArgMin(((u - b) ** 2 + a + 1) * (t - c) ** 2, t), c),
    "a curvature of 0 nowhere": (ArgMin((u**2 + 1) * (t - c) ** 2, t), c),
    "a place that is there where it is alone": (ArgMax(-((u * t - c) ** 2), t), c / u),
    "two weights that are not both 0": (
        ArgMin(u**2 * (t - c) ** 2 + b**2 * t**2, t),
        u**2 * c / (u**2 + b**2),
    ),
    "a vector": (
        ArgMin(a * SquaredNorm(x - v) + b * SquaredNorm(x), x),
        a * v / (a + b),
    ),
}


@pytest.mark.parametrize("kind", ALONE)
def test_a_place_that_is_always_alone_is_proved(kind):
    assert prove(claim_between(*ALONE[kind])).judgment is Judgment.HOLDS


def test_a_name_that_is_not_0_is_not_drawn_as_0():
    power = sp.Symbol("u", real=True, nonzero=True)
    claim("k", ArgMin(power**2 * (t - c) ** 2, t), c, measured_only="an example")
