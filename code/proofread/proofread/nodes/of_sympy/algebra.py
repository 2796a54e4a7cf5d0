"""Numbers, sums and products, of numbers and of matrices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from typing import Any

import numpy as np
import sympy as sp

from ...declaration import ALL, NONE, Declaration, Equation, Indexed, declare
from ...node import dims, is_alike, is_matrix, is_of_numbers, multiplies
from ...numeric import reader as measured
from ...numeric.products import product as measured_product
from ...numeric.reader import Numeric
from ...slips import Slip, attempt, dropped_factors, replaced, without
from ...symbolic.products import product
from ...symbolic.reader import Symbolic, number
from ..chains import factors_of, joined
from ..entries import Entry
from ..exponentials import merged
from ..notation import chain, place, summed
from ..pseudoinverses import shortened
from .combined import joined as joined_terms
from .combined import modulus_equations

# ---- numbers

CONSTANT = Indexed(of=NONE, total=True)


def _number_slips(e: Any) -> Iterator[Slip]:
    if e not in (0, 1, -1) and e.is_finite:
        yield "constant", e + 1


declare(
    sp.Number,
    Declaration(
        numeric=lambda read, e: float(e), slips=_number_slips, indexed=CONSTANT
    ),
)
declare(sp.Rational, Declaration(latex=lambda book, e: book.rational(e)))
declare(
    sp.NumberSymbol, Declaration(numeric=lambda read, e: float(e), indexed=CONSTANT)
)

# ---- sums


def _sum_symbolic(read: Symbolic, e: Any) -> Any:
    return reduce(lambda a, b: a + b, [number(read(a)) for a in e.args])


def _sum_numeric(read: Numeric, e: Any) -> Any:
    terms = [measured.number(read(a)) for a in e.args]
    if len({np.shape(a) for a in terms}) > 1:
        raise ValueError(f"cannot add shapes {[np.shape(a) for a in terms]}")
    total = reduce(np.add, terms)
    if read.watch:
        read.watch.amplified(reduce(np.maximum, map(np.abs, terms)), total)
    return total


def _sum_slips(e: Any) -> Iterator[Slip]:
    for k, a in enumerate(e.args):
        yield "sign", replaced(e, k, -a)
        yield "drop term", without(e, k)
        yield "double term", replaced(e, k, 2 * a)


ADDED = Indexed(
    entry=lambda e, i, j: sp.Add(*(Entry(a, i, j) for a in e.args)),
    of=ALL,
    total=True,
    slope=chain,
)


declare(
    sp.Add,
    Declaration(
        symbolic=_sum_symbolic,
        numeric=_sum_numeric,
        latex=lambda book, e: book.sum(e),
        fits=is_of_numbers,
        slips=_sum_slips,
        indexed=replace(ADDED, equations=joined_terms),
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
        indexed=ADDED,
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


def product_entry(factors: Iterable[Any], i: Any, j: Any) -> Any:
    """The entry of a product: numbers, times a sum over the first inner dimension."""
    numbers = [a for a in factors if not dims(a)]
    first, *rest = [a for a in factors if dims(a)]
    if not rest:
        return sp.Mul(*numbers, Entry(first, i, j))
    others = rest[0] if len(rest) == 1 else sp.MatMul(*rest)
    n = dims(first)[1]
    k = place(n)
    body = sp.Mul(Entry(first, i, k), Entry(others, k, j))
    return sp.Mul(*numbers) * summed(body, (k, n))


def _shortened_product(e: Any) -> Iterator[Equation]:
    """A product by what a pseudoinverse or an exponential does to its neighbours."""
    number, factors = factors_of(e)
    for found in sorted((*shortened(factors), *merged(factors)), key=len):
        yield Equation(e, joined(found, e.shape, number))


MULTIPLIED = Indexed(
    entry=lambda e, i, j: product_entry(e.args, i, j),
    of=ALL,
    total=True,
    slope=chain,
)


declare(
    sp.Mul,
    Declaration(
        symbolic=_product_symbolic,
        numeric=_product_numeric,
        latex=lambda book, e: book.product(e),
        fits=is_of_numbers,
        slips=dropped_factors,
        indexed=replace(MULTIPLIED, equations=modulus_equations),
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
        indexed=replace(MULTIPLIED, equations=_shortened_product),
    ),
)
