"""Matrices as sums of products of factors, transposes of products written out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

import sympy as sp

from ..node import dims

Factors = tuple[Any, ...]
Chains = dict[Factors, Any]  # the factors of each product -> the number before it
MOST_FACTORS = 12
ALIKE = (sp.Identity, sp.ZeroMatrix)  # known without names


def chains(e: Any) -> Chains:
    """The products that add up to a matrix; that of no factors is the identity.

    Of a product too long to write out, it alone.
    """
    if isinstance(e, (sp.MatAdd, sp.Add)):
        return _added(map(chains, e.args))
    if isinstance(e, (sp.MatMul, sp.Mul)):
        return reduce(_multiplied, map(chains, e.args))
    if isinstance(e, sp.MatPow) and e.exp.is_Integer and 0 < e.exp <= MOST_FACTORS:
        return reduce(_multiplied, [chains(e.base)] * int(e.exp))
    if isinstance(e, sp.Transpose):
        return {turned_each(factors): a for factors, a in chains(e.arg).items()}
    if isinstance(e, sp.Identity):
        return {(): sp.S.One}
    if isinstance(e, sp.ZeroMatrix):
        return {}
    return {(e,): sp.S.One} if dims(e) else {(): e}


def chain(e: Any) -> tuple[Any, Factors] | None:
    """The number and the factors of what is one product; None of a sum."""
    found = chains(e)
    return next(((a, f) for f, a in found.items()), None) if len(found) == 1 else None


def summed_up(found: Chains, shape: tuple[Any, Any]) -> Any:
    """The matrix of this shape that some products add up to."""
    terms = [joined(factors, shape, a) for factors, a in found.items()]
    if len(terms) == 1:
        return terms[0]
    return sp.MatAdd(*terms) if terms else sp.ZeroMatrix(*shape)


def joined(factors: Factors, shape: tuple[Any, Any], number: Any = sp.S.One) -> Any:
    """A number times some factors, of this shape; without factors the identity."""
    parts = factors or (sp.Identity(shape[0]),)
    if number == 1:
        return parts[0] if len(parts) == 1 else sp.MatMul(*parts)
    return sp.MatMul(number, *parts)


def factors_of(e: Any) -> tuple[Any, Factors]:
    """The numbers and the matrices of a product as it is written, in their order."""
    parts = e.args if isinstance(e, sp.MatMul) else (e,)
    numbers = [a for a in parts if not dims(a)]
    return sp.Mul(*numbers), tuple(a for a in parts if dims(a))


def replaced(whole: Factors, part: Factors, by: Factors) -> Iterator[Factors]:
    """Some factors with others in place of a part of them, at each place of it."""
    for k in range(len(whole) - len(part) + 1):
        if part and whole[k : k + len(part)] == part:
            yield (*whole[:k], *by, *whole[k + len(part) :])


def turned_each(factors: Factors) -> Factors:
    """The factors of the transpose."""
    return tuple(_transposed(f) for f in reversed(factors))


def _transposed(f: Any) -> Any:
    if isinstance(f, sp.Transpose):
        return f.arg
    return f if isinstance(f, ALIKE) and f.rows == f.cols else sp.Transpose(f)


def _added(parts: Any) -> Chains:
    total: Chains = {}
    for found in parts:
        for factors, a in found.items():
            total[factors] = sp.expand(total.get(factors, 0) + a)
    return {factors: a for factors, a in total.items() if a != 0}


def _multiplied(left: Chains, right: Chains) -> Chains:
    pairs = ((f + g, a * b) for f, a in left.items() for g, b in right.items())
    return _added({f: c} for f, c in pairs)


def is_square(e: Any) -> bool:
    """Whether a matrix has as many rows as columns, whatever the sizes."""
    rows, columns = dims(e) or (1, 1)
    return bool(rows == columns)
