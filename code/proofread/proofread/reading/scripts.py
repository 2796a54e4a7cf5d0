"""What is raised at the right: powers, transposes, inverses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from ..node import is_matrix
from ..nodes import PseudoInverse
from .layout import Digits, Mark, Row, Script, Sign, Unreadable, shown
from .table import is_sign

if TYPE_CHECKING:
    from .grammar import Parser

TRANSPOSE = (Sign("⊤"),)
PSEUDO = (Sign("+"),)
INVERSE = (Sign("−"), Digits("1"))
BOTH = (Sign("−"), Sign("⊤"))


def upper(mark: Mark) -> Row:
    """What is raised at a mark."""
    return mark.upper if isinstance(mark, Script) else ()


def lower(mark: Mark) -> Row:
    """What is lowered at a mark."""
    return mark.lower if isinstance(mark, Script) else ()


def raised(parser: Parser, made: Any, mark: Mark) -> Any:
    """An expression with what is raised at its last mark, and a factorial's sign."""
    if lower(mark):
        raise Unreadable(f"{shown(lower(mark))} lowered at {mark}")
    return power(parser, made, upper(mark))


def power(parser: Parser, made: Any, above: Row) -> Any:
    """An expression with a row raised at its right."""
    made = _powered(parser, made, above) if above else made
    while parser.take("!"):
        made = sp.factorial(parser.sizes.number(made))
    return made


def _powered(parser: Parser, made: Any, above: Row) -> Any:
    if above == TRANSPOSE:
        return sp.Transpose(made) if is_matrix(made) else made
    if not is_matrix(parser.sizes.plain(made)):
        return sp.Pow(parser.sizes.number(made), parser.whole(above))
    if above == PSEUDO:
        return PseudoInverse(parser.sizes.plain(made))
    if above == INVERSE:
        return sp.Inverse(parser.sizes.square(made))
    if above == BOTH:
        return sp.Transpose(sp.Inverse(parser.sizes.square(made)))
    if is_sign(above[0], "⊙"):
        return sp.HadamardPower(made, parser.whole(above[1:]))
    return sp.MatPow(parser.sizes.square(made), parser.whole(above))
