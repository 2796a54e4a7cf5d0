"""What is positive, or not negative, as it stands."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .. import nodes as nd
from .line import Found


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


def logarithm(e: Any) -> Found | None:
    """The logarithm of a product of positive factors, as a sum."""
    if not isinstance(e, sp.log):
        return None
    (u,) = e.args
    if isinstance(u, sp.exp):
        return "logarithm", e, u.exp
    if isinstance(u, sp.Product) and is_positive(u):
        return "logarithm", e, sp.Sum(sp.log(u.function), *u.limits)
    if isinstance(u, sp.Mul) and is_positive(u):
        return "logarithm", e, sp.Add(*[sp.log(a) for a in u.args])
    if isinstance(u, sp.Pow) and is_positive(u.base):
        return "logarithm", e, u.exp * sp.log(u.base)
    if u.is_Rational and u.q != 1 and u.p > 0:
        return "logarithm", e, sp.log(u.p) - sp.log(u.q)
    return None


def root(e: Any) -> Found | None:
    """The power of a product, a factor that is not negative apart."""
    if not isinstance(e, sp.Pow) or e.exp.is_Integer or not e.base.is_Mul:
        return None
    for f in e.base.args:
        if is_nonnegative(f):
            rest = sp.Mul(*[a for a in e.base.args if a != f])
            return "root", e, f**e.exp * rest**e.exp
    return None
