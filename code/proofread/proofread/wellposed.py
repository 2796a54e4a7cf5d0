"""Whether a claim is well posed for every size: its shapes, indices and names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .binding import free
from .claim import Claim
from .declaration import declared, indexed
from .distributions import Random
from .node import dims, is_matrix
from .nodes import AppliedScalarFunction, Entry, Relation
from .scope import chance, reach
from .wellformed import SUMS, IllFormed, Range, Ranges, expanded, running

INTEGER = [
    sp.Symbol("k", integer=True).assumptions0,
    sp.Symbol("k", integer=True, positive=True).assumptions0,
]
NAMES = (sp.Symbol, sp.MatrixSymbol, sp.Indexed, AppliedUndef, AppliedScalarFunction)


def ranges_of(claim: Claim, indices: Mapping[Any, Any]) -> Ranges:
    """The ranges of a proof's indices and of the claim's own that have one alone.

    Raises IllFormed where the claim does not fit, or where an index is none.
    """
    _require_shapes(claim)
    held = values_hold(claim)
    _require_scopes(claim, held)
    parts = [*claim.sides, *claim.given]
    parts += [q.distribution for e in claim.expressions() for q in e.atoms(Random)]
    names = {name for name, _ in claim.where}
    fixed = names.union(held, claim.size_symbols(), *map(free, parts))
    nodes = [q for e in claim.expressions() for q in sp.preorder_traversal(e)]
    lengths = _lengths(nodes)
    for k, n in indices.items():
        plain = type(k) in (sp.Symbol, sp.Dummy) and k.assumptions0 in INTEGER
        if not plain or k in fixed or sp.expand(n) not in lengths:
            raise IllFormed(f"{k} is no index over 1, …, {n}")
    table = _own_ranges(nodes, set(claim.size_symbols()))
    table = {k: ends for k, ends in table.items() if k not in fixed}
    table |= {k: (sp.S.One, sp.expand(n)) for k, n in indices.items()}
    ranges = Ranges(table, claim.definitions, fixed)
    ranges.held = held
    return ranges


def _lengths(nodes: list[Any]) -> set[Any]:
    """The dimensions and the ends of sums that a claim has."""
    lengths = {n for q in nodes if is_matrix(q) for n in dims(q)}
    said = (f(q) for q in nodes if (f := declared(q).lengths))
    return lengths | {sp.expand(n) for found in said for n in found}


def _own_ranges(nodes: list[Any], sizes: set[Any]) -> dict[Any, Range]:
    """The ranges of the indices of sums, of each that has one alone."""
    own: dict[Any, set[Range]] = {}
    limits = (limit for q in nodes if isinstance(q, sp.Sum) for limit in q.limits)
    for k, *ends in limits:
        own.setdefault(k, set()).add(expanded(ends))
    alone = {k: ends.pop() for k, ends in own.items() if len(ends) == 1}
    return {k: ends for k, ends in alone.items() if free(sp.Tuple(*ends)) <= sizes}


def _require_shapes(claim: Claim) -> None:
    ranges = Ranges({}, claim.definitions)
    for e in (*claim.sides, *claim.given):
        ranges.fit(e)
    for name, value in claim.where:
        if all(isinstance(k, sp.Idx) for k in getattr(name, "indices", ())):
            ranges.fit(value)
    pairs = [*claim.where]
    pairs += [(h.lhs, h.rhs) for h in claim.given if isinstance(h, Relation)]
    for a, b in pairs:
        if len({() if dims(e) == (1, 1) else dims(e) for e in (a, b)}) > 1:
            raise IllFormed(f"{a} has another shape than {b}")
    for h in claim.given:
        known = declared(h).hypothesis
        if known and known.symmetric and h.symbol.rows != h.symbol.cols:
            raise IllFormed(f"{h}: not square")


def sides_at(claim: Claim, ranges: Ranges, places: tuple[Any, ...]) -> list[Any]:
    """The two sides as numbers: the entry compared, where they are matrices."""
    shapes = [() if dims(e) == (1, 1) else dims(e) for e in claim.sides]
    indices = [k for k in places if k != 1]
    if shapes[0] != shapes[1] or len(places) != len(shapes[0]):
        raise IllFormed(f"sides of shapes {shapes}, compared at {places}")
    for k, n in zip(places, shapes[0], strict=True):
        own = ranges.table.get(k) == (1, n) and indices.count(k) == 1
        if not (own or k == n == 1):
            raise IllFormed(f"{k} does not run over 1, …, {n}")
    return [Entry(e, *places) if places else e for e in claim.sides]


# ---- names and what they stand for


def parameters(name: Any) -> tuple[Any, ...]:
    """What a family of names is taken at."""
    if isinstance(name, sp.Indexed):
        return tuple(name.indices)
    return name.args if isinstance(name, AppliedUndef) else ()


def values_hold(claim: Claim) -> set[Any]:
    """The symbols that the values of a claim's names hold besides their parameters."""
    for name, _ in claim.where:
        given = parameters(name)
        plain = all(isinstance(p, (sp.Symbol, sp.Idx)) for p in given)
        named = isinstance(name, NAMES) and len(set(given)) == len(given)
        if not (named and plain) or isinstance(getattr(name, "base", name), Random):
            raise IllFormed(f"{name} is no name for a value")
    return {s for name, v in claim.where for s in free(v).difference(parameters(name))}


def _require_scopes(claim: Claim, held: set[Any]) -> None:
    """Refuse a name whose value changes with a parameter that is not its own."""
    for q in sp.Tuple(*claim.expressions()).atoms(*SUMS):
        if not held.isdisjoint(running(q)):
            raise IllFormed(f"{q} binds what the value of a name holds")
    for q in {q for e in claim.expressions() for q in sp.preorder_traversal(e)}:
        names = list(varied(q)) if (varied := indexed(q).varied) else []
        if any(
            x != y and y in reach(x, claim.definitions) for x in names for y in names
        ):
            raise IllFormed(f"one of the names that move in {q} defines another")
    if any(chance(h, claim.definitions) for h in claim.given):
        raise IllFormed("a hypothesis on what is random")
    for name, value in claim.where:
        found = map(claim.definitions.lookup, sp.preorder_traversal(value))
        values = sp.Tuple(*(each[0] for each in found if each))
        reached = claim.definitions.atoms(values, sp.Basic)
        if claim.definitions.lookup(name) and value in reached:
            raise IllFormed(f"{name} stands for something of itself")
        if held.intersection(parameters(name)) & reached:
            raise IllFormed(f"{name}: a parameter has another meaning as well")
