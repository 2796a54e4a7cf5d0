"""Signs that numbers have by what they are made of, and by what a claim says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from .binding import free, put
from .claim import Claim
from .declaration import Equation, declared, indexed
from .nodes import Dot, Entry, Relation
from .nodes.notation import meaning
from .relations import ORDERED
from .scope import shows_chance

FORMS = {"form", "definite"}


def is_positive(
    e: Any, claim: Claim, *, strictly: bool = True, given: Iterable[Any] = ()
) -> bool:
    """Whether a number is positive, or not negative, by what it is made of.

    given: relations between numbers that hold besides what the claim's names are.
    """

    def positive(u: Any, strictly: bool = strictly) -> bool:
        return is_positive(u, claim, strictly=strictly, given=given)

    if any(_says_positive(h, e, strictly) for h in given):
        return True
    if e.is_number:
        return bool(e.is_positive) or (e.is_zero is True and not strictly)
    if isinstance(e, (sp.Symbol, sp.Indexed, Entry)) and _is_positive_name(e, claim):
        return True
    if isinstance(e, (Entry, MatrixElement)) and _is_of_a_form(e, claim, strictly):
        return True
    if (made := _made_positive(e, positive, strictly)) is not None:
        return made
    if isinstance(e, sp.exp) or (not strictly and zeros(e, claim, given)):
        return True
    meant = meaning(e)
    return meant is not None and positive(meant)


def _made_positive(e: Any, positive: Callable[..., bool], strictly: bool) -> Any:
    """The same of a sum, product or power by its parts; None of anything else."""
    if isinstance(e, sp.Add):
        strict = not strictly or any(map(positive, e.args))
        return strict and all(positive(a, False) for a in e.args)
    if isinstance(e, sp.Mul):
        return all(map(positive, e.args))
    if isinstance(e, sp.Pow):
        even = e.exp.is_Integer and e.exp % 2 == 0
        return (even and not strictly) or positive(e.base, True)
    if isinstance(e, (sp.Sum, sp.Product)):  # of no term, it has no value
        return positive(e.function) or (strictly and _has_positive_term(e, positive))
    return None


def _has_positive_term(e: Any, positive: Callable[..., bool]) -> bool:
    """Whether no term of a sum is negative, and one, at an index in sight, is not 0."""
    if (
        not isinstance(e, sp.Sum)
        or len(e.limits) != 1
        or not positive(e.function, False)
    ):
        return False
    ((k, *ends),) = e.limits
    seen = (q for q in free(e) if isinstance(q, sp.Idx) and [q.lower, q.upper] == ends)
    return any(positive(put(e.function, k, q), True) for q in seen)


def zeros(e: Any, claim: Claim, given: Iterable[Any] = ()) -> list[Any]:
    """What is 0 wherever e is; nothing unless e is never negative."""
    if (zero := indexed(e).zero) is not None:
        return [zero(e)]
    if isinstance(e, Dot) and (form := _form(e)):
        a, q = form
        signs = {_signs(h) for h in claim.given if getattr(h, "symbol", None) == q}
        is_form = not claim.definitions.holds(q) and not signs.isdisjoint(FORMS)
        return ([a] if "definite" in signs else [sp.S.Zero]) if is_form else []
    if isinstance(e, sp.Pow) and e.exp.is_Integer and e.exp > 0 and e.exp % 2 == 0:
        return [e.base]
    parts, shared = e.args, isinstance(e, sp.Add)
    if not isinstance(e, (sp.Add, sp.Mul)):
        return []
    if not is_positive(e, claim, strictly=False, given=given):
        return []
    if shared:
        return [w for a in parts for w in zeros(a, claim, given)]
    rest = [a for a in parts if not is_positive(a, claim, given=given)]
    return zeros(rest[0], claim, given) if len(rest) == 1 else []


def _form(e: Any) -> tuple[Any, Any] | None:
    """a and Q of an inner product that is aᵀQa."""
    for a, other in (e.args, e.args[::-1]):
        *numbers, q, b = other.args if isinstance(other, sp.MatMul) else (None, None)
        if a == b and not numbers and isinstance(q, sp.MatrixSymbol):
            return a, q
    return None


def _signs(h: Any) -> str:
    """What a hypothesis says is not negative."""
    known = declared(h).hypothesis
    return known.signs if known else ""


def _is_positive_name(e: Any, claim: Claim) -> bool:
    """Whether a name, or each entry of it, is positive as it is assumed to be."""
    name = e.args[0] if isinstance(e, Entry) else getattr(e, "base", e)
    if claim.definitions.holds(name):
        return False
    held = [_signs(h) for h in claim.given if getattr(h, "symbol", None) == name]
    return "entries" in held or bool(getattr(name, "label", name).is_positive)


def _is_of_a_form(e: Any, claim: Claim, strictly: bool) -> bool:
    """Whether an entry is on the diagonal of a matrix that is definite enough."""
    name, i, j = e.args
    if i != j or claim.definitions.holds(name):
        return False
    held = {_signs(h) for h in claim.given if getattr(h, "symbol", None) == name}
    return "definite" in held or ("form" in held and not strictly)


def _says_positive(h: Any, u: Any, strictly: bool) -> bool:
    """Whether a relation says that u is positive, or not negative."""
    return _is_bound_below(u, h) and (not strictly or h.op in (">", "<"))


def has_conditions(q: Equation, claim: Claim) -> bool:
    """Whether a claim says the signs and properties that an equation needs.

    And whether of what has to show all its random numbers each does.
    """
    signed = all(is_positive(u, claim, strictly=s) for u, s in q.positive)
    said = signed and all(is_assured(h, claim) for h in q.needs)
    return said and all(shows_chance(u, claim.definitions) for u in q.shown)


def is_assured(h: Any, claim: Claim) -> bool:
    """Whether a hypothesis says a property, of a name that stands for nothing else."""
    return h in claim.given and not claim.definitions.holds(h.symbol)


def _is_bound_below(u: Any, h: Any) -> bool:
    """Whether a hypothesis says that u is more than 0, or another such number."""
    if not isinstance(h, Relation):
        return False
    more, less = (h.lhs, h.rhs) if h.op in (">", ">=") else (h.rhs, h.lhs)
    return h.op in ORDERED and more == u and bool(less.is_nonnegative)
