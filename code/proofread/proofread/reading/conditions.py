"""Comparisons of numbers, and properties of a vector or matrix that are assumed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from ..nodes import (
    Diagonal,
    Indicator,
    LowerTriangular,
    Norm,
    Orthogonal,
    PositiveDefinite,
    PositiveSemidefinite,
    Property,
    Symmetric,
    Unit,
    UpperTriangular,
)
from . import brackets
from .layout import CLOSING, OPENING, RELATIONS, Row, Unreadable, Word, shown
from .table import is_sign

if TYPE_CHECKING:
    from .grammar import Parser

COMPARISONS = {
    "<": sp.StrictLessThan,
    ">": sp.StrictGreaterThan,
    "≤": sp.LessThan,
    "≥": sp.GreaterThan,
    "=": sp.Equality,
    "≠": sp.Unequality,
}
SAID = {
    "diagonal": Diagonal,
    "lower triangular": LowerTriangular,
    "upper triangular": UpperTriangular,
}


def comparison(parser: Parser) -> Any:
    """One comparison of two numbers, and nothing after it."""
    made = _compared(parser)
    return parser.ended(made)


def indicator(parser: Parser) -> Any:
    """𝟏[a < b], after its 𝟏: with the scripts at the bracket."""
    parts, closing = brackets.within(parser, "[", _compared)
    return brackets.placed(parser, Indicator(parts), closing)


def follows(parser: Parser) -> bool:
    """Whether square brackets with a relation in them come next."""
    depth = 0
    for mark in parser.rest() if is_sign(parser.peek(), "[") else ():
        depth += is_sign(mark, OPENING) - is_sign(mark, CLOSING)
        if depth == 1 and is_sign(mark, RELATIONS):
            return True
        if not depth:
            break
    return False


def _compared(parser: Parser) -> Any:
    signs, sides = parser.relation()
    if len(signs) != 1 or signs[0] not in COMPARISONS or len(sides) != 2:
        raise Unreadable(f"no comparison in {shown(parser.row)}")
    a, b = map(parser.sizes.number, sides)
    return COMPARISONS[signs[0]](a, b, evaluate=False)


def property_said(parser: Parser) -> Property | None:
    """What a row says of one matrix or vector as a whole; None where it does not."""
    for word, kind in SAID.items():
        if parser.row[-1:] == (Word(word),):
            return kind(parser.whole(parser.row[:-1]))
    signs, sides = parser.relation()
    parser.ended(None)
    if len(signs) != 1 or len(sides) != 2:
        return None
    left, right = sides
    if right == 0 and signs[0] in ("≻", "⪰"):
        return (PositiveDefinite if signs[0] == "≻" else PositiveSemidefinite)(left)
    return _of_equation(left, right) if signs == ["="] else None


def _of_equation(left: Any, right: Any) -> Property | None:
    """Aᵀ = A, QᵀQ = I, or ‖u‖ = 1."""
    if isinstance(left, sp.MatrixSymbol) and right == sp.Transpose(left):
        return Symmetric(left)
    if isinstance(left, Norm) and len(left.args) == 1 and right == 1:
        return Unit(left.args[0])
    if isinstance(right, sp.Identity) and isinstance(left, sp.MatMul):
        turned, *rest = left.args
        if len(rest) == 1 and turned == sp.Transpose(rest[0]):
            return Orthogonal(rest[0])
    return None


def under(parser: Parser, row: Row) -> tuple[Any, list[Any]]:
    """What stands under max or min: the variable, and what is assumed of it."""
    found = property_said(parser.inner(row)) if len(row) > 2 else None
    if found is not None:
        return found.symbol, [found]
    return parser.whole(row), []
