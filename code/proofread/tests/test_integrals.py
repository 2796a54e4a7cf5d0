"""Integrals over several variables, as the numeric reader measures them."""

import numpy as np
from sympy import Integral, exp, oo, symbols

from proofread.numeric import Numeric

x, y = symbols("x y", real=True)


def test_a_double_integral_is_an_integral_of_integrals():
    bell = Integral(exp(-(x**2 + y**2) / 2), (x, -oo, oo), (y, -oo, oo))
    assert np.isclose(Numeric({})(bell), 2 * np.pi)


def test_inner_bounds_may_depend_on_the_outer_variable():
    triangle = Integral(x * y, (x, 0, y), (y, 0, 2))
    assert np.isclose(Numeric({})(triangle), 2.0)
