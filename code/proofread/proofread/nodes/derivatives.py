"""Derivatives by vectors and matrices: gradients, Jacobians, Hessians."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np
import sympy as sp

from ..arguments import by_name, each, of_matrix, takes
from ..declaration import Declaration, Indexed, declare
from ..methods import Method
from ..node import MatrixNode, is_column, is_matrix, is_of_number
from ..numeric.reader import Numeric
from ..numeric.reader import number as measured_number
from ..printing.binding import ATOM, OPEN, POWER, SUM, Tex, bracket
from ..printing.book import Book
from ..printing.names import spell
from ..symbolic.reader import Symbolic, number
from .entries import Partial
from .generic import AppliedScalarFunction, AppliedVectorFunction
from .notation import at


class Grad(MatrixNode):
    """Gradient of a number by a vector or matrix, in the shape of that."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[1].shape


def _grad_symbolic(read: Symbolic, e: Any) -> Any:
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = sp.sympify(number(read.freed(frozenset([x]))(f)))
    slopes = [sp.diff(value, s).xreplace(actual) for s in held]
    return sp.ImmutableMatrix(*held.shape, slopes)


def _by_entries(read: Numeric, f: Callable[[Numeric], Any], x: Any) -> list[Any]:
    """The derivative of f by every entry of x, as a list in row order."""
    reader, key = read.holding(x)
    shape = np.shape(reader.values[key])
    return [reader.slope(f, key, at) for at in itertools.product(*map(range, shape))]


def _grad_numeric(read: Numeric, e: Any) -> Any:
    f, x = e.args
    slopes = _by_entries(read, lambda r: measured_number(r(f)), x)
    return np.array(slopes, dtype=float).reshape(np.shape(read(x)))


def nabla(book: Book, e: Any, power: str = "") -> Tex:
    """∇ of some power, before what it acts on; its variable where that is not plain."""
    f, x = e.args
    generic = isinstance(f, AppliedScalarFunction)
    if generic and f.args[1] == x:
        return Tex(rf"\nabla{power} {book.tex(f)}", POWER)
    shown = rf"\nabla{power}_{{{book.small(x)}}} {book.body(f)}"
    return Tex(shown, POWER if generic else OPEN)


declare(
    Grad,
    Declaration(
        amiss=each(takes(2), by_name(1), of_matrix(1)),
        symbolic=_grad_symbolic,
        numeric=_grad_numeric,
        latex=nabla,
        measured=Method.COMPLEX_STEP,
        fits=is_of_number,
        states=slice(1),
        indexed=Indexed(entry=lambda e, i, j: Partial(e.args[0], at(e.args[1], i, j))),
    ),
)


class Jacobian(MatrixNode):
    """Jacobian(F, x): entry (i, j) is the derivative of the i-th component by x_j."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return (getattr(self.args[0], "rows", sp.S.One), self.args[1].rows)


def _jacobian_symbolic(read: Symbolic, e: Any) -> Any:
    f, x = e.args
    held, actual = read.free_and_actual(x)
    value = read.freed(frozenset([x]))(f)
    value = value if is_matrix(value) else sp.ImmutableMatrix([value])
    slopes = [[sp.diff(f_i, x_j) for x_j in held] for f_i in value]
    return sp.ImmutableMatrix(slopes).xreplace(actual)


def _jacobian_numeric(read: Numeric, e: Any) -> Any:
    f, x = e.args
    columns = _by_entries(read, lambda r: np.ravel(r(f)), x)
    return np.array(columns, dtype=float).T


def _jacobian_latex(book: Book, e: Any) -> Tex:
    f, x = e.args
    if (names := _composed(f, x)) is not None:
        shown = r" \circ ".join(spell(name, bold=True).tex() for name in names)
        return Tex(rf"\mathbf{{J}}_{{{shown}}}{book.arguments([x])}", ATOM)
    shown = book.tex(f)
    if len(shown) < 60 and shown.level > SUM and r"\frac" not in shown:
        shown = shown if shown.level == ATOM else bracket(shown)
        return Tex(rf"\frac{{\partial {shown}}}{{\partial {book.tex(x)}}}", POWER)
    return Tex(rf"\frac{{\partial}}{{\partial {book.tex(x)}}} {book.body(f)}", OPEN)


def _composed(f: Any, x: Any) -> list[str] | None:
    """The names f, g, … when the first argument is f(g(…(x))), else None."""
    names: list[str] = []
    while isinstance(f, AppliedVectorFunction) and f != x:
        names.append(str(f.args[0]))
        f = f.args[1]
    return names if names and f == x else None


declare(
    Jacobian,
    Declaration(
        amiss=each(takes(2), by_name(1), of_matrix(1)),
        symbolic=_jacobian_symbolic,
        numeric=_jacobian_numeric,
        latex=_jacobian_latex,
        measured=Method.COMPLEX_STEP,
        fits=lambda e: all(map(is_column, e.args)),
        states=slice(1),
        indexed=Indexed(
            entry=lambda e, i, j: Partial(at(e.args[0], i), at(e.args[1], j))
        ),
    ),
)
