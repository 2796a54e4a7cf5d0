"""What a node means: its entries, and the number that it is, in index notation."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from ... import nodes as nd
from ...nodes import Entry, Partial
from .elementwise import elementwise
from .terms import Refused, dims, put, running, same, total
from .world import World

ONE = sp.S.One
K, L = (sp.Dummy(name, integer=True) for name in "kl")


def over(e: Any) -> Iterator[tuple[Any, Any, Callable[[Any], Any]]]:
    """Two places that run over a matrix, and the Sum over them, in either order."""
    rows, cols = dims(e) or (1, 1)
    p, q = ONE if rows == 1 else K, ONE if cols == 1 else L
    limits = [(k, 1, n) for k, n in ((p, rows), (q, cols)) if k != 1]
    yield p, q, lambda f: total(f, limits)
    yield p, q, lambda f: total(f, limits[::-1])


def at(e: Any, i: Any, j: Any) -> Any:
    """The entry of a matrix; a number, for every place."""
    return Entry(e, i, j) if dims(e) else e


def means(old: Any, new: Any, world: World) -> bool:
    """Whether new is what the node old means."""
    if isinstance(old, nd.Differential):
        return _differential(old.args[0], old.args[1:], new, world)
    if isinstance(old, Entry) and isinstance(old.args[0], nd.MatrixDifferential):
        f, *moves = old.args[0].args
        return _differential(Entry(f, *old.args[1:]), moves, new, world)
    if isinstance(old, Entry):
        m, i, j = old.args
        return any(same(e, new) for e in entry(m, i, j, world))
    return any(same(e, new) for e in number(old, world))


def _differential(f: Any, moves: Any, new: Any, world: World) -> bool:
    """Whether new adds up, over the names, slopes of f times the changes."""
    left = list(sp.Add.make_args(new))
    if any(y in world.reach(x) for x in moves[0] for y in moves[0] if y != x):
        raise Refused("one of the names that move defines another")
    for x, dx in zip(*moves, strict=True):
        options: list[Any] = []
        for p, q, sum_ in over(x):
            options.append(sum_(Partial(f, at(x, p, q)) * at(dx, p, q)))
        found = next((t for t in left if any(same(e, t) for e in options)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def number(e: Any, world: World) -> Iterator[Any]:
    """What a node that is a number is, in every way it may be written."""
    if dims(e) == (1, 1):
        yield Entry(e, ONE, ONE)
    elif isinstance(e, MatrixElement):
        yield Entry(e.parent, e.i + 1, e.j + 1)
    elif isinstance(e, sp.Derivative) and not dims(e.expr):
        yield _repeated(e, e.expr)
    elif isinstance(e, sp.Subs):
        yield _at_point(e, world)
    elif isinstance(e, (*TOTALS, sp.Trace)):
        yield from _totals(e)


def _totals(e: Any) -> Iterator[Any]:
    """A number made of all entries, or of those of the diagonal."""
    a, *more = e.args
    plain = not more or more == [2]
    for p, q, sum_ in over(a):
        x = at(a, p, q)
        if isinstance(e, sp.Trace):
            yield total(Entry(a, p, p), [(p, 1, dims(a)[0])] if p != 1 else [])
        elif isinstance(e, nd.Dot):
            yield sum_(x * at(more[0], p, q))
        elif isinstance(e, nd.SquaredNorm):
            yield sum_(x**2)
        elif plain:
            yield sp.sqrt(sum_(x**2))
        elif more == [1]:
            yield sum_(sp.Abs(x))


TOTALS = (nd.Dot, nd.SquaredNorm, nd.FrobeniusNorm, nd.Norm)


def _at_point(e: Any, world: World) -> Any:
    """An expression with numbers in place of its variables, all at once."""
    held = [(sp.Dummy(real=True), p) for p in e.point]
    value = e.expr
    for t, (d, _) in zip(e.variables, held, strict=True):
        value = put(value, world.own(t), d)
    for d, p in held:
        value = put(value, d, p)
    return value


def _repeated(e: Any, f: Any) -> Any:
    """A derivative of f by numbers, one after the other."""
    by = [x for x, count in e.variable_count for _ in range(int(count))]
    return functools.reduce(Partial, by, f)


def entry(m: Any, i: Any, j: Any, world: World) -> Iterator[Any]:
    """What the entry (i, j) of a matrix is, by what the matrix is made of."""
    if isinstance(m, sp.MatMul) or (isinstance(m, sp.Mul) and dims(m)):
        yield _product(list(m.args), i, j)
    elif isinstance(m, sp.MatPow) and m.exp.is_Integer and m.exp > 1:
        rest = m.base if m.exp == 2 else sp.MatPow(m.base, m.exp - 1)
        yield _product([m.base, rest], i, j)
    elif isinstance(m, nd.Elementwise):
        yield elementwise(m, i, j, world)
    elif isinstance(m, sp.Sum):
        if not {i, j}.intersection(running(m)):
            yield sp.Sum(Entry(m.function, i, j), *m.limits)
    elif isinstance(m, nd.Components) and m.args[1].lower == 1:
        yield put(m.args[0], world.own(m.args[1]), i)
    elif isinstance(m, sp.MatrixBase) and m.shape == (1, 1):
        yield m[0, 0]
    elif rule := next((r for kind, r in ENTRIES.items() if isinstance(m, kind)), None):
        yield rule(m, i, j)


ENTRIES: dict[Any, Callable[[Any, Any, Any], Any]] = {
    sp.Transpose: lambda m, i, j: Entry(m.arg, j, i),
    (sp.MatAdd, sp.Add): lambda m, i, j: sp.Add(*(Entry(a, i, j) for a in m.args)),
    sp.HadamardProduct: lambda m, i, j: sp.Mul(*(Entry(a, i, j) for a in m.args)),
    sp.Identity: lambda m, i, j: sp.KroneckerDelta(i, j),
    sp.ZeroMatrix: lambda m, i, j: sp.S.Zero,
    sp.OneMatrix: lambda m, i, j: ONE,
    nd.Diag: lambda m, i, j: sp.KroneckerDelta(i, j) * _of(m.args[0], i),
    sp.Derivative: lambda m, i, j: _repeated(m, Entry(m.expr, i, j)),
    sp.Subs: lambda m, i, j: sp.Subs(_apart(m, i, j), m.variables, m.point),
    nd.DiagonalOf: lambda m, i, j: Entry(m.args[0], i, i),
    nd.Column: lambda m, i, j: Entry(m.args[0], i, m.args[1]),
    nd.Row: lambda m, i, j: Entry(m.args[0], m.args[1], j),
    nd.BasisVector: lambda m, i, j: sp.KroneckerDelta(i, m.args[0]),
    nd.Grad: lambda m, i, j: Partial(m.args[0], Entry(m.args[1], i, j)),
    nd.Jacobian: lambda m, i, j: Partial(at(m.args[0], i, ONE), _of(m.args[1], j)),
    nd.HessianMatrix: lambda m, i, j: Partial(
        Partial(m.args[0], _of(m.args[1], i)), _of(m.args[1], j)
    ),
}


def _apart(m: Any, i: Any, j: Any) -> Any:
    """The entry of what is taken at a point, at a place that it does not bind."""
    if not {i, j}.isdisjoint(m.variables):
        raise Refused(f"{i} or {j} would be bound in {m}")
    return Entry(m.expr, i, j)


def _of(v: Any, i: Any) -> Any:
    """The entry of a column."""
    if dims(v)[1] != 1:
        raise Refused(f"{v} is no column")
    return Entry(v, i, ONE)


def _product(parts: list[Any], i: Any, j: Any) -> Any:
    """The entry of a product: numbers, times a sum over the first inner dimension."""
    tables = [a for a in parts if dims(a)]
    c = sp.Mul(*(a for a in parts if not dims(a)))
    if not tables:
        raise Refused("a product of numbers has no entries")
    first, *rest = tables
    if not rest:
        return c * Entry(first, i, j)
    others = rest[0] if len(rest) == 1 else sp.MatMul(*rest)
    n = dims(first)[1]
    if n != dims(others)[0]:
        raise Refused(f"{first} and {others} do not chain")
    if n == 1:
        return c * Entry(first, i, ONE) * Entry(others, ONE, j)
    return c * sp.Sum(Entry(first, i, K) * Entry(others, K, j), (K, 1, n))
