"""Logarithms, roots, absolute values and determinants of products taken apart."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..declaration import said
from ..domains import is_positive as is_above_zero
from ..nodes.notation import unfolded
from ..nodes.of_sympy.elementary import opened
from . import ring
from .line import Found, Line
from .signs import is_nonnegative, is_positive

APART = (sp.MatMul, sp.Transpose)


def logarithm(line: Line, e: Any) -> Found | None:
    """The logarithm of a product of positive factors, as a sum."""
    if not isinstance(e, sp.log):
        return None
    (u,) = e.args
    if found := _known_apart(line, e, u):
        return found
    defined = any(map(line.definitions.holds, u.free_symbols))
    return None if defined else _positive_apart(line, e, u)


def _known_apart(line: Line, e: Any, u: Any) -> Found | None:
    """The same of factors whose logarithms the claim has."""
    apart = [opened(u)]
    if isinstance(u, sp.Product):
        apart.append(sp.Sum(sp.log(u.function), *u.limits))
    for made in apart:
        if made != e and _are_known(line, made.atoms(sp.log)):
            return "logarithm", e, made
    return None


def _positive_apart(line: Line, e: Any, u: Any) -> Found | None:
    """The same of factors that are positive as they stand."""
    if isinstance(u, sp.exp):
        return "logarithm", e, u.exp
    if isinstance(u, sp.Product) and is_positive(u):
        return "logarithm", e, sp.Sum(sp.log(u.function), *u.limits)
    if isinstance(u, sp.Mul) and _is_above(line, u):
        return "logarithm", e, sp.Add(*[sp.log(a) for a in u.args])
    if isinstance(u, sp.Pow) and _is_above(line, u.base):
        return "logarithm", e, u.exp * sp.log(u.base)
    if u.is_Rational and u.q != 1 and u.p > 0:
        return "logarithm", e, sp.log(u.p) - sp.log(u.q)
    return None


def _is_above(line: Line, u: Any) -> bool:
    """Whether a number is positive as it stands, or by what the claim says."""
    return is_positive(u) or is_above_zero(u, line.claim)


def limit(e: Any) -> Found | None:
    """The limit of a quotient of differences, as a slope."""
    if not isinstance(e, sp.Limit):
        return None
    return next((("limit", e, q.right) for q in said(e)), None)


def raised(e: Any) -> Found | None:
    """A power to a number of times and a whole number more, as two."""
    if not isinstance(e, sp.Pow) or not e.exp.is_Add:
        return None
    more, rest = e.exp.as_coeff_Add()
    if more.is_Integer and more > 0 and rest.is_integer and rest.is_positive:
        return "ring", e, e.base**more * e.base**rest
    return None


def modulus(e: Any) -> Found | None:
    """A product with |u| and with u or its sign, by the sign of u."""
    if not isinstance(e, sp.Mul):
        return None
    bases = {f.as_base_exp()[0] for f in e.args}
    for m in (f for f in bases if isinstance(f, sp.Abs)):
        (u,) = m.args
        if {u, sp.sign(u)} & bases:
            return next((("absolute value", e, q.right) for q in said(e)), None)
        for f in e.args:
            if f.is_Add and all(a.has(u) for a in f.args):
                return "ring", f, ring.factored(f)
    return None


def determinant(line: Line, e: Any) -> Found | None:
    """A determinant by a hypothesis, or by what its matrix is made of."""
    if not isinstance(e, sp.Determinant):
        return None
    for known in (q for h in line.claim.given for q in said(h)):
        if known.left == e and not known.right.has(e):
            return "hypothesis", e, line.meant(known.right)
    return next((("determinant", e, line.meant(q.right)) for q in said(e)), None)


def parted(line: Line, e: Any) -> Found | None:
    """The determinant of a product or a transpose, before it is derived."""
    apart = isinstance(e, sp.Determinant) and isinstance(e.arg, APART)
    return determinant(line, e) if apart else None


def _are_known(line: Line, logs: set[Any]) -> bool:
    """Whether a side has each of these logarithms, at whatever places."""
    seen = {q for e in line.claim.expressions() for q in e.atoms(sp.log)}
    shapes = {_anywhere(line, unfolded(q)) for q in seen}
    known = (q for q in logs if _is_positive(line, q.args[0]))
    return all(_anywhere(line, q) in shapes for q in logs.difference(known))


def _is_positive(line: Line, u: Any) -> bool:
    """Whether a number is positive as it stands, no name in it by definition."""
    return is_positive(u) and not any(map(line.definitions.holds, u.free_symbols))


def _anywhere(line: Line, e: Any) -> Any:
    """A term with one letter for all its places."""
    places = (k for k in e.free_symbols if line.indices.range_of(k) or k.is_integer)
    return e.xreplace(dict.fromkeys(places, sp.S.One))


def root(e: Any) -> Found | None:
    """The power of a product, a factor that is not negative apart."""
    if not isinstance(e, sp.Pow) or e.exp.is_Integer:
        return None
    if e.base.is_Add and (apart := ring.factored(e.base)).is_Mul:
        return "ring", e.base, apart
    for f in e.base.args if e.base.is_Mul else ():
        if is_nonnegative(f) or e.exp.is_integer:
            rest = sp.Mul(*[a for a in e.base.args if a != f])
            return "root", e, f**e.exp * rest**e.exp
    return None
