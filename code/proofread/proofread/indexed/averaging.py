"""The mean of a number, taken apart until moments are left."""

from __future__ import annotations

from typing import Any

import sympy as sp

from .. import nodes as nd
from ..declaration import said
from ..nodes.averages import is_tame, randoms
from . import ring
from .contractions import flat
from .folding import Normalize
from .line import Found, Line


def averaged(line: Line, e: Any, normalize: Normalize) -> Found | None:
    """The next step towards moments of one mean."""
    if isinstance(e, nd.ConditionalExpectation | nd.Quantile):
        return _told(line, e)
    if not isinstance(e, nd.Expectation):
        return None
    (u,) = e.args
    if _is_open(u) and (opened := _multiplied(u) or _one_sum(line, u)) is not None:
        line.take("ring", e, e.func(opened))
        return averaged(line, e.func(opened), normalize)
    made = next((q.right for q in said(e)), None)
    if made is None:
        return None
    made = line.meant(made)
    if made.has(e):
        return _over_values(line, e, made, normalize)
    return _rule(u, made), e, made


def _told(line: Line, e: Any) -> Found | None:
    """A quantile, or a mean where something is known, by what is declared of it."""
    rule = "quantile" if isinstance(e, nd.Quantile) else "moment"
    return next(((rule, e, line.meant(q.right)) for q in said(e)), None)


def _over_values(line: Line, e: Any, made: Any, normalize: Normalize) -> Found | None:
    """A mean over values, if their probabilities are found to add up to 1."""
    (rest,) = (t for t in made.args if t.has(e))
    shares = line.part(1 - rest / e)
    normalize(shares)
    if shares.term != 1:
        return None
    line.take("moment", e, made)
    *steps, last = shares.steps
    for s in steps:
        line.take(s.rule, s.old, s.new, backward=s.backward)
    return last.rule, last.old, last.new


def _is_open(u: Any) -> bool:
    """Whether a number is to be multiplied out: it is tame, and no factor comes out."""
    return is_tame(u) and all(map(randoms, sp.Mul.make_args(u)))


def settled(line: Line, e: Any, normalize: Normalize) -> Found | None:
    """The same where no sum is left in what is averaged."""
    return None if e.atoms(sp.Sum) else averaged(line, e, normalize)


def _rule(u: Any, made: Any) -> str:
    if isinstance(u, (sp.Add, sp.Sum)) or not randoms(u):
        return "mean"
    means = made.atoms(nd.Expectation)
    return "moment" if not means else "mean" if len(means) == 1 else "independence"


def _multiplied(u: Any) -> Any:
    """Powers and products of sums multiplied out; None where they are."""
    made = ring.multiplied_out(u)
    return None if made == u else made


def _one_sum(line: Line, u: Any) -> Any:
    """A product of random sums as one sum; None where there is none to join."""
    factors = list(flat(u))
    sums = [f for f in factors if isinstance(f, sp.Sum) and randoms(f)]
    if not sums or (len(factors) == 1 and u == sums[0]):
        return None
    limits: list[Any] = []
    body = sp.Mul(*(f for f in factors if f not in sums))
    for s in sums:
        swap = {k: line.indices.bound(high) for k, _, high in s.limits}
        limits += [(swap[k], low, high) for k, low, high in s.limits]
        body *= s.function.xreplace(swap)
    return sp.Sum(body, *limits)
