"""How the symbolic reader reads names: symbols, entries, generic functions."""

from __future__ import annotations

import zlib

import numpy as np
import sympy as sp
from sympy.core.function import AppliedUndef
from sympy.matrices.expressions.matexpr import MatrixElement

from .. import nodes as nd
from ..distributions import RandomSample, RandomVariable, RandomVector
from .jets import jet
from .points import rational_point
from .reader import number, rule


@rule(sp.MatrixSymbol)
def _matrix_symbol(read, e):
    rows, cols = read.size(e.rows), read.size(e.cols)
    made = sp.ImmutableMatrix(
        rows, cols, lambda i, j: read.entry(e, e.name, (int(i) + 1, int(j) + 1))
    )
    if isinstance(e, RandomVector):
        read.distributions.update(dict.fromkeys(made, e.distribution))
        return made
    if read.at_points and e not in read.masked and all(q.is_Symbol for q in made):
        rng = np.random.default_rng(zlib.crc32(e.name.encode()))
        return made.xreplace(rational_point(made.free_symbols, rng, read.ranges))
    return made


@rule(sp.IndexedBase)
def _base(read, e):
    return e


@rule(sp.Indexed)
def _indexed(read, e):
    at = tuple(read.size(k) for k in e.indices)
    if min(at) < 1 or any(
        a > read.size(n) for a, n in zip(at, e.base.shape or (), strict=False)
    ):
        raise IndexError(f"{e} is outside 1..{e.base.shape}")
    if e.base in read.known:
        return read(read.known[e.base][at])
    if not read._is_masked(e) and (found := read.definitions.lookup(e.base[at])):
        value, bound = found
        return number(read.within(bound)(value))
    label = e.base.label
    made = read.entry(e.base, str(label), at, positive=label.is_positive)
    if isinstance(e.base, RandomSample):
        read.distributions[made] = e.base.distribution
    return made


@rule(MatrixElement)
def _matrix_element(read, e):
    at = read.size(e.i), read.size(e.j)
    if min(at) < 0:
        raise IndexError(f"{e} has an index below 1")
    return read(e.parent)[at]


@rule(RandomVariable)
def _random_variable(read, e):
    read.distributions[e] = e.distribution
    return e


@rule(AppliedUndef)
def _applied(read, e):
    arguments = [number(read(a)) for a in e.args]
    return jet(e.func.__name__, (0,) * len(arguments))(*arguments)


@rule(nd.AppliedScalarFunction)
def _applied_scalar(read, e):
    entries = _arguments(read, e.args[1])
    return jet(str(e.args[0]), (0,) * len(entries))(*entries)


@rule(nd.AppliedVectorFunction)
def _applied_vector(read, e):
    label, x, m = e.args
    entries, rows = _arguments(read, x), range(1, read.size(m) + 1)
    return sp.ImmutableMatrix(
        [jet(f"{label}[{i}]", (0,) * len(entries))(*entries) for i in rows]
    )


def _arguments(read, x):
    """The entries a generic function takes: of a column or a matrix, not of a row."""
    value = read(x)
    if value.rows == 1 < value.cols:
        raise sp.ShapeError(f"a generic function of a {value.shape} row")
    return list(value)
