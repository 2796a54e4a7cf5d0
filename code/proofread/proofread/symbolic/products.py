"""Products of what has been read, where a one-by-one matrix is a number."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from functools import reduce
from typing import Any

import sympy as sp

from ..node import is_matrix
from .reader import number


def product(a: Any, b: Any) -> Any:
    """a times b, where either may be a number or a one-by-one matrix."""
    if is_matrix(a) and is_matrix(b):
        if a.shape[1] == b.shape[0]:
            return a * b
        if (1, 1) not in (a.shape, b.shape):
            raise sp.ShapeError(f"cannot multiply shapes {a.shape} and {b.shape}")
    return number(a) * number(b)


def combined(terms: Sequence[Any], *, adding: bool) -> Any:
    """The sum or the product of some numbers or matrices; of none 0 or 1."""
    if adding:
        return reduce(operator.add, terms) if terms else sp.S.Zero
    return reduce(product, terms) if terms else sp.S.One
