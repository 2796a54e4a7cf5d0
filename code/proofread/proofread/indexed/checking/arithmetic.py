"""Whether two numbers are the same in the ring of letters, finite sums and quotients.

A number is read as a rational function of generators.  A generator is a letter, or a
sum of a product of letters that hang together by the indices of the sum, these named in
one way; a product of sums is the product of their generators.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sympy as sp

from ...binding import free, put, put_all
from ...node import dims, is_matrix
from ...wellformed import Range, expanded
from .letters import POWERS, Letters

ORDERS = 720  # of the indices of one sum, at most
NO_NUMBER = (sp.nan, sp.zoo, sp.oo, -sp.oo)


class Ring(Letters):
    """Reads numbers; one for a proof, so that equal terms get the same generator."""

    def same(self, a: Any, b: Any) -> bool:
        """Whether two numbers are one element of the ring, or matrices by entries."""
        if a == b or is_matrix(a):
            return a == b or self.key(a) == self.key(b)
        return self.is_zero(self(a) - self(b))

    def __call__(self, e: Any) -> Any:
        """The number as a rational function of generators."""
        if e not in self.readings:
            self.readings[e] = self._reading(e)
        return self.readings[e]

    def _reading(self, e: Any) -> Any:
        if e.is_Float or e in NO_NUMBER or dims(e) not in ((), (1, 1)):
            raise TypeError(f"{e} is no exact number")
        if e.is_Rational:
            return e
        if isinstance(e, (sp.Add, sp.Mul)) and not is_matrix(e):
            return e.func(*map(self, e.args))
        if isinstance(e, POWERS):
            return self.power(*e.as_base_exp())
        return self._sum(e) if self._is_finite(e) else self.letter(e)

    # ---- sums

    def _is_finite(self, e: Any) -> bool:
        """Whether e is a Sum with finite ends that hold no index."""
        ends = [b for _, *bs in e.limits for b in bs] if isinstance(e, sp.Sum) else []
        bound = any(self.ranges.of(k) for k in free(sp.Tuple(*ends)))
        return bool(ends) and not bound and all(b.is_finite is not False for b in ends)

    def _sum(self, e: Any) -> Any:
        limits = {k: expanded(ends) for k, *ends in e.limits}
        names = {k: k for k in limits}
        names |= self.fresh({k: r for k, r in limits.items() if self.ranges.of(k) != r})
        inner = self(put_all(e.function, names))
        return self._total(inner, {names[k]: ends for k, ends in limits.items()})

    def _total(self, r: Any, limits: dict[Any, Range]) -> Any:
        """The sum of a rational function over indices, the first innermost."""
        for k, ends in limits.items():
            r = sp.Add(*(self._sum_of_term(t, k, ends) for t in _terms(r)))
        return r

    def _sum_of_term(self, t: Any, k: Any, ends: Range) -> Any:
        """Factors without the index outside; those with it opened, under one sum."""
        limits, factors, rest = {k: ends}, list[Any](), sp.S.One
        for f in sp.Mul.make_args(t):
            base, power = f.as_base_exp()
            opened = base in self.sums and power > 0
            if not any(k in free(self.terms[g]) for g in base.free_symbols):
                rest *= f
                continue
            for _ in range(power if opened else 1):
                letter: Any = ({}, [(self.back(base), power)])
                inner, parts = self.sums[base] if opened else letter
                names = self.fresh(inner)
                limits |= {names[h]: inner[h] for h in inner}
                factors += [(put_all(a, names), p) for a, p in parts]
        many = ends[1] - ends[0] + 1
        alike = not factors and many.is_positive
        return rest * (self(many) if alike else self._joined(limits, factors))

    def _joined(self, limits: dict[Any, Range], factors: list[Any]) -> Any:
        """A sum of a product: a delta takes out its index; else a generator."""
        deltas = [d for d, p in factors if isinstance(d, sp.KroneckerDelta) and p > 0]
        pairs = ((d, pair) for d in deltas for pair in (d.args, d.args[::-1]))
        for delta, (k, j) in pairs:
            if k in limits and self.is_within(j, limits[k]):
                rest = sp.Mul(*(put(f, k, j) ** p for f, p in factors if f != delta))
                kept = {h: ends for h, ends in limits.items() if h != k}
                return self._total(self(rest), kept)
        return self._component(limits, factors)

    def is_within(self, k: Any, ends: Range) -> bool:
        """Whether k is always a place of a range: an index is where it has the same."""
        if k.is_Integer:
            return bool((k - ends[0]).is_nonnegative and (ends[1] - k).is_nonnegative)
        return self.ranges.of(k) == ends

    def _component(self, limits: dict[Any, Range], factors: list[Any]) -> Any:
        """The generator of a sum that hangs together, its indices named in one way."""

        def named(names: dict[Any, Any]) -> tuple[list[str], list[Any]]:
            parts = [(put_all(f, names), p) for f, p in factors]
            return sorted(f"{self(f)}, {p}" for f, p in parts), parts

        def look(k: Any) -> Any:  # from this index, all others being alike
            alike = {h: self.name(ends, ("look", h == k)) for h, ends in limits.items()}
            return str(limits[k]), named(alike)[0]

        ties = itertools.groupby(sorted(limits, key=look), look)
        orders = [list(itertools.permutations(tied)) for _, tied in ties]
        if sp.prod(map(len, orders)) > ORDERS:
            raise ValueError("too many orders of indices")
        found: list[Any] = []
        for chosen in itertools.product(*orders):
            ordered = {k: limits[k] for k in itertools.chain(*chosen)}
            names = self.apart(ordered, [f for f, _ in factors], "bound")
            found.append((*named(names), {names[k]: limits[k] for k in names}))
        return self._sum_of(*min(found, key=lambda each: each[0]))

    def _sum_of(self, key: Any, parts: list[Any], held: dict[Any, Range]) -> Any:
        """The generator of a sum of this key, its factors and ranges."""
        body = sp.Mul(*(f**p for f, p in parts))
        term = sp.Sum(body, *((k, *ends) for k, ends in held.items()))
        g = self.generator((tuple(held.items()), tuple(key)), term)
        self.sums.setdefault(g, (held, parts))
        return g

    # ---- equality

    def is_zero(self, r: Any) -> bool:
        """Whether a rational function of generators is nothing."""
        top = sp.expand(sp.fraction(sp.together(r))[0])
        for root, (q, base) in reversed(self.roots.items()):
            up, below = sp.fraction(sp.together(base))
            while top.has(root) and sp.degree(top, root) >= q:
                top = sp.prem(top, sp.expand(below * root**q - up), root)
        return sp.expand(sp.Add(*map(self._settled, sp.Add.make_args(top)))) == 0

    def _settled(self, t: Any) -> Any:
        """A product beside deltas, the smaller index of each for the larger."""
        bases = [f.as_base_exp()[0] for f in sp.Mul.make_args(t)]
        for g in (g for g in bases if isinstance(self.terms.get(g), sp.KroneckerDelta)):
            j, k = sorted(self.terms[g].args, key=str)
            ends = self.ranges.of(k)
            if ends and self.is_within(j, ends):
                made = sp.expand(g * self(put(self.back(t / g), k, j)))
                if made != t:
                    return sp.Add(*map(self._settled, sp.Add.make_args(made)))
        return t


def _terms(r: Any) -> Iterator[Any]:
    """Products of powers that add up to a rational function."""
    for t in sp.Add.make_args(r):
        quotient = any(p.base.is_Add and p.exp.is_negative for p in t.atoms(sp.Pow))
        top, below = sp.fraction(sp.cancel(sp.together(t)) if quotient else t)
        below = sp.factor(below)
        yield from (a / below for a in sp.Add.make_args(sp.expand(top)))
