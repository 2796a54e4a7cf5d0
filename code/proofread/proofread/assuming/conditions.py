"""The conditions of a statement, gathered and merged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import sympy as sp

from ..claim import Claim
from ..node import is_matrix
from ..nodes import Entry, Property, Relation, name_of
from ..points import near, reader_at
from ..printing import latex, relation_latex
from .sizing import parted, sizes_that_suit, turned
from .smoothness import GENERIC, differentiable
from .strengthening import Parts, Weakened, keep_whole, strengthened
from .weakening import Less, assumed_names, is_count, of_laws, sign_of, weakest

COUNTED = r"= 1, 2, \dots"
DRAWS = 200  # of a function, to tell how far they go
NAMED = (sp.Symbol, sp.Indexed, Entry, *GENERIC)


@dataclass(frozen=True)
class Assumed:
    """What is assumed of several terms alike: a comparison with a bound, or a word.

    says: <, <=, >, >= or != with a bound; "between", of a lower bound, a term and an
    upper bound; else words, as "differentiable".
    """

    says: str
    terms: tuple[Any, ...]
    bound: Any = None

    @property
    def latex(self) -> str:
        """As it is set: a, b > 0, or f differentiable."""
        if self.says == "between":
            return " < ".join(map(latex, self.terms))
        named = self.terms if self.bound is not None else map(_name, self.terms)
        shown = list(map(latex, named))
        if self.bound is None:
            words = self.says if self.says == COUNTED else rf"\text{{ {self.says}}}"
            return f"{', '.join(shown)} {words}"
        return f"{', '.join(shown)} {relation_latex(self.says)} {latex(self.bound)}"


def rests_on(claim: Claim) -> list[Assumed]:
    """All that a claim rests on and its hypotheses do not say."""
    return conditions_of([claim], [(claim, e) for e in claim.sides])


def conditions_of(claims: Sequence[Claim], shown: Parts) -> list[Assumed]:
    """All that a statement rests on and its hypotheses do not say.

    shown: its displayed expressions, each with a claim that says what names are.
    """
    names = assumed_names(claims)
    by = weakest(claims, [q for q in names if q not in of_laws(claims)])
    keep_whole(shown, by)
    unmet = strengthened(shown, by)
    found = [*_of_names(names, by, claims), *_of_parts(unmet), *sizes_that_suit(claims)]
    given = [h for claim in claims for h in claim.given]
    new = dict.fromkeys(h for h in found if not _is_said(h, given))
    parts = [*shown, *((c, h) for c in claims for h in c.given)]
    words = {**_whole(names, by), **_drawn(names, by, claims), **differentiable(parts)}
    return [*_merged(list(new)), *(Assumed(w, tuple(f)) for w, f in words.items())]


def _is_said(h: Any, given: Sequence[Any]) -> bool:
    """Whether a hypothesis says a condition, as it is or by a higher bound."""
    above = {g.rhs for g in given if getattr(g, "op", "") == ">" and g.lhs == h.lhs}
    higher = h.op in (">", ">=") and any((b - h.rhs).is_nonnegative for b in above)
    return h in given or turned(h) in given or higher


def _whole(names: Sequence[Any], by: Weakened) -> dict[str, list[Any]]:
    """The names that have to stay whole numbers."""
    kept = [
        q for q in names if _label(q).is_integer and _label(_kept(q, by)).is_integer
    ]
    said = {COUNTED: [q for q in kept if is_count(q)]}
    said["integer"] = [q for q in kept if not is_count(q)]
    return {word: found for word, found in said.items() if found}


def _label(q: Any) -> Any:
    return getattr(q, "label", q)


def _kept(q: Any, by: Weakened) -> Any:
    """The name as it has to be."""
    return by[q].name if q in by else q


def _drawn(
    names: Sequence[Any], by: Weakened, claims: Sequence[Claim]
) -> dict[str, list[Any]]:
    """The names that a function draws, where the claim is proved of no others."""
    found: dict[str, list[Any]] = {}
    for q in names:
        draws = [c for c in claims if callable(c.domain.get(q))]
        if draws and q not in by:
            found.setdefault(_between(q, draws[0]), []).append(q)
    return found


def _between(q: Any, claim: Claim) -> str:
    """The least and the largest number that a function draws for a name, in words."""
    shape = np.shape(reader_at(claim, near(0)).values[q])
    draws = [claim.domain[q](claim.rng(70, k), shape) for k in range(DRAWS)]
    low, high = (float(end) for end in (np.min(draws), np.max(draws)))
    return f"between {low:.2g} and {high:.2g}, as drawn"


def _name(e: Any) -> Any:
    return name_of(e) if isinstance(e, GENERIC) else e


# ---- as relations


def _of_names(
    names: Sequence[Any], by: Weakened, claims: Sequence[Claim]
) -> Iterator[Relation]:
    said = {h.symbol for c in claims for h in c.given if isinstance(h, Property)}
    for q in sorted({*names, *by} - said, key=str):
        less, shown = by.get(q) or Less(q, _interval(q, claims)), _entry(q, claims)
        if less.interval:
            low, high = (sp.nsimplify(b, rational=True) for b in less.interval)
            yield from (Relation(shown, ">", low), Relation(shown, "<", high))
        elif (op := sign_of(less.name)) and not is_count(q):
            yield Relation(shown, op, 0)


def _entry(q: Any, claims: Sequence[Claim]) -> Any:
    """A name, or an entry of it at an index that the claims have."""
    if isinstance(q, sp.MatrixSymbol):
        i, j = sp.symbols("i j", integer=True)
        return Entry(q, i, 1 if q.shape[1] == 1 else j)
    if not isinstance(q, sp.IndexedBase):
        return q
    found = (c.definitions.atoms(sp.Tuple(*c.sides), sp.Indexed) for c in claims)
    i = sp.Symbol("i", integer=True)
    own = {e for entries in found for e in entries if e.base == q} or {q[i]}
    return min(own, key=lambda e: (not all(k.is_Symbol for k in e.indices), str(e)))


def _interval(q: Any, claims: Sequence[Claim]) -> Any:
    found = [claim.domain.get(q) for claim in claims]
    return next((cast(Any, each) for each in found if isinstance(each, tuple)), None)


def _of_parts(unmet: list[Relation]) -> Iterator[Relation]:
    """What has to hold of sums, their terms with a minus on the other side."""
    for need in unmet:
        if is_matrix(need.lhs):
            yield Relation(need.lhs, need.op, sp.ZeroMatrix(*need.lhs.shape))
            continue
        left, right = parted(need.lhs)
        beyond = need.op == "!=" and is_count(left) and right == 1
        made = Relation(left, ">" if beyond else need.op, right)
        yield turned(made) if left.is_number else made


def _is_short(e: Any) -> bool:
    inner = e.arg if isinstance(e, sp.Determinant) else e
    return isinstance(inner, (*NAMED, sp.MatrixSymbol))


def _merged(found: list[Relation]) -> Iterator[Assumed]:
    """Relations of different short terms with one bound as one, and intervals."""
    highs = {h.lhs: h for h in found if h.op == "<"}
    lows = {h.lhs: h for h in found if h.op == ">" and h.lhs in highs}
    by_bound: dict[tuple[Any, ...], list[Any]] = {}
    for h in found:
        if h.lhs not in lows or h.op not in "<>":
            alone = () if _is_short(h.lhs) else (h.lhs,)
            by_bound.setdefault((h.op, h.rhs, *alone), []).append(h.lhs)
        elif h.op == ">":
            yield Assumed("between", (h.rhs, h.lhs, highs[h.lhs].rhs))
    for (op, bound, *_), terms in by_bound.items():
        yield Assumed(op, tuple(terms), bound)
