"""How the numeric reader reads numbers, names and generic functions."""

from __future__ import annotations

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

from .. import nodes as nd
from .reader import number, rule


@rule(sp.Number, sp.NumberSymbol)
def _number(read, e):
    return float(e)


@rule(sp.Indexed)
def _indexed(read, e):
    at = tuple(read.count(k) for k in e.indices)
    if e.base in read.values:
        if min(at) < 1:
            raise IndexError(f"{e} has an index below 1")
        return read.values[e.base][tuple(i - 1 for i in at)]
    if found := read.definitions.lookup(e.base[at]):
        value, bound = found
        values = {k: float(v) for k, v in bound.items()}
        return number(read.within(values)(value))
    raise KeyError(f"{e} has no value")


@rule(MatrixElement)
def _matrix_element(read, e):
    at = read.count(e.i), read.count(e.j)
    if min(at) < 0:
        raise IndexError(f"{e} has an index below 1")
    return read(e.parent)[at]


@rule(AppliedUndef)
def _applied(read, e):
    return read.values[e.func](*[number(read(a)) for a in e.args])


@rule(nd.AppliedScalarFunction)
def _applied_scalar(read, e):
    return read.values[e.func, e.args[0]](*_arguments(read, e.args[1]))


@rule(nd.AppliedVectorFunction)
def _applied_vector(read, e):
    label, x, m = e.args
    components = read.values[e.func, label][: read.count(m)]
    entries = _arguments(read, x)
    return np.array([[g(*entries)] for g in components])


def _arguments(read, x):
    """The entries a generic function takes: of a column or a matrix, not of a row."""
    value = np.asarray(read(x))
    if value.ndim == 2 and value.shape[0] == 1 < value.shape[1]:
        raise ValueError(f"a generic function of a {value.shape} row")
    return value.ravel()
