"""Does a formula, as it is read, say what was proved?  Sign by sign, and in numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from ..numeric import constants
from ..samples import Numbers, Said
from . import brackets, conditions, laws, tex
from .layout import Digits, Row, Script, Sign, Unreadable, Word, shown
from .statement import Statement

SIGNS = {
    "=": "=",
    "<=": "≤",
    "<": "<",
    ">=": "≥",
    ">": ">",
    "!=": "≠",
    "~": "=",
    "∝": "∝",
}
WORDS = ("differentiable", "integer", "as drawn", r"\dots")
CONSTANT = " + const"
TOLERANCE = 1e-7  # what is left of two ways to take one difference


class Misread(Exception):
    """A formula that says something else than what was proved."""


def compare(statement: Statement, row: Row, said: Said) -> None:
    """Nothing where a row says this; Misread or Unreadable where it does not."""
    if said.relation == "for all":
        _compare_terms(statement, _each(statement, row), said)
    elif said.relation == "Simplex":
        _compare_simplex(statement, row, said)
    elif laws.is_law(row) or said.relation in LAWS:
        _compare_law(statement, row, said)
    elif said.relation == "between":
        _compare_between(statement, row, said)
    elif said.relation.endswith(WORDS):
        _compare_word(statement, row, said)
    elif said.relation.removesuffix(CONSTANT) in SIGNS:
        _compare_relation(statement, row, said)
    else:
        _compare_property(statement, row, said)


KNOWN = laws.LAWS, laws.OF_COLUMNS, laws.INDEXED
LAWS = {law.__name__ for table in KNOWN for law in table.values()} | {"Finite"}


def _each(statement: Statement, row: Row) -> list[Any]:
    parser = statement.parser(row)
    made = [parser.sum()]
    while parser.take(","):
        made.append(parser.sum())
    return parser.ended(made)


def _compare_relation(statement: Statement, row: Row, said: Said) -> None:
    *alike, row = brackets.split(row, ",") if len(said.terms) > 2 else [row]
    parser = statement.parser(row)
    signs, sides = parser.relation()
    relation = said.relation.removesuffix(CONSTANT)
    if relation != said.relation:
        parser.expect("+")
        if parser.next() != Word("const"):
            raise Unreadable("a term where const should be")
    parser.ended(None)
    if signs != [SIGNS[relation]]:
        raise Misread(f"the relation {' '.join(signs) or 'none'}, not {relation}")
    if parser.orders != (relation == "~"):
        raise Misread(f"{parser.orders} orders of magnitude")
    if len(sides) == 2 and relation != "~":
        sides = statement.sizes.alike(sides)
    made = [statement.parser(row).whole(row) for row in alike]
    _compare_terms(statement, [*made, *sides], said)


def _compare_between(statement: Statement, row: Row, said: Said) -> None:
    """Two bounds and what lies between them."""
    parser = statement.parser(row)
    signs, sides = parser.relation()
    parser.ended(None)
    if signs != ["<", "<"]:
        raise Misread(f"{shown(row)}, which does not say what lies between")
    _compare_terms(statement, sides, said)


def _compare_word(statement: Statement, row: Row, said: Said) -> None:
    """Names of numbers or functions, and what is said of each."""
    words = (
        tex.layout(said.relation) if "=" in said.relation else (Word(said.relation),)
    )
    place = len(row) - len(words)
    if row[place:] != words:
        raise Misread(f"{shown(row)}, which does not say {said.relation}")
    rows = brackets.split(row[:place], ",")
    found = [statement.names.get(row[0]) if len(row) == 1 else None for row in rows]
    if len(found) != len(said.terms) or None in found:
        raise Misread(f"{shown(row)}, where names should be")
    for name, numbers in zip(filter(None, found), said.terms, strict=True):
        for point, known in zip(statement.points, numbers, strict=True):
            _compare_numbers(name, constants(point[name.key]), known)


def _compare_property(statement: Statement, row: Row, said: Said) -> None:
    found = conditions.property_said(statement.parser(row))
    if found is None or type(found).__name__ != said.relation:
        raise Misread(f"{shown(row)}, which does not say {said.relation}")
    _compare_terms(statement, [found.symbol], said)


def _compare_simplex(statement: Statement, row: Row, said: Said) -> None:
    """xᵢ > 0, Σᵢ xᵢ = 1."""
    entry = row[0]
    if not isinstance(entry, Script):
        raise Misread(f"{shown(row)}, which does not say Simplex")
    positive = (entry, Sign(">"), Digits("0"), Sign(","))
    total = (Script(Sign("∑"), entry.lower), entry, Sign("="), Digits("1"))
    if row != (*positive, *total):
        raise Misread(f"{shown(row)}, which does not say Simplex")
    name = laws.whole_name(statement.parser(row), entry)
    _compare_terms(statement, [name], said)


def _compare_law(statement: Statement, row: Row, said: Said) -> None:
    name, law = laws.law(statement.parser(row))
    if type(law).__name__ != said.relation:
        raise Misread(f"{type(law).__name__}, not {said.relation}")
    terms = [name.made, *law.args]
    if isinstance(law, laws.known.Finite):
        terms = [name.made, *(values[2] for values in law.args)]
    _compare_terms(statement, terms, said)


def _compare_terms(statement: Statement, made: list[Any], said: Said) -> None:
    """Term by term, at every point."""
    if len(made) != len(said.terms):
        raise Misread(f"{len(made)} sides or parts, not {len(said.terms)}")
    for e, numbers in zip(made, said.terms, strict=True):
        if not numbers:
            raise Unreadable("a side that has no number to compare")
        for found, known in zip(statement.values(e), numbers, strict=True):
            _compare_numbers(e, found, known)


def _compare_numbers(e: Any, found: Any, known: Numbers) -> None:
    found, wanted = np.asarray(found), known.array()
    if isinstance(e, sp.MatrixSymbol | sp.IndexedBase) or found.shape == wanted.shape:
        found = np.reshape(found, wanted.shape)
    if found.shape != wanted.shape:
        raise Misread(f"an array of {found.shape}, not of {wanted.shape}")
    scale = max(1.0, float(np.max(np.abs(wanted), initial=0)))
    gap = float(np.max(np.abs(found - wanted), initial=0)) / scale
    if not gap <= TOLERANCE:
        raise Misread(
            f"{first_of(found)}, not {first_of(wanted)}: they differ by {gap:.1e}"
        )


def first_of(value: Any) -> str:
    """The first numbers of a value."""
    flat = np.ravel(value)
    more = ", …" if flat.size > 3 else ""
    return ", ".join(f"{v:.4g}" for v in flat[:3]) + more
