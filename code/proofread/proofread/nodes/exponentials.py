"""The exponential of a square matrix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..declaration import ALL, Declaration, Equation, Indexed, declare
from ..methods import Method
from ..node import MatrixNode, is_matrix
from ..numeric.exponentials import exponential as measured_exponential
from ..printing.binding import POWER, Tex
from ..printing.book import Book
from ..slips import Slip
from ..symbolic.exponentials import exponential
from ..symbolic.reader import Symbolic
from .arrays import Diag
from .chains import Factors, chain, chains, is_square, joined, summed_up
from .elementwise import Elementwise
from .entries import Entry, Partial
from .notation import at, over


class MatrixExponential(MatrixNode):
    """e^A = I + A + A²/2! + …, of a square matrix."""

    @property
    def shape(self) -> tuple[Any, Any]:
        return self.args[0].shape


def _fits(e: Any) -> bool:
    return is_matrix(e.args[0]) and is_square(e.args[0])


def _symbolic(read: Symbolic, e: Any) -> Any:
    return exponential(read(e.args[0]))


def _latex(book: Book, e: Any) -> Tex:
    return Tex(f"e^{{{book.small(e.args[0])}}}", POWER)


def _slips(e: Any) -> Iterator[Slip]:
    (a,) = e.args
    yield "function", Elementwise(sp.exp, a)
    yield "reciprocal", MatrixExponential(-a)


# ---- what holds of it


def _equations(e: Any) -> Iterator[Equation]:
    """Of a transpose and its inverse; of 0, a diagonal, a multiple of I and B M B⁻¹."""
    (a,) = e.args
    yield Equation(sp.Transpose(e), MatrixExponential(sp.Transpose(a)))
    yield Equation(sp.Inverse(e), MatrixExponential(-a))
    found = chains(a)
    if (plain := summed_up(found, a.shape)) != a:
        yield Equation(e, MatrixExponential(plain))
    if not found:
        yield Equation(e, sp.Identity(a.rows))
    if () in found:
        rest = summed_up({f: c for f, c in found.items() if f}, a.shape)
        yield Equation(e, sp.MatMul(sp.exp(found[()]), MatrixExponential(rest)))
    if len(found) == 1:
        yield from _of_product(e, *next(iter(found.items())))


def _of_product(e: Any, factors: Factors, number: Any) -> Iterator[Equation]:
    first, last = factors[:1], factors[-1:]
    if len(factors) == 1 and isinstance(first[0], Diag):
        t = sp.Dummy("t", real=True)
        scaled = Elementwise(sp.Lambda(t, sp.exp(number * t)), first[0].args[0])
        yield Equation(e, Diag(scaled))
    if isinstance(last and last[0], sp.Inverse) and last[0].arg == first[0]:
        inner = joined(factors[1:-1], e.shape, number)
        yield Equation(e, sp.MatMul(*first, MatrixExponential(inner), *last))


def merged(factors: Factors) -> Iterator[Factors]:
    """A product that holds exponentials, with two as one where their matrices commute.

    Or with an exponential behind the factors that it is of, with which it commutes.
    """
    for k, f in enumerate(factors):
        if not isinstance(f, MatrixExponential):
            continue
        before, after, own = factors[:k], factors[k + 1 :], chain(f.args[0])
        for of in (own[1],) if own and own[1] else ():
            if after[: len(of)] == of:
                yield (*before, *of, f, *after[len(of) :])
        if after and isinstance(after[0], MatrixExponential):
            one, other = f.args[0], after[0].args[0]
            if chains(sp.MatMul(one, other)) == chains(sp.MatMul(other, one)):
                total = chains(sp.MatAdd(one, other))
                made = MatrixExponential(summed_up(total, f.shape))
                yield (*before, *((made,) if total else ()), *after[1:])


def _slope(e: Any, by: Any) -> Any:
    """Of an entry of e^{cA}, as c moves, that of A e^{cA}; as A moves, by Duhamel.

    d e^M = ∫ e^{(1 − u)M} dM e^{uM} du over 0 < u < 1.
    """
    whole, i, j = e.args
    number, factors = chain(whole.args[0]) or (sp.S.One, (whole.args[0],))
    a = joined(factors, whole.shape)
    u = sp.Dummy("u", real=True)

    def moved(k: Any, q: Any) -> Any:
        before = MatrixExponential(sp.MatMul((1 - u) * number, a))
        after = MatrixExponential(sp.MatMul(u * number, a))
        weight = sp.Integral(Entry(before, i, k) * Entry(after, q, j), (u, 0, 1))
        return number * Partial(at(a, k, q), by) * weight

    along = Partial(number, by) * Entry(sp.MatMul(a, whole), i, j)
    return along + over(a, moved)


declare(
    MatrixExponential,
    Declaration(
        symbolic=_symbolic,
        numeric=lambda read, e: measured_exponential(read, e.args[0]),
        latex=_latex,
        measured=Method.EXPONENTIAL,
        fits=_fits,
        slips=_slips,
        indexed=Indexed(slope=_slope, equations=_equations, of=ALL, total=True),
    ),
)
