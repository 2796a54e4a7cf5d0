"""How the numeric reader finds where a function is largest or smallest."""

from __future__ import annotations

import numpy as np
import sympy as sp

from .. import nodes as nd
from .reader import number, rule
from .search import golden_section, quasi_newton


def _real(read, f):
    return float(np.real(number(read(f))))


def _search(read, f, x, sign, project=lambda v: v, starts=3):
    """The entries of the best local minimum of sign * f over a vector or matrix."""
    shape = tuple(map(read.count, x.shape))
    flat = sp.Dummy("flat")

    def value(reader):
        point = project(np.reshape(reader.values[flat], shape))
        return sign * number(reader.within({x: point})(f))

    def at(v):
        return read.within({flat: np.asarray(v)})

    def slope(v):
        return np.array([float(at(v).slope(value, flat, (k,))) for k in range(v.size)])

    rng = np.random.default_rng(len(str(f)))
    found = [
        quasi_newton(
            lambda v: float(np.real(value(at(v)))),
            slope,
            rng.normal(size=shape).ravel(),
        )
        for _ in range(starts)
    ]
    best = min(found, key=lambda v: float(np.real(value(at(v)))))
    return project(best.reshape(shape))


def _scalar_search(read, f, x, sign):
    default = (1e-3, 20.0) if x.is_positive else (-10.0, 10.0)
    low, high = read.brackets.get(x, default)
    return golden_section(lambda v: sign * _real(read.within({x: v}), f), low, high)


@rule(nd.ArgMin)
def _argmin(read, e):
    read.forbid_step()
    return _scalar_search(read, *e.args, sign=1)


@rule(nd.ArgMax)
def _argmax(read, e):
    read.forbid_step()
    return _scalar_search(read, *e.args, sign=-1)


@rule(nd.MatrixArgMin)
def _matrix_argmin(read, e):
    read.forbid_step()
    return _search(read, *e.args, sign=1)


@rule(nd.MatrixArgMax)
def _matrix_argmax(read, e):
    read.forbid_step()
    return _search(read, *e.args, sign=-1)


def _unit(v):
    return v / np.sqrt(np.sum(v * v))


def _orthonormal(v):
    """Gram-Schmidt without conjugates, so that a complex step passes through."""
    columns = []
    for a in v.T:
        for q in columns:
            a = a - np.sum(q * a) * q
        columns.append(_unit(a))
    return np.array(columns).T


PROJECTIONS = {nd.Unit: _unit, nd.Orthogonal: _orthonormal}


@rule(nd.Maximum, nd.Minimum)
def _extreme_value(read, e):
    read.forbid_step()
    f, x, *hypotheses = e.args
    sign = -1 if isinstance(e, nd.Maximum) else 1
    if not nd.is_matrix(x):
        return _real(read.within({x: _scalar_search(read, f, x, sign)}), f)
    project = lambda v: v  # noqa: E731
    for h in hypotheses:
        project = PROJECTIONS[type(h)]
    return _real(read.within({x: _search(read, f, x, sign, project)}), f)
