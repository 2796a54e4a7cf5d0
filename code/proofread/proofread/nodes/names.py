"""Names that stand for any smooth function of numbers, or run over a range."""

from __future__ import annotations

from functools import cache
from typing import Any, NoReturn

import sympy as sp
from sympy.core.function import UndefinedFunction


class Bare:
    """A function that is of nothing yet, which no arithmetic is for."""

    def __add__(self, other: Any = None) -> NoReturn:
        raise TypeError(f"{self} is a function: write it of something, as {self}(t)")

    __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __add__
    __truediv__ = __rtruediv__ = __pow__ = __rpow__ = __neg__ = __add__


class AnyFunction(Bare, UndefinedFunction):
    """Any function of numbers, the same as SymPy's of that name."""

    def __eq__(self, other: Any) -> bool:
        same = isinstance(other, UndefinedFunction)
        return same and UndefinedFunction.__eq__(other, self)

    def __ne__(self, other: Any) -> bool:
        return not self == other

    __hash__ = UndefinedFunction.__hash__


@cache
def any_function(name: str) -> Any:
    """The function of a name: one, as SymPy has it, for all that compare classes."""
    made: Any = AnyFunction
    return made(name, real=True)


def functions(names: str) -> Any:
    """Any smooth real functions: `f, g = functions("f g")`; one name, one function."""
    made: list[Any] = [any_function(name) for name in names.split()]
    return tuple(made) if len(made) > 1 else made[0]


def indices(names: str, upper: Any, lower: Any = 1) -> Any:
    """Free indices: a claim that holds them is read "for all i" from lower to upper."""
    made: list[Any] = [sp.Idx(name, (lower, upper)) for name in names.split()]
    return tuple(made) if len(made) > 1 else made[0]
