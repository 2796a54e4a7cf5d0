"""Functions: any from numbers to numbers, with what is known of those that have a name.

Nothing is known of a function but what stands among the hypotheses.  Where it is taken
at what is moved, the hypothesis says what its derivative is, and no more.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ..binding import put
from ..nodes import Entry
from .rules import Unreached, numbers
from .writer import Writer

ELEMENTARY = (sp.exp, sp.log, sp.sin, sp.cos, sp.tanh, sp.sinh, sp.cosh)
NEEDS_UNIT = {"log": "x_^-1"}
SLOPES = {
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
    known = NEEDS_UNIT.get(name) or SLOPES.get(name)
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


@numbers.of(*ELEMENTARY)
def _elementary(write: Writer, e: Any) -> str:
    (x,) = e.args
    f = function(write, type(e).__name__, moved=write.depends(x))
    if law := LAWS.get(type(e)):
        law(write, f, x)
    return f"({f} {write.number(x)})"


def _law_of_exp(write: Writer, f: str, x: Any) -> None:
    """exp of a sum is a product, where there is a sum or a difference."""
    if isinstance(x, sp.Add) or x.could_extract_minus_sign() or x == 0:
        assume_law_of_exp(write, f)


def assume_law_of_exp(write: Writer, f: str) -> None:
    """exp of a sum is a product, and of 0 it is 1."""
    write.assume(f"forall x_ y_, {f} (x_ + y_) = {f} x_ * {f} y_", f"{f}_of_sum")
    write.assume(f"{f} 0 = 1", f"{f}_of_0")


def _law_of_log(write: Writer, f: str, x: Any) -> None:
    """log of a product is a sum, where there is one or a quotient; log exp x is x."""
    if write.depends(x):
        write.divides(x)
    known = write.definitions.value_of(x)
    opened = x if known is None else known
    if isinstance(opened, sp.Product):
        _factors_are_units(write, opened)
    factors = sp.Mul.make_args(opened)
    product = len(factors) > 1 or isinstance(opened, (sp.Pow, sp.Product))
    if product or write.has_exp():
        for factor in factors:
            write.divides(factor.base if isinstance(factor, sp.Pow) else factor)
        units = "x_ \\is a GRing.unit -> y_ \\is a GRing.unit"
        told = f"forall x_ y_, {units} -> {f} (x_ * y_) = {f} x_ + {f} y_"
        write.assume(told, f"{f}_of_product")
    if write.has_exp():
        write.divides(x)
        inverse = f"forall x_, {f} ({function(write, 'exp')} x_) = x_"
        write.assume(inverse, f"{f}_of_exp")


def _factors_are_units(write: Writer, e: Any) -> None:
    """That every factor of a product over an index has an inverse."""
    ((letter, _, high),) = e.limits
    with write.binding({letter: write.fresh_place(letter, high)}):
        write.divides(e.function)


def _law_of_circle(write: Writer, _: str, x: Any) -> None:
    """sin^2 + cos^2 = 1, and both at a sum, where both are spoken of."""
    if not (write.has(sp.sin) and write.has(sp.cos)):
        return
    s, c = function(write, "sin"), function(write, "cos")
    write.assume(f"forall x_, {s} x_ ^+ 2 + {c} x_ ^+ 2 = 1", "circle")
    if isinstance(sp.expand(x), sp.Add):
        for f, told in (
            (s, "{s} x_ * {c} y_ + {c} x_ * {s} y_"),
            (c, "{c} x_ * {c} y_ - {s} x_ * {s} y_"),
        ):
            at = told.format(s=s, c=c)
            write.assume(f"forall x_ y_, {f} (x_ + y_) = {at}", f"{f}_of_sum")
        write.assume(f"forall x_, {s} (- x_) = - {s} x_", f"{s}_odd")
        write.assume(f"forall x_, {c} (- x_) = {c} x_", f"{c}_even")


def _law_of_hyperbolic(write: Writer, f: str, x: Any) -> None:
    """sinh, cosh and tanh by exp, where it is spoken of."""
    if not write.has(sp.exp):
        return
    e = function(write, "exp")
    write.divides(sp.Integer(2))
    _law_of_exp(write, e, -x)
    sign = "+" if f == "cosh" else "-"
    told = f"{f} x_ = ({e} x_ {sign} {e} (- x_)) / 2%:R"
    if f == "tanh":
        below = f"({e} x_ + {e} (- x_))"
        write.assume(f"forall x_, {below} \\is a GRing.unit", "unit")
        told = f"tanh x_ = ({e} x_ - {e} (- x_)) / {below}"
    write.assume(f"forall x_, {told}", f"{f}_by_{e}")


LAWS: dict[Any, Callable[[Writer, str, Any], None]] = {
    sp.exp: _law_of_exp,
    sp.log: _law_of_log,
    sp.sin: _law_of_circle,
    sp.cos: _law_of_circle,
    sp.sinh: _law_of_hyperbolic,
    sp.cosh: _law_of_hyperbolic,
    sp.tanh: _law_of_hyperbolic,
}


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
