"""Where a function is largest or smallest, and how large it gets."""

from __future__ import annotations

from typing import Any, ClassVar

import sympy as sp

from ..declaration import Declaration, declare
from ..methods import Method
from ..node import MatrixNode, ScalarNode, is_matrix, is_of_number
from ..numeric.extremes import array_search, scalar_search
from ..numeric.reader import Numeric
from ..printing.binding import LOOSE, PRODUCT, Tex
from ..printing.book import Book
from ..slips import becomes


class Extremizer(ScalarNode):
    """The number at which f is extreme; of a vector or matrix, its `matrix_valued`."""

    largest: ClassVar[bool]
    matrix_valued: ClassVar[type]

    def __new__(cls, f: Any, x: Any) -> Any:
        if is_matrix(x):
            return cls.matrix_valued(f, x)
        return sp.Basic.__new__(cls, sp.sympify(f), x)


class MatrixExtremizer(MatrixNode):
    """The vector or matrix at which f is extreme."""

    largest: ClassVar[bool]

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[1].shape


class MatrixArgMax(MatrixExtremizer):
    """The vector or matrix at which f is largest."""

    largest = True


class MatrixArgMin(MatrixExtremizer):
    """The vector or matrix at which f is smallest."""

    largest = False


class ArgMax(Extremizer):
    """ArgMax(f, x): the x at which f is largest."""

    largest, matrix_valued = True, MatrixArgMax


class ArgMin(Extremizer):
    """ArgMin(f, x): the x at which f is smallest."""

    largest, matrix_valued = False, MatrixArgMin


def sign_of(e: Any) -> int:
    """What f is multiplied by so that the extremum is the smallest."""
    return -1 if e.largest else 1


def _scalar_numeric(read: Numeric, e: Any) -> Any:
    read.forbid_step()
    return scalar_search(read, *e.args, sign=sign_of(e), alone=True)


def _matrix_numeric(read: Numeric, e: Any) -> Any:
    read.forbid_step()
    return array_search(read, *e.args, sign=sign_of(e), alone=True)


def _extremizer_latex(book: Book, e: Any) -> Tex:
    name = r"arg\,max" if e.largest else r"arg\,min"
    f, x = e.args
    sign = rf"\operatorname*{{{name}}}_{{{book.small(x)}}}"
    inner = book.within(f, PRODUCT, "[]")
    gap = r"\, " if "[" in inner[:7] else " "
    return Tex(sign + gap + inner, LOOSE)


def variable_of(e: Any) -> tuple[Any, ...]:
    """The variable that an extremum is over, which is bound in f."""
    return (e.args[1],)


declare(
    Extremizer,
    Declaration(
        numeric=_scalar_numeric,
        latex=_extremizer_latex,
        measured=Method.GOLDEN_SECTION,
        fits=is_of_number,
        states=slice(1),
        binds=variable_of,
    ),
)
declare(
    MatrixExtremizer,
    Declaration(
        numeric=_matrix_numeric,
        latex=_extremizer_latex,
        measured=Method.QUASI_NEWTON,
        fits=is_of_number,
        states=slice(1),
        binds=variable_of,
    ),
)
for kind, other in ((ArgMax, ArgMin), (MatrixArgMax, MatrixArgMin)):
    declare(kind, Declaration(slips=becomes(other)))
    declare(other, Declaration(slips=becomes(kind)))
