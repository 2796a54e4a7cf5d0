"""How the numeric reader reads scalar functions, at real and complex arguments."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import sympy as sp

from .reader import number, rule


def modulus(a):
    """|a|, continued analytically from the real line for complex steps."""
    return np.where(np.real(a) < 0, -a, a)


FUNCTIONS: dict[type, Callable] = {
    sp.exp: np.exp,
    sp.log: np.log,
    sp.sin: np.sin,
    sp.cos: np.cos,
    sp.tan: np.tan,
    sp.asin: np.arcsin,
    sp.acos: np.arccos,
    sp.atan: np.arctan,
    sp.sinh: np.sinh,
    sp.cosh: np.cosh,
    sp.tanh: np.tanh,
    sp.asinh: np.arcsinh,
    sp.atanh: np.arctanh,
    sp.Abs: modulus,
}


@rule(*FUNCTIONS)
def _function(read, e):
    argument = number(read(e.args[0]))
    if isinstance(argument, float) and isinstance(e, (sp.log, sp.atanh)):
        return FUNCTIONS[type(e)](np.float64(argument))
    return FUNCTIONS[type(e)](argument)[()]


@rule(sp.Max)
def _max(read, e):
    return max((number(read(a)) for a in e.args), key=np.real)


@rule(sp.Min)
def _min(read, e):
    return min((number(read(a)) for a in e.args), key=np.real)


@rule(sp.sign)
def _sign(read, e):
    return np.sign(np.real(number(read(e.args[0]))))


@rule(sp.Heaviside)
def _heaviside(read, e):
    return float(np.real(number(read(e.args[0]))) > 0)


@rule(sp.Piecewise)
def _piecewise(read, e):
    for value, condition in e.args:
        if condition is sp.true or (condition is not sp.false and read(condition)):
            return number(read(value))
    raise ValueError("no case of a piecewise function applies")


COMPARISONS = {
    sp.StrictLessThan: np.less,
    sp.LessThan: np.less_equal,
    sp.StrictGreaterThan: np.greater,
    sp.GreaterThan: np.greater_equal,
    sp.Equality: np.equal,
    sp.Unequality: np.not_equal,
}


@rule(*COMPARISONS)
def _comparison(read, e):
    a, b = (np.real(number(read(q))) for q in e.args)
    return bool(COMPARISONS[type(e)](a, b))


@rule(sp.KroneckerDelta)
def _delta(read, e):
    return float(read.count(e.args[0]) == read.count(e.args[1]))


@rule(sp.factorial)
def _factorial(read, e):
    return _gamma(number(read(e.args[0])) + 1)


@rule(sp.gamma)
def _gamma_rule(read, e):
    return _gamma(number(read(e.args[0])))


@rule(sp.binomial)
def _binomial(read, e):
    n, k = (number(read(a)) for a in e.args)
    return _gamma(n + 1) / (_gamma(k + 1) * _gamma(n - k + 1))


STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)


def _gamma(z):
    """The gamma function right of 0: Stirling's series at z + 16, shifted."""
    if np.real(z) <= 0:
        raise ValueError("the gamma function is read right of 0")
    shift, w = np.prod([z + k for k in range(16)]), z + 16
    tail = sum(c / w ** (2 * k + 1) for k, c in enumerate(STIRLING))
    return np.exp((w - 0.5) * np.log(w) - w + np.log(2 * np.pi) / 2 + tail) / shift


@rule(sp.erf)
def _erf(read, e):
    """erf by its Taylor series, which holds in the complex plane too."""
    z = number(read(e.args[0]))
    if abs(z) > 5:
        raise ValueError("erf is read for |z| <= 5")
    term, total, k = z, z, 0
    while abs(term) > 1e-20 * max(1e-20, abs(total)) and k < 200:
        k += 1
        term = -term * z * z / k
        total = total + term / (2 * k + 1)
    return 2 / np.sqrt(np.pi) * total
