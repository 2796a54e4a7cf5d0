"""The exponential of a matrix: a Taylor sum of a small part of it, squared back.

Source: Moler and Van Loan (2003), Nineteen dubious ways, method 3.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..work import OutOfWork
from .reader import Numeric

TERMS, SMALL = 16, 0.25  # of the sum, where the largest row adds up to that
STEEPEST = 1e7  # as far as the largest and the smallest stretch may be apart


def exponential(read: Numeric, e: Any) -> Any:
    """e to the power of a matrix, analytic in its entries.

    OutOfWork where it stretches so unevenly that digits are lost: smaller sizes serve.
    """
    a = np.atleast_2d(read(e))
    grown, shrunk = _summed(a), _summed(-a)
    condition = float(np.linalg.norm(grown) * np.linalg.norm(shrunk))
    if not condition < STEEPEST * len(a):
        raise OutOfWork("the exponential of a large matrix")
    if read.watch:
        read.watch.compounded(condition / len(a))
    return grown


def _summed(a: Any) -> Any:
    size = float(np.max(np.sum(np.abs(a), axis=1)))
    halvings = max(0, int(np.ceil(np.log2(size / SMALL)))) if 0 < size < np.inf else 0
    part = a / 2**halvings
    total = term = np.eye(len(a), dtype=a.dtype)
    for k in range(1, TERMS):
        term = term @ part / k
        total = total + term
    return np.linalg.matrix_power(total, 2**halvings)
