"""The search for what shows a claim that is no equation."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..claim import Claim
from ..node import dims, is_matrix
from ..nodes.entries import Entry
from ..reductions import EXTREMIZERS, Witness
from ..reductions.measured import require_order
from ..relations import ORDERED
from . import jensen
from .line import DoNotKnow, Indices, Line
from .places import places
from .search import names_in, normalize
from .squares import opened, squares

MOST = 4  # times a left side is multiplied by what tends to 0


def witnesses(claim: Claim) -> Iterator[Witness]:
    """What may show a claim, the likeliest first."""
    if claim.relation in ORDERED:
        yield from _gaps(claim)
    elif claim.relation == "~":
        yield from _whole(claim)
    elif isinstance(claim.lhs, EXTREMIZERS):
        yield from places(claim)
    else:
        raise DoNotKnow(f"no rule yet for the relation {claim.relation}")


def normal(claim: Claim, e: Any) -> Line:
    """A number in standard form."""
    line = Line(e, claim, Indices(names_in(claim)))
    normalize(line)
    return line


# ---- inequalities


def _gaps(claim: Claim) -> Iterator[Witness]:
    less, more = claim.sides[:: 1 if claim.relation in ("<=", "<") else -1]
    yield from map(Witness, _projectors_apart(less, more))
    plain = claim.changed(lhs=more, rhs=less, relation="=", equality={})
    yield Witness(more - less)
    for e in dict.fromkeys((more - less, opened(more) - opened(less))):
        line = normal(plain, e)
        yield Witness(line.term)
        for gap in squares(line):
            yield Witness(gap)
    named = (more - less).xreplace(dict(claim.where))
    yield from map(Witness, jensen.gaps(claim, named))


def _projectors_apart(less: Any, more: Any) -> Iterator[Any]:
    """By how much projectors differ, the traces of which are the sides.

    Where one projects within the other, that is by how much their ranks do.
    """
    if not any(isinstance(side, nd.Rank) for side in (less, more)):
        return
    yield from map(nd.SquaredNorm, _projectors(more) if less == 0 else ())
    for p, q in itertools.product(_projectors(more), _projectors(less)):
        if p.shape == q.shape:
            yield nd.SquaredNorm(p - q)


def _projectors(side: Any) -> Iterator[Any]:
    """Projectors whose trace is a number: of a rank, or of a size."""
    if isinstance(side, nd.Rank):
        (a,) = side.args
        yield sp.MatMul(a, nd.PseudoInverse(a))
        yield sp.MatMul(nd.PseudoInverse(a), a)
    elif side.is_Symbol and side.is_integer and side.is_positive:
        yield sp.Identity(side)


# ---- orders


def _whole(claim: Claim) -> Iterator[Witness]:
    require_order(claim)
    t = claim.variable
    s = sp.Symbol(t.name, real=True)
    plain = claim.lhs.xreplace(dict(claim.where))
    order = claim.rhs.as_base_exp()[1]
    for times in range(MOST):
        whole = _by(plain, t**times).xreplace({t: s})
        powers = (q for q in whole.atoms(sp.Pow) if q.base == s)
        if not any(q.exp.is_negative for q in powers):
            slope = sp.Subs(sp.Derivative(whole, (s, order + times)), s, 0)
            yield Witness(whole=whole, times=times, leading=_leading(claim, slope))
            return


def _leading(claim: Claim, e: Any) -> Any:
    """A number in standard form; a column by its components."""
    if not dims(e):
        return normal(claim, e).term
    rows, columns = dims(e)
    if columns != 1:
        raise DoNotKnow("an order of a matrix")
    k = sp.Idx("r", (1, rows))
    return nd.Components(normal(claim, Entry(e, k, 1)).term, k)


def _by(e: Any, factor: Any) -> Any:
    """A sum times a factor, term by term, each in lowest terms."""
    if isinstance(e, (sp.Add, sp.MatAdd)):
        return e.func(*(_by(a, factor) for a in e.args))
    if isinstance(e, sp.MatMul):
        number = sp.Mul(*(a for a in e.args if not is_matrix(a)))
        matrices = [a for a in e.args if is_matrix(a)]
        return sp.MatMul(sp.cancel(number * factor), *matrices)
    if is_matrix(e):
        return e if factor == 1 else sp.MatMul(factor, e)
    return sp.together(e * factor)
