"""The gamma function, its logarithm, the derivatives of that, and the beta function."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ...declaration import ALL, Declaration, Indexed, declare
from ...node import is_of_numbers
from ...numeric.functions import evaluated
from ...numeric.gammas import beta_rule, gamma, loggamma, polygamma_rule
from ...printing.binding import Tex
from ...printing.book import Book
from ...slips import Slip
from ..entries import Partial
from ..hypotheses import Relation
from .elementary import SMOOTH

PRIMES = 3  # of a derivative at most; one of a higher order has its order in brackets


def _right_of_0(e: Any) -> Iterator[Any]:
    """Each argument is positive: left of 0 there are poles, and logarithms of signs."""
    return (Relation(a, ">", 0) for a in e.args)


def _gamma_slips(e: Any) -> Iterator[Slip]:
    yield "off by one", e.func(e.args[0] + 1)
    yield "function", sp.polygamma(0, e.args[0])


declare(
    sp.gamma,
    Declaration(
        numeric=evaluated(gamma),
        slips=_gamma_slips,
        letter=r"\Gamma",
        exists=_right_of_0,
        indexed=SMOOTH,
    ),
)


def _loggamma_latex(book: Book, e: Any) -> Tex:
    return book.tex(sp.log(sp.gamma(e.args[0], evaluate=False), evaluate=False))


def _loggamma_value(e: Any) -> Any:
    return sp.log(sp.gamma(e.args[0]))


declare(
    sp.loggamma,
    Declaration(
        symbolic=lambda read, e: read(_loggamma_value(e)),
        numeric=evaluated(loggamma),
        latex=_loggamma_latex,
        slips=_gamma_slips,
        letter=r"\Gamma",
        exists=_right_of_0,
        indexed=Indexed(value=_loggamma_value, of=ALL),
    ),
)


def _polygamma_latex(book: Book, e: Any) -> Tex:
    order, argument = e.args
    raised = rf"^{{({book.tex(order)})}}"
    if order.is_Integer and order <= PRIMES:
        raised = "'" * int(order)
    return Tex(rf"\psi{raised}{book.arguments([argument])}")


def _polygamma_slope(e: Any, by: Any) -> Any:
    order, u = e.args
    return sp.polygamma(order + 1, u) * Partial(u, by)


def _polygamma_slips(e: Any) -> Iterator[Slip]:
    order, u = e.args
    yield "off by one", sp.polygamma(order, u + 1)
    yield "order of derivative", sp.polygamma(order + 1, u)
    if order == 0:
        yield "function", sp.log(u)


declare(
    sp.polygamma,
    Declaration(
        numeric=polygamma_rule,
        latex=_polygamma_latex,
        fits=is_of_numbers,
        slips=_polygamma_slips,
        letter=r"\psi",
        exists=lambda e: [Relation(e.args[1], ">", 0)],
        indexed=Indexed(slope=_polygamma_slope, of=slice(1, 2)),
    ),
)


def _beta_value(e: Any) -> Any:
    a, b = e.args
    return sp.gamma(a) * sp.gamma(b) / sp.gamma(a + b)


def _beta_slips(e: Any) -> Iterator[Slip]:
    a, b = e.args
    yield "off by one", sp.beta(a + 1, b)
    yield "off by one", sp.beta(a, b + 1)


declare(
    sp.beta,
    Declaration(
        symbolic=lambda read, e: read(_beta_value(e)),
        numeric=beta_rule,
        fits=is_of_numbers,
        slips=_beta_slips,
        letter=r"\mathrm{B}",
        exists=_right_of_0,
        indexed=Indexed(value=_beta_value, of=ALL),
    ),
)
