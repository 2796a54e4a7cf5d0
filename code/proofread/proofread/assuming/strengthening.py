"""What has to be assumed of names so that all parts of a statement exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import sympy as sp

from ..claim import Claim
from ..domains import zeros
from ..node import is_matrix
from ..nodes import Extremizer, Relation
from ..scope import reach
from .existence import asked, counts, factors
from .signs import is_met
from .weakening import UNIT, By, Less, changed, sign_of, stronger, weaker

Parts = Sequence[tuple[Claim, Any]]
Weakened = dict[Any, Less]
STRONGER = {
    ">": {"positive": True},
    ">=": {"nonnegative": True},
    "!=": {"real": True, "nonzero": True},
}


def keep_whole(shown: Parts, by: Weakened) -> None:
    """Let names stay whole numbers where parts do not exist for all other numbers."""
    for q in [q for q in by if q.is_integer]:
        if not all(_exists_as_before(claim, e, {q: by[q]}) for claim, e in shown):
            del by[q]


def _exists_as_before(claim: Claim, e: Any, by: By) -> bool:
    """Whether an expression needs no more than before where less is assumed."""
    put, less = {q: each.name for q, each in by.items()}, changed(claim, by)
    before = {need.xreplace(put) for need in asked(e, claim.definitions)}
    needs = set(asked(e.xreplace(put), less.definitions)) - before
    return all(is_met(need, less, {}) for need in needs)


def strengthened(shown: Parts, by: Weakened) -> list[Relation]:
    """What has to hold of the parts, that of names added to what they stand for."""
    while True:
        unmet = list(_unmet(shown, by))
        before = dict(by)
        for need, claim, counted in unmet:
            _strengthen(need, claim, counted, by)
        if by == before:
            return [need for need, *_ in unmet]


def _unmet(shown: Parts, by: Weakened) -> Iterator[tuple[Relation, Claim, By]]:
    for claim, e in shown:
        counted = {k: Less(n) for k, n in counts(e, claim.definitions).items()}
        known = {**by, **counted}
        for need in (*asked(e, claim.definitions), *_of_optimum(claim, e)):
            limit = claim.relation == "~" and claim.variable in need.free_symbols
            if limit or is_met(need, claim, known) or is_met(need, claim, by):
                continue
            least = [Relation(b, ">=", 0) for b in _bases(need.lhs)]
            above = all(is_met(root, claim, known) for root in least)
            parts = _zeros(need, claim) if above else [need]
            for part in parts:
                if not is_met(part, claim, known):
                    yield part, claim, counted


def _bases(e: Any) -> list[Any]:
    """The factors of a number, without their exponents."""
    return [sp.sympify(f).as_base_exp()[0] for f in sp.Mul.make_args(e)]


def _of_optimum(claim: Claim, e: Any) -> Iterator[Relation]:
    """That the place of an optimum is as its variable is assumed to be."""
    if not isinstance(claim.lhs, Extremizer) or e != claim.rhs:
        return
    x = claim.lhs.args[1]
    if op := sign_of(x):
        yield Relation(e, op, 0)
    if claim.domain.get(x) == UNIT:
        yield from (Relation(e, ">", 0), Relation(1 - e, ">", 0))


def _zeros(need: Relation, claim: Claim) -> Iterator[Relation]:
    """That a number which is not negative is not 0, by what is 0 wherever it is."""
    for part in factors(need.lhs):
        found = zeros(part.lhs, claim) if not is_matrix(part.lhs) else []
        yield Relation(found[0], "!=", 0) if len(found) == 1 and found[0] else part


def _nears(need: Relation, claim: Claim, by: By) -> bool:
    """Whether a need is met, or at least that what has to be above 0 is not below."""
    root = Relation(need.lhs, ">=", 0) if need.op == ">" else need
    return is_met(need, claim, by) or is_met(root, claim, by)


def _strengthen(need: Relation, claim: Claim, counted: By, by: Weakened) -> None:
    """Assume of the names in a need the least that meets it."""
    u = need.lhs
    if _nears(need, claim, {**by, **counted}):
        return
    if isinstance(u, sp.Symbol) and not claim.definitions.holds(u):
        less = by.get(u, Less(u))
        op = ">" if need.op == "!=" and less.name.is_nonnegative else need.op
        by[u] = Less(weaker(u, STRONGER[op]), less.interval)
        return
    names = [q for q in by if q in reach(u, claim.definitions)]
    for q in names:
        rest = {k: less for k, less in by.items() if k != q}
        for less in [{q: each} for each in stronger(q, by[q], claim)] + [{}]:
            if _nears(need, claim, {**rest, **less, **counted}):
                by.pop(q)
                by.update(less)
                return
    if is_met(need, claim, counted):
        for q in names:
            del by[q]
