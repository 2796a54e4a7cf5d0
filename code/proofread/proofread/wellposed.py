"""Whether a claim is well posed for every size: its shapes, indices and names."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .binding import bound, free
from .claim import Claim
from .declaration import declared, indexed
from .distributions import Random
from .node import dims, extent, is_matrix
from .nodes import AppliedScalarFunction, Entry
from .scope import chance, reach
from .wellformed import SUMS, IllFormed, Range, Ranges, expanded, limits_of

INDEX = sp.Symbol("k", integer=True, positive=True).assumptions0
NAMES = (sp.Symbol, sp.MatrixSymbol, sp.Indexed, AppliedUndef, AppliedScalarFunction)


def ranges_of(claim: Claim, indices: Mapping[Any, Any]) -> Ranges:
    """The ranges of a proof's indices and of the claim's own that have one alone.

    Raises IllFormed where the claim does not fit, or where an index is none.
    """
    held = {s for name, v in claim.where for s in free(v).difference(parameters(name))}
    nodes = {q for e in claim.expressions() for q in sp.preorder_traversal(e)}
    ranges = Ranges({}, claim.definitions, held)
    ranges.natural = _natural(claim)
    _require_sense(claim, nodes, ranges)
    sizes, names = set(claim.size_symbols()), {name for name, _ in claim.where}
    parts = [*claim.sides, *claim.given]
    parts += [q.distribution for q in nodes if isinstance(q, Random)]
    ranges.fixed = names.union(held, sizes, *map(free, parts))
    ranges.table = _own_ranges(nodes, ranges.fixed, sizes)
    values = claim.definitions.values_of(nodes)
    inner = nodes.union(*map(sp.preorder_traversal, values))
    known = {(sp.S.One, n) for n in _lengths(inner)} | _summed(inner, sizes)
    for k, n in indices.items():
        ends = expanded(sp.Tuple(*n) if isinstance(n, Iterable) else (sp.S.One, n))
        if k in ranges.fixed or not is_index(k) or ends not in known:
            raise IllFormed(f"{k} is no index over {ends}")
        ranges.table[k] = ends
    return ranges


def is_index(k: Any) -> bool:
    """Whether a symbol is an integer of which nothing else is assumed."""
    plain = type(k) in (sp.Symbol, sp.Dummy) and k.is_integer
    return plain and k.assumptions0.items() <= INDEX.items()


def _lengths(nodes: set[Any]) -> set[Any]:
    """The dimensions and the ends of sums that a claim has."""
    said = {n for q in nodes if (f := declared(q).lengths) for n in f(q)}
    return {n for q in nodes if is_matrix(q) for n in dims(q)}.union(
        map(sp.expand, said)
    )


def _summed(nodes: set[Any], sizes: set[Any]) -> set[Range]:
    """The ranges of sums that are said in sizes alone."""
    sums = (q for q in nodes if isinstance(q, SUMS))
    return {
        r for q in sums for r in limits_of(q).values() if free(sp.Tuple(*r)) <= sizes
    }


def _natural(claim: Claim) -> set[Any]:
    """Lengths, less 1, of the sums that the sides have values by, whatever the case."""
    sizes, seen, pending = set(claim.size_symbols()), set[Any](), [*claim.sides]
    while pending:
        for q in set(sp.preorder_traversal(pending.pop())) - seen:
            seen.add(q)
            of_sizes = free(sp.Tuple(*parameters(q))) <= sizes
            value = claim.definitions.value_of(q) if of_sizes else None
            pending += [] if value is None else [value]
    if any(isinstance(q, sp.Piecewise) for q in seen):
        return set()
    spans = (
        b - a for q in seen if isinstance(q, SUMS) for a, b in limits_of(q).values()
    )
    return {e for e in spans if free(e) <= sizes}


def _own_ranges(nodes: set[Any], fixed: set[Any], sizes: set[Any]) -> dict[Any, Range]:
    """The ranges of the indices of sums, of each that has one alone."""
    own = {r for q in nodes if isinstance(q, SUMS) for r in limits_of(q).items()}
    indices = [k for k, _ in own]
    alone = {k: r for k, r in own if indices.count(k) == 1 and k not in fixed}
    return {k: r for k, r in alone.items() if free(sp.Tuple(*r)) <= sizes}


def sides_at(claim: Claim, ranges: Ranges, places: tuple[Any, ...]) -> list[Any]:
    """The two sides as numbers: the entry compared, where they are matrices."""
    lengths, other = map(extent, claim.sides)
    pairs = zip(places, lengths, strict=False)
    own = all(k == n == 1 or ranges.table.get(k) == (1, n) for k, n in pairs)
    alike = lengths == other and len(places) == len(lengths)
    if not (alike and own) or (places and places[:1] == places[1:]):
        raise IllFormed(f"sides of shapes {lengths}, {other}, compared at {places}")
    return [Entry(e, *places) if places else e for e in claim.sides]


# ---- names and what they stand for


def parameters(name: Any) -> tuple[Any, ...]:
    """What a family of names is taken at."""
    if isinstance(name, sp.Indexed):
        return tuple(name.indices)
    return name.args if isinstance(name, AppliedUndef) else ()


def _require_sense(claim: Claim, nodes: set[Any], ranges: Ranges) -> None:
    for e in (*claim.sides, *claim.given):
        ranges.fit(e)
    if any(chance(h, claim.definitions) for h in claim.given):
        raise IllFormed("a hypothesis on what is random")
    for name, value in claim.where:
        _require_name(name, value, ranges)
    for q in nodes:
        _require_scope(q, ranges)


def _require_scope(q: Any, ranges: Ranges) -> None:
    """Refuse a node that gives a name, or what its value holds, another meaning."""
    if not ranges.held.isdisjoint(bound(q)):
        raise IllFormed(f"{q} binds what the value of a name holds")
    names = list(varied(q)) if (varied := indexed(q).varied) else []
    for x, y in itertools.permutations(names, 2):
        if x != y and y in reach(x, ranges.definitions):
            raise IllFormed(f"one of the names that move in {q} defines another")


def _over_its_places(name: Any, ranges: Ranges) -> Ranges:
    """The ranges where a plain index of a family runs over all of its places.

    One that is a size of the family, as in the last of t means, is no index.
    """
    if not isinstance(name, sp.Indexed):
        return ranges
    shape = name.base.shape or ()
    plain = {k for k in name.indices if not isinstance(k, sp.Idx)}
    places = zip(name.indices, shape, strict=False)
    own = {
        k: expanded((1, n)) for k, n in places if k in plain - free(sp.Tuple(*shape))
    }
    return ranges.over(own)


def _require_name(name: Any, value: Any, ranges: Ranges) -> None:
    """Refuse a name whose value has another shape, or changes with its place."""
    given = parameters(name)
    plain = all(isinstance(p, (sp.Symbol, sp.Idx)) for p in given)
    named = isinstance(name, NAMES) and len(set(given)) == len(given)
    if not (named and plain) or isinstance(getattr(name, "base", name), Random):
        raise IllFormed(f"{name} is no name for a value")
    if extent(name) != extent(value):
        raise IllFormed(f"{name} has another shape than {value}")
    _over_its_places(name, ranges).fit(value)
    within = map(ranges.definitions.lookup, sp.preorder_traversal(value))
    reached = reach(sp.Tuple(*(each[0] for each in within if each)), ranges.definitions)
    if ranges.definitions.lookup(name) and value in reached:
        raise IllFormed(f"{name} stands for something of itself")
    if ranges.held.intersection(given) & reached:
        raise IllFormed(f"{name}: a parameter has another meaning as well")
