"""A claim that is only measured is attacked: a search looks for where it fails.

One that is proved at sizes is attacked at larger ones.  A claim that is proved for
every size needs none of it, for a proof is of all numbers.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
import sympy as sp

from ..claim import Claim
from ..declaration import declared
from ..judgments import NoValue
from ..numeric import Rejected
from ..numeric.climbing import climb
from ..numeric.reader import real
from ..points import Kind, Point, at_every_scale, told_range
from ..sizes import sizes_beyond
from ..work import OutOfWork, budget
from .moving import Start
from .trial import STRICT, Attack, Found, Trial

WORK = 100_000  # steps of each way to attack
DRAWN, STARTS, CLIMBS, ROUNDS = 250, 2, 18, 100
SMALL = 3  # most of each size where a search climbs
WHOLE = (*range(65), 100, 128, 255, 256, 1000, 1024, 4096, 10**4, 10**6)
LADDER = [0.0, *(s * 10.0 ** (k / 4) for k in range(-24, 25) for s in (1, -1))]
BESIDE = (0.0, 1e-6, 1e-3, 0.1)  # of a kink's place, how far from it
LINES, HALVINGS = 12, 60
TOUCH, CLEAR = (1e-3, 1e-2, 1e-1), 1e-9  # how far beside a touch, sides how far apart


def attack(claim: Claim) -> Attack:
    """Look for where a claim fails, in so much work and no more.

    At numbers each at a scale of its own and at edges; at whole numbers and sizes
    beyond those measured at; at the numbers that the claim names; on both sides of
    kinks and jumps; and by a search from many starts that climbs to where the sides
    are furthest apart, or an inequality is closest to failing.
    """
    every = (_draw, _count, _enlarge, _name, _cross, _climb)
    return _attacked(claim, every if claim.relation != "~" else (_draw,))


def enlarge(claim: Claim) -> Attack:
    """Look for sizes at which a claim fails, beyond those proved and measured at."""
    return _attacked(claim, (_enlarge,) if claim.sizes else ())


def _attacked(claim: Claim, ways: Iterable[Callable[[Trial], None]]) -> Attack:
    trial = Trial(claim)
    with np.errstate(all="ignore"):
        for way in ways:
            try:
                with budget(WORK):
                    way(trial)
            except OutOfWork:
                continue
            except Found:
                break
    if trial.ranges:
        trial.told.reach = told_range(trial.ranges)
    return trial.told


def _kinds(claim: Claim) -> tuple[Kind, ...]:
    """The kinds of points that suit how a claim is measured."""
    if claim.relation == "~":
        return (Kind.NEAR,)
    far = (Kind.APART,) if at_every_scale(claim) else ()
    return (*far, Kind.EDGE, Kind.NEAR)


def _draw(trial: Trial) -> None:
    """More points of every kind."""
    kinds = [trial.starts(kind) for kind in _kinds(trial.claim)]
    for each in itertools.islice(zip(*kinds, strict=True), DRAWN):
        for start in each:
            trial.gaps(start)


def _count(trial: Trial) -> None:
    """Whole numbers, one after the other and some large ones, each name by itself."""
    named = (q for q in _named(trial.claim) if q.is_Integer)
    beside = {abs(int(q) + k) for q in named for k in (-1, 0, 1)}
    for start in itertools.islice(trial.starts(Kind.NEAR), STARTS):
        for name, size in itertools.product(start.whole, sorted({*WHOLE, *beside})):
            for value in (size, -size):
                if _is_assumed(name, value):
                    trial.gaps(start, {**start.values, name: float(value)})


def _is_assumed(name: Any, value: int) -> bool:
    whole = sp.Integer(value)
    said = ("nonnegative", "nonpositive", "zero", "even")
    pairs = ((getattr(name, f"is_{q}"), getattr(whole, f"is_{q}")) for q in said)
    return all(assumed in (None, so) for assumed, so in pairs)


def _enlarge(trial: Trial) -> None:
    """Sizes beyond those measured at."""
    claim = trial.claim
    for sizes in sizes_beyond(claim.sizes, claim.fits, claim.rng(60)):
        for kind in (Kind.NEAR, Kind.EDGE):
            trial.gaps(Start(claim, Point(kind, sum(sizes.values()), held=sizes)))


def _named(claim: Claim) -> list[Any]:
    """The numbers that stand in a claim or in what its names stand for."""
    found = claim.definitions.atoms(sp.Tuple(*claim.sides), sp.Number)
    return sorted(q for q in found if q.is_finite and q.is_comparable)


def _name(trial: Trial) -> None:
    """Numbers that the claim names, with either sign, and beside them."""
    for start in itertools.islice(trial.starts(Kind.NEAR, SMALL), STARTS):
        for k in trial.claim.rng(63).permutation(start.flat.size)[:LINES]:
            for number, sign in itertools.product(_named(trial.claim), (1, -1)):
                place = sign * float(number)
                for step in {
                    s * b * (abs(place) or 1.0) for b in BESIDE for s in (1, -1)
                }:
                    _try(trial, start, _with(start.flat, int(k), place + step))


def _cross(trial: Trial) -> None:
    """Both sides of every kink and jump along a line, and the place itself."""
    for start in itertools.islice(trial.starts(Kind.NEAR, SMALL), STARTS):
        for k in trial.claim.rng(61).permutation(start.flat.size)[:LINES]:
            for place in _turns(trial.claim, start, int(k)):
                for beside in BESIDE:
                    for sign in (1, -1) if beside else (1,):
                        step = sign * beside * (abs(place) or 1.0)
                        _try(trial, start, _with(start.flat, int(k), place + step))


def _turns(claim: Claim, start: Start, k: int) -> Iterator[float]:
    """Where, as one number runs over all scales, the side of a kink or jump changes."""
    low, high = (float(end[k]) for end in start.ends)
    ladder = sorted({min(max(v, low), high) for v in LADDER})
    nodes = claim.definitions.atoms(sp.Tuple(*claim.sides), sp.Basic)
    bent = {d for q in nodes if (bends := declared(q).bends) for d in bends(q)}
    for gap in sorted(bent, key=str):

        def sign(v: float, gap: Any = gap) -> float:
            read = start.read(start.at(_with(start.flat, k, v)))
            return float(np.sign(real(read(gap))))

        try:
            signs = [sign(v) for v in ladder]
            for (a, b), (p, q) in zip(
                itertools.pairwise(ladder), itertools.pairwise(signs), strict=True
            ):
                if p != q:
                    yield _crossing(sign, a, b)
        except Exception:  # what a sum or an integral runs over has no value here
            continue


def _crossing(sign: Any, a: float, b: float) -> float:
    """Where the sign changes; an end, if that is where it is 0."""
    first = sign(a)
    if not first * sign(b):
        return b if first else a
    for _ in range(HALVINGS):
        middle = (a + b) / 2
        a, b = (middle, b) if sign(middle) == first else (a, middle)
    return b


def _with(flat: Any, k: int, value: float) -> Any:
    made = flat.copy()
    made[k] = value
    return made


def _try(trial: Trial, start: Start, flat: Any) -> tuple[float, float]:
    """The gaps at other numbers; none where they are not allowed."""
    try:
        return trial.gaps(start, start.at(flat))
    except Rejected:
        return -np.inf, -np.inf


def _climb(trial: Trial) -> None:
    """Searches from many starts, by turns of what is relative to the sides and not."""
    kinds = [trial.starts(kind, SMALL) for kind in _kinds(trial.claim)]
    starts = itertools.chain.from_iterable(zip(*kinds, strict=True))
    for turn, start in enumerate(itertools.islice(starts, CLIMBS)):
        if not start.flat.size:
            return

        def height(flat: Any, start: Start = start, turn: int = turn) -> float:
            return _try(trial, start, flat)[turn // len(kinds) % 2]

        top = climb(height, start.flat, trial.claim.rng(62, turn), ROUNDS)
        trial.told.searches += 1
        if trial.claim.relation in STRICT:
            _judge_touch(trial, start, top)


def _judge_touch(trial: Trial, start: Start, top: Any) -> None:
    """End the attack where the sides of a strict inequality touch.

    They do where they are equal but for rounding, near 1, and clearly apart on both
    sides of it: what only comes ever closer does so on one side.
    """
    try:
        found = trial.meeting(start, start.at(top))
    except (NoValue, Rejected, ArithmeticError, LookupError, ValueError):
        return
    for k, step in itertools.product(range(top.size), TOUCH):
        size = abs(top[k]) or 1.0
        beside = [_with(top, k, top[k] + s * step * size) for s in (1, -1)]
        gaps = [_try(trial, start, flat)[1] for flat in beside]
        if all(-np.inf < gap < -CLEAR for gap in gaps):
            trial.judge(found)
