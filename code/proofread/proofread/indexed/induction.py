"""What is shown by induction: over a power of a matrix, or the end of a sum."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..binding import Captured
from ..claim import Claim
from ..inductions import cases
from ..node import is_matrix
from ..sizes import NoSizes
from ..wellformed import IllFormed
from . import ring
from .folding import Normalize
from .line import DoNotKnow, Indices, Line
from .proof import Induction, Proof, Step

Search = Callable[..., Proof]
Equal = tuple[Any, Any, Any]  # old, new, the power
MOST = 2  # sums or products of a line that are tried


def by_induction(claim: Claim, search: Search, normalize: Normalize) -> Proof:
    """A proof that first shows what powers of matrices in a claim make, by induction.

    Raises DoNotKnow where there is none.
    """
    if steps := [_shown(claim, e, search) for e in _powers_at(claim, normalize)]:
        put = {s.old: s.new for s in steps}
        rest = search(claim.changed(lhs=claim.lhs.xreplace(put)))
        return Proof(rest.indices, rest.free, (*steps, *rest.left), rest.right)
    for old, new, k in _whole(claim):
        step = _shown(claim, (old, new, k), search)
        rest = search(claim.changed(lhs=new, rhs=new))
        sides = [(step,) if old == side else () for side in claim.sides]
        return Proof(rest.indices, rest.free, *sides)
    raise DoNotKnow("no power of a matrix that induction shows")


def shown(line: Line, old: Any, new: Any, k: Any, search: Search) -> Step | None:
    """A step from one matrix to another, by induction over k; None where none is."""
    try:
        return _shown(line.claim, (old, new, k), search)
    except (DoNotKnow, IllFormed, Captured, NoSizes):
        return None


def induced(left: Line, right: Line, search: Search) -> bool:
    """Whether a sum or product to n in one line is shown, for every n, by the other."""
    for line, other in ((left, right), (right, left)):
        for s in sorted(line.term.atoms(sp.Sum, sp.Product), key=str)[:MOST]:
            if (new := _solved(line, other, s)) is not None:
                try:
                    step = _shown(line.claim, (s, new, s.limits[0][2]), search)
                except (DoNotKnow, IllFormed, Captured, NoSizes):
                    continue
                line.add(step)
                return True
    return False


def _solved(line: Line, other: Line, s: Any) -> Any:
    """What a sum or product from 1 to a size has to be, for two lines to be equal."""
    (_, low, high), *more = s.limits
    counts = high.is_Symbol and high.is_positive and line.indices.range_of(high) is None
    mine = [t for t in sp.Add.make_args(line.term) if t.has(s)]
    if more or low != 1 or not counts or len(mine) != 1:
        return None
    times = mine[0] / s
    new = (other.term - line.term + mine[0]) / times
    return new if times.is_Rational and not new.has(s) else None


def _shown(claim: Claim, equal: Equal, search: Search) -> Step:
    old, new, k = equal
    n = sp.Dummy(k.name, **k.assumptions0)
    by = cases(claim, (old, new), k, n)
    but = frozenset([k.name])
    first, onward = (search(each, but, inner=True) for each in (by.first, by.onward))
    return Step("induction", old, new, induction=Induction((k, n), first, onward))


def _whole(claim: Claim) -> Iterator[Equal]:
    """The claim itself, over the one power that a matrix in it is raised to."""
    one, other = sides = claim.sides
    powers = {q.exp for e in sides for q in e.atoms(sp.MatPow) if q.exp.is_Symbol}
    if isinstance(other, sp.MatPow) and not one.has(other):
        one, other = other, one  # what is given of a power is read from left to right
    if len(powers) == 1:
        yield one, other, powers.pop()


def _powers_at(claim: Claim, normalize: Normalize) -> Iterator[Equal]:
    """Products of a vector and a power, where the vector is one of eigenvectors."""
    for q in sorted(claim.lhs.atoms(nd.Dot), key=str):
        v, u = q.args
        power, *rest = u.args if isinstance(u, sp.MatMul) else (u,)
        if not (isinstance(power, sp.MatPow) and power.exp.is_Symbol and rest):
            continue
        after = sp.MatMul(*rest) if len(rest) > 1 else rest[0]
        times = _ratio(claim, v, power.base, after, normalize)
        if times is not None:
            yield q, times**power.exp * nd.Dot(v, after), power.exp


def _ratio(claim: Claim, v: Any, m: Any, u: Any, normalize: Normalize) -> Any:
    """The number that vᵀM is v times of, as vᵀMu and vᵀu show; None without one."""
    names = {str(s) for e in claim.expressions() for s in e.free_symbols}
    indices = Indices(frozenset(names))
    lines = [Line(nd.Dot(v, w), claim, indices) for w in (sp.MatMul(m, u), u)]
    for line in lines:
        normalize(line)
    times = ring.fraction(lines[0].term / lines[1].term)
    return None if times.atoms(sp.Sum) or is_matrix(times) else times
