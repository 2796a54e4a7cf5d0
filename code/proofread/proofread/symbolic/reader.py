"""Reader 1: the tree at concrete small sizes, entry by entry, in exact algebra.

`Symbolic(...)(e)` turns any tree into a scalar expression or an explicit matrix of
scalar expressions.  SymPy is only ever asked to differentiate, integrate and simplify
*scalars*: its calculus of matrix symbols can be silently wrong.  How a node is read is
declared with the node.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any, cast

import sympy as sp

from ..declaration import declared
from ..definitions import Definitions
from ..node import MatrixNode, ScalarNode, is_matrix
from ..work import spend_on

Entry = tuple[Any, tuple[int, ...]]


class Undecided(Exception):
    """Reader 1 has no rule for this: neither proved nor refuted."""


def number(m: Any) -> Any:
    """A one-by-one matrix is a number."""
    return m[0, 0] if getattr(m, "shape", None) == (1, 1) else m


def paid(value: Any) -> Any:
    """What was read, paid for before SymPy is handed it."""
    spend_on(value)
    return value


def scalar(m: Any) -> Any:
    """A number; ShapeError where there is a matrix of several entries."""
    value = number(m)
    if is_matrix(value):
        raise sp.ShapeError(f"a number is needed, not a matrix of {value.shape}")
    return value


class Symbolic:
    """Reads a tree at given sizes, under given definitions and known entries.

    sizes: size symbol -> Integer.  known: atom of the tree, or (name, indices) of an
    entry -> its explicit value.  intervals: what vectors and matrices have all
    entries in.  ranges: filled with the interval of each entry's exact sample points.
    identities: derivatives of generic functions that a hypothesis determines.
    properties: the hypotheses on vectors and matrices that its entries satisfy.
    at_points: whether matrices are read as exact numbers, which can only refute.
    nowhere_positive: numbers that are so by hypotheses, unread; of none at other values
    of some names anything is known.
    """

    def __init__(
        self,
        sizes: Mapping[sp.Symbol, int],
        definitions: Definitions | None = None,
        known: Mapping[Any, Any] | None = None,
    ):
        self.sizes = dict(sizes)
        self.definitions = definitions or Definitions()
        self.known = dict(known or {})
        self.masked: frozenset[Any] = frozenset()
        self.distributions: dict[sp.Symbol, Any] = {}
        self.ranges: dict[sp.Symbol, tuple[float, float]] = {}
        self.intervals: dict[Any, tuple[float, float]] = {}
        self.identities: dict[Any, Any] = {}
        self.properties: frozenset[Any] = frozenset()
        self.at_points = False
        self.nowhere_positive: tuple[Any, ...] = ()

    def __call__(self, e: Any) -> Any:
        e = sp.sympify(e)
        value = self._value(e)
        if is_matrix(e) and not is_matrix(value):
            return sp.ImmutableMatrix([[value]])  # of one entry, and a matrix still
        return value

    def _value(self, e: Any) -> Any:
        if e in self.known:
            return self.known[e]
        if e in self.sizes:
            return sp.Integer(self.sizes[e])
        if not self.is_masked(e) and (found := self.definitions.lookup(e)):
            value, bound = found
            values = {k: self(v) for k, v in bound.items()}
            return number(self.within(values)(value))
        if rule := declared(e).symbolic:
            return paid(rule(self, e))
        if isinstance(e, (ScalarNode, MatrixNode)):
            raise Undecided(f"no symbolic rule for {type(e).__name__}")
        if not e.args:
            return e
        each = scalar if isinstance(e, (sp.Function, sp.Pow)) else number
        return paid(e.func(*[each(self(a)) for a in e.args]))

    def within(self, known: Mapping[Any, Any]) -> Symbolic:
        """This reader with more atoms known."""
        inner = self.freed(frozenset())
        inner.known.update(known)
        inner.nowhere_positive = () if known else self.nowhere_positive
        return inner

    def freed(self, names: frozenset[Any]) -> Symbolic:
        """This reader with some names held free, whatever defines them."""
        known = {k: v for k, v in self.known.items() if k not in names}
        inner = Symbolic(self.sizes, self.definitions, known)
        inner.masked = self.masked | names
        inner.distributions, inner.ranges = self.distributions, self.ranges
        inner.identities, inner.intervals = self.identities, self.intervals
        inner.at_points, inner.properties = self.at_points, self.properties
        inner.nowhere_positive = () if names else self.nowhere_positive
        return inner

    def is_masked(self, e: Any) -> bool:
        """Whether a name, or the base of an entry, is held free."""
        return e in self.masked or (isinstance(e, sp.Indexed) and e.base in self.masked)

    def size(self, e: Any) -> int:
        """The concrete value of a size, an index or a bound."""
        value = self(e)
        if not value.is_Integer:
            raise Undecided(f"{e} has no concrete size")
        return int(value)

    def entry(self, name: Any, label: str, at: tuple[int, ...], **assume: Any) -> Any:
        """The (name, at) entry of a free vector or matrix."""
        if name not in self.masked and (name, at) in self.known:
            return self.known[name, at]
        place = ",".join(map(str, at))
        made = sp.Symbol(f"{label}[{place}]", real=True, **assume)
        if name in self.intervals:
            self.ranges[made] = self.intervals[name]
        return made

    def free_and_actual(self, x: Any) -> tuple[Any, dict[Any, Any]]:
        """The free entries of a variable, and what they stand for in this reader."""
        name = x.base if isinstance(x, sp.Indexed) else x
        free = self.freed(frozenset([name]))
        held, actual = free(x), self(x)
        if isinstance(x, sp.Indexed):
            return held, self._whole_base(free, x.base)
        if not is_matrix(held):
            return held, {} if held == actual else {held: actual}
        pairs = zip(held, actual, strict=True)
        return held, {a: b for a, b in pairs if a != b}

    def _whole_base(self, free: Symbolic, base: Any) -> dict[Any, Any]:
        if not (
            self.definitions.holds(base)
            or any(isinstance(k, tuple) and base in cast(Entry, k) for k in self.known)
        ):
            return {}
        ranges = [range(1, self.size(n) + 1) for n in base.shape or ()]
        entries = [base[at] for at in itertools.product(*ranges)]
        return {free(q): self(q) for q in entries if free(q) != self(q)}
