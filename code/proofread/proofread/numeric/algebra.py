"""How the numeric reader reads sums, products and what is made of matrices."""

from __future__ import annotations

from functools import reduce

import numpy as np
import sympy as sp

from .. import nodes as nd
from .functions import modulus
from .reader import number, product, rule


@rule(sp.Add, sp.MatAdd)
def _add(read, e):
    terms = [number(read(a)) for a in e.args]
    if len({np.shape(a) for a in terms}) > 1:
        raise ValueError(f"cannot add shapes {[np.shape(a) for a in terms]}")
    return reduce(np.add, terms)


@rule(sp.Mul, sp.MatMul)
def _mul(read, e):
    return reduce(product, map(read, e.args))


@rule(sp.Pow)
def _pow(read, e):
    base, exponent = number(read(e.base)), number(read(e.exp))
    if np.imag(exponent) == 0 and float(np.real(exponent)).is_integer():
        return (
            base ** int(np.real(exponent))
            if exponent >= 0
            else 1 / base ** int(-np.real(exponent))
        )
    return np.power(base, exponent)


@rule(sp.Transpose)
def _transpose(read, e):
    return np.transpose(read(e.arg))


@rule(sp.Inverse)
def _inverse(read, e):
    a = read(e.arg)
    return np.linalg.inv(a) if np.ndim(a) == 2 else 1 / a


@rule(sp.MatPow)
def _matrix_power(read, e):
    a, k = read(e.base), read.count(e.exp)
    return np.linalg.matrix_power(a, k) if np.ndim(a) == 2 else a**k


@rule(sp.Trace)
def _trace(read, e):
    a = np.atleast_2d(read(e.arg))
    if a.shape[0] != a.shape[1]:
        raise ValueError(f"the trace of a {a.shape} matrix")
    return np.trace(a)


@rule(sp.Determinant)
def _determinant(read, e):
    return np.linalg.det(np.atleast_2d(read(e.arg)))


@rule(sp.Identity)
def _identity(read, e):
    return np.eye(read.count(e.rows))


@rule(sp.ZeroMatrix)
def _zeros(read, e):
    return np.zeros((read.count(e.rows), read.count(e.cols)))


@rule(sp.OneMatrix)
def _ones(read, e):
    return np.ones((read.count(e.rows), read.count(e.cols)))


@rule(sp.HadamardProduct)
def _hadamard(read, e):
    factors = [read(a) for a in e.args]
    if len({np.shape(a) for a in factors}) > 1:
        raise ValueError(f"cannot multiply entries of {[np.shape(a) for a in factors]}")
    return reduce(np.multiply, factors)


@rule(sp.HadamardPower)
def _hadamard_power(read, e):
    return np.power(read(e.base), number(read(e.exp)))


@rule(sp.KroneckerProduct)
def _kronecker(read, e):
    return reduce(np.kron, map(read, e.args))


@rule(sp.BlockMatrix)
def _blocks(read, e):
    grid = e.blocks
    return np.block(
        [[read(grid[i, j]) for j in range(grid.cols)] for i in range(grid.rows)]
    )


@rule(sp.MatrixBase)
def _explicit(read, e):
    return np.array([number(read(a)) for a in e.flat()]).reshape(e.shape)


@rule(nd.Dot)
def _dot(read, e):
    a, b = map(read, e.args)
    if np.shape(a) != np.shape(b):
        raise ValueError(f"inner product of shapes {np.shape(a)} and {np.shape(b)}")
    return np.sum(a * b)


@rule(nd.SquaredNorm)
def _squared_norm(read, e):
    a = read(e.args[0])
    return np.sum(a * a)


@rule(nd.FrobeniusNorm)
def _frobenius(read, e):
    return np.sqrt(_squared_norm(read, e))


@rule(nd.Norm)
def _norm(read, e):
    a = np.asarray(read(e.args[0]))
    p = e.args[1] if len(e.args) > 1 else 2
    if p == sp.oo:
        sizes = modulus(a).ravel()
        return sizes[np.argmax(np.real(sizes))]
    return np.sum(modulus(a)) if p == 1 else np.sqrt(np.sum(a * a))


@rule(nd.Elementwise)
def _elementwise(read, e):
    function, argument, order = e.args
    (t,) = function.variables
    a = np.asarray(read(argument))
    body = sp.Derivative(function.expr, (t, order)) if order else function.expr
    return np.array([number(read.within({t: v})(body)) for v in a.flat]).reshape(
        a.shape
    )


@rule(nd.Diag)
def _diag(read, e):
    return np.diag(np.ravel(read(e.args[0])))


@rule(nd.DiagonalOf)
def _diagonal_of(read, e):
    return np.diag(read(e.args[0]))[:, None]


@rule(nd.Vec)
def _vec(read, e):
    return np.asarray(read(e.args[0])).reshape(-1, 1, order="F")


@rule(nd.Column)
def _column(read, e):
    return read(e.args[0])[:, [_from_one(read, e.args[1])]]


@rule(nd.Row)
def _row(read, e):
    return read(e.args[0])[[_from_one(read, e.args[1])], :]


def _from_one(read, index):
    """The position of what is counted from one; there is no zeroth column or row."""
    count = read.count(index)
    if count < 1:
        raise IndexError(f"{index} is below 1")
    return count - 1


@rule(nd.BasisVector)
def _basis(read, e):
    return np.eye(read.count(e.args[1]))[:, [read.count(e.args[0]) - 1]]


@rule(nd.Components)
def _components(read, e):
    body, i = e.args
    at = range(read.count(i.lower), read.count(i.upper) + 1)
    return np.array([[number(read.within({i: float(k)})(body))] for k in at])
