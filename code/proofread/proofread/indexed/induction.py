"""What is shown by induction over the power of a matrix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..claim import Claim
from ..inductions import cases
from ..node import is_matrix
from . import ring
from .folding import Normalize
from .line import DoNotKnow, Indices, Line
from .proof import Induction, Proof, Step

Search = Callable[..., Proof]
Equal = tuple[Any, Any, Any]  # old, new, the power


def by_induction(claim: Claim, search: Search, normalize: Normalize) -> Proof:
    """A proof that first shows what powers of matrices in a claim make, by induction.

    Raises DoNotKnow where there is none.
    """
    steps = [_shown(claim, e, search) for e in _powers_at(claim, normalize)]
    put = {s.old: s.new for s in steps}
    if not steps:
        steps = [_shown(claim, e, search) for e in _whole(claim)]
        put = {claim.lhs: claim.rhs} if steps else {}
    if not put:
        raise DoNotKnow("no power of a matrix that induction shows")
    rest = search(claim.changed(lhs=claim.lhs.xreplace(put)))
    return Proof(rest.indices, rest.free, (*steps, *rest.left), rest.right)


def _shown(claim: Claim, equal: Equal, search: Search) -> Step:
    old, new, k = equal
    n = sp.Dummy(k.name, **k.assumptions0)
    by = cases(claim, (old, new), k, n)
    but = frozenset([k.name])
    first, onward = search(by.first, but), search(by.onward, but)
    return Step("induction", old, new, induction=Induction((k, n), first, onward))


def _whole(claim: Claim) -> Iterator[Equal]:
    """The claim itself, over the one power that a matrix in it is raised to."""
    powers = {q.exp for q in claim.lhs.atoms(sp.MatPow) if q.exp.is_Symbol}
    if len(powers) == 1:
        yield claim.lhs, claim.rhs, powers.pop()


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
