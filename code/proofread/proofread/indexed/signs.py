"""What is positive, or not negative, as it stands."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .. import nodes as nd


def is_positive(e: Any) -> bool:
    """Whether a number is positive by what it is made of."""
    if e.is_number:
        return bool(e.is_positive)
    if isinstance(e, (sp.Symbol, sp.Indexed, sp.Idx)):
        return bool(getattr(getattr(e, "base", e), "label", e).is_positive)
    if isinstance(e, sp.exp):
        return True
    if isinstance(e, (sp.Mul, sp.Add)):
        return all(map(is_positive, e.args))
    if isinstance(e, sp.Pow):
        return is_positive(e.base)
    if isinstance(e, (sp.Sum, sp.Product)):
        return is_positive(e.function)
    return False


def is_nonnegative(e: Any) -> bool:
    """Whether a number is not negative by what it is made of."""
    if isinstance(e, sp.Pow) and e.exp.is_Integer and e.exp % 2 == 0:
        return True
    if isinstance(e, (sp.Mul, sp.Add)):
        return all(map(is_nonnegative, e.args))
    if isinstance(e, (sp.Sum, sp.Product)):
        return is_nonnegative(e.function)
    if isinstance(e, (sp.Abs, nd.Norm, nd.SquaredNorm, nd.FrobeniusNorm)):
        return True
    return is_positive(e)
