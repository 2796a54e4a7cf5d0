"""Large signs with bounds: sums, products, integrals, limits, extremes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from ..node import is_matrix
from ..nodes import ArgMax, ArgMin, Maximum, Minimum
from ..samples import NameKind
from . import brackets, conditions
from .layout import Letter, Mark, Row, Sign, Unreadable, base, shown
from .scripts import lower, raised, upper
from .shapes import Shaped
from .table import Name, Names

if TYPE_CHECKING:
    from .grammar import Parser


def total(parser: Parser) -> Any:
    """A sum or a product over an index, of all that is multiplied after it."""
    mark = parser.next()
    below = lower(mark)
    if Sign("=") not in below or not upper(mark):
        raise Unreadable(f"bounds of {mark}")
    split = below.index(Sign("="))
    index = _bound(parser, below[:split], "integer")
    low, high = parser.whole(below[split + 1 :]), parser.whole(upper(mark))
    with parser.knowing(with_name(parser.names, index)):
        body = parser.sizes.plain(parser.term())
    kind = sp.Sum if base(mark) == Sign("∑") else sp.Product
    made = kind(body, (index.made, low, high))
    return Shaped(made, *body.shape) if is_matrix(body) else made


def _bound(parser: Parser, row: Row, assumed: str) -> Name:
    """The name that runs: one of the statement's, or a letter of its own."""
    if len(row) != 1:
        raise Unreadable(f"{shown(row)} where a name should run")
    if known := parser.names.get(row[0]):
        return known
    if not isinstance(row[0], Letter):
        raise Unreadable(f"the name {shown(row)}")
    made: Any = sp.Symbol(row[0].text, **{assumed: True})
    return Name(row, NameKind.NUMBER, made, made)


def with_name(names: Names, name: Name) -> Names:
    """The names with one more that hides what looks the same."""
    return Names([*(n for n in names.all if n.marks != name.marks), name])


def integral(parser: Parser) -> Any:
    """An integral, up to its upright d and the name after that."""
    mark = parser.next()
    parser.moves += 1
    body = parser.sizes.number(parser.term())
    parser.moves -= 1
    if parser.next() != Letter("d", "upright"):
        raise Unreadable(f"an integral without its d in {shown(parser.row)}")
    name = parser.names.get(by := parser.next())
    if name is None:
        raise Unreadable(f"the name {by}")
    ends = [parser.whole(row) for row in (lower(mark), upper(mark))]
    return sp.Integral(body, (name.made, *ends))


def limit(parser: Parser, mark: Mark) -> Any:
    """A limit of all that is multiplied after it."""
    below = lower(mark)
    if Sign("→") not in below:
        raise Unreadable(f"where {mark} goes")
    split = below.index(Sign("→"))
    variable, target = parser.whole(below[:split]), below[split + 1 :]
    side = upper(target[-1])
    body = parser.term()
    if side in ((Sign("−"),), (Sign("+"),)):
        target = (*target[:-1], base(target[-1]))
    if side == (Sign("+"),):
        positive = sp.Dummy(variable.name, positive=True)
        body, variable = body.xreplace({variable: positive}), positive
    sign = "-" if side == (Sign("−"),) else "+"
    return sp.Limit(body, variable, parser.whole(target), sign)


def extremum(parser: Parser, mark: Mark) -> Any:
    """The largest or the smallest of some numbers, or of a function."""
    largest = str(base(mark)) == "max"
    if not lower(mark):
        parts, closing = brackets.listed(parser, "{")
        if len(parts) < 2:
            raise Unreadable(f"{mark} of one number")
        numbers = map(parser.sizes.number, parts)
        kind = sp.Max if largest else sp.Min
        return raised(parser, kind(*numbers, evaluate=False), closing)
    variable, known = conditions.under(parser, lower(mark))
    body = parser.sizes.number(parser.term())
    return (Maximum if largest else Minimum)(body, variable, *known)


def extremizer(parser: Parser, mark: Mark) -> Any:
    """Where a function is largest or smallest."""
    variable = parser.whole(lower(mark))
    body = parser.sizes.number(parser.term())
    return (ArgMax if str(base(mark)) == "argmax" else ArgMin)(body, variable)
