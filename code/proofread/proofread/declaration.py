"""What a node is, declared in one place: a record for each class, in one registry.

Readers, printer and mutants look a node up here and know no node by name, so a class
from outside this package is one of ours once it is declared.  The readers share what is
declared of the tree and nothing else: each has a rule of its own in the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import sympy as sp

if TYPE_CHECKING:
    from .methods import Method
    from .numeric.reader import Numeric
    from .numeric.sources import Source
    from .printing.book import Book
    from .slips import Slip
    from .symbolic.reader import Symbolic


Draw = Callable[["Source", Any, Any, Callable[[Any], int]], Any]


def _second(_: Any, other: Any) -> Any:
    return other


def _itself(e: Any) -> Any:
    return e


@dataclass(frozen=True)
class Name:
    """What makes a node a name: it stands for a value, or for another name by mistake.

    peer: names of equal peer could stand for each other; None for none.  renamed: the
    node under the name of another.  draw: a value from a source of numbers, the node,
    its domain and what gives a length its size; None for what has no value of its own.
    key: what the numeric reader looks the value up under.
    """

    peer: Callable[[Any], Any]
    renamed: Callable[[Any, Any], Any] = _second
    draw: Draw | None = None
    key: Callable[[Any], Any] = _itself


@dataclass(frozen=True)
class Equation:
    """Two equal terms, numbers or matrices, for all values of the places in them.

    places: index symbols, each with the length that it is a place of.  positive: the
    numbers that have to be positive, each with whether it may not be 0 either.  shown:
    the terms in which no name may stand for what is random, nor a distribution be so.
    sure: whether the right side has a value wherever the left one has; else the two are
    equal where both have one.  needs: properties that hypotheses have to say.
    """

    left: Any
    right: Any
    places: tuple[tuple[Any, Any], ...] = ()
    positive: tuple[tuple[Any, bool], ...] = ()
    shown: tuple[Any, ...] = ()
    sure: bool = True
    needs: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Indexed:
    """What a node is in index notation; a node without is a letter of which nothing
    is known.

    entry: of a matrix, what its entry in row i and column j is.  value: what a number
    is.  slope: what Partial(e, at) is, for e the number or an entry of the matrix.
    places: the places it names, each with the length that it is a place of.
    equations: what holds of it as it stands.
    of: which of its arguments it is a function of, so that equals may be put for equals
    in them; None where that is not known.  varied: the names that it varies meanwhile.
    total: whether it has a value wherever those arguments have.
    zero: of a number that is never negative, what is 0 wherever it is.
    """

    entry: Callable[[Any, Any, Any], Any] | None = None
    value: Callable[[Any], Any] | None = None
    slope: Callable[[Any, Any], Any] | None = None
    places: Callable[[Any], Iterable[tuple[Any, Any]]] | None = None
    equations: Callable[[Any], Iterable[Equation]] | None = None
    of: slice | None = None
    varied: Callable[[Any], Iterable[Any]] | None = None
    total: bool = False
    zero: Callable[[Any], Any] | None = None


UNKNOWN = Indexed()
ALL, NONE = slice(None), slice(0)


@dataclass(frozen=True)
class Hypothesis:
    """What it takes to assume a property of a vector or matrix.

    assume: the exact entries that have it, as what the symbolic reader then knows; its
    last argument says whether a positive matrix is to be written as BᵀB.  impose:
    random entries changed so that they have it, all that it allows within reach.
    project: the same for a search, where a complex step must pass through.  symmetric:
    whether it implies A = Aᵀ.  equations: what it says of the symbol, in index
    notation.  at_most: pairs of sizes, the first at most the second where it can hold.
    signs: what it says is not negative: "entries", none of which is 0; "form", xᵀAx;
    "definite", that and 0 only where x is.
    """

    assume: Callable[[Symbolic, Any, bool], dict[Any, Any]]
    impose: Callable[[Source, Any], Any]
    project: Callable[[Any], Any] | None = None
    symmetric: bool = False
    equations: Callable[[Any], Iterable[Equation]] | None = None
    at_most: Callable[[Any], Iterable[tuple[Any, Any]]] | None = None
    signs: str = ""


@dataclass(frozen=True)
class Declaration:
    """What is known of one kind of node; a field left out is as its base class has it.

    symbolic, numeric: how each reader reads it.  latex: how it prints.
    measured: how its number is found, where that is more than evaluation.
    fits: whether its arguments have shapes it can take.  amiss: what else is wrong with
    them, and what to write; empty where nothing is.  states: which arguments state
    something, rather than name a variable; all by default.  binds: the variables bound
    in its first argument.  labels: symbols in it that are no names of the claim.
    lengths: the bounds and dimensions in it, from which a claim's sizes are gathered.
    bends: expressions where it has a kink when they change sign.
    slips: what it could be mistaken for, each with the name of the operator.
    blind: whether it is the same of a matrix and of the transpose.
    operator: the word it is written by, without brackets around a simple argument.
    letter: of a function that is not spelled by its name.
    rank: its place among the factors of a product.  wordy: whether it reads better
    beside a fraction than above it.
    exists: relations that hold wherever it has a value, given that its arguments have.
    indexed: what it is in index notation.
    """

    symbolic: Callable[[Symbolic, Any], Any] | None = None
    numeric: Callable[[Numeric, Any], Any] | None = None
    latex: Callable[[Book, Any], str] | None = None
    measured: Method | None = None
    fits: Callable[[Any], bool] | None = None
    amiss: Callable[[Any], str] | None = None
    states: slice | None = None
    binds: Callable[[Any], tuple[Any, ...]] | None = None
    labels: Callable[[Any], tuple[Any, ...]] | None = None
    lengths: Callable[[Any], tuple[Any, ...]] | None = None
    bends: Callable[[Any], Iterable[Any]] | None = None
    slips: Callable[[Any], Iterable[Slip]] | None = None
    blind: bool | None = None
    operator: str | None = None
    letter: str | None = None
    rank: float | None = None
    wordy: bool | None = None
    name: Name | None = None
    hypothesis: Hypothesis | None = None
    exists: Callable[[Any], Iterable[Any]] | None = None
    indexed: Indexed | None = None


_declarations: dict[type, Declaration] = {}
_merged: dict[type, Declaration] = {}


def declare(kind: type, declaration: Declaration) -> None:
    """Say what a kind of node is, once; readers, printer and mutants then know it.

    Raises TypeError where it is no class of SymPy's trees, ValueError where it has been
    declared before.
    """
    if not issubclass(kind, (sp.Basic, sp.MatrixBase)):
        raise TypeError(f"{kind.__name__} is no node: derive it from ScalarNode, …")
    if kind in _declarations:
        raise ValueError(f"{kind.__name__} is declared already: say all of it at once")
    _declarations[kind] = declaration
    _merged.clear()


def declaration_of(kind: type) -> Declaration:
    """What is known of a class: of each field what the nearest of its bases says."""
    found = _merged.get(kind)
    if found is None:
        found = _merged[kind] = _inherited(kind)
    return found


def declared_kinds() -> list[type]:
    """Every class that has been declared."""
    return list(_declarations)


def declared(node: Any) -> Declaration:
    """What is known of a node, by its class."""
    kind: type = node.__class__
    return declaration_of(kind)


def labels_of(node: Any) -> tuple[Any, ...]:
    """The symbols in a node that only name a base or a function."""
    labels = declared(node).labels
    return labels(node) if labels else ()


def indexed(node: Any) -> Indexed:
    """What a node is in index notation."""
    return declared(node).indexed or UNKNOWN


def said(h: Any) -> Iterable[Equation]:
    """What a hypothesis says in index notation."""
    known = declared(h).hypothesis
    equations = (known or indexed(h)).equations
    return equations(h.symbol if known else h) if equations else ()


def _inherited(kind: type) -> Declaration:
    known = [_declarations[base] for base in kind.__mro__ if base in _declarations]
    parts: dict[str, Any] = {}
    for part in fields(Declaration):
        said = (getattr(d, part.name) for d in known)
        parts[part.name] = next((value for value in said if value is not None), None)
    return Declaration(**parts)
