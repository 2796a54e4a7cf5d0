"""How a name is distributed, as it stands under a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy as sp

from .. import distributions as known
from ..node import is_matrix
from ..nodes import (
    Entry,
    Multinomial,
    MultivariateNormal,
    RandomSample,
    RandomVariable,
    RandomVector,
)
from ..samples import NameKind
from .layout import (
    Digits,
    Labelled,
    Letter,
    Mark,
    Row,
    Sign,
    Unreadable,
    Word,
    base,
    shown,
)
from .scripts import lower, upper
from .table import Name, is_sign, restyled

if TYPE_CHECKING:
    from .grammar import Parser

LAWS = {
    "N": known.Normal,
    "U": known.Uniform,
    "Laplace": known.Laplace,
    "Exp": known.Exponential,
    "Gamma": known.Gamma,
    "Beta": known.Beta,
    "Bernoulli": known.Bernoulli,
    "Binomial": known.Binomial,
    "Poisson": known.Poisson,
    "Multinomial": Multinomial,
}
OF_COLUMNS = {known.Normal: MultivariateNormal}
INDEXED: dict[tuple[Mark, Row], Any] = {
    (Letter("t"), ()): known.StudentT,
    (Letter("χ"), (Digits("2"),)): known.ChiSquared,
}


def is_law(row: Row) -> bool:
    """Whether a row says how a name is distributed."""
    return row[:1] == (Word("Pr"),) or any(_is_sign(mark) for mark in row)


def _is_sign(mark: Mark) -> bool:
    return mark == Sign("∼") or (isinstance(mark, Labelled) and mark.base == Sign("∼"))


def law(parser: Parser) -> tuple[Name, Any]:
    """The name, and the distribution that it follows."""
    if parser.peek() == Word("Pr"):
        return _finite(parser)
    place = next(k for k, mark in enumerate(parser.row) if _is_sign(mark))
    who, what = parser.row[:place], parser.row[place + 1 :]
    several = isinstance(parser.row[place], Labelled)
    name = _sampled(parser, who) if several else _alone(parser, who)
    inner = parser.inner(what)
    return name, inner.ended(distribution(inner))


def distribution(parser: Parser) -> Any:
    """A distribution with its parameters, which comes next."""
    mark = parser.next()
    indexed = INDEXED.get((base(mark), upper(mark)))
    if indexed and lower(mark):
        return indexed(parser.whole(lower(mark)))
    letter = str(base(mark)).removeprefix("script ").removeprefix("upright ")
    if (kind := LAWS.get(letter)) is None or not is_sign(parser.peek(), "("):
        raise Unreadable(f"the distribution {mark}")
    arguments = [parser.sizes.plain(a) for a in _arguments(parser)]
    of_columns = OF_COLUMNS.get(kind) if any(map(is_matrix, arguments)) else None
    return (of_columns or kind)(*arguments)


def _arguments(parser: Parser) -> list[Any]:
    parser.expect("(")
    made = [parser.sum()]
    while parser.take(","):
        made.append(parser.sum())
    parser.expect(")")
    return made


def _alone(parser: Parser, who: Row) -> Name:
    name = parser.names.get(who[0]) if len(who) == 1 else None
    if name is None:
        raise Unreadable(f"the name {shown(who)}")
    return name


def _sampled(parser: Parser, who: Row) -> Name:
    """The name in x₁, …, xₙ: of entries, or of a vector, that has n of them."""
    first, *between, last = who
    if tuple(between) != (Sign(","), Sign("…"), Sign(",")):
        raise Unreadable(f"the names {shown(who)}")
    (whole, low), (other, high) = (_entry(parser, end) for end in (first, last))
    if whole != other or low != 1 or sp.expand(high - whole.shape[0]) != 0:
        raise Unreadable(f"so many names: {shown(who)}")
    return next(name for name in parser.names.all if name.made == whole)


def _entry(parser: Parser, mark: Mark) -> tuple[Any, Any]:
    """Of what a mark is an entry, and which."""
    made = parser.whole((mark,))
    if isinstance(made, sp.Indexed):
        return made.base, made.indices[0]
    if isinstance(made, Entry):
        return made.args[0], made.args[1]
    raise Unreadable(f"the name {mark}")


def _finite(parser: Parser) -> tuple[Name, Any]:
    """Pr(X = xₖ) = pₖ."""
    row = parser.row
    if len(row) != 8 or [str(row[k]) for k in (1, 3, 5, 6)] != ["(", "=", ")", "="]:
        raise Unreadable(shown(row))
    values, weights = (_base(parser, row[k]) for k in (4, 7))
    if lower(row[4]) != lower(row[7]):
        raise Unreadable(f"two indices in {shown(row)}")
    return name_of(parser, row[2]), known.Finite(values, weights)


def whole_name(parser: Parser, entry: Mark) -> Any:
    """The vector or the base of which an entry is shown."""
    bare = base(entry)
    for mark in (bare, restyled(bare, "bold")):
        if name := parser.names.get(mark):
            return name.made
    raise Unreadable(f"the name {entry}")


def name_of(parser: Parser, mark: Mark) -> Name:
    """The random name that a mark is, or is an entry of."""
    name = parser.names.get(mark) or parser.names.get(base(mark))
    if name is None:
        raise Unreadable(f"the name {mark}")
    return name


def _base(parser: Parser, mark: Mark) -> Any:
    name = parser.names.get(base(mark))
    if name is None or name.kind is not NameKind.ENTRIES or not lower(mark):
        raise Unreadable(f"the name {mark}")
    return name.made


def following(name: Name, distribution: Any) -> Any:
    """A name that follows a distribution, in place of one that follows none."""
    if name.kind is NameKind.MATRIX:
        return RandomVector(name.made.name, name.made.shape[0], distribution)
    if name.kind is NameKind.ENTRIES:
        return RandomSample(name.made.label, name.made.shape[0], distribution)
    return RandomVariable(name.made.name, distribution)
