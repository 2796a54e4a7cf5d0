"""Names that stand for any smooth function of numbers, or run over a range."""

from __future__ import annotations

from typing import Any

import sympy as sp


def functions(names: str) -> Any:
    """Any smooth real functions: `f, g = functions("f g")`; one name, one function."""
    made: list[Any] = [sp.Function(name, real=True) for name in names.split()]
    return tuple(made) if len(made) > 1 else made[0]


def indices(names: str, upper: Any, lower: Any = 1) -> Any:
    """Free indices: a claim that holds them is read "for all i" from lower to upper."""
    made: list[Any] = [sp.Idx(name, (lower, upper)) for name in names.split()]
    return tuple(made) if len(made) > 1 else made[0]
