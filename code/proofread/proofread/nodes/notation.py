"""What meanings in index notation are written with: places, and sums over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp

from ..declaration import indexed
from ..node import dims, is_matrix
from .entries import Entry, Partial

ONE = sp.S.One


def place(length: Any) -> Any:
    """A new index over 1, …, length; 1 where that is the only place."""
    return ONE if length == 1 else sp.Dummy("k", integer=True, positive=True)


def summed(body: Any, *places: tuple[Any, Any]) -> Any:
    """The sum over all places, each given with its length; 1 is no index."""
    limits = [(k, 1, n) for k, n in places if k != 1]
    return sp.Sum(body, *limits) if limits else body


def multiplied(body: Any, *places: tuple[Any, Any]) -> Any:
    """The product over all places, each given with its length; 1 is no index."""
    limits = [(k, 1, n) for k, n in places if k != 1]
    return sp.Product(body, *limits) if limits else body


def at(m: Any, i: Any, j: Any = ONE) -> Any:
    """The entry of a matrix; a number is its own."""
    return Entry(m, i, j) if dims(m) else m


def over(m: Any, body: Callable[[Any, Any], Any]) -> Any:
    """The sum over all places of a matrix of what is made of each."""
    lengths = dims(m) or (ONE, ONE)
    places = [place(n) for n in lengths]
    return summed(body(*places), *zip(places, lengths, strict=True))


def chain(e: Any, by: Any) -> Any:
    """The derivative by every argument, times that of the argument.

    Of what SymPy differentiates at every value that it has.
    """
    held = {sp.Dummy(): a for a in e.args}
    outer = e.func(*held)
    slopes = (
        sp.diff(outer, t).xreplace(held) * Partial(a, by) for t, a in held.items()
    )
    return sp.Add(*slopes)


def by_place(here: Any, there: Any) -> Any:
    """The derivative of an entry by another: 1 at its own place, 0 at all others."""
    pairs = zip(here, there, strict=True)
    return sp.Mul(*(sp.KroneckerDelta(*pair) for pair in pairs))


def meaning(e: Any) -> Any:
    """What a number means by its node, or by its matrix's; None of a letter."""
    if isinstance(e, Entry):
        entry = indexed(e.args[0]).entry
        return entry(*e.args) if entry and dims(e.args[0]) else None
    if dims(e) == (1, 1):
        return Entry(e, ONE, ONE)
    value = indexed(e).value
    return value(e) if value and not dims(e) else None


def unfolded(e: Any) -> Any:
    """A number with every node that it is made of by what it means."""
    if (meant := meaning(e)) is not None:
        return unfolded(meant)
    if isinstance(e, sp.Sum):
        return sp.Sum(unfolded(e.function), *e.limits)
    inner = isinstance(e, (sp.Add, sp.Mul, sp.Pow, sp.Function)) and not is_matrix(e)
    return e.func(*map(unfolded, e.args)) if inner and e.args else e
