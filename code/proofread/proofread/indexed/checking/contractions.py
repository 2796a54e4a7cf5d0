"""A Sum whose factors with some index have one value."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .sums import equal, is_finite
from .terms import factors, free, total


def contracted(old: Any, new: Any, value: Any) -> bool:
    """Whether new is the Sum old without some k, `value` in place of its factors.

    value(k, n, p, q): what Σ_k p q is over 1, …, n, or None.
    """
    if not isinstance(old, sp.Sum) or not is_finite(old):
        return False
    parts = factors(old.function)
    for limit in old.limits:
        k, low, _ = limit
        inner = [p for p in parts if k in free(p)]
        if low != 1 or not 1 <= len(inner) <= 2:
            continue
        kept = [t for t in old.limits if t != limit]
        rest = sp.Mul(*(p for p in parts if k not in free(p)))
        for pair in (inner, inner[::-1]):
            v = value(k, *pair)
            if v is not None and equal(total(rest * v, kept), new):
                return True
    return False
