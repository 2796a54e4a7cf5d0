"""How each reader alone, and both together, do on the mutants of one claim."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ..claim import Claim
from ..emergency import Stuck, emergency_stop
from ..judgments import Judgment
from ..measuring import measure
from ..proving import prove
from ..symbolic.points import refuting_only
from ..work import OutOfWork, budget
from . import Mutant, held_out, mutants
from .drawing import Drawn
from .evident import evident
from .scores import Score, Survivor, Tally

REFUTING, READING, MEASURING = 50_000, 200_000, 2_000_000  # steps for one mutant


def measured(claim: Claim) -> Judgment:
    """What the numeric reader says of a claim, at the work it has."""
    try:
        with budget(MEASURING):
            return measure(claim, stop_early=True).judgment
    except OutOfWork:
        return Judgment.NO_VALUE


def proved(claim: Claim, steps: int) -> Judgment:
    """What the symbolic reader says of a claim at exact points, in so many steps."""
    try:
        with refuting_only(), budget(steps):
            return prove(claim).judgment
    except OutOfWork:
        return Judgment.NO_VALUE


def refuted(claim: Claim) -> Judgment:
    """What the symbolic reader says of a mutant."""
    return proved(claim, REFUTING)


def decides(claim: Claim) -> bool:
    """Whether the symbolic reader has a say: it reads a true claim, and rightly."""
    return proved(claim, READING) in (Judgment.HOLDS, Judgment.UNDECIDED)


def tally(claim: Claim, those: Iterable[Mutant], *, symbolic: bool) -> Tally:
    """Score mutants by each reader alone; symbolic: whether reader 1 has a say."""
    said = [(m, *_both(m, symbolic)) for m in those]
    missed = [(m, a) for m, a, b in said if Judgment.FAILS not in (a, b)]
    survivors = tuple(
        Survivor(m.side, m.operator, m.latex, evident(claim, m))
        for m, a in missed
        if a is Judgment.HOLDS
    )
    return Tally(
        mutants=len(said),
        symbolic=sum(b is Judgment.FAILS for _, _, b in said),
        numeric=sum(a is Judgment.FAILS for _, a, _ in said),
        without_value=len(missed) - len(survivors),
        survivors=survivors,
        sides=tuple(_caught(said)),
    )


def _caught(
    said: list[tuple[Mutant, Judgment, Judgment]],
) -> Iterator[tuple[str, bool]]:
    """Of the two sides that have mutants, whether one of these is caught."""
    for side in ("left", "right"):
        judged = [both for m, *both in said if m.side == side]
        if judged:
            yield side, any(Judgment.FAILS in both for both in judged)


def _both(m: Mutant, symbolic: bool) -> tuple[Judgment, Judgment]:
    """What the numeric and, if it has a say, the symbolic reader say of a mutant."""
    by_numbers = _stopping(m, measured)
    return by_numbers, _stopping(m, refuted) if symbolic else Judgment.UNDECIDED


def _stopping(m: Mutant, asked: Callable[[Claim], Judgment]) -> Judgment:
    with emergency_stop(f"{m.operator} in {m.side}: {m.latex}"):
        return asked(m.claim)


def left_of(claim: Claim, those: Iterable[Mutant]) -> list[Mutant]:
    """Those of a claim's mutants that no reader refutes; the quicker is asked first."""
    left = [m for m in those if _stopping(m, measured) is Judgment.HOLDS]
    if not left or not decides(claim):
        return left
    return [m for m in left if _stopping(m, refuted) is not Judgment.FAILS]


NOTHING = Tally(0, 0, 0, 0, ())
FAULTS = {
    Judgment.FAILS: "the claim itself does not hold when measured",
    Judgment.NO_VALUE: "the claim itself has no value",
}


def score(claim: Claim, drawn: Drawn | None = None) -> Score:
    """Audit one claim: its mutants, and those by the operators held out."""
    start = time.process_time()
    try:
        with emergency_stop("the claim itself"):
            itself = measure(claim, stop_early=True).judgment
            read = decides(claim)
        if itself is not Judgment.HOLDS:
            return Score(NOTHING, NOTHING, 0.0, FAULTS[itself])
        if drawn:
            both = (_some(claim, drawn, read, extra=e) for e in (False, True))
        else:
            kinds = (mutants, held_out)
            both = (tally(claim, made(claim), symbolic=read) for made in kinds)
        ordinary, extra = both
    except Stuck as error:
        return Score(NOTHING, NOTHING, 0.0, str(error))
    return Score(ordinary, extra, time.process_time() - start)


def _some(claim: Claim, drawn: Drawn, read: bool, *, extra: bool) -> Tally:
    those, offered = drawn.of(extra=extra)
    return replace(tally(claim, those, symbolic=read), offered=offered)


@dataclass(frozen=True)
class Audited:
    """A claim, where it stands, and its score."""

    chapter: Path
    claim: Claim
    score: Score
