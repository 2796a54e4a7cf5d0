"""The imaginary unit, and the imaginary part of a number."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp
from sympy.core.numbers import ImaginaryUnit

from ...declaration import Declaration, declare
from ...node import is_of_number
from ...numeric import reader as measured
from ...numeric.reader import Numeric
from ...printing.binding import ATOM, Tex

declare(
    ImaginaryUnit,
    Declaration(
        numeric=lambda read, e: 1j,
        latex=lambda book, e: Tex(r"\mathrm{i}", ATOM),
        rank=1,
    ),
)


def _imaginary_numeric(read: Numeric, e: Any) -> Any:
    """What a complex step would read as its own: so none passes through."""
    read.forbid_step()
    return np.imag(measured.scalar(read(e.args[0])))


declare(
    sp.im,
    Declaration(
        numeric=_imaginary_numeric, operator=r"\operatorname{Im}", fits=is_of_number
    ),
)
