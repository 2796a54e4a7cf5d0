"""What has to hold so that the parts of a term exist: divisors, roots, logarithms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from ..binding import Captured, bound, free
from ..declaration import declared, indexed
from ..definitions import Definitions
from ..distributions import Random
from ..node import is_matrix
from ..nodes import Diag, Entry, Relation
from ..wellformed import SUMS

Limits = tuple[tuple[Any, Any, Any], ...]  # an index of a sum around, and its ends


def asked(e: Any, definitions: Definitions) -> Iterator[Relation]:
    """Comparisons of numbers with 0, one for each part that exists only where it holds.

    Nothing is asked of what a node around the part varies, nor of what is random.
    """
    yield from _walked(e, definitions, frozenset(), ())


def counts(e: Any, definitions: Definitions) -> dict[Any, Any]:
    """The indices of sums that begin above 0, each with a name that is so known."""
    sums = definitions.atoms(e, *SUMS)
    limits = [limit for q in sums for limit in q.limits if limit[1].is_positive]
    return {k: sp.Dummy(k.name, integer=True, positive=True) for k, *_ in limits}


def _walked(
    e: Any, definitions: Definitions, held: frozenset[Any], limits: Limits
) -> Iterator[Relation]:
    try:
        value = definitions.value_of(e)
    except Captured:
        value = None
    if value is not None:
        yield from _walked(value, definitions, held, limits)
        return
    for need in _of_node(e, limits):
        if held.isdisjoint(free(need)) and not need.atoms(Random):
            yield need
    if isinstance(e, SUMS):
        limits = (*limits, *map(tuple, e.limits))
    else:
        held = held.union(bound(e))
    for part in e.args:
        yield from _walked(part, definitions, held, limits)


def _of_node(e: Any, limits: Limits) -> Iterator[Relation]:
    """What one node asks."""
    if told := declared(e).exists:
        yield from told(e)
    if isinstance(e, sp.Pow) and not is_matrix(e):
        yield from _of_power(e.base, e.exp, limits)
    elif isinstance(e, sp.log):
        yield Relation(e.args[0], ">", 0)
    elif isinstance(e, sp.Inverse):
        yield from _invertible(e.arg)
    elif isinstance(e, sp.Derivative):
        yield from _of_derivative(e)


def _of_power(base: Any, exponent: Any, limits: Limits) -> Iterator[Relation]:
    """How the base of a power has to compare with 0."""
    if not exponent.is_integer:
        yield Relation(base, ">=" if exponent.is_positive else ">", 0)
    elif not exponent.is_nonnegative and not _least(exponent, limits).is_nonnegative:
        yield from factors(base)


def _least(e: Any, limits: Limits) -> Any:
    """The least value of a term that is linear in the indices of the sums around it."""
    for k, low, high in reversed(limits):
        e = e.xreplace({k: high if sp.diff(e, k).is_negative else low})
    return sp.expand(e)


def _of_derivative(e: Any) -> Iterator[Relation]:
    """That no kink of what is differentiated is where it is differentiated."""
    for q in sp.preorder_traversal(e.expr):
        bends = declared(q).bends
        for bend in bends(q) if bends else ():
            if not bend.free_symbols.isdisjoint(e.variables):
                yield Relation(bend, "!=", 0)


def factors(base: Any) -> Iterator[Relation]:
    """That no factor of a number is 0."""
    of_sums = base.has(sp.Sum)
    made = sp.factor_terms(base) if of_sums else sp.factor(sp.trigsimp(base))
    for factor in sp.Mul.make_args(made):
        of = factor.base if factor.is_Pow else factor
        zero = indexed(of).zero
        yield Relation(zero(of) if zero else of, "!=", 0)


def _invertible(e: Any) -> Iterator[Relation]:
    """That a matrix has an inverse: each factor, where all are square."""
    if isinstance(e, (sp.Transpose, sp.Inverse)):
        yield from _invertible(e.arg)
    elif isinstance(e, sp.MatMul) and all(map(_is_square, e.args)):
        for factor in e.args:
            yield from _invertible(factor)
    elif isinstance(e, sp.MatrixBase):
        yield from factors(sp.simplify(e.det()))
    elif isinstance(e, Diag) and isinstance(e.args[0], sp.MatrixSymbol):
        i = sp.Symbol("i", integer=True)
        yield Relation(Entry(e.args[0], i, 1), "!=", 0)
    else:
        yield Relation(sp.Determinant(e) if is_matrix(e) else e, "!=", 0)


def _is_square(e: Any) -> bool:
    return not is_matrix(e) or e.rows == e.cols
