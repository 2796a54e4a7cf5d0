"""What an audit keeps of a claim: how many mutants were caught, and which were not."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Survivor:
    """A mutant that neither reader refutes: a true statement, or a hole in the check.

    reason: why it is true, where that is evident without a review.
    """

    side: str
    operator: str
    latex: str
    reason: str = field(default="", compare=False)

    @property
    def shown(self) -> tuple[str, str, str]:
        """What a reader sees of it."""
        return self.side, self.operator, self.latex


@dataclass(frozen=True)
class Tally:
    """How many mutants were tried, how many each reader catches, and what is left.

    without_value: mutants that the numeric reader cannot read and the symbolic reader
    does not refute: a build would refuse them, but no reader calls them false.
    offered: how many there are to draw from; None where all are tried.
    sides: the two sides that have mutants, each with whether one of them is caught.
    """

    mutants: int
    symbolic: int
    numeric: int
    without_value: int
    survivors: tuple[Survivor, ...]
    offered: int | None = None
    sides: tuple[tuple[str, bool], ...] = ()

    @property
    def caught(self) -> int:
        """How many mutants at least one reader catches."""
        return self.mutants - self.without_value - len(self.survivors)


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

    @property
    def idle(self) -> list[str]:
        """The sides of which no mutant is caught, where all are tried."""
        if self.all.offered is not None:
            return []
        tried = [*self.all.sides, *self.held_out.sides]
        caught = {side for side, any_caught in tried if any_caught}
        return sorted({side for side, _ in tried} - caught)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Score:
        """The score that `as_dict` wrote."""
        parts = dict(data)
        for name in ("all", "held_out"):
            tallied: dict[str, Any] = dict(data[name])
            tallied["survivors"] = tuple(Survivor(**s) for s in tallied["survivors"])
            tallied["sides"] = tuple((side, told) for side, told in tallied["sides"])
            parts[name] = Tally(**tallied)
        return cls(**parts)
