"""How the numeric reader reads eigenvalues and singular values: by LAPACK."""

from __future__ import annotations

import numpy as np

from .. import nodes as nd
from .reader import rule


@rule(nd.Eigenvalue)
def _eigenvalue(read, e):
    read.forbid_step()
    a = np.atleast_2d(read(e.args[0]))
    if not np.allclose(a, a.T):
        raise ValueError("ordered eigenvalues are those of a symmetric matrix")
    return np.linalg.eigvalsh(a)[-read.count(e.args[1])]


def _singular_values(read, e):
    read.forbid_step()
    return np.linalg.svd(np.atleast_2d(read(e.args[0])), compute_uv=False)


@rule(nd.SingularValue)
def _singular_value(read, e):
    return _singular_values(read, e)[read.count(e.args[1]) - 1]


@rule(nd.SpectralNorm)
def _spectral_norm(read, e):
    return _singular_values(read, e)[0]


@rule(nd.ConditionNumber)
def _condition(read, e):
    s = _singular_values(read, e)
    return s[0] / s[-1]


@rule(nd.SpectralRadius)
def _spectral_radius(read, e):
    read.forbid_step()
    return np.max(np.abs(np.linalg.eigvals(np.atleast_2d(read(e.args[0])))))
