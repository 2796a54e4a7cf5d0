"""How the symbolic reader reads sums, products and what is made of matrices."""

from __future__ import annotations

from functools import reduce

import sympy as sp

from .. import nodes as nd
from .reader import number, product, rule


@rule(sp.Add, sp.MatAdd)
def _add(read, e):
    return reduce(lambda a, b: a + b, [number(read(a)) for a in e.args])


@rule(sp.Mul, sp.MatMul)
def _mul(read, e):
    return reduce(product, map(read, e.args))


@rule(sp.Transpose)
def _transpose(read, e):
    a = read(e.arg)
    return a.T if nd.is_matrix(a) else a


@rule(sp.Inverse)
def _inverse(read, e):
    a = read(e.arg)
    if not nd.is_matrix(a):
        return 1 / a
    return a.inv(method="ADJ")


@rule(sp.MatPow)
def _power(read, e):
    a, k = read(e.base), read(e.exp)
    return a**k if nd.is_matrix(a) else number(a) ** k


@rule(sp.Trace)
def _trace(read, e):
    return sp.sympify(read(e.arg)).trace()


@rule(sp.Determinant)
def _determinant(read, e):
    return read(e.arg).det(method="berkowitz")


@rule(sp.Identity)
def _identity(read, e):
    return sp.ImmutableMatrix(sp.eye(read.size(e.rows)))


@rule(sp.ZeroMatrix)
def _zeros(read, e):
    return sp.ImmutableMatrix(sp.zeros(read.size(e.rows), read.size(e.cols)))


@rule(sp.OneMatrix)
def _ones(read, e):
    return sp.ImmutableMatrix(sp.ones(read.size(e.rows), read.size(e.cols)))


@rule(sp.HadamardProduct)
def _hadamard(read, e):
    return reduce(lambda a, b: a.multiply_elementwise(b), map(read, e.args))


@rule(sp.HadamardPower)
def _hadamard_power(read, e):
    power = number(read(e.exp))
    return read(e.base).applyfunc(lambda q: q**power)


@rule(sp.KroneckerProduct)
def _kronecker(read, e):
    return sp.ImmutableMatrix(sp.kronecker_product(*map(read, e.args)))


@rule(sp.BlockMatrix)
def _blocks(read, e):
    grid = e.blocks
    rows = [
        sp.Matrix.hstack(*[sp.Matrix(read(grid[i, j])) for j in range(grid.cols)])
        for i in range(grid.rows)
    ]
    return sp.ImmutableMatrix(sp.Matrix.vstack(*rows))


@rule(sp.MatrixBase)
def _explicit(read, e):
    return sp.ImmutableMatrix(e.rows, e.cols, [number(read(a)) for a in e.flat()])


@rule(nd.Dot)
def _dot(read, e):
    a, b = map(read, e.args)
    if not nd.is_matrix(a):
        return a * b
    if a.shape != b.shape:
        raise sp.ShapeError(f"cannot take the inner product of {a.shape}, {b.shape}")
    return sum(p * q for p, q in zip(a, b, strict=True))


@rule(nd.SquaredNorm)
def _squared_norm(read, e):
    return sum(a**2 for a in _entries(read(e.args[0])))


def _entries(a):
    return list(a) if nd.is_matrix(a) else [a]


@rule(nd.Norm)
def _norm(read, e):
    entries = _entries(read(e.args[0]))
    p = e.args[1] if len(e.args) > 1 else 2
    if p == sp.oo:
        return sp.Max(*map(sp.Abs, entries))
    if p == 1:
        return sum(map(sp.Abs, entries))
    return sp.sqrt(sum(a**2 for a in entries))


@rule(nd.FrobeniusNorm)
def _frobenius(read, e):
    return sp.sqrt(_squared_norm(read, e))


@rule(nd.Elementwise)
def _elementwise(read, e):
    function, argument, order = e.args
    (t,) = function.variables
    s = sp.Dummy("s", real=True)
    image = number(read.within({t: s})(function.expr))
    for _ in range(int(order)):
        image = sp.diff(image, s)
    a = read(argument)
    apply = lambda v: image.xreplace({s: v})  # noqa: E731
    return a.applyfunc(apply) if nd.is_matrix(a) else apply(a)


@rule(nd.Diag)
def _diag(read, e):
    return sp.ImmutableMatrix(sp.diag(*_entries(read(e.args[0]))))


@rule(nd.DiagonalOf)
def _diagonal_of(read, e):
    a = read(e.args[0])
    return sp.ImmutableMatrix([a[i, i] for i in range(a.rows)])


@rule(nd.Vec)
def _vec(read, e):
    return sp.ImmutableMatrix(read(e.args[0]).vec())


@rule(nd.Column)
def _column(read, e):
    return read(e.args[0])[:, _from_one(read, e.args[1])]


@rule(nd.Row)
def _row(read, e):
    return read(e.args[0])[_from_one(read, e.args[1]), :]


def _from_one(read, index):
    """The position of what is counted from one; there is no zeroth column or row."""
    count = read.size(index)
    if count < 1:
        raise IndexError(f"{index} is below 1")
    return count - 1


@rule(nd.BasisVector)
def _basis(read, e):
    one = read.size(e.args[0])
    return sp.ImmutableMatrix(
        [int(k == one) for k in range(1, read.size(e.args[1]) + 1)]
    )


@rule(nd.Components)
def _components(read, e):
    body, i = e.args
    at = range(read.size(i.lower), read.size(i.upper) + 1)
    return sp.ImmutableMatrix(
        [number(read.within({i: sp.Integer(k)})(body)) for k in at]
    )
