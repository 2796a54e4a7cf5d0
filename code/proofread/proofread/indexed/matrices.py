"""What the entries of each kind of matrix are in index notation: one rule a node."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import sympy as sp
from sympy.core.function import AppliedUndef

from .. import nodes as nd
from ..nodes.entries import Entry, Partial, Slope
from .line import Line
from .shapes import dims

OfMatrix = Callable[[Line, Any, Any, Any], Any]


def entry(m: Any, i: Any, j: Any) -> Any:
    """The entry of a matrix; a number has but one."""
    return Entry(m, i, j) if dims(m) else m


def total(line: Line, m: Any, body: Callable[[Any, Any], Any]) -> Any:
    """The sum over all entries of a matrix of what is made of each place."""
    k, q = (line.indices.new(n) for n in dims(m) or (1, 1))
    return summed(line, body(k, q), k, q)


def summed(line: Line, body: Any, *indices: Any) -> Any:
    """The sum over the whole ranges of indices; none over a length of 1."""
    limits = [(k, 1, line.indices.last[k]) for k in indices if k in line.indices.last]
    return sp.Sum(body, *limits) if limits else body


def _sum(line: Line, e: Any, i: Any, j: Any) -> Any:
    return sp.Add(*[Entry(a, i, j) for a in e.args])


def _product(line: Line, e: Any, i: Any, j: Any) -> Any:
    numbers = [a for a in e.args if not dims(a)]
    matrices = [a for a in e.args if dims(a)]
    first, rest = matrices[0], matrices[1:]
    c = sp.Mul(*numbers)
    if not rest:
        return c * Entry(first, i, j)
    last = rest[0] if len(rest) == 1 else sp.MatMul(*rest)
    (_, inner), (outer, _) = dims(first) or (1, 1), dims(last) or (1, 1)
    if dims(first) == (1, 1) and outer != 1:
        return c * Entry(first, sp.S.One, sp.S.One) * Entry(last, i, j)
    if dims(last) == (1, 1) and inner != 1:
        return c * Entry(first, i, j) * Entry(last, sp.S.One, sp.S.One)
    k = line.indices.new(inner)
    return c * summed(line, Entry(first, i, k) * Entry(last, k, j), k)


def _power(line: Line, e: Any, i: Any, j: Any) -> Any:
    if not (e.exp.is_Integer and e.exp >= 1):
        return None
    if e.exp == 1:
        return Entry(e.base, i, j)
    rest = e.base if e.exp == 2 else sp.MatPow(e.base, e.exp - 1)
    k = line.indices.new(e.base.cols)
    return summed(line, Entry(e.base, i, k) * Entry(rest, k, j), k)


def _elementwise(line: Line, e: Any, i: Any, j: Any) -> Any:
    function, argument, order = e.args
    (t,), at = function.variables, entry(argument, i, j)
    body = function.expr
    if order == 0:
        return body.xreplace({t: at})
    if isinstance(body, AppliedUndef) and body.args == (t,):
        return Slope(body.func(at), order)
    if body.has(AppliedUndef):
        return None
    return sp.diff(body, t, order).xreplace({t: at})


def _jacobian(line: Line, e: Any, i: Any, j: Any) -> Any:
    f, x = e.args
    return Partial(entry(f, i, sp.S.One), Entry(x, j, sp.S.One))


def _hessian(line: Line, e: Any, i: Any, j: Any) -> Any:
    f, x = e.args
    return Partial(Partial(f, Entry(x, i, sp.S.One)), Entry(x, j, sp.S.One))


def change(line: Line, f: Any, names: Any, changes: Any) -> Any:
    """The differential of a number: Σ ∂f/∂x dx over every entry that changes."""
    terms: list[Any] = []
    for x, dx in zip(names, changes, strict=True):
        if dims(x):
            made = total(
                line,
                x,
                lambda p, q, x=x, dx=dx: Partial(f, Entry(x, p, q)) * Entry(dx, p, q),
            )
        else:
            made = Partial(f, x) * dx
        terms.append(made)
    return sp.Add(*terms)


def _matrix_sum(line: Line, e: Any, i: Any, j: Any) -> Any:
    return sp.Sum(Entry(e.function, i, j), *e.limits)


MATRICES: dict[type, OfMatrix] = {
    sp.Transpose: lambda line, e, i, j: Entry(e.arg, j, i),
    sp.MatAdd: _sum,
    sp.MatMul: _product,
    sp.MatPow: _power,
    sp.Identity: lambda line, e, i, j: sp.KroneckerDelta(i, j),
    sp.ZeroMatrix: lambda line, e, i, j: sp.S.Zero,
    sp.OneMatrix: lambda line, e, i, j: sp.S.One,
    sp.HadamardProduct: lambda line, e, i, j: sp.Mul(*[Entry(a, i, j) for a in e.args]),
    nd.Diag: lambda line, e, i, j: (
        sp.KroneckerDelta(i, j) * Entry(e.args[0], i, sp.S.One)
    ),
    nd.DiagonalOf: lambda line, e, i, j: Entry(e.args[0], i, i),
    nd.Column: lambda line, e, i, j: Entry(e.args[0], i, e.args[1]),
    nd.Row: lambda line, e, i, j: Entry(e.args[0], e.args[1], j),
    nd.BasisVector: lambda line, e, i, j: sp.KroneckerDelta(i, e.args[0]),
    nd.Components: lambda line, e, i, j: e.args[0].xreplace({e.args[1]: i}),
    nd.Elementwise: _elementwise,
    nd.Grad: lambda line, e, i, j: Partial(e.args[0], Entry(e.args[1], i, j)),
    nd.Jacobian: _jacobian,
    nd.HessianMatrix: _hessian,
    nd.MatrixDifferential: lambda line, e, i, j: change(
        line, Entry(e.args[0], i, j), *e.args[1:]
    ),
}


def of_entry(line: Line, e: Any) -> Any:
    """What an entry of a matrix means; None where it is a letter."""
    m, i, j = e.args
    if isinstance(m, sp.MatrixBase):
        return m[0, 0] if m.shape == (1, 1) else None
    if isinstance(m, sp.Inverse):
        return None
    for kind in type(m).__mro__:
        if kind in MATRICES:
            return MATRICES[kind](line, m, i, j)
    if isinstance(m, sp.Sum):
        return _matrix_sum(line, m, i, j)
    if isinstance(m, sp.Subs):
        return sp.Subs(Entry(m.expr, i, j), m.variables, m.point)
    if isinstance(m, sp.Derivative):
        return sp.Derivative(Entry(m.expr, i, j), *m.variable_count)
    if isinstance(m, (sp.Mul, sp.Add)) and dims(m):
        return (_product if m.is_Mul else _sum)(line, m, i, j)
    return None
