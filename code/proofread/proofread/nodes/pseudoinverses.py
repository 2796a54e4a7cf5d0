"""The Moore–Penrose inverse, and the rank, which is the trace of a projector."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..declaration import ALL, Declaration, Equation, Indexed, declare
from ..methods import Method
from ..node import MatrixNode, ScalarNode, is_matrix
from ..numeric.ranks import column_space, pseudoinverse
from ..printing.binding import POWER, Tex
from ..slips import Slip
from ..symbolic.reader import Symbolic, Undecided
from .chains import Factors, chain, factors_of, is_square, joined, replaced, turned_each
from .norms import SquaredNorm
from .notation import meaning


class PseudoInverse(MatrixNode):
    """A⁺ of any matrix: A A⁺ and A⁺ A project onto its column and row space.

    So I − A⁺ A is the projector onto the null space.
    """

    @property
    def shape(self) -> tuple[Any, Any]:
        return (self.args[0].cols, self.args[0].rows)


class Rank(ScalarNode):
    """The dimension of a matrix's column space."""

    is_integer = True
    is_extended_nonnegative = True


def _of_matrix(e: Any) -> bool:
    return is_matrix(e.args[0])


def _numbers(read: Symbolic, e: Any) -> Any:
    """The matrix, if all entries are fractions; with letters the rank may change."""
    a = read(e.args[0])
    if not all(q.is_Rational for q in a):
        raise Undecided("the rank of a matrix with letters may be less at some numbers")
    return sp.Matrix(a)


def _pseudo_slips(e: Any) -> Iterator[Slip]:
    (a,) = e.args
    yield "pseudoinverse to transpose", sp.Transpose(a)
    if is_square(a):
        yield "drop pseudoinverse", a


# ---- what holds of a pseudoinverse


def _pseudo_equations(e: Any) -> Iterator[Equation]:
    """Of transposes, inverses, multiples, AᵀA and AAᵀ, columns times rows, projectors.

    And by inverses, where they exist.
    """
    (a,) = e.args
    if isinstance(a, (sp.Identity, sp.ZeroMatrix)):
        yield Equation(e, sp.Transpose(a).doit())
        return
    if isinstance(a, sp.Transpose):
        yield Equation(e, sp.Transpose(PseudoInverse(a.arg)))
    elif isinstance(a, (PseudoInverse, sp.Inverse)):
        yield Equation(e, a.args[0])
    yield from _of_products(e, *factors_of(a))
    if a.cols == 1 or a.rows == 1:
        scaled = sp.MatMul(1 / SquaredNorm(a), sp.Transpose(a))
        yield Equation(e, scaled, sure=False)
    yield from _by_inverses(e, a)


def _of_products(e: Any, number: Any, factors: Factors) -> Iterator[Equation]:
    if number != 1:
        inner = PseudoInverse(joined(factors, e.args[0].shape))
        yield Equation(e, sp.MatMul(1 / number, inner), sure=False)
    elif len(factors) == 2:
        a, b = factors
        column = a.cols == 1
        if column or (a,) == turned_each((b,)):
            yield Equation(e, sp.MatMul(PseudoInverse(b), PseudoInverse(a)))
        elif PseudoInverse(a) == b or a == PseudoInverse(b):
            yield Equation(e, e.args[0])


def _by_inverses(e: Any, a: Any) -> Iterator[Equation]:
    turned = sp.Transpose(a)
    if is_square(a):
        yield Equation(e, sp.Inverse(a), sure=False)
    if a.cols != 1:
        left = sp.MatMul(sp.Inverse(sp.MatMul(turned, a)), turned)
        yield Equation(e, left, sure=False)
    if a.rows != 1:
        right = sp.MatMul(turned, sp.Inverse(sp.MatMul(a, turned)))
        yield Equation(e, right, sure=False)


def shortened(factors: Factors) -> Iterator[Factors]:
    """A product that holds a pseudoinverse, shorter or with less turned in it.

    A A⁺ A = A, A⁺ A A⁺ = A⁺; A A⁺ and A⁺ A are symmetric.
    """
    for f in factors:
        plain = f.arg if isinstance(f, sp.Transpose) else f
        if isinstance(plain, PseudoInverse) and (found := chain(plain.args[0])):
            number, x = found
            rules = [*_penrose(plain, x, turned_each(x)), *_nested(plain, x)]
            for part, by in rules if number == 1 else ():
                yield from replaced(factors, part, by)


def _penrose(p: Any, x: Factors, y: Factors) -> list[tuple[Factors, Factors]]:
    """What stands for what, for P = X⁺, Y = Xᵀ."""
    q = sp.Transpose(p)
    return [
        ((*x, p, *x), x),
        ((p, *x, p), (p,)),
        ((*y, *x, p), y),
        ((p, *x, *y), y),
        ((q, p, *x), (q,)),
        ((*x, p, q), (q,)),
        ((*y, q), (p, *x)),
        ((q, *y), (*x, p)),
    ]


def _nested(p: Any, x: Factors) -> Iterator[tuple[Factors, Factors]]:
    """Where X = Y Z: the columns of X⁺ are in those of Z⁺, its rows in those of Y⁺."""
    q = sp.Transpose(p)
    for k in range(1, len(x)):
        y, z = x[:k], x[k:]
        left, right = (PseudoInverse(joined(f, (f[0].rows, 0))) for f in (y, z))
        yield (right, *z, p), (p,)
        yield (p, *y, left), (p,)
        yield (q, right, *z), (q,)
        yield (*y, left, q), (q,)


declare(
    PseudoInverse,
    Declaration(
        symbolic=lambda read, e: sp.ImmutableMatrix(_numbers(read, e).pinv()),
        numeric=lambda read, e: pseudoinverse(read, e.args[0]),
        latex=lambda book, e: Tex(f"{book.closed(e.args[0])}^{{+}}", POWER),
        measured=Method.SINGULAR_VALUES,
        fits=_of_matrix,
        slips=_pseudo_slips,
        indexed=Indexed(equations=_pseudo_equations, of=ALL, total=True),
    ),
)


def _rank_value(e: Any) -> Any:
    """The trace of the projector onto the row space."""
    (a,) = e.args
    return meaning(sp.Trace(sp.MatMul(PseudoInverse(a), a)))


def _rank_slips(e: Any) -> Iterator[Slip]:
    (a,) = e.args
    yield "off by one", e + 1
    yield "rank to rows", sp.sympify(a.rows)
    yield "rank to columns", sp.sympify(a.cols)


declare(
    Rank,
    Declaration(
        symbolic=lambda read, e: sp.Integer(_numbers(read, e).rank()),
        numeric=lambda read, e: float(column_space(read, e.args[0]).shape[1]),
        latex=lambda book, e: book.called(r"\operatorname{rank}", *e.args),
        measured=Method.SINGULAR_VALUES,
        fits=_of_matrix,
        slips=_rank_slips,
        blind=True,
        wordy=True,
        indexed=Indexed(value=_rank_value, of=ALL, total=True),
    ),
)
