"""Whether a term may lack a value where another has one."""

from __future__ import annotations

import itertools
from typing import Any

import sympy as sp

from ...binding import free, put_all
from ...node import is_matrix
from ...risks import Risk, risks
from .arithmetic import Ring


class Values:
    """What terms divide by, and the parts of them that may lack a value.

    nonzero: what the sides of the claim always divide by, if it is made of sizes alone;
    nodes: all that they are made of.
    """

    def __init__(self, ring: Ring, nodes: set[Any], sizes: set[Any]):
        self.ring, cases = ring, any(isinstance(q, sp.Piecewise) for q in nodes)
        powers = (q for q in nodes if isinstance(q, sp.Pow) and not cases)
        below = (q.base for q in powers if q.exp.is_negative and free(q.base) <= sizes)
        self.nonzero = {f for e in below for f in self._parts(Risk((), True, e))}

    def bring_nothing(self, old: Any, new: Any) -> bool:
        """Whether new has a value wherever old has one: its risks are among old's."""
        had, brought = (set(risks(e, self.ring.is_positive)) for e in (old, new))
        brought -= had
        table = self.ring.ranges.table
        table.update(pair for risk in had | brought for pair in risk.indices)
        seen = {k for risk in brought for k in self.ring.ranges.free(risk.term)}
        known = set(self.nonzero)
        for risk in had if brought else ():
            ks, ranges = [k for k, _ in risk.indices], [r for _, r in risk.indices]
            places = (
                [p for p in (*seen, sp.S.One) if self.ring.is_within(p, r)]
                for r in ranges
            )
            for at in itertools.product(*places):
                term = put_all(risk.term, dict(zip(ks, at, strict=True)))
                known |= self._parts(risk._replace(term=term))
        return all(self._parts(risk) <= known for risk in brought)

    def _parts(self, risk: Risk) -> set[Any]:
        """The irreducible factors of a divisor, up to numbers; the letters else."""
        if is_matrix(risk.term):
            return {self.ring.key(risk.term)}
        r = self.ring(risk.term)
        if not risk.divides:
            return set(r.free_symbols)
        if self.ring.is_zero(r):
            raise ValueError(f"{risk.term} is 0, and divided by")
        sides = [sp.Poly(s) for s in sp.fraction(sp.together(r)) if not s.is_number]
        found = {f.monic().as_expr() for s in sides for f, _ in s.factor_list()[1]}
        return {f for f in found if not self.ring.is_positive(self.ring.back(f))}
