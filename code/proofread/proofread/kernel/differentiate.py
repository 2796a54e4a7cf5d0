"""Gradients, Jacobians and slopes as trees, for what is differentiated inside a claim.

Nothing rests on what is found here: it stands in the theorem beside the equation that
says that it is the derivative, and Coq proves both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..definitions import Definitions
from ..node import is_matrix
from .rules import Unreached, nearest

INSIDE = "a derivative inside"
Table = dict[Any, Callable[["Differentiation", Any, Any], Any]]
GRADIENTS: Table = {}  # these are filled by the modules that know the nodes
PULLED: Table = {}
JACOBIANS: dict[Any, Callable[[Differentiation, Any], Any]] = {}


def product(scale: Any, *arrays: Any) -> Any:
    """A product of matrices as it stands, by a number."""
    factors = [*([] if scale == 1 else [scale]), *arrays]
    return factors[0] if len(factors) == 1 else sp.MatMul(*factors)


def parts(e: Any) -> tuple[Any, list[Any]]:
    """The number and the matrices of a product."""
    arrays = [a for a in e.args if is_matrix(a)]
    return sp.Mul(*(a for a in e.args if not is_matrix(a))), arrays


class Differentiation:
    """Derivatives by one name, through what other names stand for."""

    def __init__(self, definitions: Definitions, x: Any) -> None:
        self.definitions, self.x = definitions, x

    def value(self, e: Any) -> Any:
        """What a name stands for, or None."""
        return None if e == self.x else self.definitions.value_of(e)

    def depends(self, e: Any) -> bool:
        """Whether the name is in a term, or in what stands in it."""
        if not isinstance(e, sp.Basic):
            return False
        if e == self.x:
            return True
        value = self.value(e)
        return any(map(self.depends, e.args if value is None else (*e.args, value)))

    def opened(self, e: Any) -> Any:
        """A term in which what depends on the name is written out."""
        if not self.depends(e) or e == self.x:
            return e
        if (value := self.value(e)) is not None:
            return self.opened(value)
        return e.func(*map(self.opened, e.args)) if e.args else e

    # ---- by a matrix

    def gradient(self, e: Any, scale: Any = sp.S.One) -> Any:
        """The gradient of a number, times one; None where it is 0."""
        if not self.depends(e):
            return None
        if (value := self.value(e)) is not None:
            return self.gradient(value, scale)
        rule = chosen(GRADIENTS, e)
        return rule(self, e, scale)

    def pulled(self, e: Any, by: Any) -> Any:
        """The gradient of <by, e>, e a matrix; None where it is 0."""
        if not self.depends(e):
            return None
        if e == self.x:
            return by
        if (value := self.value(e)) is not None:
            return self.pulled(value, by)
        return chosen(PULLED, e)(self, e, by)

    def jacobian(self, e: Any) -> Any:
        """The Jacobian of a column; None where it is 0."""
        if not self.depends(e):
            return None
        if e == self.x:
            return sp.Identity(e.rows)
        if (value := self.value(e)) is not None:
            return self.jacobian(value)
        return chosen(JACOBIANS, e)(self, e)


def added(terms: list[Any]) -> Any:
    """A sum of those that are not 0."""
    kept = [t for t in terms if t is not None]
    if len(kept) < 2:
        return kept[0] if kept else None
    return sp.MatAdd(*kept) if is_matrix(kept[0]) else sp.Add(*kept)


def chosen(rules: dict[Any, Any], e: Any) -> Callable[..., Any]:
    """The rule by which a node is differentiated; raises Unreached without one."""
    if rule := nearest(rules, e):
        return rule
    raise Unreached(INSIDE)
