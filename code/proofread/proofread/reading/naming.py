"""Names in a formula, with their indices, and parts of named matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..nodes import Column, OrderStatistic
from ..samples import NameKind
from . import applied, brackets, known
from .layout import Digits, Letter, Mark, Row, Script, Sign, Unreadable, base
from .scripts import lower, power
from .table import Name, restyled

if TYPE_CHECKING:
    from .grammar import Parser


def long_name(parser: Parser) -> Any:
    """A name of several marks that comes next, with its scripts; None without one."""
    for name in parser.names.long:
        end = parser.place + len(name.marks)
        here = parser.row[parser.place : end]
        if len(here) == len(name.marks) and here[:-1] == name.marks[:-1]:
            last, wanted = here[-1], name.marks[-1]
            if last == wanted:
                parser.place = end
                return name.made
            if isinstance(last, Script) and last.base == wanted and not last.lower:
                parser.place = end
                return power(parser, name.made, last.upper)
    return None


def name(parser: Parser) -> Any:
    """A name that comes next, with its indices, its arguments and its power."""
    mark = parser.next()
    if (found := find(parser, mark)) is not None:
        its, below, above = found
        if its.kind in applied.KINDS:
            return applied.applied(parser, its, below, above)
        return power(parser, _entry(parser, its, below), above)
    for rule in (_as_entry, _as_column, known.known):
        if (made := rule(parser, mark)) is not None:
            return made
    raise Unreadable(f"the name {mark}")


def find(parser: Parser, mark: Mark) -> tuple[Name, Row, Row] | None:
    """The name a mark is, and what of its scripts is not the name's own."""
    its = parser.names.get(mark)
    if its or not isinstance(mark, Script):
        return (its, (), ()) if its else None
    if its := parser.names.get(Script(mark.base, mark.lower)):
        return its, (), mark.upper
    if mark.upper and (its := parser.names.get(Script(mark.base, (), mark.upper))):
        return its, mark.lower, ()
    if its := parser.names.get(mark.base):
        return its, mark.lower, mark.upper
    return _with_own_index(parser, mark)


def _with_own_index(parser: Parser, mark: Script) -> tuple[Name, Row, Row] | None:
    """A name that has an index of its own, with further ones after it."""
    for cut in range(len(mark.lower) - 1, 0, -1):
        rest = mark.lower[cut:]
        rest = rest[1:] if rest[0] == Sign(",") else rest
        if its := parser.names.get(Script(mark.base, mark.lower[:cut])):
            return its, rest, mark.upper
    first = mark.lower[:1]
    if first and isinstance(first[0], Digits) and len(first[0].text) > 1:
        own, more = Digits(first[0].text[0]), Digits(first[0].text[1:])
        if its := parser.names.get(Script(mark.base, (own,))):
            return its, (more, *mark.lower[1:]), mark.upper
    return None


def _entry(parser: Parser, its: Name, below: Row) -> Any:
    """What a name with these indices is."""
    if its.kind is NameKind.MATRIX:
        return brackets.entry(parser, its.made, below) if below else its.made
    if its.kind is NameKind.ENTRIES:
        if not below:
            raise Unreadable(f"{its.marks[0]} without its index")
        if below[0] == Sign("(") and below[-1] == Sign(")"):
            return OrderStatistic(its.made, parser.whole(below[1:-1]))
        return its.made[tuple(_indices(parser, its, below))]
    if below:
        raise Unreadable(f"an index at the number {its.marks[0]}")
    return its.made


def _indices(parser: Parser, its: Name, below: Row) -> list[Any]:
    plain = all(isinstance(mark, Letter | Digits) for mark in below)
    several = len(below) if plain else len(brackets.split(below, ","))
    return brackets.indices(parser, below, its.rank or several)


# ---- letters that stand for a part of a named matrix


def _as_entry(parser: Parser, mark: Mark) -> Any:
    """The entry of a matrix or vector: its letter, no longer bold, with indices."""
    if not lower(mark) or Sign(":") in lower(mark):
        return None
    bold = restyled(mark, "bold")
    found = find(parser, bold)
    if found is None or found[0].kind is not NameKind.MATRIX or bold == mark:
        return None
    its, below, above = found
    return power(parser, brackets.entry(parser, its.made, below), above)


def _as_column(parser: Parser, mark: Mark) -> Any:
    """A column of a matrix: its letter small, with one index."""
    found = find(parser, restyled(mark, "bold", upper=True))
    letter = base(mark)
    small = isinstance(letter, Letter) and letter.style == "bold"
    if not lower(mark) or found is None or not small:
        return None
    its, below, above = found
    if its.kind is not NameKind.MATRIX or its.rank != 2 or not below:
        return None
    made = Column(its.made, parser.whole(below))
    return power(parser, made, above)
