"""Whether a term may lack a value where another has one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sympy as sp

from ...binding import put_all
from ...claim import Claim
from ...declaration import indexed
from ...node import is_matrix
from ...wellformed import SUMS, expanded
from .arithmetic import Ring

Risk = tuple[tuple[Any, ...], bool, Any]  # indices, whether it divides, what it is


class Values:
    """What terms divide by, and the parts of them that may lack a value."""

    def __init__(self, claim: Claim, ring: Ring):
        self.ring, sizes = ring, set(claim.size_symbols())
        plain = (e for e in claim.sides if not sp.Tuple(*claim.sides).has(sp.Piecewise))
        risks = (r for e in plain for r in self._risks(e, {}))
        of_sizes = (r for r in risks if r[1] and r[2].free_symbols <= sizes)
        self.nonzero = set[Any]().union(*map(self._parts, of_sizes))

    def bring_nothing(self, old: Any, new: Any) -> bool:
        """Whether new has a value wherever old has one: its risks are among old's."""
        had = set(self._risks(old, {}))
        brought = set(self._risks(new, {})) - had
        indices = {k for ks, _, e in brought for k in (*ks, *self.ring.ranges.free(e))}
        known = set(self.nonzero)
        for ks, divides, e in had if brought else ():
            ranges = (self.ring.ranges.table[k] for k in ks)
            places = ([p for p in (*indices, sp.S.One) if self.ring.is_within(p, r)] for r in ranges)
            for chosen in itertools.product(*places):
                at = dict(zip(ks, chosen, strict=True))
                known |= self._parts((ks, divides, put_all(e, at)))
        return all(self._parts(risk) <= known for risk in brought)

    def _risks(self, e: Any, own: dict[Any, Any]) -> Iterator[Risk]:
        """Divisors, and roots and nodes that may lack a value, under their indices.

        own: for each index that is bound around e, one that is free nowhere.
        """
        if isinstance(e, SUMS):
            for k, *ends in e.limits:
                own = {**own, k: self.ring.name(expanded(ends), -9 - len(own))}
            yield from self._risks(e.function, own)
            return
        power, total, ks = isinstance(e, sp.Pow), indexed(e).total, tuple(own.values())
        safe = isinstance(e, (sp.Pow, sp.log)) and self.ring.is_positive(e.args[0])
        if power and not safe and not e.exp.is_positive:
            yield ks, True, put_all(e.base, own)
        if not (safe or total or (power and e.exp.is_Integer)):
            yield ks, False, put_all(e, own)
        for a in e.args if total or isinstance(e, (sp.Pow, sp.log)) else ():
            yield from self._risks(a, own)

    def _parts(self, risk: Risk) -> set[Any]:
        """The irreducible factors of a divisor, each up to a number; the letters else."""
        _, divides, e = risk
        if is_matrix(e):
            return {self.ring.key(e)}
        r = self.ring(e)
        if not divides:
            return set(r.free_symbols)
        if self.ring.is_zero(r):
            raise ValueError(f"{e} is 0, and divided by")
        sides = [sp.Poly(s) for s in sp.fraction(sp.together(r)) if not s.is_number]
        found = {f.monic().as_expr() for s in sides for f, _ in s.factor_list()[1]}
        return {f for f in found if not self.ring.is_positive(self.ring.back(f))}
