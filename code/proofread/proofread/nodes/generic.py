"""Any smooth function, of numbers or of vectors, and indices with a range."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .base import MatrixNode, ScalarNode


class AppliedScalarFunction(ScalarNode):
    """f(x): any smooth real function of the entries of a vector or matrix."""

    unmutated = (0,)


class AppliedVectorFunction(MatrixNode):
    """g(x): any smooth function of a column, with m components."""

    unmutated = (0, 2)

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[2], sp.S.One)


class ScalarFunction:
    """Any smooth real function of a vector or matrix: `ScalarFunction("f")(x)`."""

    def __init__(self, name: str):
        self.label = sp.Symbol(name)

    def __call__(self, x: Any) -> AppliedScalarFunction:
        return AppliedScalarFunction(self.label, x)


class VectorFunction:
    """Any smooth function with m components: `VectorFunction("g", m)(x)`."""

    def __init__(self, name: str, components: Any):
        self.label, self.components = sp.Symbol(name), components

    def __call__(self, x: Any) -> AppliedVectorFunction:
        return AppliedVectorFunction(self.label, x, self.components)


def functions(names: str) -> Any:
    """Any smooth real functions: `f, g = functions("f g")`; one name, one function."""
    made: list[Any] = [sp.Function(name, real=True) for name in names.split()]
    return tuple(made) if len(made) > 1 else made[0]


def indices(names: str, upper: Any, lower: Any = 1) -> Any:
    """Free indices: a claim that holds them is read "for all i" from lower to upper."""
    made: list[Any] = [sp.Idx(name, (lower, upper)) for name in names.split()]
    return tuple(made) if len(made) > 1 else made[0]
