"""What is known of exp, log and the functions of the circle, where it is used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from .functions import ELEMENTARY, function
from .rules import numbers
from .spoken import speaks_of, speaks_of_exp
from .writer import Writer


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
    if product or speaks_of_exp(write.claim):
        for factor in factors:
            write.divides(factor.base if isinstance(factor, sp.Pow) else factor)
        units = "x_ \\is a GRing.unit -> y_ \\is a GRing.unit"
        told = f"forall x_ y_, {units} -> {f} (x_ * y_) = {f} x_ + {f} y_"
        write.assume(told, f"{f}_of_product")
    if speaks_of_exp(write.claim):
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
    if not (speaks_of(write.claim, sp.sin) and speaks_of(write.claim, sp.cos)):
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
    if not speaks_of(write.claim, sp.exp):
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


def _law_off_zero(write: Writer, _: str, x: Any) -> None:
    """That there is a derivative: off 0, where signs change."""
    if write.depends(x):
        write.divides(x)


LAWS: dict[Any, Callable[[Writer, str, Any], None]] = {
    sp.exp: _law_of_exp,
    sp.log: _law_of_log,
    sp.sin: _law_of_circle,
    sp.cos: _law_of_circle,
    sp.sinh: _law_of_hyperbolic,
    sp.cosh: _law_of_hyperbolic,
    sp.tanh: _law_of_hyperbolic,
    sp.Abs: _law_off_zero,
    sp.sign: _law_off_zero,
}


@numbers.of(*ELEMENTARY)
def _elementary(write: Writer, e: Any) -> str:
    (x,) = e.args
    f = function(write, type(e).__name__, moved=write.depends(x))
    if law := LAWS.get(type(e)):
        law(write, f, x)
    return f"({f} {write.number(x)})"
