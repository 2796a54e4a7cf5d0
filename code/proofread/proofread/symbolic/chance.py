"""How the symbolic reader reads means, variances and covariances."""

from __future__ import annotations

from .. import nodes as nd
from ..distributions import (
    Covariance,
    Expectation,
    MatrixCovariance,
    MatrixExpectation,
    Variance,
)
from .moments import mean
from .reader import number, rule


def _mean(read, value):
    randoms = {
        s: type(d)(*d.args) for s, d in read.distributions.items() if value.has(s)
    }
    return mean(value, randoms, read)


@rule(Expectation, MatrixExpectation)
def _expectation(read, e):
    value = read(e.args[0])
    if nd.is_matrix(value):
        return value.applyfunc(lambda q: _mean(read, q))
    return _mean(read, value)


@rule(Variance)
def _variance(read, e):
    value = number(read(e.args[0]))
    return _mean(read, value**2) - _mean(read, value) ** 2


@rule(Covariance)
def _covariance(read, e):
    a, b = (number(read(q)) for q in e.args)
    return _mean(read, a * b) - _mean(read, a) * _mean(read, b)


@rule(MatrixCovariance)
def _matrix_covariance(read, e):
    a, b = map(read, e.args)
    both = (a * b.T).applyfunc(lambda q: _mean(read, q))
    centers = [m.applyfunc(lambda q: _mean(read, q)) for m in (a, b)]
    return both - centers[0] * centers[1].T
