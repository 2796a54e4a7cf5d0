"""Products of what has been read, where a one-by-one array is a number."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from functools import reduce
from typing import Any

import numpy as np

from .reader import PLAIN, number


def product(a: Any, b: Any) -> Any:
    """a times b, where either may be a number or a one-by-one array."""
    if type(a) in PLAIN and type(b) in PLAIN:
        return a * b
    if np.ndim(a) == 2 and np.ndim(b) == 2 and np.shape(a)[1] == np.shape(b)[0]:
        return a @ b
    a, b = number(a), number(b)
    if np.ndim(a) == 2 and np.ndim(b) == 2:
        raise ValueError(f"cannot multiply shapes {np.shape(a)} and {np.shape(b)}")
    return a * b


def combined(terms: Sequence[Any], *, adding: bool) -> Any:
    """The sum or the product of some numbers or matrices; of none 0 or 1."""
    if adding:
        return reduce(operator.add, terms) if terms else 0.0
    return reduce(product, terms) if terms else 1.0
