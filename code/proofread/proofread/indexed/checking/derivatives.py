"""Rules for derivatives: of what a term is made of, and in which order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from ... import nodes as nd
from ...node import is_matrix
from ...nodes import Entry, Partial, Slope
from .elementwise import SMOOTH
from .facts import inverted
from .meaning import over
from .ranges import name_of
from .sums import is_finite
from .terms import dims, free, running, same
from .world import World


def derive(old: Any, new: Any, world: World) -> bool:
    """A derivative by what it is of."""
    if not isinstance(old, Partial) or world.is_random(old):
        return False
    f, at = old.args
    return any(same(e, new) for e in _slopes(f, at, world))


def _slopes(f: Any, at: Any, world: World) -> Iterator[Any]:
    """The derivative of f, in every way it may be written."""

    def idle(e: Any) -> bool:
        return name_of(at) not in world.reach(e, name_of(at))

    if idle(f):
        yield sp.S.Zero
    if isinstance(f, (sp.Add, sp.Mul)) and not is_matrix(f):
        yield _by_parts(f, at, f.args)
        yield _by_parts(f, at, [a for a in f.args if not idle(a)])
    elif isinstance(f, sp.Sum) and is_finite(f):
        if free(at).isdisjoint(running(f)):
            yield sp.Sum(Partial(f.function, at), *f.limits)
    elif isinstance(f, sp.Pow) and idle(f.exp):
        yield f.exp * f.base ** (f.exp - 1) * Partial(f.base, at)
    elif isinstance(f, sp.Pow) and idle(f.base):
        yield sp.log(f.base) * f * Partial(f.exp, at)
    elif isinstance(f, SMOOTH) and len(f.args) == 1:
        yield f.fdiff(1) * Partial(f.args[0], at)
    else:
        yield from _slopes_of_nodes(f, at, world)


def _by_parts(f: Any, at: Any, moving: Any) -> Any:
    """The derivative of a sum or product, part by part."""
    if isinstance(f, sp.Add):
        return sp.Add(*(Partial(a, at) for a in moving))
    rest = [(a, [b for b in f.args if b != a]) for a in moving]
    return sp.Add(*(sp.Mul(Partial(a, at), *others) for a, others in rest))


def _slopes_of_nodes(f: Any, at: Any, world: World) -> Iterator[Any]:
    """The derivative of an entry, or of a generic function and its slopes."""
    held, taken = (f.args[0], f.args[1:]) if isinstance(f, Slope) else (f, ())
    if isinstance(held, AppliedUndef) and len(held.args) == 1:
        if world.is_generic(held):
            order = sum(taken, sp.S.One)
            yield Slope(held, order) * Partial(held.args[0], at)
    elif (generic := _generic(held)) and world.is_generic(generic):
        x = generic.args[1]
        for p, q, sum_ in over(x):
            yield sum_(Slope(held, *taken, p, q) * Partial(Entry(x, p, q), at))
    elif type(f) is type(at) and name_of(f) == name_of(at):
        pairs = zip(_places(f), _places(at), strict=True)
        yield sp.Mul(*(sp.KroneckerDelta(*pair) for pair in pairs))
    else:
        yield from _slopes_of_inverses(f, at)


def _slopes_of_inverses(f: Any, at: Any) -> Iterator[Any]:
    """The derivative of an entry of an inverse, or of a determinant."""
    if isinstance(f, Entry) and (a := inverted(f.args[0])) is not None:
        m, i, j = f.args
        for p, q, sum_ in over(a):
            slope = Partial(Entry(a, p, q), at)
            yield -sum_(Entry(m, i, p) * slope * Entry(m, q, j))
    elif isinstance(f, sp.Determinant):
        for p, q, sum_ in over(f.arg):
            slope = Partial(Entry(f.arg, p, q), at)
            yield f * sum_(Entry(sp.Inverse(f.arg), q, p) * slope)


def _generic(f: Any) -> Any:
    """The generic function of a vector or matrix that f is, or an entry of; or None."""
    if isinstance(f, Entry) and isinstance(f.args[0], nd.AppliedVectorFunction):
        f = f.args[0]
    known = isinstance(f, (nd.AppliedScalarFunction, nd.AppliedVectorFunction))
    return f if known and dims(f.args[1]) else None


def _places(e: Any) -> tuple[Any, ...]:
    return e.args[1:] if isinstance(e, Entry) else tuple(getattr(e, "indices", ()))


def order(old: Any, new: Any, world: World) -> bool:
    """A slope with its pairs of places in another order."""
    if not all(isinstance(e, Slope) and len(e.args) > 2 for e in (old, new)):
        return False
    pairs = [
        sorted(zip(e.args[1::2], e.args[2::2], strict=True), key=str)
        for e in (old, new)
    ]
    return old.args[0] == new.args[0] and pairs[0] == pairs[1]
