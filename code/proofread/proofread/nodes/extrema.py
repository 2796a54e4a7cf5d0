"""How large or how small a function gets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from ..binding import free
from ..declaration import Declaration, declare, declared
from ..methods import Method
from ..node import ScalarNode, is_matrix, is_of_number
from ..numeric.extremes import array_search, scalar_search
from ..numeric.reader import Numeric, real
from ..printing.binding import LOOSE, PRODUCT, Tex
from ..printing.book import Book
from ..slips import becomes
from .hypotheses import Property, Relation
from .optima import sign_of, variable_of


class Extremum(ScalarNode):
    """An extreme value of f over x, under hypotheses on x."""

    largest: ClassVar[bool]


class Maximum(Extremum):
    """Maximum(f, x, *hypotheses): the largest value of f over such x."""

    largest = True


class Minimum(Extremum):
    """Minimum(f, x, *hypotheses): the smallest value of f over such x."""

    largest = False


def _held_by(e: Any) -> str:
    """What is wrong with the hypotheses."""
    _, x, *hypotheses = e.args
    for h in hypotheses:
        if not isinstance(h, (Property, Relation)) or x not in free(h):
            return f"{h} is no hypothesis on {x}: take one, as Unit({x})"
    return ""


def _extremum_numeric(read: Numeric, e: Any) -> Any:
    read.forbid_step()
    f, x, *hypotheses = e.args
    if not is_matrix(x):
        found = scalar_search(read, f, x, sign_of(e))
        return real(read.within({x: found})(f))
    found = array_search(read, f, x, sign_of(e), _projection(hypotheses))
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
        amiss=_held_by,
        numeric=_extremum_numeric,
        latex=_extremum_latex,
        measured=Method.QUASI_NEWTON,
        fits=is_of_number,
        states=slice(1),
        binds=variable_of,
    ),
)
declare(Maximum, Declaration(slips=becomes(Minimum)))
declare(Minimum, Declaration(slips=becomes(Maximum)))
