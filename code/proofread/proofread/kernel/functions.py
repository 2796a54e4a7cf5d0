"""Functions: any from numbers to numbers, with what is known of those that have a name.

Nothing is known of a function but what stands among the hypotheses.  Where it is taken
at what is moved, the hypothesis says what its derivative is, and no more.
"""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..binding import put
from ..nodes import Entry
from .rules import Unreached, numbers
from .writer import Writer

ELEMENTARY = (
    *(sp.exp, sp.log, sp.sin, sp.cos, sp.tanh, sp.sinh, sp.cosh),
    *(sp.Abs, sp.sign),
)
NEEDS_UNIT = frozenset({"log", "Abs", "sign"})  # to have a derivative there
SLOPES = {
    "log": "x_^-1",
    "Abs": "{sign} x_",
    "sign": "0",
    "exp": "{exp} x_",
    "sin": "{cos} x_",
    "cos": "- {sin} x_",
    "sinh": "{cosh} x_",
    "cosh": "{sinh} x_",
    "tanh": "1 - {tanh} x_ ^+ 2",
}


def function(write: Writer, name: str, order: int = 0, moved: bool = False) -> str:
    """A function's name; moved: with a hypothesis that says what its derivative is."""
    f = write.variable(("function", name, order), name + "'" * order, "R -> R")
    if moved:
        _assume_slope(write, name, order, f)
    return f


def _assume_slope(write: Writer, name: str, order: int, f: str) -> None:
    known = SLOPES.get(name)
    if known is None:
        slope = f"{function(write, name, order + 1)} x_"
    else:
        slope = known.format_map(_Others(write))
    needs = "x_ \\is a GRing.unit -> " if name in NEEDS_UNIT else ""
    moves = f"{f} (x_ + eps * y_) = {f} x_ + eps * (y_ * ({slope}))"
    write.assume(f"forall x_ y_, {needs}{moves}", f"slope_of_{f.replace(chr(39), '1')}")


class _Others(dict[str, str]):
    """The names of other functions, as variables of the theorem."""

    def __init__(self, write: Writer) -> None:
        self.write = write

    def __missing__(self, name: str) -> str:
        return function(self.write, name)


def named(e: Any) -> str | None:
    """The name of a function of one number that is applied."""
    if type(e) in ELEMENTARY:
        return type(e).__name__
    if isinstance(e, AppliedUndef) and len(e.args) == 1:
        return e.func.__name__
    return None


@numbers.of(AppliedUndef)
def _applied(write: Writer, e: Any) -> str:
    if write.stands_for(e):
        return write.number(write.definitions.value_of(e))
    name = named(e)
    if name is None:
        raise Unreached("a function of several numbers")
    (x,) = e.args
    f = function(write, name, moved=write.depends(x))
    return f"({f} {write.number(x)})"


def mapped(write: Writer, body: Any, letter: Any, order: int) -> str | None:
    """The function of a rule t -> f(t), or None of another rule."""
    name = named(body)
    if name is None or body.args != (letter,) or write.stands_for(body):
        return None
    if type(body) in ELEMENTARY and order:
        if type(body) is not sp.exp:
            raise Unreached("the derivative of a rule, entry by entry")
        order = 0
    moved = bool(write.moved)
    if moved and name in NEEDS_UNIT:
        return None
    return function(write, name, order, moved=moved)


def at_entries(write: Writer, body: Any, letter: Any, argument: Any) -> str:
    """The matrix of a rule's values at the entries of a matrix."""
    k, n = (sp.Dummy(c, integer=True, positive=True) for c in "ij")
    i = write.fresh_place(sp.Symbol("i"), argument.rows)
    if argument.cols == 1:
        places, column = {k: i}, sp.S.One
        opening = f"\\col_({i} < {write.size(argument.rows)})"
    else:
        j = write.fresh_place(sp.Symbol("j"), argument.cols)
        places, column = {k: i, n: j}, n
        ranges = f"{i} < {write.size(argument.rows)}, {j} < {write.size(argument.cols)}"
        opening = f"\\matrix_({ranges})"
    with write.binding(places):
        told = write.number(put(body, letter, Entry(argument, k, column)))
    return f"({opening} {told})"
