"""The two claims that show an equation for every number from 1 on."""

from __future__ import annotations

from typing import Any, NamedTuple

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from .binding import put
from .claim import Claim
from .distributions import Random
from .nodes import Entry, equal
from .wellformed import IllFormed
from .wellposed import is_index

ENTRIES = (Entry, MatrixElement, sp.Indexed)
NAMES = (sp.MatrixSymbol, sp.IndexedBase)


class Cases(NamedTuple):
    """An equation for 1, and for n + 1 where it is taken as given for n.

    general: its sides for n.
    """

    general: tuple[Any, Any]
    first: Claim
    onward: Claim


def cases(claim: Claim, sides: tuple[Any, Any], k: Any, n: Any) -> Cases:
    """What shows an equation for the number k, under what a claim takes as given.

    n is new.  A name that is as long as k says is any other of that name, of which
    nothing is given: it has its entries for n + 1 in all three.  Raises IllFormed where
    k is no positive integer, n not new, such a name defined or more of it than entries.
    """
    if not all(is_index(s) and s.is_positive for s in (k, n)):
        raise IllFormed(f"{k} and {n} do not count")
    parts = sp.Tuple(*claim.expressions(), *sides)
    if n in {*parts.free_symbols, *parts.atoms()}:
        raise IllFormed(f"{n} is not new")
    long = (q for q in sp.Tuple(*sides).atoms(*NAMES) if k in q.atoms())
    if any(map(claim.definitions.holds, long)):
        raise IllFormed(f"a name that is as long as {k} stands for something")
    first, general, onward = (at(sides, k, n, m) for m in (sp.S.One, n, n + 1))
    given = (*claim.given, equal(*general))
    return Cases(
        general,
        _instead(claim, first, claim.given),
        _instead(claim, onward, given),
    )


def at(sides: tuple[Any, Any], k: Any, n: Any, number: Any) -> tuple[Any, Any]:
    """The sides for 1, n or n + 1 in place of k."""
    length = sp.Dummy(integer=True, positive=True)
    plain = (put(_counted(e, k, n, length), n, number) for e in sides)
    one, other = (e.xreplace({length: n + 1}) for e in plain)
    return one, other


def _counted(e: Any, k: Any, n: Any, length: Any) -> Any:
    """A term with n for k, but for the range of an index, and for a name's length."""
    if isinstance(e, Random):
        raise IllFormed(f"{e} is random")
    if e == k:
        return n
    if isinstance(e, NAMES) and k in e.atoms():
        raise IllFormed(f"more than entries of {e}, which {k} makes as long")
    if not e.args or isinstance(e, (*NAMES, sp.Idx)):
        return e
    first, *more = e.args
    if isinstance(e, ENTRIES) and type(first) in NAMES:
        first = _longer(first, k, length)
    parts = tuple(_counted(a, k, n, length) for a in (first, *more))
    return e if parts == e.args else e.func(*parts)


def _longer(name: Any, k: Any, length: Any) -> Any:
    """The name whose lengths have another symbol for k."""
    shape = [sp.sympify(s).xreplace({k: length}) for s in name.shape or ()]
    if isinstance(name, sp.MatrixSymbol):
        return sp.MatrixSymbol(name.name, *shape)
    return sp.IndexedBase(name.label, shape=tuple(shape)) if shape else name


def _instead(claim: Claim, sides: tuple[Any, Any], given: tuple[Any, ...]) -> Claim:
    """Another equation, of the same names, with no sizes that are stated."""
    lhs, rhs = sides
    return claim.changed(lhs=lhs, rhs=rhs, given=given, sizes={}, relation="=")
