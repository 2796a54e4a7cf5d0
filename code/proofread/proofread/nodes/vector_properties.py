"""Properties of a vector: what is assumed of it, in exact and in random entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import Declaration, Equation, Hypothesis, declare
from ..numeric.sources import Source
from ..printing.binding import SUM, Tex
from ..printing.book import Book
from ..printing.names import spell, symbol_name
from ..symbolic.reader import Symbolic
from .entries import Entry
from .hypotheses import Property
from .notation import place, summed
from .pseudoinverses import PseudoInverse


class Unit(Property):
    """A vector of length 1."""


def _sphere(read: Symbolic, u: Any, as_squares: bool) -> dict[Any, Any]:
    """Stereographic coordinates of the sphere."""
    n = read.size(u.rows)
    t = [sp.Symbol(f"{u.name}'[{k}]", real=True) for k in range(1, n)]
    square = sum(a**2 for a in t)
    entries = sp.ImmutableMatrix([*[2 * a for a in t], square - 1])
    return {u: entries / (square + 1)}


def _unit(source: Source, a: Any) -> Any:
    """A direction; at an edge perhaps along an axis."""
    axis = np.zeros(a.shape)
    axis.flat[source.rng.integers(a.size)] = source.rng.choice([-1.0, 1.0])
    generic = source.normal(a)
    if source.edge or not np.any(a):
        a = source.one_of(lambda: axis, lambda: generic)
    return a / np.linalg.norm(a)


def _unit_equations(u: Any) -> Iterator[Equation]:
    k = place(u.rows)
    if u.cols == 1:
        yield Equation(PseudoInverse(u), sp.Transpose(u))
        yield Equation(summed(Entry(u, k, 1) ** 2, (k, u.rows)), sp.S.One)


declare(
    Unit,
    Declaration(
        latex=lambda book, e: Tex(rf"\lVert {book.tex(e.symbol)} \rVert = 1", SUM),
        hypothesis=Hypothesis(
            assume=_sphere,
            impose=_unit,
            equations=_unit_equations,
            project=lambda v: v / np.sqrt(np.sum(v * v)),
        ),
    ),
)


class Simplex(Property):
    """Positive entries that add up to 1."""


def _shares(read: Symbolic, w: Any, as_squares: bool) -> dict[Any, Any]:
    """Positive numbers over their sum, for a column or for an indexed symbol."""
    length = w.shape[0]
    name, n = symbol_name(w), read.size(length)
    parts = [sp.Symbol(f"{name}'[{k}]", positive=True) for k in range(n)]
    shares = [a / sum(parts) for a in parts]
    if isinstance(w, sp.IndexedBase):
        return {(w, (k,)): share for k, share in enumerate(shares, 1)}
    return {w: sp.ImmutableMatrix(shares)}


def _simplex(source: Source, a: Any) -> Any:
    """Positive shares; away from the middle almost all may go to one of them."""
    shares = np.abs(source.normal(a))
    if source.edge or source.decades:
        shares **= abs(source.decades) + 3
    if source.edge and source.rng.integers(2):
        shares = np.ones(a.shape)
    return shares / np.sum(shares)


def _simplex_latex(book: Book, e: Any) -> Tex:
    entry = spell(symbol_name(e.symbol)).tex("i")
    return Tex(rf"{entry} > 0,\ \sum_{{i}} {entry} = 1", SUM)


def _simplex_equations(w: Any) -> Iterator[Equation]:
    n, *others = w.shape
    k = place(n)
    share = Entry(w, k, 1) if isinstance(w, sp.MatrixSymbol) else w[k]
    if all(other == 1 for other in others):
        yield Equation(summed(share, (k, n)), sp.S.One)


declare(
    Simplex,
    Declaration(
        latex=_simplex_latex,
        hypothesis=Hypothesis(
            assume=_shares,
            impose=_simplex,
            equations=_simplex_equations,
            signs="entries",
        ),
    ),
)
