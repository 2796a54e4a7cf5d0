"""Jensen's inequality: by how much a mean of a convex function is above its own.

Each gap is a sum of `Divergence`s, which say how far the logarithm or the exponential
is from its tangent at the mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp
from sympy.matrices.expressions.matexpr import MatrixElement

from .. import nodes as nd
from ..claim import Claim

ENTRIES = (nd.Entry, MatrixElement, sp.Indexed)


def gaps(claim: Claim, e: Any) -> Iterator[Any]:
    """What a number in which a mean stands within a function may be, the mean apart.

    log of a mean less the mean of logarithms; a mean of exponentials less that of the
    mean; a mean of w log w less w log w of the mean; a sum of b log(b/a), of shares b
    and a.
    """
    for q in sorted(e.atoms(sp.log, sp.exp), key=str):
        for mean in sorted(q.args[0].atoms(sp.Sum), key=str):
            if len(mean.limits) == 1:
                yield from _at(q, mean, *_weighted(claim, mean))
    for s in sorted(e.atoms(sp.Sum), key=str):
        for b in _shares(claim, s):
            for log in sorted(s.function.atoms(sp.log), key=str):
                yield from _of_shares(s, b, log.args[0])


def _weighted(claim: Claim, mean: Any) -> tuple[Any, Any]:
    """The share and the rest of what a mean adds up; None, None without one."""
    for p in _shares(claim, mean):
        if not (rest := sp.cancel(mean.function / p)).has(p):
            return p, rest
    return None, None


def _shares(claim: Claim, s: Any) -> list[Any]:
    """The entries of a simplex among the factors of what a sum adds up."""
    known = {h.symbol for h in claim.given if isinstance(h, nd.Simplex)}
    factors = sp.Mul.make_args(s.function)
    entries = (f for f in factors if isinstance(f, ENTRIES))
    return [f for f in entries if f.args[0] in known]


def _at(q: Any, mean: Any, p: Any, w: Any) -> Iterator[Any]:
    if p is None:
        return
    ends = mean.limits[0]
    k = sp.Symbol(f"{ends[0]}'", integer=True, positive=True)
    other = sp.Sum(mean.function.xreplace({ends[0]: k}), (k, *ends[1:]))
    if q == sp.log(mean):
        yield sp.Sum(nd.Divergence(p, p * w / other), ends)
        yield sp.Sum(p * nd.Divergence(w, other), ends)
    elif q == sp.exp(mean):
        yield sp.Sum(p * nd.Divergence(sp.exp(other), sp.exp(w)), ends)


def _of_shares(s: Any, b: Any, u: Any) -> Iterator[Any]:
    """What b log(b/a) is more than b − a, for a by the number within a logarithm."""
    for a in (sp.cancel(b / u), sp.cancel(u * b), u):
        if not a.has(b):
            yield sp.Sum(nd.Divergence(b, a), *s.limits)
