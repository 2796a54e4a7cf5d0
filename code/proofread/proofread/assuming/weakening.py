"""What is assumed of numbers, and claims with less assumed of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import sympy as sp
from sympy.core.function import AppliedUndef

from ..binding import free
from ..claim import Claim
from ..distributions import Random
from ..judgments import Judgment
from ..nodes import ConditionalExpectation
from ..proving import prove
from ..scope import chance, reach
from ..work import OutOfWork, budget

WORK = 20_000  # steps that a proof with less assumed may take
REAL, POSITIVE, NONNEGATIVE = {"real": True}, {"positive": True}, {"nonnegative": True}
UNIT = (0, 1)


class Less(NamedTuple):
    """A name of which less is assumed than of another, and the interval it is in."""

    name: Any
    interval: tuple[Any, Any] | None = None


By = Mapping[Any, Less]


# ---- what is assumed


def assumed_names(claims: Iterable[Claim]) -> list[Any]:
    """Numbers, entries and functions of which more is assumed than that they are real.

    Sizes, indices, exponents of matrices, what is random and what is defined are none.
    """
    found: set[Any] = set()
    for claim in claims:
        nodes = reach(sp.Tuple(*claim.sides, *claim.given), claim.definitions)
        powers = {q.exp for q in nodes if isinstance(q, sp.MatPow)}
        names = _free(claim, nodes).difference(claim.size_symbols(), powers)
        found |= {q for q in names if is_assumed(q) or q in claim.domain}
    return sorted(found, key=str)


def _free(claim: Claim, nodes: set[Any]) -> set[Any]:
    definitions = claim.definitions
    values = [v[0] for q in nodes if (v := definitions.lookup(q))]
    symbols = set[Any]().union(*map(free, (*claim.sides, *claim.given, *values)))
    kinds = (sp.IndexedBase, AppliedUndef)
    families = {q for q in nodes if isinstance(q, kinds) and not isinstance(q, Random)}
    symbols -= {q.label for q in nodes if isinstance(q, sp.IndexedBase)}
    laws = [q.distribution for q in nodes if isinstance(q, Random)]
    known = any(isinstance(q, ConditionalExpectation) for q in nodes)
    tails = (law for law in laws if known or law.moments_up_to() != sp.oo)
    symbols = symbols.union(*(free(law) for law in tails))  # a mean is there by them
    names = {s for s in symbols if type(s) is sp.Symbol and not _is_parameter(s, claim)}
    names |= {q for q in claim.domain if isinstance(q, sp.MatrixSymbol)}
    fixed = {q for q in names & of_laws([claim]) if is_count(q)}
    return {q for q in (names - fixed) | families if definitions.behind(q) is None}


def of_laws(claims: Iterable[Claim]) -> set[Any]:
    """Names in distributions, of which less would be no distribution."""
    randoms = (chance(sp.Tuple(*c.sides), c.definitions) for c in claims)
    return {s for found in randoms for q in found for s in free(q.distribution)}


def _is_parameter(s: Any, claim: Claim) -> bool:
    """Whether a name is what a definition is taken at, and nothing else."""
    at = {s for name, _ in claim.where for s in getattr(name, "indices", name.args)}
    return s in at and s not in free(sp.Tuple(*claim.sides))


def is_assumed(q: Any) -> bool:
    """Whether more is assumed of a name than that it is real."""
    named = getattr(q, "label", q)
    return bool(named.is_integer or sign_of(named))


def sign_of(q: Any) -> str:
    """How a name compares with 0 by what is assumed of it; empty where not known."""
    named = getattr(q, "label", q)
    signs = ((">", "positive"), ("<", "negative"), (">=", "nonnegative"))
    signs += (("<=", "nonpositive"), ("!=", "nonzero"))
    return next((op for op, word in signs if getattr(named, f"is_{word}", None)), "")


def is_count(q: Any) -> bool:
    """Whether a name is that of a positive whole number."""
    return bool(getattr(q, "label", q).is_integer and sign_of(q) == ">")


# ---- less of it


def weaker(q: Any, assumptions: Mapping[str, bool]) -> Any:
    """The same name with other assumptions."""
    if isinstance(q, AppliedUndef):
        return sp.Function(q.func.__name__, **assumptions)(*q.args)
    if isinstance(q, sp.IndexedBase):
        label = sp.Symbol(str(q.label), **assumptions)
        return sp.IndexedBase(label, shape=q.shape, **assumptions)
    return q if isinstance(q, sp.MatrixSymbol) else sp.Symbol(q.name, **assumptions)


def _levels(q: Any, claims: Sequence[Claim]) -> Iterator[Less]:
    """What may be assumed of a name instead, the least first.  A count is positive.

    Of one that a function draws at last the same, wherever it is drawn.
    """
    yield from _kinds(q, claims)
    if any(callable(c.domain.get(q)) for c in claims):
        yield Less(q)


def _kinds(q: Any, claims: Sequence[Claim]) -> Iterator[Less]:
    if is_count(q):
        yield Less(weaker(q, POSITIVE))
        return
    yield Less(weaker(q, REAL))
    intervals = [c.domain[q] for c in claims if isinstance(c.domain.get(q), tuple)]
    lows, highs = [low for low, _ in intervals], [high for _, high in intervals]
    if min(lows, default=0) >= 0:
        yield Less(weaker(q, NONNEGATIVE))
    if lows and min(lows) >= 0:
        yield Less(weaker(q, POSITIVE))
    if lows and min(lows) >= 0 and max(highs) <= 1:
        yield Less(weaker(q, REAL), UNIT)


def stronger(q: Any, less: Less, claim: Claim) -> list[Less]:
    """What may be assumed of a name that is more than this."""
    levels = list(_levels(q, [claim]))
    more = levels[levels.index(less) + 1 :] if less in levels else levels
    return [each for each in more if each.interval or each.name.is_nonnegative]


def changed(claim: Claim, by: By) -> Claim:
    """The claim with other names for some, each in its own interval if in any."""
    names = {q: less.name for q, less in by.items()}

    def put(e: Any) -> Any:
        return e.xreplace(names) if isinstance(e, sp.Basic) else e

    kept = {k: v for k, v in claim.domain.items() if k not in by}
    new = {less.name: less.interval for less in by.values() if less.interval}
    return claim.changed(
        lhs=put(claim.lhs),
        rhs=put(claim.rhs),
        where=tuple((put(a), put(b)) for a, b in claim.where),
        given=tuple(map(put, claim.given)),
        domain={**kept, **new},
        equality={put(k): put(v) for k, v in claim.equality.items()},
        variable=put(claim.variable),
    )


def proved(claims: Sequence[Claim], by: By) -> bool:
    """Whether each of some claims is proved with less assumed."""
    return all(_is_proved(changed(claim, by)) for claim in claims)


def _is_proved(claim: Claim) -> bool:
    if claim.measured_only or claim.oracle or claim.prover:
        return False
    try:
        with budget(WORK):
            return prove(claim).judgment is Judgment.HOLDS
    except OutOfWork:
        return False


def weakest(claims: Sequence[Claim], names: Sequence[Any]) -> dict[Any, Less]:
    """Names of which less need be assumed, each with the name that does."""
    every = {q: next(_levels(q, claims)) for q in names}
    if not names or proved(claims, every):
        return every
    by: dict[Any, Less] = {}
    for q in names:
        for less in _levels(q, claims):
            if proved(claims, by | {q: less}):
                by[q] = less
                break
    return by
