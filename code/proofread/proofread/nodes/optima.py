"""Where a function is largest or smallest, and how large it gets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import sympy as sp

from ..declaration import Declaration, Method, declare, declared
from ..node import MatrixNode, ScalarNode, is_matrix, is_of_number
from ..numeric.extremes import array_search, scalar_search
from ..numeric.reader import Numeric, real
from ..printing.binding import LOOSE, PRODUCT, Tex
from ..printing.book import Book
from ..slips import becomes
from .hypotheses import Property


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


def _sign(e: Any) -> int:
    return -1 if e.largest else 1


def _scalar_numeric(read: Numeric, e: Any) -> Any:
    read.forbid_step()
    return scalar_search(read, *e.args, sign=_sign(e))


def _matrix_numeric(read: Numeric, e: Any) -> Any:
    read.forbid_step()
    return array_search(read, *e.args, sign=_sign(e))


def _extremizer_latex(book: Book, e: Any) -> Tex:
    name = r"arg\,max" if e.largest else r"arg\,min"
    f, x = e.args
    sign = rf"\operatorname*{{{name}}}_{{{book.small(x)}}}"
    inner = book.within(f, PRODUCT, "[]")
    gap = r"\, " if "[" in inner[:7] else " "
    return Tex(sign + gap + inner, LOOSE)


def _variable(e: Any) -> tuple[Any, ...]:
    return (e.args[1],)


declare(
    Extremizer,
    Declaration(
        numeric=_scalar_numeric,
        latex=_extremizer_latex,
        measured=Method.GOLDEN_SECTION,
        fits=is_of_number,
        states=slice(1),
        binds=_variable,
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
        binds=_variable,
    ),
)
for kind, other in ((ArgMax, ArgMin), (MatrixArgMax, MatrixArgMin)):
    declare(kind, Declaration(slips=becomes(other)))
    declare(other, Declaration(slips=becomes(kind)))


class Extremum(ScalarNode):
    """An extreme value of f over x, under hypotheses on x."""

    largest: ClassVar[bool]


class Maximum(Extremum):
    """Maximum(f, x, *hypotheses): the largest value of f over such x."""

    largest = True


class Minimum(Extremum):
    """Minimum(f, x, *hypotheses): the smallest value of f over such x."""

    largest = False


def _extremum_numeric(read: Numeric, e: Any) -> Any:
    read.forbid_step()
    f, x, *hypotheses = e.args
    if not is_matrix(x):
        found = scalar_search(read, f, x, _sign(e))
        return real(read.within({x: found})(f))
    found = array_search(read, f, x, _sign(e), _projection(hypotheses))
    return real(read.within({x: found})(f))


def _projection(hypotheses: list[Any]) -> Callable[[Any], Any] | None:
    """How a search stays among what satisfies the hypotheses; None without any."""
    known = [declared(h).hypothesis for h in hypotheses]
    found = [h.project for h in known if h and h.project]
    if len(found) != len(hypotheses) or len(found) > 1:
        raise NotImplementedError(f"no search over what satisfies {hypotheses}")
    return found[0] if found else None


def _extremum_latex(book: Book, e: Any) -> Tex:
    f, x, *hypotheses = e.args
    under = ",\\, ".join(map(book.small, hypotheses))
    if not hypotheses or not all(isinstance(h, Property) for h in hypotheses):
        under = book.small(x) + (rf" :\, {under}" if under else "")
    name = r"\max" if e.largest else r"\min"
    return Tex(rf"{name}_{{{under}}} {book.within(f, PRODUCT, '[]')}", LOOSE)


declare(
    Extremum,
    Declaration(
        numeric=_extremum_numeric,
        latex=_extremum_latex,
        measured=Method.QUASI_NEWTON,
        fits=is_of_number,
        states=slice(1),
        binds=_variable,
    ),
)
declare(Maximum, Declaration(slips=becomes(Minimum)))
declare(Minimum, Declaration(slips=becomes(Maximum)))
