"""What the sizes of a claim have to satisfy, so that its parts exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sympy as sp

from .declaration import declared, indexed
from .definitions import Definitions
from .node import dims, is_matrix
from .nodes import Relation
from .relations import ORDERED

Limits = dict[Any, tuple[Any, Any]]  # a name that runs -> its ends


@dataclass(frozen=True)
class Fit:
    """A relation of two sizes or numbers, and what needs it."""

    left: Any
    relation: str
    right: Any
    why: str = field(compare=False)

    def __str__(self) -> str:
        return f"{self.left} {self.relation} {self.right} ({self.why})"

    def holds(self, sizes: Mapping[Any, int]) -> bool:
        """Whether these sizes satisfy it."""
        a, b = (int(q.xreplace(sizes)) for q in (self.left, self.right))
        table = {"<=": a <= b, "<": a < b, ">=": a >= b, ">": a > b}
        return table.get(self.relation, a == b)


def fits(
    expressions: Iterable[Any], sizes: Iterable[Any], definitions: Definitions
) -> tuple[Fit, ...]:
    """What hypotheses, inverses and indices ask of the sizes.

    Orthonormal columns are no more than the rows; a product has an inverse only where
    nothing in it is narrower; no index points beyond the end.
    """
    sizes, seen = set(sizes), set[Any]()
    found = (f for e in expressions for f in _needed(e, {}, definitions, seen))
    known = (f for f in found if _is_known(f, sizes) and f.left != f.right)
    return tuple(dict.fromkeys(known))


def _is_known(fit: Fit, sizes: set[Any]) -> bool:
    """Whether it is of sizes, and not true or false of all numbers."""
    names = fit.left.free_symbols | fit.right.free_symbols
    return bool(names) and names <= sizes


def _needed(
    e: Any, running: Limits, definitions: Definitions, seen: set[Any]
) -> Iterator[Fit]:
    """What a tree asks of the sizes, through what its names stand for."""
    yield from _asked(e, running, definitions)
    found = definitions.lookup(e)
    if found and e not in seen:
        seen.add(e)
        yield from _needed(found[0], {}, definitions, seen)
    if isinstance(e, (sp.Sum, sp.Product)):
        for k, low, high in reversed(e.limits):
            ends = _largest(low, running), _largest(high, running)
            yield Fit(ends[0], "<=", ends[1] + 1, f"{k} runs that far")
            running = {**running, k: ends}
    for part in e.args:
        yield from _needed(part, running, definitions, seen)


def _asked(e: Any, running: Limits, definitions: Definitions) -> Iterator[Fit]:
    """What one node asks: a hypothesis, an inverse, an index."""
    hypothesis = declared(e).hypothesis
    if hypothesis and hypothesis.at_most:
        yield from (Fit(a, "<=", b, str(e)) for a, b in hypothesis.at_most(e.symbol))
    if isinstance(e, Relation) and e.op in ("=", *ORDERED):
        yield Fit(e.lhs, e.op, e.rhs, "given")
    for arg, why in _invertible(e):
        for n in set(_widths(arg, definitions)) - {arg.rows}:
            yield Fit(arg.rows, "<=", n, why)
    if places := indexed(e).places:
        for k, n in places(e):
            yield Fit(_largest(k, running), "<=", sp.sympify(n), f"{e}")


def _invertible(e: Any) -> Iterator[tuple[Any, str]]:
    """What has to have an inverse, and why: a determinant is said not to be 0."""
    if isinstance(e, sp.Inverse):
        yield e.arg, f"the inverse of {e.arg}"
    if isinstance(e, Relation) and e.op in ("<", ">") and 0 in (e.lhs, e.rhs):
        for q in (e.lhs, e.rhs):
            if isinstance(q, sp.Determinant):
                yield q.arg, f"given {e}"


def _largest(k: Any, running: Limits) -> Any:
    """The largest value of an index: where what runs in it is at its upper end."""
    k = sp.sympify(k)
    ends = {q: q.upper for q in k.atoms(sp.Idx) if q.upper is not None}
    for q in k.free_symbols & running.keys():
        falls = sp.expand(k).coeff(q).is_negative
        ends[q] = running[q][0 if falls else 1]
    return k.xreplace(ends)


def _widths(e: Any, definitions: Definitions) -> Iterator[Any]:
    """Lengths that the rank of a matrix is at most."""
    if found := definitions.lookup(e):
        yield from _widths(found[0], definitions)
    elif isinstance(e, sp.MatMul):
        for factor in e.args:
            if is_matrix(factor):
                yield from _widths(factor, definitions)
    elif isinstance(e, (sp.Transpose, sp.Inverse)):
        yield from _widths(e.args[0], definitions)
    else:
        yield from map(sp.sympify, dims(e))
