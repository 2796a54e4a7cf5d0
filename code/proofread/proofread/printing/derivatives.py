"""Derivatives by numbers: f′(t), ∂f/∂u, and either at a place."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .binding import ATOM, OPEN, POWER, D, Tex
from .book import Book


def derivative(book: Book, e: Any) -> Tex:
    """A derivative: primed, or a quotient before or over what it acts on."""
    f, counts = e.expr, e.variable_count
    variables = tuple(v for v, _ in counts)
    if isinstance(f, AppliedUndef) and f.args == variables and len(counts) == 1:
        return _primed(book, f, counts[0][1], variables[0])
    if isinstance(f, AppliedUndef) and _are_free_places(variables, f.args):
        shown = book.function_name(f.func)
        point = "" if _in_order(f.args) else book.arguments(f.args)
        return Tex(_quotient(book, counts, shown) + point, POWER)
    if f.is_Symbol or isinstance(f, sp.Indexed):
        return Tex(_quotient(book, counts, book.tex(f)), POWER)
    others = {s for s in f.free_symbols if not s.is_integer} - {*variables}
    sign = r"\partial" if others or len(counts) > 1 else D
    return Tex(f"{_quotient(book, counts, '', sign)} {book.body(f)}", OPEN)


def value_at(book: Book, e: Any) -> Tex:
    """What an expression is where its variables have some values."""
    f = e.expr
    if _is_primed(f) and f.expr.args == e.variables:
        return _primed(book, f.expr, f.variable_count[0][1], e.point[0])
    places = ",\\, ".join(
        f"{book.small(v)} = {book.small(p)}"
        for v, p in zip(e.variables, e.point, strict=True)
    )
    return Tex(rf"\left.{book.body(f)}\right|_{{{places}}}", POWER)


def _primed(book: Book, f: Any, order: Any, point: Any) -> Tex:
    """f′(t), f″(t), … and f with the order in brackets from four on."""
    if order.is_Integer and order < 4:
        mark = "'" * int(order)
    else:
        mark = f"^{{({book.small(order)})}}"
    return Tex(f"{book.function_name(f.func)}{mark}{book.arguments([point])}", ATOM)


def _quotient(book: Book, counts: Any, above: str, sign: str = r"\partial") -> str:
    order = book.small(sp.Add(*(count for _, count in counts)))
    below = r"\,".join(
        f"{sign} {_by(book, v)}" + (f"^{{{book.small(c)}}}" if c != 1 else "")
        for v, c in counts
    )
    raised = f"^{{{order}}}" if order != "1" else ""
    return rf"\frac{{{sign}{raised} {above}}}{{{below}}}"


def _by(book: Book, v: Any) -> str:
    applied = isinstance(v, AppliedUndef)
    return book.function_name(v.func) if applied else book.tex(v)


def _are_free_places(variables: tuple[Any, ...], arguments: tuple[Any, ...]) -> bool:
    """Whether each variable is one argument, and no other argument moves with it."""
    others = sp.Tuple(*(a for a in arguments if a not in variables))
    return set(variables) <= set(arguments) and not others.has(*variables)


def _in_order(arguments: tuple[Any, ...]) -> bool:
    """Whether ∂f/∂x needs no point: distinct plain variables in alphabetical order."""
    plain = all(a.is_Symbol or isinstance(a, AppliedUndef) for a in arguments)
    names = [str(getattr(a, "func", a) if a.args else a) for a in arguments]
    return plain and names == sorted(set(names))


def _is_primed(f: Any) -> bool:
    """Whether f is g^(k)(t) for a generic g."""
    if not isinstance(f, sp.Derivative) or not isinstance(f.expr, AppliedUndef):
        return False
    return len({*f.variables}) == 1 and f.expr.args == f.variables[:1]
