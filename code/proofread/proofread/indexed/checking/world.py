"""What a claim says besides its sides: definitions, hypotheses, ranges."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ...claim import Claim
from ...declaration import declared
from ...distributions import Random
from ...node import is_matrix
from ...nodes import AppliedScalarFunction, Relation
from ..proof import Proof
from .ranges import Range, Ranges, expanded
from .terms import Refused, dims, free, put, running

INTEGER = [
    sp.Symbol("k", integer=True).assumptions0,
    sp.Symbol("k", integer=True, positive=True).assumptions0,
]


NAMES = (sp.Symbol, sp.MatrixSymbol, sp.Indexed, AppliedUndef, AppliedScalarFunction)


class World:
    """A claim as the checker knows it, with the ranges of all indices.

    open: the symbols that the values of its names hold besides their parameters.
    nonzero: what may be divided by.
    """

    def __init__(self, claim: Claim, proof: Proof):
        self.claim, self.definitions = claim, claim.definitions
        self.open = {s for pair in claim.where for s in _open(*pair)}
        parts = [*claim.sides, *claim.given]
        parts += [q.distribution for e in claim.expressions() for q in e.atoms(Random)]
        names = {name for name, _ in claim.where}
        fixed = names.union(self.open, claim.size_symbols(), *map(free, parts))
        self.ranges = Ranges(_table(claim, proof, fixed), fixed)
        self.nonzero = self._nonzero()
        self._require_shapes()
        self._require_lexical()

    def _nonzero(self) -> set[Any]:
        """Positive names, and numbers of sizes alone that a side always divides by."""
        sizes, nodes = (
            set(self.claim.size_symbols()),
            self.reach(sp.Tuple(*self.claim.sides)),
        )
        names: set[Any] = sp.Tuple(*self.claim.expressions()).atoms(sp.Symbol)
        positive = {s for s in names if s.is_positive and not self.definitions.holds(s)}
        powers = [q for q in nodes if isinstance(q, sp.Pow) and q.exp.is_Integer]
        cases = any(isinstance(q, sp.Piecewise) for q in nodes)
        below = {q.base for q in powers if q.exp < 0 and not cases}
        return positive | {e for e in below if free(e) <= sizes}

    def _require_shapes(self) -> None:
        claim, ranges = self.claim, Ranges({})
        for e in (*claim.sides, *claim.given):
            ranges.fit(e)
        for name, value in claim.where:
            if all(isinstance(k, sp.Idx) for k in getattr(name, "indices", ())):
                ranges.fit(value)
            if _shape(name) != _shape(value):
                raise Refused(f"{name} has another shape than what it stands for")
        for h in claim.given:
            if isinstance(h, Relation) and _shape(h.lhs) != _shape(h.rhs):
                raise Refused(f"{h} compares different shapes")
            known = declared(h).hypothesis
            if known and known.symmetric and h.symbol.rows != h.symbol.cols:
                raise Refused(f"{h}: not square")

    def _require_lexical(self) -> None:
        """Refuse a name whose value changes with a parameter that is not its own."""
        for q in sp.Tuple(*self.claim.expressions()).atoms(sp.Sum, sp.Product):
            if not self.open.isdisjoint(running(q)):
                raise Refused(f"{q} binds what the value of a name holds")
        for name, value in self.claim.where:
            parameters = _parameters(name)
            if len(set(parameters)) < len(parameters):
                raise Refused(f"{name} has one parameter twice")
            found = map(self.definitions.lookup, sp.preorder_traversal(value))
            values = sp.Tuple(*(each[0] for each in found if each))
            reached = self.definitions.atoms(values, sp.Basic)
            if self.definitions.lookup(name) and value in reached:
                raise Refused(f"{name} stands for something of itself")
            if self.open.intersection(parameters) & reached:
                raise Refused(f"{name}: a parameter has another meaning as well")

    def own(self, t: Any) -> Any:
        """A variable bound by a node; refused where a name's value holds it too."""
        if t in self.open:
            raise Refused(f"{t} has another meaning as well")
        return t

    def reach(self, e: Any, *held: Any) -> set[Any]:
        """All that e depends on by way of definitions, those of `held` left out."""
        found: set[Any] = set()
        pending = [e]
        while pending:
            for q in sp.preorder_traversal(pending.pop()):
                if q in found:
                    continue
                found |= {q, q.func} if isinstance(q, AppliedUndef) else {q}
                pending += [q.distribution] if isinstance(q, Random) else []
                if getattr(q, "base", q) not in held and q not in held:
                    value = self.definitions.lookup(q)
                    pending += [value[0]] if value else []
        return found

    def is_random(self, e: Any) -> bool:
        """Whether chance has a part in e, whose distribution holds names of its own."""
        return any(isinstance(q, Random) for q in self.reach(e))

    def is_generic(self, f: Any) -> bool:
        """Whether nothing is known of a function: none of its name is defined."""
        names = [name for name, _ in self.claim.where]
        labels = [e.args[0] for e in names if isinstance(e, AppliedScalarFunction)]
        return not self.definitions.holds(f.func) and f.args[0] not in labels

    def stands_for(self, e: Any) -> tuple[Any, Any]:
        """What a name stands for, and the name."""
        if not (found := self.definitions.lookup(e)):
            raise Refused(f"{e} is not defined")
        value, bound = found
        for k, place in bound.items():
            ends = self.ranges.of(k) if isinstance(k, sp.Idx) and k != place else None
            if ends and (ends[0] != 1 or not self.ranges.holds(place, ends[1])):
                raise Refused(f"{e} is not defined at {place}")
        fresh = {k: sp.Dummy(integer=k.is_integer, real=k.is_real) for k in bound}
        for k, held in fresh.items():
            value = put(value, k, held)
        for k, held in fresh.items():
            value = put(value, held, bound[k])
        return value, getattr(e, "base", e.func if isinstance(e, AppliedUndef) else e)


def _table(claim: Claim, proof: Proof, fixed: set[Any]) -> dict[Any, Range]:
    """The range of each index of the proof, and of the claim's that have one alone."""
    nodes = [q for e in claim.expressions() for q in sp.preorder_traversal(e)]
    tables = {n for q in nodes if is_matrix(q) for n in dims(q)}
    lengths = {sp.expand(n) for q in nodes if (f := declared(q).lengths) for n in f(q)}
    table = {k: (sp.S.One, sp.expand(n)) for k, n in proof.indices.items()}
    for k, (_, n) in table.items():
        plain = type(k) in (sp.Symbol, sp.Dummy) and k.assumptions0 in INTEGER
        if not plain or k in fixed or n not in tables | lengths:
            raise Refused(f"{k} is no index over 1, …, {n}")
    limits = [limit for q in nodes if isinstance(q, sp.Sum) for limit in q.limits]
    own: dict[Any, set[Range]] = {}
    for k, *ends in limits:
        own.setdefault(k, set()).add(expanded(ends))
    sizes = set(claim.size_symbols())
    alone = {k: ends.pop() for k, ends in own.items() if len(ends) == 1}
    kept = {k: ends for k, ends in alone.items() if free(sp.Tuple(*ends)) <= sizes}
    return {k: ends for k, ends in kept.items() if k not in fixed} | table


def _parameters(name: Any) -> tuple[Any, ...]:
    if isinstance(name, sp.Indexed):
        return tuple(name.indices)
    return name.args if isinstance(name, AppliedUndef) else ()


def _open(name: Any, value: Any) -> frozenset[Any]:
    parameters = _parameters(name)
    if not isinstance(name, NAMES):
        raise Refused(f"{name} is no name")
    if not all(isinstance(p, (sp.Symbol, sp.Idx)) for p in parameters):
        raise Refused(f"{name}: parameters must be symbols")
    return free(value).difference(parameters)


def _shape(e: Any) -> tuple[Any, ...]:
    found = dims(e)
    return () if found == (1, 1) else found
