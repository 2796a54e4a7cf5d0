"""The search for what shows where a function is smallest or largest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sympy as sp

from .. import nodes as nd
from ..binding import put_all
from ..claim import Claim
from ..node import is_matrix
from ..reductions import Witness
from .line import DoNotKnow


def places(claim: Claim) -> Iterator[Witness]:
    """What may show that a function is smallest or largest where a claim says."""
    (f, x), at = claim.lhs.args, claim.rhs
    f = -f if claim.lhs.largest else f
    if not is_matrix(x):
        for gap, part in _of_number(f, x, at, claim):
            yield Witness(gap, part, part / sp.diff(part, x))
        return
    z, step = names = _others(x, claim)
    for gap, other, part in _quadratic(f, x, z, step):
        apart = put_all(part, {z: at})
        for back in [apart] if part == x - z else _backs(at, apart, claim):
            yield Witness(gap, apart, back, names, other)


def _others(x: Any, claim: Claim) -> tuple[Any, Any]:
    """Two names of the shape of x that the claim has not."""
    taken = {str(q) for e in claim.expressions() for q in e.atoms(sp.MatrixSymbol)}
    free = [name for name in "zhabcdefgpqrstuvwxy" if name not in taken]
    z, step = (sp.MatrixSymbol(name, *x.shape) for name in free[:2])
    return z, step


def _linear(e: Any, x: Any, w: Any) -> Any:
    """The part of an expression in which x is a factor, with w in its place."""
    if not e.has(x):
        return None
    if isinstance(e, (sp.Add, sp.MatAdd)):
        parts = [p for a in e.args if (p := _linear(a, x, w)) is not None]
        return parts[0] if len(parts) == 1 else e.func(*parts)
    return (
        put_all(e, {x: w})
        if e == x
        else e.func(*(_linear(a, x, w) or a for a in e.args))
    )


def _quadratic(f: Any, x: Any, z: Any, step: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Of a sum of squares of what is linear in x, the change from z: bent and straight.

    And what is 0 wherever the bent part is.
    """
    gap, other, parts = list[Any](), list[Any](), list[Any]()
    for term in sp.Add.make_args(f):
        q = next((q for q in sp.Mul.make_args(term) if q.has(x)), None)
        if q is None:
            continue
        if not isinstance(q, (nd.SquaredNorm, nd.Dot)):
            return
        moved = [_linear(e, x, step) for e in q.args]
        other += [term / q * e for e in _straight(q, moved, {x: z})]
        if None not in moved:
            gap.append(term / q * q.func(*moved))
            parts.append(moved[0])
    for part in parts:
        bent, zero = (put_all(e, {step: x - z}) for e in (sp.Add(*gap), part))
        yield bent, sp.Add(*other), zero


def _straight(q: Any, moved: list[Any], there: Any) -> Iterator[Any]:
    """The part of a change that is linear in the step."""
    a, b = q.args if isinstance(q, nd.Dot) else q.args * 2
    u, v = moved if isinstance(q, nd.Dot) else moved * 2
    if a == b or b.args[1:] == (a,):
        yield 2 * nd.Dot(u, put_all(b, there))
        return
    if u is not None:
        yield nd.Dot(u, put_all(b, there))
    if v is not None:
        yield nd.Dot(put_all(a, there), v)


def _of_number(f: Any, x: Any, at: Any, claim: Claim) -> Iterator[tuple[Any, Any]]:
    bend = sp.diff(f, x, 2)
    if not bend.has(x):
        yield (x - at) ** 2 * bend.doit() / 2, x - at
    yield from _of_logarithms(f, x, at, claim)


def _of_logarithms(f: Any, x: Any, at: Any, claim: Claim) -> Iterator[tuple[Any, Any]]:
    """How far logarithms stay below their tangents, each as often as it occurs."""
    logs = sorted((q for q in f.atoms(sp.log) if q.has(x)), key=str)
    pairs = [(q.args[0], put_all(q.args[0], {x: at})) for q in logs]
    gap, parts = sp.S.Zero, list[Any]()
    for log, (here, there) in zip(logs, pairs, strict=True):
        times, sign = _signed(_named(_times(f, log), claim), [q for _, q in pairs])
        b, a = (here, there) if sign > 0 else (there, here)
        gap += times / b * nd.Divergence(b, a)
        parts.append(b - a)
    for part in parts:
        yield gap, part


def _signed(times: Any, positive: Any) -> tuple[Any, int]:
    """A product of positive numbers, and its sign: what is known is written so."""
    made, sign = sp.S.One, 1
    for f in sp.Mul.make_args(times):
        turned = (f.is_number and f.is_negative) or -f in positive
        made, sign = (made * -f, -sign) if turned else (made * f, sign)
    return made, sign


def _times(e: Any, log: Any) -> Any:
    """How often a logarithm is added in a sum."""
    if e == log:
        return sp.S.One
    if not e.has(log):
        return sp.S.Zero
    if isinstance(e, sp.Add):
        return sp.Add(*(_times(a, log) for a in e.args))
    if isinstance(e, sp.Sum):
        return _summed(sp.expand(_times(e.function, log)), e.limits)
    if isinstance(e, sp.Mul):
        (held,) = [a for a in e.args if a.has(log)]
        return e / held * _times(held, log)
    raise DoNotKnow(f"{log} is not added up")


def _summed(body: Any, limits: Any) -> Any:
    """A sum, term by term; equal terms counted."""
    total = sp.S.Zero
    for a in sp.Add.make_args(body):
        number, rest = a.as_coeff_Mul()
        k, low, high = limits[0]
        plain = len(limits) == 1 and not rest.has(k)
        total += number * (rest * (high - low + 1) if plain else sp.Sum(rest, *limits))
    return total


def _named(e: Any, claim: Claim) -> Any:
    """A number with names of the claim for the sums that they stand for."""
    for name, value in claim.where:
        for s in value.atoms(sp.Sum) & e.atoms(sp.Sum):
            if found := sp.solve(sp.Eq(name, value), s):
                e = e.xreplace({s: found[0]})
    return sp.factor(e)


def _backs(at: Any, part: Any, claim: Claim) -> Iterator[Any]:
    """How x − at may be made of a part that is 0 where it is."""
    known = {name: value for name, value in claim.where if is_matrix(name)}
    for e in (at, known.get(at)):
        for held in sorted(e.atoms(sp.MatrixSymbol) if e is not None else (), key=str):
            if held.shape == part.shape:
                yield sp.MatMul(-1, put_all(e, {held: part}))
                yield put_all(e, {held: part})
