"""What arguments nodes take, besides their shapes: rules for `Declaration.amiss`.

A rule says what is wrong with the arguments of a node, or nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from .node import dims, is_matrix

Rule = Callable[[Any], str]
VARIED = (sp.Symbol, sp.Indexed, sp.MatrixSymbol)


def each(*rules: Rule) -> Rule:
    """What the first rule says that finds something wrong."""
    return lambda e: next(filter(None, (rule(e) for rule in rules)), "")


def takes(*counts: int) -> Rule:
    """As many arguments as one of the counts."""

    def rule(e: Any) -> str:
        wanted = " or ".join(map(str, counts))
        told = f"it takes {wanted} arguments, not {len(e.args)}: see help"
        return "" if len(e.args) in counts else f"{told}({type(e).__name__})"

    return rule


def of_matrix(k: int = 0) -> Rule:
    """A vector or matrix as one argument."""

    def rule(e: Any) -> str:
        of = e.args[k]
        return "" if dims(of) else f"it is of a vector or matrix, and {of} is a number"

    return rule


def at_place(k: int) -> Rule:
    """A place as one argument: a whole number from 1, or what stands for one."""

    def rule(e: Any) -> str:
        at = e.args[k]
        unsaid = at.is_Symbol and not at.is_integer
        outside = at.is_number and not (at.is_Integer and at.is_positive)
        wrong = is_matrix(at) or unsaid or outside or at.is_integer is False
        return f"{at} is no whole number from 1, nor stands for one" if wrong else ""

    return rule


def varies(*found: Any) -> str:
    """What is wrong with what a node varies, if it is no name."""
    for x in found:
        if not isinstance(x, VARIED) or isinstance(x, sp.Idx):
            return f"{x} is no name that can vary: take a symbol"
    return "" if found else "nothing varies: say by what"


def by_name(k: int) -> Rule:
    """A name that the node varies as one argument."""
    return lambda e: varies(e.args[k])


def numbers(*parts: Any) -> str:
    """What is wrong with ends, targets or variables that are no numbers."""
    for a in parts:
        if dims(a):
            return f"{a} is no number: take one"
    return ""
