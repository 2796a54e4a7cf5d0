"""What is differentiated inside a claim, worked out and told beside it.

A theorem has no name for the gradient of an expression.  So the claim is told with the
value that the gradient has, and the theorem says both: that this is the gradient, and
the claim.
"""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..binding import put
from ..claim import Claim
from ..nodes import AppliedScalarFunction, Grad, HessianMatrix, Jacobian
from .differentiate import INSIDE, Differentiation
from .generic import is_named_slope
from .rules import Unreached
from .slopes import slope

DERIVATIVES = (Grad, Jacobian, HessianMatrix, sp.Derivative, sp.Subs)


class Inside:
    """The derivatives inside a claim, each with its value."""

    def __init__(self, claim: Claim) -> None:
        self.definitions = claim.definitions
        self.found: dict[Any, Any] = {}

    def told(self, e: Any) -> Any:
        """A term with the values of what is differentiated in it."""
        if not isinstance(e, sp.Basic) or isinstance(e, (sp.Symbol, sp.MatrixSymbol)):
            return e
        if isinstance(e, AppliedScalarFunction) and self.definitions.lookup(e):
            return self.told(self.definitions.value_of(e))
        if not isinstance(e, DERIVATIVES) or self._has_name(e):
            return self.within(e)
        node = self.within(e)
        if not isinstance(node, DERIVATIVES) or self._has_name(node):
            return node
        if node not in self.found:
            self.found[node] = self._value(node)
        return self.found[node]

    def _has_name(self, e: Any) -> bool:
        """Whether a derivative is one of a generic function, which the writer names."""
        if isinstance(e, sp.Derivative):
            f = e.expr
            plain = isinstance(f, AppliedUndef) and self.definitions.lookup(f) is None
            return plain and len(f.args) == 1 and set(e.variables) == {f.args[0]}
        return is_named_slope(e)

    def within(self, e: Any) -> Any:
        """A node with the values of what is differentiated in its parts."""
        if isinstance(e, (sp.Indexed, sp.Idx)) or not e.args:
            return e
        if isinstance(e, DERIVATIVES):
            within_too = isinstance(e, sp.Subs) and isinstance(e.expr, sp.Derivative)
            inner = (self.within if within_too else self.told)(e.args[0])
            return e if inner == e.args[0] else e.func(inner, *e.args[1:])
        new = [self.told(a) for a in e.args]
        same = all(a is b or a == b for a, b in zip(new, e.args, strict=True))
        return e if same else e.func(*new)

    def _value(self, e: Any) -> Any:
        if isinstance(e, sp.Derivative):
            return self._slope(e)
        if isinstance(e, sp.Subs):
            inner, letters, points = e.args
            if not isinstance(inner, sp.Derivative) or len(letters) != 1:
                raise Unreached(INSIDE)
            if self.definitions.holds(letters[0]):
                raise Unreached(INSIDE)
            return put(self._slope(inner), letters[0], points[0])
        return value_of_slope(self.definitions, e)

    def _slope(self, e: Any) -> Any:
        value = e.expr
        for x in e.variables:
            if not isinstance(x, sp.Symbol):
                raise Unreached(INSIDE)
            value = slope(Differentiation(self.definitions, x), value)
        return value


def value_of_slope(definitions: Any, e: Any) -> Any:
    """The value of a gradient, a Jacobian or a Hessian."""
    f, x = e.args
    if not isinstance(x, sp.MatrixSymbol):
        raise Unreached(INSIDE)
    d = Differentiation(definitions, x)
    if isinstance(e, Jacobian):
        found = d.jacobian(f)
    else:
        found = d.gradient(f)
        if isinstance(e, HessianMatrix) and found is not None:
            found = d.jacobian(found)
    return sp.ZeroMatrix(*e.shape) if found is None else found


def resolved(claim: Claim) -> tuple[Claim, dict[Any, Any]]:
    """A claim without derivatives inside, and those with their values."""
    inside = Inside(claim)
    where = tuple(
        (name, inside.told(value))
        for name, value in claim.where
        if not isinstance(name, AppliedScalarFunction)
    )
    sides = _sides(inside, *claim.sides)
    if any(_differentiates(g) for g in claim.given):
        raise Unreached("a derivative in what is given")
    new = claim.changed(lhs=sides[0], rhs=sides[1], where=where)
    return new, inside.found


def _sides(inside: Inside, left: Any, right: Any) -> tuple[Any, Any]:
    """Both sides: the first that is a derivative itself stays one."""
    if _stays(left):
        return inside.within(left), inside.told(right)
    return inside.told(left), (inside.within if _stays(right) else inside.told)(right)


def _stays(e: Any) -> bool:
    return isinstance(e, DERIVATIVES) and not is_named_slope(e)


def _differentiates(given: Any) -> bool:
    return any(
        isinstance(q, DERIVATIVES) and not is_named_slope(q)
        for q in sp.preorder_traversal(given)
    )
