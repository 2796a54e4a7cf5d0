"""Jets, zeros and signs, each as a unit."""

import pytest
import sympy as sp

from proofread.distributions import Normal
from proofread.judgments import Judgment
from proofread.symbolic.jets import as_symbols, concrete, jet
from proofread.symbolic.moments import half_moment, moment
from proofread.symbolic.points import refuting_only
from proofread.symbolic.signs import is_nonnegative
from proofread.symbolic.zero import is_zero

t, u = sp.symbols("t u", real=True)
a, b = sp.symbols("a b", positive=True)


def test_a_jet_differentiates_to_the_next_order():
    assert sp.diff(jet("f", (0,))(t**2), t) == 2 * t * jet("f", (1,))(t**2)


def test_mixed_derivatives_of_a_jet_are_one_function():
    f = jet("f", (0, 0))(t, u)
    assert sp.diff(f, t, u) == sp.diff(f, u, t)


def test_a_jet_and_its_stand_in_differentiate_alike():
    f = jet("f", (0,))
    gap = concrete(sp.diff(f(t * u), t)) - sp.diff(concrete(f(t * u)), t)
    assert sp.expand(gap) == 0


def test_equal_jets_become_equal_symbols():
    f = jet("f", (1,))
    assert as_symbols(f(t * (u + 1)) - f(t * u + t)) == 0


@pytest.mark.parametrize(
    "zero",
    [
        (t + u) ** 2 - t**2 - 2 * t * u - u**2,
        sp.exp(t + u) - sp.exp(t) * sp.exp(u),
        1 / a - 1 / (a + b) - b / (a * (a + b)),
        sp.log(a * b) - sp.log(a) - sp.log(b),
        sp.gamma(a + 1) - a * sp.gamma(a),
        sp.tanh(t) - (1 - 2 / (sp.exp(2 * t) + 1)),
        sp.Max(t, 0) - sp.Max(-t, 0) - t,
    ],
)
def test_a_zero_is_proved(zero, rng):
    assert is_zero(zero, rng).judgment is Judgment.HOLDS


@pytest.mark.parametrize("other", [t, sp.sin(t) ** 2, a - b, sp.Max(t, -1)])
def test_what_is_no_zero_is_refuted(other, rng):
    assert is_zero(other, rng).judgment is Judgment.FAILS


def test_points_alone_never_prove(rng):
    zero = (t + 1) ** 2 - t**2 - 2 * t - 1
    with refuting_only():
        found = is_zero(zero + sp.sin(t) ** 2 + sp.cos(t) ** 2 - 1, rng)
        assert found.judgment is Judgment.UNDECIDED


@pytest.mark.parametrize(
    "square", [t**2 + u**2 - 2 * t * u, a + b, t**2 + t + 1, a / b + b / a - 2]
)
def test_what_is_nowhere_negative_is_proved(square, rng):
    assert is_nonnegative(square, rng).judgment is Judgment.HOLDS


@pytest.mark.parametrize("other", [t, a - b, t**2 - 1 / sp.Integer(100), -(t**2)])
def test_what_is_somewhere_negative_is_never_proved(other, rng):
    assert is_nonnegative(other, rng).judgment is not Judgment.HOLDS


def test_squares_are_completed_in_some_orders_of_many_variables_not_in_all(rng):
    many = sum(s**2 for s in sp.symbols("x:9", real=True))
    assert is_nonnegative(many - t / 2, rng).judgment is Judgment.UNDECIDED


def test_the_moments_of_two_half_lines_add_up_to_that_of_the_line():
    normal = Normal(0, sp.Symbol("s", positive=True))
    for k in range(5):
        halves = half_moment(normal, k, 1) + (-1) ** k * half_moment(normal, k, -1)
        assert sp.simplify(halves - moment(normal, k)) == 0
