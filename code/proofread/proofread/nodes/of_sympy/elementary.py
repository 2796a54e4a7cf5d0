"""Functions of one number: exponentials, logarithms, circles and hyperbolas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
import sympy as sp

from ...declaration import ALL, Declaration, Equation, Indexed, declare
from ...node import is_of_number
from ...numeric.functions import evaluated
from ...slips import becomes
from ...symbolic.reader import Symbolic, scalar
from ..entries import Partial
from ..notation import chain

declare(
    sp.Function,
    Declaration(
        latex=lambda book, e: book.applied(e),
        fits=is_of_number,
        indexed=Indexed(of=ALL),
    ),
)


SMOOTH = Indexed(slope=chain, of=ALL)
ENTIRE = Indexed(slope=chain, of=ALL, total=True)


class Elementary(NamedTuple):
    """A function in NumPy, the word it is written by, what it may be mistaken for.

    entire: whether it has a value and a derivative at every number.
    """

    numeric: Callable[[Any], Any] | None
    operator: str | None
    other: type | None = None
    entire: bool = False


ELEMENTARY = {
    sp.sin: Elementary(np.sin, r"\sin", sp.cos, entire=True),
    sp.cos: Elementary(np.cos, r"\cos", sp.sin, entire=True),
    sp.tan: Elementary(np.tan, r"\tan"),
    sp.cot: Elementary(None, r"\cot"),
    sp.asin: Elementary(np.arcsin, r"\arcsin"),
    sp.acos: Elementary(np.arccos, r"\arccos"),
    sp.atan: Elementary(np.arctan, r"\arctan", sp.tanh, entire=True),
    sp.sinh: Elementary(np.sinh, r"\sinh", sp.cosh, entire=True),
    sp.cosh: Elementary(np.cosh, r"\cosh", sp.sinh, entire=True),
    sp.tanh: Elementary(np.tanh, r"\tanh", sp.sin, entire=True),
    sp.asinh: Elementary(np.arcsinh, None, entire=True),
    sp.atanh: Elementary(np.arctanh, None),
}
for kind, of in ELEMENTARY.items():
    declare(
        kind,
        Declaration(
            numeric=evaluated(of.numeric) if of.numeric else None,
            operator=of.operator,
            slips=becomes(of.other) if of.other else None,
            indexed=ENTIRE if of.entire else SMOOTH if of.numeric else None,
        ),
    )


def _log_symbolic(read: Symbolic, e: Any) -> Any:
    """log |u| is read as half of log u², which has a derivative wherever u is not 0."""
    inner = scalar(read(e.args[0]))
    if isinstance(inner, sp.Abs):
        return sp.log(inner.args[0] ** 2) / 2
    return sp.log(inner)


declare(
    sp.exp,
    Declaration(
        numeric=evaluated(np.exp),
        latex=lambda book, e: book.exponential(e),
        rank=5,
        slips=becomes(sp.sin),
        indexed=ENTIRE,
    ),
)


def opened(u: Any) -> Any:
    """The logarithm of a number by those of the factors that it is a product of."""
    if isinstance(u, sp.Product):
        return sp.Sum(opened(u.function), *u.limits)
    pairs = [f.as_base_exp() for f in sp.Mul.make_args(u)]
    return sp.Add(*(p * sp.log(f) for f, p in pairs))


def _log_slope(e: Any, by: Any) -> Any:
    """1 / u times the slope of u, also of log |u|."""
    (u,) = e.args
    inner = u.args[0] if isinstance(u, sp.Abs) else u
    return Partial(inner, by) / inner


def _log_equations(e: Any) -> Iterator[Equation]:
    """Of an exponential, of a fraction, of products and powers of positive numbers.

    A product's is the sum of those of its factors also where nothing else is known
    than that these have logarithms.
    """
    (u,) = e.args
    if (apart := opened(u)) != e and not apart.has(sp.I):
        yield Equation(e, apart, sure=False)
    if isinstance(u, sp.exp):
        yield Equation(e, u.exp)
    elif u.is_Rational:
        yield Equation(e, sp.log(u.p) - sp.log(u.q), positive=((u, True),))
    elif isinstance(u, sp.Product):
        logs = sp.Sum(sp.log(u.function), *u.limits)
        yield Equation(e, logs, positive=((u.function, True),))
        yield Equation(e, logs, sure=False)
    elif isinstance(u, sp.Pow):
        yield Equation(e, u.exp * sp.log(u.base), positive=((u.base, True),))
    elif isinstance(u, sp.Mul):
        yield Equation(
            e, sp.Add(*map(sp.log, u.args)), positive=tuple((a, True) for a in u.args)
        )


declare(
    sp.log,
    Declaration(
        symbolic=_log_symbolic,
        numeric=evaluated(np.log),
        operator=r"\log",
        rank=6,
        slips=becomes(sp.exp),
        indexed=Indexed(slope=_log_slope, equations=_log_equations, of=ALL),
        wordy=True,
    ),
)
