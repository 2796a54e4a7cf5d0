"""Functions of a statement, and their arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..node import is_matrix
from ..nodes import Elementwise, Slope
from ..samples import NameKind
from . import brackets
from .layout import PRIME, Row, Sign, Unreadable
from .scripts import power, upper
from .table import Name, is_sign

if TYPE_CHECKING:
    from .grammar import Parser

KINDS = (NameKind.FUNCTION, NameKind.FIELD, NameKind.MAP)


def applied(parser: Parser, known: Name, below: Row, above: Row) -> Any:
    """A function and its arguments, or its slope there."""
    if below:
        raise Unreadable(f"an index at the function {known.marks[0]}")
    order = 0
    while parser.take(PRIME):
        order += 1
    if above[:1] == (Sign("("),) and above[-1:] == (Sign(")"),):
        order, above = int(parser.whole(above[1:-1])), ()
    if not is_sign(parser.peek(), "("):
        raise Unreadable(f"{known.marks[0]} without its arguments")
    holds_back, parser.holds_back = parser.holds_back, False
    parts, closing = brackets.listed(parser, "(")
    made = call(parser, known, list(map(parser.sizes.plain, parts)), order)
    if above:
        made = power(parser, made, above)
    if holds_back and upper(closing):
        parser.held = upper(closing)
        return made
    return brackets.placed(parser, made, closing)


def call(parser: Parser, known: Name, parts: list[Any], order: int = 0) -> Any:
    """A function of some arguments, or its slope of some order there."""
    function = known.made
    if known.kind is not NameKind.FUNCTION:
        if len(parts) != 1 or order:
            raise Unreadable(f"how {known.marks[0]} is applied")
        return function(parts[0])
    if any(map(is_matrix, parts)):
        if len(parts) > 1:
            raise Unreadable(f"how {known.marks[0]} is applied")
        return Elementwise(function, parts[0], order)
    made = function(*parts)
    return Slope(made, order) if order else made
