"""The gamma function and its kin right of 0, at real and complex arguments.

Each is read at z + 16 by its asymptotic series and brought back by recurrence; a
complex step passes through.  Source: Abramowitz and Stegun, sections 6.1 and 6.4.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from .reader import Numeric, number

SHIFT = 16
NUMBERS = tuple(float(sp.bernoulli(2 * j)) for j in range(1, 9))  # B₂, B₄, …
STIRLING = tuple(b / (2 * j * (2 * j - 1)) for j, b in enumerate(NUMBERS, 1))


def _right_of_0(z: Any) -> Any:
    if not np.real(z) > 0:
        raise ValueError("the gamma function is read right of 0")
    return z


def _stirling(w: Any) -> Any:
    """log Γ(w) for w beyond the shift."""
    tail = sum(c / w ** (2 * k + 1) for k, c in enumerate(STIRLING))
    return (w - 0.5) * np.log(w) - w + np.log(2 * np.pi) / 2 + tail


def gamma(z: Any) -> Any:
    """Γ(z); ValueError left of 0."""
    shift = np.prod([_right_of_0(z) + k for k in range(SHIFT)])
    return np.exp(_stirling(z + SHIFT)) / shift


def loggamma(z: Any) -> Any:
    """log Γ(z), also where Γ(z) overflows; ValueError left of 0."""
    shift = sum(np.log(_right_of_0(z) + k) for k in range(SHIFT))
    return _stirling(z + SHIFT) - shift


def beta(a: Any, b: Any) -> Any:
    """B(a, b); ValueError left of 0."""
    return np.exp(loggamma(a) + loggamma(b) - loggamma(a + b))


def polygamma(order: int, z: Any) -> Any:
    """ψ = Γ′/Γ, of order 0, and its derivatives; ValueError left of 0."""
    if order < 0:
        raise ValueError("a derivative has an order of 0 or more")
    w = _right_of_0(z) + SHIFT
    if order == 0:
        tail = sum(b / (2 * j * w ** (2 * j)) for j, b in enumerate(NUMBERS, 1))
        shift = sum(1 / (z + k) for k in range(SHIFT))
        return np.log(w) - 1 / (2 * w) - tail - shift
    s = order + 1
    shift = sum(1 / (z + k) ** s for k in range(SHIFT))
    return (-1) ** s * float(sp.factorial(order)) * (shift + _zeta(s, w))


def _zeta(s: int, w: Any) -> Any:
    """Σ over k ≥ 0 of 1/(w + k)^s, by the formula of Euler and Maclaurin."""
    made, factor = w ** (1 - s) / (s - 1) + w**-s / 2, 1.0
    for j, b in enumerate(NUMBERS, 1):
        factor *= (s + 2 * j - 2) * ((s + 2 * j - 3) if j > 1 else 1)
        made += b / float(sp.factorial(2 * j)) * factor * w ** (1 - s - 2 * j)
    return made


def polygamma_rule(read: Numeric, e: Any) -> Any:
    """How ψ or a derivative of it is read."""
    return polygamma(read.count(e.args[0]), number(read(e.args[1])))


def beta_rule(read: Numeric, e: Any) -> Any:
    """How B(a, b) is read."""
    return beta(*(number(read(a)) for a in e.args))
