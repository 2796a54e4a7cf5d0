"""Powers, reciprocals and square roots."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..nodes import FrobeniusNorm, Norm, SquaredNorm
from .exponents import natural
from .functions import function
from .laws import assume_law_of_exp
from .rules import Unreached, numbers
from .writer import Writer

LARGEST_POWER = 8


@numbers.of(sp.Pow)
def _power(write: Writer, e: Any) -> str:
    base, exponent = e.base, e.exp
    if exponent.is_integer and not exponent.is_Integer:
        return f"({write.number(base)} ^+ {natural(write, exponent)})"
    if not exponent.is_number:
        return _real(write, base, exponent)
    if not exponent.is_Rational or abs(exponent) > LARGEST_POWER:
        raise Unreached("a power that is no whole number")
    if exponent.q == 2:
        return _of_root(write, base, int(exponent.p))
    if exponent.q != 1:
        raise Unreached("a root that is not square")
    return _whole(write, base, int(exponent), write.number(base))


def _real(write: Writer, base: Any, exponent: Any) -> str:
    """A power of what is positive: exp (y * log a), where exp (log a) = a."""
    if write.moved and write.depends(base):
        write.divides(base)
    exponential = function(write, "exp", moved=write.depends(sp.Tuple(base, exponent)))
    logarithm = write.number(sp.log(base))
    with write.at_rest():
        at = f"{exponential} {write.number(sp.log(base))} = {write.number(base)}"
        write.assume(write.for_all(at), "exp_of_log")
    assume_law_of_exp(write, exponential)
    return f"({exponential} ({write.number(exponent)} * {logarithm}))"


def _whole(write: Writer, base: Any, exponent: int, text: str) -> str:
    if exponent < 0:
        write.divides(base)
        text = f"({text})^-1" if text.startswith("(- ") else f"{text}^-1"
    return text if abs(exponent) == 1 else f"({text} ^+ {abs(exponent)})"


def _of_root(write: Writer, base: Any, exponent: int) -> str:
    root = square_root(write, base)
    if exponent < 0:
        with write.at_rest():
            unit = f"({square_root(write, base)} : R) \\is a GRing.unit"
            write.assume(write.for_all(unit), "unit")
        root = f"{root}^-1"
    return root if abs(exponent) == 1 else f"({root} ^+ {abs(exponent)})"


def square_root(write: Writer, e: Any) -> str:
    """The root of a number: some function, whose value squared is the number."""
    f = write.variable("sqrt", "sqrt", "R -> R")
    with write.at_rest():
        inside = write.number(e)
        text = f"({f} {inside})"
        write.assume(write.for_all(f"{text} * {text} = {inside}"), "root")
    if not write.depends(e):
        return text
    write.assume(write.for_all(f"({text} : R) \\is a GRing.unit"), "unit")
    write.divides(sp.Integer(2))
    moves = f"{text} + eps * (y_ * (2%:R * {text})^-1)"
    told = f"forall y_, {f} ({inside} + eps * y_) = {moves}"
    write.assume(write.for_all(told), "slope_of_root")
    return f"({f} {write.number(e)})"


@numbers.of(Norm, FrobeniusNorm)
def _norm(write: Writer, e: Any) -> str:
    if len(e.args) != 1:
        raise Unreached("a norm that is not Euclidean")
    return square_root(write, SquaredNorm(e.args[0]))
