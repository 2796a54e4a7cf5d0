"""How the symbolic reader reads eigenvalues and norms, where radicals reach."""

from __future__ import annotations

import sympy as sp

from .. import nodes as nd
from .reader import Undecided, rule


def _symmetric_pair(a):
    """The two eigenvalues of a 2-by-2 matrix, larger first when they are real."""
    half, gap = (
        a.trace() / 2,
        sp.sqrt(sp.expand((a[0, 0] - a[1, 1]) ** 2 / 4 + a[0, 1] * a[1, 0])),
    )
    return half + gap, half - gap


def _eigenvalue(a, k):
    if a.is_diagonal() and a.rows == 1:
        return a[0, 0]
    if a.shape != (2, 2):
        raise Undecided("eigenvalues are proved for 2-by-2 matrices only")
    return _symmetric_pair(a)[k - 1]


@rule(nd.Eigenvalue)
def _eigenvalue_rule(read, e):
    return _eigenvalue(read(e.args[0]), read.size(e.args[1]))


def _gram(a):
    return a.T * a if a.cols <= a.rows else a * a.T


@rule(nd.SingularValue)
def _singular_value(read, e):
    return sp.sqrt(_eigenvalue(_gram(read(e.args[0])), read.size(e.args[1])))


@rule(nd.SpectralNorm)
def _spectral_norm(read, e):
    return sp.sqrt(_eigenvalue(_gram(read(e.args[0])), 1))


@rule(nd.ConditionNumber)
def _condition(read, e):
    gram = _gram(read(e.args[0]))
    return sp.sqrt(_eigenvalue(gram, 1) / _eigenvalue(gram, gram.rows))


@rule(nd.SpectralRadius)
def _spectral_radius(read, e):
    a = read(e.args[0])
    if not nd.is_matrix(a):
        return sp.Abs(a)
    if a.is_upper or a.is_lower:
        return sp.Max(*[sp.Abs(a[i, i]) for i in range(a.rows)])
    if a.shape != (2, 2):
        raise Undecided("the spectral radius is proved for 2-by-2 matrices only")
    return sp.Max(*map(sp.Abs, _symmetric_pair(a)))
