"""Terms up to the names of bound indices, and substitution without capture."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from ... import nodes as nd
from ...declaration import declared
from ...node import is_matrix
from ...nodes import Entry, Partial, Slope


class Refused(Exception):
    """A proof that is none, with the place and the reason."""


# Nodes through which a name has its value, and that vary or average nothing.
MATRICES = (sp.MatAdd, sp.MatMul, sp.MatPow, sp.Transpose, sp.Inverse, sp.Determinant)
PRODUCTS = (sp.HadamardProduct, sp.Trace, nd.Elementwise, nd.Diag, nd.Column, nd.Row)
NUMBERS = (sp.Add, sp.Mul, sp.Pow, sp.Sum, sp.Product, sp.Function, sp.Lambda)
LETTERS = (Entry, Slope, MatrixElement, nd.Dot, nd.SquaredNorm, nd.Norm)
GENERIC = (nd.AppliedScalarFunction, nd.AppliedVectorFunction)
PARTS = (sp.Tuple, sp.Indexed, sp.IndexedBase)
INERT: tuple[Any, ...] = (*MATRICES, *PRODUCTS, *NUMBERS, *LETTERS, *GENERIC, *PARTS)
CLOSED = (sp.Derivative, sp.Integral, sp.Limit, sp.Subs)


@lru_cache(maxsize=8192)
def dims(e: Any) -> tuple[Any, ...]:
    """Rows and columns of a matrix or of a sum of matrices, () of a number."""
    if is_matrix(e):
        return tuple(map(sp.expand, e.shape))
    if isinstance(e, (sp.Sum, sp.Subs, sp.Derivative)):
        return dims(e.args[0])
    shapes = [dims(a) for a in e.args] if isinstance(e, (sp.Add, sp.Mul)) else []
    tables = [s for s in shapes if s]
    if isinstance(e, sp.Add) and len(set(shapes)) > 1:
        raise Refused(f"{e} adds different shapes")
    if isinstance(e, sp.Mul) and len(tables) > 1:
        raise Refused(f"{e} multiplies matrices in no order")
    return tables[0] if tables else ()


@lru_cache(maxsize=65536)
def free(e: Any) -> frozenset[Any]:
    """The names and indices that are free in a term; those of other binders too."""
    if isinstance(e, (sp.Symbol, sp.Idx, sp.MatrixSymbol)):
        return frozenset([e])
    if isinstance(e, (sp.Sum, sp.Product)):
        ends = (free(b) for limit in e.limits for b in limit[1:])
        return free(e.function).difference(running(e)).union(*ends)
    if isinstance(e, sp.Subs):
        return free(e.expr).difference(e.variables) | free(e.point)
    if isinstance(e, (sp.Lambda, nd.Components)):
        body = e.expr if isinstance(e, sp.Lambda) else e.args[0]
        return free(body).difference(_bound(e))
    return frozenset[Any]().union(*map(free, e.args))


def running(e: Any) -> list[Any]:
    """The indices that a Sum binds."""
    return [limit[0] for limit in e.limits]


def total(f: Any, limits: Iterable[Any]) -> Any:
    """The Sum of f over these limits; f itself where there are none."""
    held = tuple(limits)
    return sp.Sum(f, *held) if held else f


def factors(e: Any) -> list[Any]:
    """The factors of a product, a whole power as often as it counts."""
    found: list[Any] = []
    for a in sp.Mul.make_args(e) if not is_matrix(e) else [e]:
        whole = isinstance(a, sp.Pow) and a.exp.is_Integer and a.exp > 0
        found += [a.base] * int(a.exp) if whole else [a]
    return found


def is_place(e: Any) -> bool:
    """Whether a term can stand as an index."""
    return bool(e.is_Integer or (e.is_Symbol and e.is_integer) or isinstance(e, sp.Idx))


def put(e: Any, k: Any, j: Any) -> Any:
    """e with j in place of the symbol k wherever k is free; nothing is captured."""
    if e == k:
        return j
    if k not in free(e):
        return e
    if isinstance(e, (sp.Sum, sp.Product)):
        if any(k in free(b) for limit in e.limits for b in limit[1:]):
            raise Refused(f"{k} is a bound of {e}")
        f, limits = _apart(e, free(j))
        return e.func(put(f, k, j), *limits)
    if isinstance(e, CLOSED) or not free(j).union({k}).isdisjoint(_bound(e)):
        raise Refused(f"no substitution in {e}")
    if isinstance(e, Partial) and e.args[1] == k:
        raise Refused(f"{e} is by {k}")
    if not is_place(j) and not isinstance(e, INERT):
        raise Refused(f"no substitution of {j} in {e}")
    return e.func(*(put(a, k, j) for a in e.args))


def _bound(e: Any) -> tuple[Any, ...]:
    """The variables that a node other than a Sum binds."""
    binds = declared(e).binds
    if isinstance(e, sp.Lambda):
        return tuple(e.variables)
    return binds(e) if binds else ()


def _apart(e: Any, names: frozenset[Any]) -> tuple[Any, list[Any]]:
    """The body and the limits of a Sum that binds none of these names."""
    f, limits = e.function, list[Any]()
    for k, *ends in e.limits:
        fresh = sp.Dummy(integer=True) if k in names else k
        f = put(f, k, fresh)
        limits.append((fresh, *ends))
    return f, limits


def same(a: Any, b: Any) -> bool:
    """Whether two terms differ in the names of bound indices at most."""
    return a == b or canon(a) == canon(b)


@lru_cache(maxsize=8192)
def canon(e: Any) -> Any:
    """The term with its bound indices named by how deep and where they stand."""
    if not isinstance(e, sp.Basic) or not e.has(sp.Sum) or is_matrix(e):
        return e
    if not isinstance(e, sp.Sum):
        return e.func(*map(canon, e.args))
    f = canon(e.function)
    depth = 1 + max(
        (s.dummy_index for s in f.atoms(sp.Dummy) if s.name == "_"), default=0
    )
    limits: list[Any] = []
    for at, (k, *ends) in enumerate(e.limits):
        new = sp.Dummy("_", dummy_index=depth + at, integer=True)
        f = put(f, k, new)
        limits.append((new, *ends))
    return sp.Sum(f, *limits)


def orders(limits: Iterable[Any], like: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The limits of a Sum in every order in which their ranges are as those of `like`.

    There are none of more than six.
    """
    held, ranges = tuple(limits), [t[1:] for t in like]
    for order in itertools.permutations(held) if len(held) < 7 else ():
        if [t[1:] for t in order] == ranges:
            yield order
