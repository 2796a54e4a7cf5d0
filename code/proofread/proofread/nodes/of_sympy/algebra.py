"""Numbers, sums, products and powers, of numbers and of matrices."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import Declaration, declare
from ...node import is_alike, is_matrix, is_of_number, is_of_numbers, multiplies
from ...numeric import reader as measured
from ...numeric.products import product as measured_product
from ...numeric.reader import Numeric
from ...slips import Slip, attempt, dropped_factors, replaced, without
from ...symbolic.products import product
from ...symbolic.reader import Symbolic, number

# ---- numbers


def _number_slips(e: Any) -> Iterator[Slip]:
    if e not in (0, 1, -1) and e.is_finite:
        yield "constant", e + 1


declare(sp.Number, Declaration(numeric=lambda read, e: float(e), slips=_number_slips))
declare(sp.Rational, Declaration(latex=lambda book, e: book.rational(e)))
declare(sp.NumberSymbol, Declaration(numeric=lambda read, e: float(e)))

# ---- sums


def _sum_symbolic(read: Symbolic, e: Any) -> Any:
    return reduce(lambda a, b: a + b, [number(read(a)) for a in e.args])


def _sum_numeric(read: Numeric, e: Any) -> Any:
    terms = [measured.number(read(a)) for a in e.args]
    if len({np.shape(a) for a in terms}) > 1:
        raise ValueError(f"cannot add shapes {[np.shape(a) for a in terms]}")
    return reduce(np.add, terms)


def _sum_slips(e: Any) -> Iterator[Slip]:
    for k, a in enumerate(e.args):
        yield "sign", replaced(e, k, -a)
        yield "drop term", without(e, k)
        yield "double term", replaced(e, k, 2 * a)


declare(
    sp.Add,
    Declaration(
        symbolic=_sum_symbolic,
        numeric=_sum_numeric,
        latex=lambda book, e: book.sum(e),
        fits=is_of_numbers,
        slips=_sum_slips,
    ),
)
declare(
    sp.MatAdd,
    Declaration(
        symbolic=_sum_symbolic,
        numeric=_sum_numeric,
        latex=lambda book, e: book.matrix_sum(e),
        fits=is_alike,
        slips=_sum_slips,
    ),
)

# ---- products


def _product_symbolic(read: Symbolic, e: Any) -> Any:
    return reduce(product, map(read, e.args))


def _product_numeric(read: Numeric, e: Any) -> Any:
    return reduce(measured_product, map(read, e.args))


def _matrix_slips(e: Any) -> Iterator[Slip]:
    yield from dropped_factors(e)
    for k in range(len(e.args) - 1):
        a = list(e.args)
        a[k : k + 2] = a[k + 1], a[k]
        if is_matrix(a[k]) and is_matrix(a[k + 1]):
            yield "swap order", attempt(lambda a=a: sp.MatMul(*a))


declare(
    sp.Mul,
    Declaration(
        symbolic=_product_symbolic,
        numeric=_product_numeric,
        latex=lambda book, e: book.product(e),
        fits=is_of_numbers,
        slips=dropped_factors,
    ),
)
declare(
    sp.MatMul,
    Declaration(
        symbolic=_product_symbolic,
        numeric=_product_numeric,
        latex=lambda book, e: book.matrix_product(e),
        fits=multiplies,
        slips=_matrix_slips,
    ),
)

# ---- powers


def _power_numeric(read: Numeric, e: Any) -> Any:
    base, exponent = measured.scalar(read(e.base)), measured.scalar(read(e.exp))
    if np.imag(exponent) == 0 and measured.real(exponent).is_integer():
        whole = int(measured.real(exponent))
        return base**whole if whole >= 0 else 1 / base**-whole
    return np.power(base, exponent)


def power_slips(e: Any) -> Iterator[Slip]:
    """Another exponent, and its negative."""
    steps = {sp.Integer(2): 1, sp.Integer(-1): -2, sp.Rational(1, 2): 1}
    yield "exponent", e.func(e.base, steps.get(e.exp, e.exp + 1))
    yield "reciprocal", e.func(e.base, -e.exp)


declare(
    sp.Pow,
    Declaration(
        numeric=_power_numeric,
        latex=lambda book, e: book.power(e),
        fits=is_of_number,
        slips=power_slips,
    ),
)
