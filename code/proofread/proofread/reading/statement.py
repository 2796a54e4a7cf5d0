"""A statement as it is read: what its names stand for and follow, and its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import sympy as sp

from ..bundle import Bundle, Condition, Kind, Lead
from ..definitions import Definitions
from ..numeric import SmoothFunction, number
from ..samples import Named, NameKind, Said, Sample
from . import laws, tex
from .grammar import Parser
from .layout import Row, Unreadable, flat
from .probing import Probing
from .shapes import Sizes
from .table import Name, Names, named


class Statement:
    """Reads the formulas of one statement and evaluates them at its points.

    names: with the distributions that are printed.  pairs: what names stand for, as it
    is printed with the statement and in the definitions that it uses.
    """

    def __init__(self, bundle: Bundle, used: Iterable[Bundle] = ()) -> None:
        sample = bundle.sample
        if sample is None:
            raise Unreadable("a statement without its numbers")
        self.sizes: Sizes = Sizes()
        self.sample: Sample = sample
        self.names = Names(self._listed(sample.names))
        shown = [bundle, *used]
        rows = [tex.layout(c.latex) for b in shown for c in b.conditions if _says(c)]
        self._follow(row for row in rows if laws.is_law(row))
        self.pairs = [self._pair(row) for row in rows if not laws.is_law(row)]
        self.pairs += [
            self._pair(tex.layout(b.latex)) for b in shown if b.kind is Kind.DEFINITION
        ]
        self.points = [self._point(k) for k in range(self._count())]
        self._known: dict[Any, list[Any]] = {}

    def parser(self, row: Row) -> Parser:
        """A parser of a formula of this statement."""
        return Parser(row, self.names, self.sizes)

    def due(self) -> dict[str, Said]:
        """What each line and each condition must say, by what it is called."""
        lines = {f"line {k}": said for k, said in enumerate(self.sample.lines)}
        under = {f"condition {k}": s for k, s in enumerate(self.sample.conditions)}
        return lines | under

    # ---- names

    def _listed(self, entries: Sequence[Named]) -> Iterator[Name]:
        """The names, those of numbers first, as sizes are written with them."""
        numbers = [named(entry, _no_size) for entry in entries if not entry.shape]
        yield from numbers
        known = Names(numbers)
        for entry in entries:
            if entry.shape:
                yield named(
                    entry, lambda row: Parser(row, known, self.sizes).whole(row)
                )

    def _follow(self, rows: Iterable[Row]) -> None:
        """Let names follow the distributions that are printed."""
        for row in rows:
            name, law = laws.law(self.parser(row))
            self.names = self.names.replaced({name.made: laws.following(name, law)})

    def _pair(self, row: Row) -> tuple[Any, Any]:
        """What stands left and right of one equality sign."""
        parser = self.parser(flat(row))
        signs, sides = parser.relation()
        parser.ended(None)
        if signs != ["="] or len(sides) != 2:
            raise Unreadable("a definition that is no equation")
        self.sizes.alike(sides)
        return sides[0], sides[1]

    # ---- numbers

    def _count(self) -> int:
        said = (*self.sample.lines, *self.sample.conditions)
        return max(len(values) for formula in said for values in formula.terms)

    def _point(self, k: int) -> Mapping[Any, Any]:
        """The values of all names that have one at a point."""
        entries = {tex.layout(e.latex): e for e in self.sample.names if e.values}
        return {
            name.key: _value(name, entries[name.marks].values[k].array())
            for name in self.names.all
            if name.marks in entries
        }

    def values(self, e: Any) -> list[Any]:
        """What an expression comes to at each point; evaluated once."""
        e = self.sizes.solved(sp.sympify(e))
        if e not in self._known:
            pairs = [(a, self.sizes.solved(b)) for a, b in self.pairs]
            definitions, domains = Definitions(pairs), self._domains()
            readers = [Probing(v, definitions, domains) for v in self.points]
            with np.errstate(all="ignore"):
                self._known[e] = [np.asarray(number(read(e))) for read in readers]
        return self._known[e]

    def _domains(self) -> dict[Any, tuple[float, float]]:
        """Between which numbers a search for a name looks."""
        entries = {tex.layout(e.latex): e for e in self.sample.names}
        found: dict[Any, tuple[float, float]] = {}
        for name in self.names.all:
            domain = entries[name.marks].domain
            if len(domain) == 2:
                found[name.made] = (domain[0], domain[1])
        return found


def _no_size(row: Row) -> Any:
    raise Unreadable("a size of a number")


def _says(condition: Condition) -> bool:
    """Whether a condition tells what a name stands for, or what it follows."""
    return condition.lead is Lead.WHERE


def _value(name: Name, value: Any) -> Any:
    if name.kind in (NameKind.FUNCTION, NameKind.FIELD):
        return SmoothFunction.of(value)
    if name.kind is NameKind.MAP:
        return [SmoothFunction.of(row) for row in value]
    return value if np.ndim(value) else float(value)
