"""Laws of extrapolated slopes and of their bars, held to SciPy's."""

from itertools import islice

import numpy as np
import pytest
from numpy.polynomial import Polynomial
from numpy.testing import assert_allclose
from scipy.differentiate import derivative

from mlmath.richardson import richardson, slope_with_bar


def nth(f, x, h, k):
    return next(islice(richardson(f, x, h), k - 1, None))


@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_kth_slope_has_the_order_2k(k):
    errors = [abs(nth(np.exp, 0.3, h, k) - np.exp(0.3)) for h in (0.5, 0.25)]
    assert_allclose(np.log2(errors[0] / errors[1]), 2 * k, atol=0.05)


@pytest.mark.parametrize("k", [1, 2, 3, 4])
def test_the_kth_slope_is_exact_for_polynomials_of_degree_2k(k, rng):
    f = Polynomial(rng.normal(size=2 * k + 1))
    assert_allclose(nth(f, 0.7, 1.0, k), f.deriv()(0.7), rtol=1e-10, atol=1e-10)


def test_the_bar_covers_the_error(rng):
    for a, b in rng.uniform(0.2, 3, size=(100, 2)):
        slope, bar = slope_with_bar(lambda t, a=a: np.sin(a * t) * np.exp(t / 2), b)
        truth = (a * np.cos(a * b) + np.sin(a * b) / 2) * np.exp(b / 2)
        assert abs(slope - truth) < bar < 1e-11


def test_it_is_as_close_as_the_reference(rng):
    for x in rng.uniform(0.5, 2, size=20):
        slope, bar = slope_with_bar(np.log, x, h=0.25)
        reference = derivative(np.log, x, initial_step=0.25)
        assert reference.success
        assert abs(slope - reference.df) < bar + 1e-8
        assert abs(slope * x - 1) < 1e-12


def test_a_large_constant_widens_the_bar():
    slope, bar = slope_with_bar(lambda t: 1e9 + np.sin(t), 1.0)
    assert abs(slope - np.cos(1.0)) < bar
    assert 1e-8 < bar < 1e-4


def test_a_corner_close_by_is_seen_at_last():
    slope, bar = slope_with_bar(np.abs, 1e-3)
    assert abs(slope - 1) <= bar < 0.01


def test_values_with_noise_leave_a_bar_as_wide_as_the_noise(rng):
    slope, bar = slope_with_bar(lambda t: np.sin(t) + 1e-4 * rng.normal(), 0.5)
    assert abs(slope - np.cos(0.5)) < 10 * bar
    assert bar > 1e-5
