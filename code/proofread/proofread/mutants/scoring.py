"""How each reader alone, and both together, do on the mutants of one claim."""

from __future__ import annotations

import signal
import time
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..claim import Claim
from ..measuring import measure
from ..proving import prove
from ..symbolic.points import refuting_only
from . import Mutant, held_out, mutants
from .evident import evident

BRIEF, PATIENT, AGAIN = 0.5, 8.0, 0.25


class OutOfTime(BaseException):
    """A reader took longer than it was given; no `except Exception` may swallow it."""


@contextmanager
def time_limit(seconds: float) -> Generator[None]:
    """Raise OutOfTime after so much processor time, however busy the machine is.

    Again and again, for SymPy has handlers that swallow any exception.
    """

    def stop(*_: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def measures(claim: Claim) -> bool:
    """Whether the numeric reader finds no fault with the claim, in the time it has."""
    try:
        with time_limit(PATIENT):
            return measure(claim, stop_early=True).residual <= (claim.tolerance or 0.0)
    except (ValueError, RecursionError):
        return False
    except OutOfTime:
        return True


def refutes(claim: Claim) -> bool:
    """Whether the symbolic reader soon refutes the claim at an exact point."""
    try:
        with refuting_only(), time_limit(BRIEF):
            return prove(claim).answer is False
    except OutOfTime:
        return False


def is_readable(claim: Claim) -> bool:
    """Whether the symbolic reader soon reads a true claim, and does not refute it."""
    try:
        with refuting_only(), time_limit(4 * BRIEF):
            return prove(claim).answer is not False
    except OutOfTime:
        return False


@dataclass(frozen=True)
class Survivor:
    """A mutant that neither reader refutes: a true statement, or a hole in the check.

    reason: why it is true, where that is evident without a review.
    """

    side: str
    operator: str
    latex: str
    reason: str = field(default="", compare=False)


@dataclass(frozen=True)
class Tally:
    """How many mutants there are, and how many each reader catches."""

    mutants: int
    symbolic: int
    numeric: int
    survivors: tuple[Survivor, ...]

    @property
    def caught(self) -> int:
        """How many mutants at least one reader catches."""
        return self.mutants - len(self.survivors)


def tally(claim: Claim, those: Iterable[Mutant], *, symbolic: bool) -> Tally:
    """Score mutants by each reader alone; symbolic: whether reader 1 has a say."""
    count = by_symbols = by_numbers = 0
    survivors: list[Survivor] = []
    for m in those:
        count += 1
        holds = measures(m.claim)
        refuted = symbolic and refutes(m.claim)
        by_numbers += not holds
        by_symbols += refuted
        if holds and not refuted:
            why = evident(claim, m)
            survivors.append(Survivor(m.side, m.operator, m.latex, why))
    return Tally(count, by_symbols, by_numbers, tuple(survivors))


@dataclass(frozen=True)
class Score:
    """What the audit of one claim found; `fault` says why it could not be audited."""

    all: Tally
    held_out: Tally
    seconds: float
    fault: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Plain data, for the cache."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Score:
        """The score that `as_dict` wrote."""
        parts = dict(data)
        for name in ("all", "held_out"):
            tallied: dict[str, Any] = dict(data[name])
            tallied["survivors"] = tuple(Survivor(**s) for s in tallied["survivors"])
            parts[name] = Tally(**tallied)
        return cls(**parts)


def score(claim: Claim) -> Score:
    """Audit one claim: its mutants, and those by the operators held out."""
    start = time.process_time()
    none = Tally(0, 0, 0, ())
    if not measures(claim):
        return Score(none, none, 0.0, "the claim itself does not hold when measured")
    decides = is_readable(claim)
    ordinary = tally(claim, mutants(claim), symbolic=decides)
    seconds = time.process_time() - start
    return Score(ordinary, tally(claim, held_out(claim), symbolic=decides), seconds)


@dataclass(frozen=True)
class Audited:
    """A claim, where it stands, and its score."""

    chapter: Path
    claim: Claim
    score: Score
