"""Inner products, and norms made of sums over entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..arguments import each, takes
from ..declaration import ALL, Declaration, Equation, Indexed, declare
from ..node import ScalarNode, dims, entries, is_alike, is_column, is_matrix
from ..numeric.functions import modulus
from ..numeric.reader import Numeric
from ..printing.binding import Tex, fenced
from ..printing.book import Book
from ..slips import Slip, becomes
from ..symbolic.reader import Symbolic
from .notation import at, over


class Dot(ScalarNode):
    """Inner product xᵀy of two columns, or <X, Y> = tr XᵀY of two matrices."""


def _dot_symbolic(read: Symbolic, e: Any) -> Any:
    a, b = map(read, e.args)
    if not is_matrix(a):
        return a * b
    if a.shape != b.shape:
        raise sp.ShapeError(f"cannot take the inner product of {a.shape}, {b.shape}")
    return sum(p * q for p, q in zip(a, b, strict=True))


def _dot_numeric(read: Numeric, e: Any) -> Any:
    a, b = map(read, e.args)
    if np.shape(a) != np.shape(b):
        raise ValueError(f"inner product of shapes {np.shape(a)} and {np.shape(b)}")
    return np.sum(a * b)


def _dot_latex(book: Book, e: Any) -> Tex:
    x, y = e.args
    form = isinstance(y, sp.MatMul) and not isinstance(x, sp.MatMul)
    if form and (y.args[-1] == x or isinstance(y.args[0], sp.Inverse)):
        return book.chain([sp.Transpose(x), *y.args])
    if not is_column(x) or any(isinstance(a, sp.MatMul) for a in (x, y)):
        return fenced(r"\langle", f"{book.tex(x)}, {book.tex(y)}", r"\rangle")
    return book.chain([sp.Transpose(x), y])


def _dot_value(e: Any) -> Any:
    a, b = e.args
    return over(a, lambda i, j: at(a, i, j) * at(b, i, j))


def _as_trace(e: Any) -> Iterator[Equation]:
    """⟨X, Y⟩ = tr XᵀY, and so a squared norm."""
    a, b = e.args[0], e.args[-1]
    if dims(a):
        yield Equation(e, sp.Trace(sp.MatMul(sp.Transpose(a), b)))


def root_of_trace(e: Any) -> Iterator[Equation]:
    """‖X‖ = √(tr XᵀX), of the norms that are so."""
    a, *p = e.args
    if dims(a) and p in ([], [2]):
        trace = sp.Trace(sp.MatMul(sp.Transpose(a), a))
        yield Equation(e, sp.sqrt(trace))


def argument(e: Any) -> Any:
    """The first argument: a norm is 0 only where it is."""
    return e.args[0]


def squares(e: Any) -> Any:
    """The sum of the squared entries of the first argument, in index notation."""
    return over(e.args[0], lambda i, j: at(e.args[0], i, j) ** 2)


declare(
    Dot,
    Declaration(
        amiss=takes(2),
        symbolic=_dot_symbolic,
        numeric=_dot_numeric,
        latex=_dot_latex,
        fits=is_alike,
        rank=6.5,
        indexed=Indexed(value=_dot_value, equations=_as_trace, of=ALL, total=True),
    ),
)


class Norm(ScalarNode):
    """Vector norm: Norm(x) is Euclidean, Norm(x, p) the p-norm for p = 1, 2, oo."""

    is_extended_nonnegative = True


def _known_norm(e: Any) -> str:
    """What is wrong with p, if anything."""
    known = len(e.args) == 1 or e.args[1] in (1, 2, sp.oo)
    return "" if known else f"p is 1, 2 or oo, not {e.args[1]}: write the sum itself"


def _norm_symbolic(read: Symbolic, e: Any) -> Any:
    parts = entries(read(e.args[0]))
    p = e.args[1] if len(e.args) > 1 else 2
    if p == sp.oo:
        return sp.Max(*map(sp.Abs, parts))
    if p == 1:
        return sum(map(sp.Abs, parts))
    return sp.sqrt(sum(a**2 for a in parts))


def _norm_numeric(read: Numeric, e: Any) -> Any:
    a = np.asarray(read(e.args[0]))
    p = e.args[1] if len(e.args) > 1 else 2
    if p == sp.oo:
        sizes = np.ravel(modulus(a))
        return sizes[np.argmax(np.real(sizes))]
    return np.sum(modulus(a)) if p == 1 else np.sqrt(np.sum(a * a))


def _norm_slips(e: Any) -> Iterator[Slip]:
    x, one = e.args[0], e.args[1:] == (1,)
    yield "norm", Norm(x) if one else Norm(x, 1)
    yield "norm", SquaredNorm(x)


def _norm_value(e: Any) -> Any:
    a, *p = e.args
    if p == [1]:
        return over(a, lambda i, j: sp.Abs(at(a, i, j)))
    return sp.sqrt(squares(e)) if p in ([], [2]) else None


declare(
    Norm,
    Declaration(
        amiss=each(takes(1, 2), _known_norm),
        symbolic=_norm_symbolic,
        numeric=_norm_numeric,
        latex=lambda book, e: book.norm(e.args[0], *map(book.small, e.args[1:])),
        states=slice(1),
        slips=_norm_slips,
        blind=True,
        indexed=Indexed(
            value=_norm_value,
            equations=root_of_trace,
            of=slice(1),
            total=True,
            zero=argument,
        ),
    ),
)


class SquaredNorm(ScalarNode):
    """Sum of the squared entries of a vector or matrix."""

    is_extended_nonnegative = True


def squared_symbolic(read: Symbolic, e: Any) -> Any:
    """The sum of the squared entries of the argument, exactly."""
    return sum(a**2 for a in entries(read(e.args[0])))


def squared_numeric(read: Numeric, e: Any) -> Any:
    """The sum of the squared entries of the argument, as measured."""
    a = read(e.args[0])
    return np.sum(a * a)


def _squared_latex(book: Book, e: Any) -> Tex:
    lower = "" if is_column(e.args[0]) else r"\mathrm{F}"
    return book.norm(e.args[0], lower, "2")


declare(
    SquaredNorm,
    Declaration(
        amiss=takes(1),
        symbolic=squared_symbolic,
        numeric=squared_numeric,
        latex=_squared_latex,
        slips=becomes(Norm),
        blind=True,
        indexed=Indexed(
            value=squares, equations=_as_trace, of=ALL, total=True, zero=argument
        ),
    ),
)
