"""Triangular matrices: what is assumed of them, and their determinants."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..declaration import Declaration, Equation, Hypothesis, declare
from ..node import is_square
from ..printing.binding import SUM, Tex
from ..symbolic.reader import Symbolic
from .entries import Entry
from .hypotheses import Property
from .notation import multiplied, place


class LowerTriangular(Property):
    """Every entry above the diagonal is 0."""


class UpperTriangular(Property):
    """Every entry below the diagonal is 0."""


def by_diagonal(a: Any) -> Iterator[Equation]:
    """The determinant is the product of the diagonal."""
    k = place(a.rows)
    yield Equation(sp.Determinant(a), multiplied(Entry(a, k, k), (k, a.rows)))


def _triangular(word: str, keep: Callable[[Any], Any]) -> Declaration:
    """keep: the entries that may be other than 0, of a matrix of numbers."""

    def assume(read: Symbolic, a: Any, as_squares: bool) -> dict[Any, Any]:
        n = read.size(a.rows)
        kept = keep(np.ones((n, n)))

        def entry(i: int, j: int) -> Any:
            return read.entry(a, a.name, (i + 1, j + 1)) if kept[i, j] else 0

        return {a: sp.ImmutableMatrix(n, n, entry)}

    return Declaration(
        latex=lambda book, e: Tex(rf"{book.tex(e.symbol)} \text{{ {word}}}", SUM),
        fits=is_square,
        hypothesis=Hypothesis(
            assume=assume,
            impose=lambda source, a: keep(a),
            equations=by_diagonal,
        ),
    )


declare(LowerTriangular, _triangular("lower triangular", np.tril))
declare(UpperTriangular, _triangular("upper triangular", np.triu))
