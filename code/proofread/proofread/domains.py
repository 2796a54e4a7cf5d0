"""Signs that numbers have by what they are made of, and logarithms that have none.

The index reader's checker asks it: a logarithm or root of what may be negative for all
that a claim says has no proof.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from .binding import free, put
from .claim import Claim
from .declaration import declared, indexed
from .nodes import Diag, Dot, Elementwise, Entry, Property, Relation
from .nodes.notation import at, meaning, place
from .relations import ORDERED
from .scope import reach

# Of what is made of these and of free names alone, the sign is anything.
RING = (sp.Add, sp.Mul, sp.Pow, sp.Symbol, sp.Indexed, sp.Integer, sp.Rational)
FORMS = {"form", "definite"}
SIGNED = (*RING, sp.Determinant, sp.Trace, Dot, Entry, MatrixElement)


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


def _says_positive(h: Any, u: Any, strictly: bool) -> bool:
    """Whether a relation says that u is positive, or not negative."""
    return _is_bound_below(u, h) and (not strictly or h.op in (">", "<"))


def is_assured(h: Any, claim: Claim) -> bool:
    """Whether a hypothesis says a property, of a name that stands for nothing else."""
    return h in claim.given and not claim.definitions.holds(h.symbol)


def may_lack_a_value(claim: Claim) -> Any:
    """A logarithm or root of what nothing keeps from being negative; None for none."""
    nodes = reach(sp.Tuple(*claim.sides), claim.definitions)
    terms = claim.definitions.values_of(nodes).union(claim.sides)
    for q in {q for term in terms for q in _powers(term)}:
        if _is_partial(q) and _may_be_negative(q.args[0], claim):
            return q
    for q in {q for term in terms for q in term.atoms(Elementwise)}:
        made = meaning(Entry(q, *map(place, q.shape)))
        for inner in made.atoms(sp.log, sp.Pow):
            if _is_partial(inner) and not _is_known_positive(inner.args[0], claim):
                return inner
    return None


def _is_partial(q: Any) -> bool:
    """Whether it is a logarithm, or a root that negative numbers do not have."""
    even = isinstance(q, sp.Pow) and q.exp.is_Rational and q.exp.q % 2 == 0
    return isinstance(q, sp.log) or even


def _is_known_positive(u: Any, claim: Claim) -> bool:
    """Whether a number is positive, all names in it by what they stand for."""
    return is_positive(sp.factor(sp.together(told(u, claim))), claim)


def told(e: Any, claim: Claim) -> Any:
    """A number by what its names stand for and its nodes mean, rows of them scaled."""
    name = e.args[0] if isinstance(e, Entry) else e
    value = claim.definitions.value_of(name)
    if value is not None:
        return told(Entry(value, *e.args[1:]) if name != e else value, claim)
    if isinstance(name, sp.MatMul) and name != e and len(name.args) > 1:
        first, rest = name.args[0], sp.MatMul(*name.args[1:])
        scale = first.arg if isinstance(first, sp.Inverse) else first
        if isinstance(scale, Diag):
            times = at(scale.args[0], e.args[1])
            times = times if scale == first else 1 / times
            return told(times, claim) * told(Entry(rest, *e.args[1:]), claim)
    meant = meaning(e)
    if meant is not None:
        return told(meant, claim)
    if isinstance(e, sp.Sum):
        return sp.Sum(told(e.function, claim), *e.limits)
    inner = isinstance(e, (sp.Add, sp.Mul, sp.Pow, sp.Function)) and e.args
    return e.func(*(told(a, claim) for a in e.args)) if inner else e


def _powers(e: Any) -> set[Any]:
    """The logarithms and powers in a term, but for those of every entry of a matrix."""
    inside = {t for q in e.atoms(Elementwise) for t in q.args[0].variables}
    return {q for q in e.atoms(sp.log, sp.Pow) if inside.isdisjoint(free(q))}


def _may_be_negative(u: Any, claim: Claim) -> bool:
    """Whether nothing that is said of the names in u keeps it from being negative."""
    if is_positive(u, claim, strictly=False, given=claim.given):
        return False
    meant = told(u, claim)
    if meant.as_coeff_Mul()[0].is_negative:
        return True
    said = {s for h in claim.given if isinstance(h, Property) for s in free(h)}
    said |= {s for name in claim.domain for s in free(sp.sympify(name))}
    if not said.isdisjoint(free(u) | free(meant)):
        return False
    if any(map(claim.definitions.lookup, sp.preorder_traversal(u))):
        forms = meant, sp.factor(sp.together(meant))
        return not any(is_positive(q, claim, strictly=False) for q in forms)
    return _is_signed(u)


def _is_signed(u: Any) -> bool:
    """Whether a number is made of nothing but names, by arithmetic."""
    inner = u.args if isinstance(u, (sp.Add, sp.Mul, sp.Pow)) else ()
    return isinstance(u, SIGNED) and all(map(_is_signed, inner))


def _is_bound_below(u: Any, h: Any) -> bool:
    """Whether a hypothesis says that u is more than 0, or another such number."""
    if not isinstance(h, Relation):
        return False
    more, less = (h.lhs, h.rhs) if h.op in (">", ">=") else (h.rhs, h.lhs)
    return h.op in ORDERED and more == u and bool(less.is_nonnegative)
