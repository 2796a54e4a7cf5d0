"""What holds of sums and of products of numbers, by what they combine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ...binding import put
from ...declaration import Equation


def joined(e: Any) -> Iterator[Equation]:
    """Two sums of which one goes on where the other ends, as one."""
    if len(e.args) != 2 or not all(isinstance(s, sp.Sum) for s in e.args):
        return
    for first, second in (e.args, e.args[::-1]):
        (f, (k, low, high)), (g, (j, start, end)) = first.args[:2], second.args[:2]
        plain = len(first.limits) == len(second.limits) == 1
        if plain and start == high + 1 and g == put(f, k, j):
            yield Equation(e, sp.Sum(f, (k, low, end)))


def modulus_equations(e: Any) -> Iterator[Equation]:
    """|u| sign u is u, u / |u| is sign u, and sign u / |u| is 1 / u, among factors."""
    powers = e.as_powers_dict()
    for m, u in ((m, m.args[0]) for m in powers if isinstance(m, sp.Abs)):
        signed, times = sp.sign(u) in powers, powers[m]
        if signed and times == 1:
            yield Equation(e, e / (sp.sign(u) * m) * u)
        elif signed and times == -1:
            yield Equation(e, e / sp.sign(u) * m / u)
        elif times == -1:
            yield Equation(e, e * m / u * sp.sign(u))
