"""Differentials: the linear part of a change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import numpy as np
import sympy as sp

from ..arguments import varies
from ..declaration import Declaration, Indexed, declare
from ..methods import Method
from ..node import MatrixNode, ScalarNode, dims, is_matrix
from ..numeric.reader import Numeric
from ..printing.binding import ATOM, OPEN, POWER, D, Tex, bracket
from ..printing.book import Book
from ..symbolic.reader import Symbolic
from .entries import Partial
from .notation import at, over


class Differential(ScalarNode):
    """Differential(f, {X: dX}): the part of f(X + dX) - f(X) that is linear in dX."""

    def __new__(cls, f: Any, variables: Any, changes: Any = None) -> Any:
        if changes is None:
            variables, changes = _pairs(variables)
        if cls is Differential and is_matrix(f):
            return MatrixDifferential(f, variables, changes)
        return sp.Basic.__new__(cls, sp.sympify(f), variables, changes)


def _pairs(moves: Mapping[Any, Any]) -> tuple[Any, Any]:
    if not isinstance(cast(Any, moves), Mapping):
        raise TypeError(
            f"{moves} is no dictionary: write {{x: dx}}, what changes by what"
        )
    return sp.Tuple(*moves.keys()), sp.Tuple(*moves.values())


class MatrixDifferential(MatrixNode):
    """The differential of a matrix, in its shape."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[0].shape


def _symbolic(read: Symbolic, e: Any) -> Any:
    f, variables, changes = e.args
    t: Any = sp.Dummy("t", real=True)
    moved: dict[Any, Any] = {}
    actual: dict[Any, Any] = {}
    for x, dx in zip(variables, changes, strict=True):
        held, stands_for = read.free_and_actual(x)
        moved[x] = held + t * read(dx)
        actual.update(stands_for)
    value = read.freed(frozenset(variables)).within(moved)(f)

    def slope(v: Any) -> Any:
        return sp.diff(v, t).xreplace({t: sp.S.Zero}).doit().xreplace(actual)

    return value.applyfunc(slope) if is_matrix(value) else slope(sp.sympify(value))


def _numeric(read: Numeric, e: Any) -> Any:
    f, variables, changes = e.args
    t = sp.Dummy("t")
    start = [np.asarray(read(x)) for x in variables]
    directions = [read(dx) for dx in changes]

    def moved(reader: Numeric) -> Any:
        pairs = zip(variables, start, directions, strict=True)
        return reader.within({x: a + reader.values[t] * d for x, a, d in pairs})(f)

    return read.within({t: np.asarray(0.0)}).slope(moved, t)


def _latex(book: Book, e: Any) -> Tex:
    f, variables, changes = e.args
    shown = book.tex(f)
    if shown.level not in (ATOM, OPEN) or shown.startswith(r"\mathrm{d}"):
        shown = bracket(shown)
    gap = " " if shown[0] in "\\(" or is_matrix(f) else ""
    made = Tex(rf"\mathrm{{d}}{gap}{shown}", OPEN)
    moves = [
        (f"{D}{book.tex(v)}", book.tex(change))
        for v, change in zip(variables, changes, strict=True)
    ]
    if all(expected == shown for expected, shown in moves):
        return made
    under = r",\, ".join(f"{expected} = {shown}" for expected, shown in moves)
    return Tex(rf"\left.{made}\right|_{{{under}}}", POWER)


def _alike(e: Any) -> bool:
    """Whether every change has the shape of what it changes."""
    return all(dims(x) == dims(dx) for x, dx in zip(*e.args[1:], strict=True))


def _moves(f: Any, variables: Any, changes: Any) -> Any:
    """What a number changes by: its slopes times the changes, over every entry."""

    def move(x: Any, dx: Any) -> Any:
        return over(x, lambda i, j: Partial(f, at(x, i, j)) * at(dx, i, j))

    return sp.Add(*map(move, variables, changes))


def _names(e: Any) -> Any:
    """The names that move, none of which may be defined by another."""
    return e.args[1]


def _declared(indexed: Indexed) -> Declaration:
    return Declaration(
        symbolic=_symbolic,
        numeric=_numeric,
        latex=_latex,
        measured=Method.COMPLEX_STEP,
        fits=_alike,
        amiss=lambda e: varies(*e.args[1]),
        states=slice(1),
        indexed=indexed,
    )


declare(
    Differential, _declared(Indexed(value=lambda e: _moves(*e.args), varied=_names))
)
declare(
    MatrixDifferential,
    _declared(
        Indexed(
            entry=lambda e, i, j: _moves(at(e.args[0], i, j), *e.args[1:]),
            varied=_names,
        ),
    ),
)
