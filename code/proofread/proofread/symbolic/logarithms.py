"""Means of powers times logarithms, by the slopes of the means of powers."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..distributions import Distribution
from ..work import spend_on


def mean_with_logarithms(law: Distribution, value: Any, symbol: Any) -> Any:
    """The mean of sums of t^k log(t)^i log(1 − t)^j; None of anything else.

    The slopes of the mean of t^s (1 − t)^r by s and r have such logarithms in it.
    """
    s, r, *logs = (sp.Dummy(q) for q in "srpq")
    if law.power(s, 0) is None:
        return None
    swap = {sp.log(symbol): logs[0], sp.log(1 - symbol): logs[1]}
    plain = value.xreplace(swap)
    if not plain.is_polynomial(symbol, *logs):
        return None
    spend_on(plain)
    total = sp.S.Zero
    for (k, i, j), c in sp.Poly(plain, symbol, *logs).terms():
        if (power := law.power(s, r if j else 0)) is None:
            return None
        slope = sp.diff(power, s, i)
        slope = sp.diff(slope, r, j) if j else slope
        total += c * slope.subs({s: k, r: 0})
    return total
