"""How each reader alone, and both together, do on the mutants of one claim."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ..claim import Claim
from ..emergency import Stuck, emergency_stop
from ..measuring import measure
from ..proving import prove
from ..symbolic.points import refuting_only
from ..work import OutOfWork, budget
from . import Mutant, held_out, mutants
from .evident import evident

REFUTING, READING, MEASURING = 50_000, 200_000, 2_000_000  # steps for one mutant


def measures(claim: Claim) -> bool:
    """Whether the numeric reader finds no fault with the claim, at the work it has."""
    try:
        with budget(MEASURING):
            return measure(claim, stop_early=True).residual <= claim.tolerance
    except (ValueError, RecursionError):
        return False
    except OutOfWork:
        return True


def refutes(claim: Claim) -> bool:
    """Whether the symbolic reader, in few steps, refutes the claim at a point."""
    return _proved_wrong(claim, REFUTING) is True


def is_readable(claim: Claim) -> bool:
    """Whether the symbolic reader reads a true claim, and does not refute it."""
    return _proved_wrong(claim, READING) is False


def _proved_wrong(claim: Claim, steps: int) -> bool | None:
    """Reader 1's answer from points alone; None where the steps do not suffice."""
    try:
        with refuting_only(), budget(steps):
            return prove(claim).answer is False
    except OutOfWork:
        return None


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
        with emergency_stop(f"{m.operator} in {m.side}: {m.latex}"):
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


NONE = Tally(0, 0, 0, ())
NOT_MEASURED = "the claim itself does not hold when measured"


def score(claim: Claim) -> Score:
    """Audit one claim: its mutants, and those by the operators held out."""
    start = time.process_time()
    try:
        with emergency_stop("the claim itself"):
            holds, decides = measures(claim), is_readable(claim)
        if not holds:
            return Score(
                NONE, NONE, 0.0, "the claim itself does not hold when measured"
            )
        ordinary = tally(claim, mutants(claim), symbolic=decides)
        seconds = time.process_time() - start
        extra = tally(claim, held_out(claim), symbolic=decides)
    except Stuck as error:
        return Score(NONE, NONE, 0.0, str(error))
    return Score(ordinary, extra, seconds)


@dataclass(frozen=True)
class Audited:
    """A claim, where it stands, and its score."""

    chapter: Path
    claim: Claim
    score: Score
