"""What is known at the points of a claim: those at which some terms have values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp
from sympy.core.symbol import Str

from ..binding import free, put_all
from ..claim import Claim
from ..domains import is_positive, zeros
from ..node import is_matrix
from ..nodes import Relation, gt
from ..nodes.notation import unfolded
from ..risks import Risk, risks, valued
from ..wellposed import ranges_of
from .parts import Unshown
from .smooth import is_smooth

ZERO = sp.S.Zero
NAMES = (sp.Symbol, sp.MatrixSymbol, sp.IndexedBase, Str)


class Known:
    """Signs and values at the points where some terms have values, and what these are.

    given: that a number is positive whose logarithm is one of them, or which is divided
    by and never negative.
    """

    def __init__(self, claim: Claim, terms: Iterable[Any]):
        self.claim, self.given = claim, tuple[Any, ...]()
        self.ranges = ranges_of(claim, {})
        self.had = {r for e in (*terms, *valued(claim)[2:]) for r in self._risks(e)}
        self.given = tuple(_above_zero(r) for r in self.had if _is_log(r))
        powers = {q for e in terms for q in e.atoms(sp.Pow) if q.exp.is_negative}
        self.given += tuple(gt(q.base, 0) for q in powers if self._is_above(q.base))

    def is_positive(self, e: Any, *, strictly: bool = True) -> bool:
        """Whether a number is positive, or not negative."""
        return is_positive(e, self.claim, strictly=strictly, given=self.given)

    def zeros(self, e: Any) -> list[Any]:
        """What is 0 wherever e is, which is never negative."""
        return zeros(e, self.claim, self.given)

    def require_values(self, *terms: Any) -> None:
        """Refuse terms that may lack a value at one of the points."""
        for e in terms:
            for risk in self._risks(e) - self.had:
                if not (_is_log(risk) and self.is_positive(risk.term.args[0])):
                    raise Unshown(f"{risk.term} may have no value, or be 0")

    def to_have_a_value(self, e: Any) -> list[Any]:
        """The conditions under which a term has a value, which is then known."""
        found = list[Any]()
        for risk in self._risks(e) - self.had:
            if not _is_log(risk) and (risk.indices or not risk.divides):
                raise Unshown(f"{risk.term} may have no value")
            above = _is_log(risk) and self.above(risk.term.args[0])
            found.append(above or Relation(risk.term, "!=", ZERO))
            self.had.add(risk)
        return found

    def to_be_like(self, at: Any, x: Any) -> list[Any]:
        """The condition that a number has the sign that is assumed of a variable."""
        needs = not is_matrix(x) and x.is_positive and not self.is_positive(at)
        return [self.above(at)] if needs else []

    def above(self, e: Any) -> Any:
        """That a number is positive, without the factors that are."""
        rest = [f for f in sp.Mul.make_args(e) if not self.is_positive(f)]
        base, power = rest[0].as_base_exp() if len(rest) == 1 else (e, 1)
        return gt(base if power in (1, -1) else e, 0)

    def require_smooth(self, e: Any, t: Any) -> None:
        """Refuse a term that may lack a value or a derivative by t, for t near 0."""
        if not is_smooth(e, t):
            raise Unshown(f"{e} may have no derivatives at 0")
        fixed = {risk for risk in self.had if t not in free(risk.term)}
        for risk in self._risks(e) - fixed:
            base = risk.term if risk.divides else risk.term.args[0]
            alone = not risk.indices and (risk.divides or _is_log(risk))
            if not (alone and t in free(base) and self._is_positive_at(base, t)):
                raise Unshown(f"{risk.term} may have no value near 0")

    def _is_positive_at(self, e: Any, t: Any) -> bool:
        return self.is_positive(put_all(e, {t: ZERO}))

    def _is_above(self, e: Any) -> bool:
        """Whether what is divided by is positive, for it is neither 0 nor negative."""
        divides = Risk((), True, told_alike(e)) in self.had
        return divides and self.is_positive(e, strictly=False)

    def _risks(self, e: Any) -> set[Risk]:
        found = risks(e, self.is_positive, self.ranges)
        found = {risk._replace(term=told_alike(risk.term)) for risk in found}
        named = (risk for risk in found if isinstance(risk.term, NAMES))
        return found - {risk for risk in named if not risk.divides}


def told_alike(e: Any) -> Any:
    """A term by what its nodes mean, with one name for each bound index."""
    made = unfolded(e)
    return made.as_dummy() if made.has(sp.Sum) else made


def _is_log(risk: Risk) -> bool:
    return isinstance(risk.term, sp.log) and not risk.indices


def _above_zero(risk: Risk) -> Any:
    return gt(risk.term.args[0], 0)
