"""The entry of a function applied to every entry, or of a derivative of it."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ...nodes import Entry, Slope
from .terms import Refused, put
from .values import ENTIRE
from .world import World

SMOOTH = (*ENTIRE, sp.log, sp.tan, sp.gamma, sp.loggamma, sp.digamma)


def elementwise(m: Any, i: Any, j: Any, world: World) -> Any:
    """The function, or a derivative of it, at the entry of the argument."""
    function, a, order = m.args
    (t,), e = function.variables, function.expr
    world.own(t)
    value = Entry(a, i, j)
    if order == 0:
        return put(e, t, value)
    undefined = isinstance(e, AppliedUndef) and world.is_generic(e)
    if undefined and e.args == (t,):
        return Slope(e.func(value), order)
    plain = (sp.Add, sp.Mul, sp.Pow, sp.Symbol, sp.Number, sp.NumberSymbol, *SMOOTH)
    nodes = list(sp.preorder_traversal(e))
    if any(not isinstance(q, plain) or world.definitions.holds(q) for q in nodes):
        raise Refused(f"{e} is not differentiated here")
    return put(sp.diff(e, t, order), t, value)
