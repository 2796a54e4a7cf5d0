"""Quadrature and search, each as a unit."""

import numpy as np
import pytest
import sympy as sp
from numpy.testing import assert_allclose

from proofread.claim import Claim
from proofread.definitions import Definitions
from proofread.distributions import Finite, Laplace, Normal
from proofread.judgments import Judgment
from proofread.measuring import holds, measure
from proofread.nodes import (
    ArgMin,
    Dot,
    Expectation,
    RandomSample,
    RandomVariable,
    Variance,
)
from proofread.numeric import Numeric
from proofread.numeric.chance import POINTS
from proofread.numeric.quadrature import gauss_rule, line_rule, series
from proofread.numeric.search import NotFound, golden_section, quasi_newton

INFINITE = np.inf


@pytest.mark.parametrize(
    ("f", "low", "high", "area"),
    [
        (lambda x: x**2, 0, 3, 9),
        (lambda x: 1 / np.sqrt(x), 0, 1, 2),
        (lambda x: np.exp(-x), 0, INFINITE, 1),
        (np.exp, -INFINITE, 0, 1),
        (lambda x: np.exp(-(x**2)), -INFINITE, INFINITE, np.sqrt(np.pi)),
    ],
)
def test_the_rule_integrates(f, low, high, area):
    nodes, weights = line_rule(low, high)
    assert_allclose(weights @ f(nodes), area, rtol=1e-7)


def test_a_gauss_rule_keeps_every_moment_it_can():
    nodes, masses = line_rule(-1, 1)
    points, weights = gauss_rule(nodes, masses, 4)
    for degree in range(8):
        assert_allclose(weights @ points**degree, masses @ nodes**degree, atol=1e-12)


def test_a_series_is_summed_to_where_it_settles():
    assert_allclose(series(lambda k: 0.5**k, 0), 2)


def test_a_series_that_never_settles_is_refused():
    with pytest.raises(ValueError, match="settle"):
        series(lambda k: 1.0, 0)


def test_golden_section_finds_the_lowest_of_several_wells():
    lowest = golden_section(lambda x: np.cos(x) + x / 10, 0, 20)
    assert_allclose(np.sin(lowest), 1 / 10, atol=1e-6)
    assert lowest < np.pi


def test_quasi_newton_finds_where_the_gradient_vanishes(rng):
    B = rng.normal(size=(4, 4))
    A, b = B @ B.T + np.eye(4), rng.normal(size=4)
    found = quasi_newton(
        lambda x: x @ A @ x / 2 - b @ x, lambda x: A @ x - b, np.zeros(4)
    )
    assert_allclose(A @ found, b, atol=1e-8)


def test_a_function_without_a_minimum_is_refused():
    with pytest.raises(NotFound, match="ran off, to a value of -"):
        quasi_newton(lambda x: float(-x @ x), lambda x: -2 * x, np.ones(2))


def test_a_minimum_too_flat_to_be_placed_is_refused():
    with pytest.raises(NotFound, match="went flat"):
        quasi_newton(
            lambda x: float((x @ x) ** 2),
            lambda x: 4 * (x @ x) * x,
            np.array([1.0, 0.3]),
        )


def test_a_search_that_ran_off_lower_than_the_rest_is_no_minimum():
    x = sp.MatrixSymbol("x", 2, 1)
    falls = Dot(x, x) - Dot(x, x) ** 2
    found = measure(Claim("falls", ArgMin(falls, x), sp.ZeroMatrix(2, 1)))
    assert "has no minimum" in found.reason


mu, t = sp.symbols("mu t", real=True)
b, v = sp.symbols("b v", positive=True)
noise, heavy = RandomVariable("x", Normal(0, v)), RandomVariable("w", Laplace(mu, b))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (Variance(heavy), 2 * b**2),
        (Expectation(sp.Abs(noise)), sp.sqrt(2 * v / sp.pi)),
        (Expectation(sp.Max(noise, 0)), sp.sqrt(v / (2 * sp.pi))),
        (Expectation(sp.Heaviside(noise)), sp.Rational(1, 2)),
        (sp.Integral(t, (t, 3, 1)), -4),
        (sp.Integral(sp.Abs(t - 1), (t, 0, 3)), sp.Rational(5, 2)),
        (sp.Derivative(sp.Integral(sp.Abs(t - mu), (t, -3, 3)), mu), 2 * mu),
    ],
)
def test_a_kink_under_an_integral_costs_no_accuracy(left, right):
    assert holds(Claim("kink", left, right, domain={mu: (-1, 1)}))


def test_a_bound_that_is_no_whole_number_has_no_value():
    n, k = sp.Symbol("n", integer=True), sp.Symbol("k", integer=True)
    assert Numeric({n: 4})(sp.Sum(k, (k, 1, n / 2))) == 3
    with pytest.raises(ValueError, match="whole number"):
        Numeric({n: 5})(sp.Sum(k, (k, 1, n / 2)))


n, k = sp.symbols("n k", integer=True, positive=True)
sample = RandomSample("x", n, Normal(mu, v))
i, j = sp.Idx("i", (1, n)), sp.Idx("j", (1, n))


first, second = (RandomVariable(name, Normal(0, v)) for name in "yz")
s, drawn = sp.Symbol("s", real=True), RandomSample("y", n, Normal(0, v))


@pytest.mark.parametrize(
    ("inside", "mean"),
    [
        (sp.Abs(first) + sp.Abs(second), 2 * sp.sqrt(2 * v / sp.pi)),
        (sp.Abs(first) * sp.Max(second, 0), v / sp.pi),
        (sp.Abs(s) + second**2, 2 * sp.sqrt(2 * v / sp.pi) + v),
        (sp.Sum(sp.Abs(drawn[k]), (k, 1, n)), n * sp.sqrt(2 * v / sp.pi)),
        (sp.Abs(drawn[1]) * sp.Max(drawn[2], 0), v / sp.pi),
    ],
)
def test_each_of_several_random_numbers_may_have_a_kink(inside, mean):
    stated = Claim("kinks", Expectation(inside), mean, where=((s, 2 * first),))
    assert holds(stated)
    off = Claim("kinks", Expectation(inside), mean + v / 10**5, where=((s, 2 * first),))
    assert measure(off).judgment is Judgment.FAILS


@pytest.mark.parametrize(
    ("inside", "mean"),
    [
        (sp.Max(first, second), sp.sqrt(v / sp.pi)),
        (sp.Max(s, 0), sp.sqrt(v / sp.pi)),
        (sp.Max(sp.Sum(drawn[k], (k, 1, n)), 0), sp.sqrt(n * v / (2 * sp.pi))),
        (
            sp.Sum(sp.Max(drawn[k] - drawn[1], 0), (k, 1, n)),
            (n - 1) * sp.sqrt(v / sp.pi),
        ),
    ],
)
def test_a_kink_where_two_random_numbers_meet_has_no_value(inside, mean):
    where = ((s, first + second),)
    found = measure(Claim("kink", Expectation(inside), mean, where=where))
    assert found.judgment is Judgment.NO_VALUE
    assert "a kink where" in found.reason


def test_a_mean_of_two_numbers_of_many_is_no_mean_of_all():
    product = Expectation(sample[i] * sample[j])
    stated = Claim("product", product, mu**2 + v * sp.KroneckerDelta(i, j))
    found = measure(stated)
    assert found.judgment is Judgment.HOLDS
    assert max(size[n] for size in found.sizes) >= max(POINTS)


@pytest.mark.parametrize("key", ["weights", "shares", "parts", "means", "terms"])
def test_sizes_that_work_makes_small_are_even_and_odd(key):
    q = sp.Symbol("q", positive=True)
    weighed = sp.Sum((1 - q) * q ** (n - k) * sample[k] ** 2, (k, 1, n))
    right = (1 - q**n) * (mu**2 + v)
    true = measure(Claim(key, Expectation(weighed), right, sizes={n: 2}))
    assert true.judgment is Judgment.HOLDS
    assert {size[n] % 2 for size in true.sizes} == {0, 1}
    even = Claim(key, Expectation(weighed), right.subs(q**n, (-q) ** n), sizes={n: 2})
    assert measure(even).judgment is Judgment.FAILS


def test_a_place_behind_a_name_or_in_a_sum_is_one_of_all():
    read = Numeric({n: 4.0, k: 2.0, mu: 1.0, v: 0.25})
    total = sp.Sum(sample[k], (k, 1, 3))
    assert np.isclose(read(Expectation(sample[k] * total)), 3 + 0.25)
    g = sp.Function("g")
    named = Numeric(read.values, Definitions([(g(k), sample[k] ** 2)]))
    assert np.isclose(named(Expectation(sample[k] + g(3))), 1 + 1.25)


def test_a_mean_follows_the_numbers_behind_its_distribution():
    t, q = sp.symbols("t q", real=True)
    values, shares = (sp.IndexedBase(name, shape=(2,)) for name in "ap")
    where = Definitions([(shares[k], (k - 1) * q + (2 - k) * (1 - q))])
    drawn = RandomVariable("x", Finite(values, shares))
    read = Numeric({values: np.array([1.0, 4.0]), q: 0.25, t: 1.0}, where)
    assert np.isclose(read(Expectation(drawn)), 1.75)
    assert np.isclose(read.within({q: 0.5})(Expectation(drawn)), 2.5)
    assert np.isclose(read(sp.Derivative(Expectation(drawn), q)), 3)
