"""Powers, of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, Declaration, Equation, Indexed, declare
from ...node import is_of_number
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...slips import Slip
from ..notation import chain


def _power_numeric(read: Numeric, e: Any) -> Any:
    base, exponent = measured.scalar(read(e.base)), measured.scalar(read(e.exp))
    if np.imag(exponent) == 0 and measured.real(exponent).is_integer():
        whole = int(measured.real(exponent))
        return base**whole if whole >= 0 else 1 / base**-whole
    return np.power(base, exponent)


def power_slips(e: Any) -> Iterator[Slip]:
    """Another exponent, and its negative."""
    steps = {sp.Integer(2): 1, sp.Integer(-1): -2, sp.Rational(1, 2): 1}
    yield "exponent", e.func(e.base, steps.get(e.exp, e.exp + 1))
    yield "reciprocal", e.func(e.base, -e.exp)


def _power_equations(e: Any) -> Iterator[Equation]:
    """(f g)^c = f^c g^c, for a whole c, or where f is not negative."""
    for f in e.base.args if isinstance(e.base, sp.Mul) else ():
        rest = sp.Mul(*(a for a in e.base.args if a != f))
        signed = () if e.exp.is_integer else ((f, False),)
        yield Equation(e, f**e.exp * rest**e.exp, positive=signed)


declare(
    sp.Pow,
    Declaration(
        numeric=_power_numeric,
        latex=lambda book, e: book.power(e),
        fits=is_of_number,
        slips=power_slips,
        indexed=Indexed(slope=chain, equations=_power_equations, of=ALL),
    ),
)
