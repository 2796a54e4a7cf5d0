"""Functions of numbers at real and complex arguments, so that a step passes through.

Source: Abramowitz and Stegun, section 7.1 (slope of erf).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, cast

import numpy as np

from .reader import Numeric, scalar


def evaluated(function: Callable[[Any], Any]) -> Callable[[Numeric, Any], Any]:
    """The rule that applies a function of NumPy to the one argument."""

    def rule(read: Numeric, e: Any) -> Any:
        argument = scalar(read(e.args[0]))
        if read.watch:
            read.watch.amplified(argument, 1.0)
        return function(argument)

    return rule


def modulus(a: Any) -> Any:
    """|a|, continued analytically from the real line."""
    real: Any = np.real(a)
    return cast(Any, np.where(real < 0, -a, a))[()]


PATH, WEIGHTS = np.polynomial.legendre.leggauss(20)
LONGEST = 3.0  # of a path that so many nodes are enough for


def erf(z: Any) -> Any:
    """erf of the real part, and the integral of its slope from there straight to z.

    Raises ValueError where that path is long.
    """
    x, y = complex(z).real, complex(z).imag
    if abs(y) > LONGEST:
        raise ValueError(f"erf is read for imaginary parts up to {LONGEST:g}")
    along = np.exp(-((x + 0.5j * y * (1 + PATH)) ** 2))
    up = 1j * y * np.sum(WEIGHTS * along) / np.sqrt(np.pi)
    return math.erf(x) + up if np.iscomplexobj(z) else math.erf(x)
