"""Whether each line of a proof in index notation is what the proof began with.

The checker has accepted every step.  Here each line is measured at two sizes, those of
the two proofs of an induction included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from heapq import nsmallest
from itertools import chain
from typing import Any

import sympy as sp

from ..claim import SUITABLE, Claim
from ..emergency import Stuck, emergency_stop
from ..indexed import DoNotKnow, certified, proof_of
from ..indexed.checker import check
from ..indexed.proof import Proof
from ..inductions import cases
from ..judgments import told
from ..measuring import meets
from ..nodes import Entry, Partial
from ..points import FEW, Kind, Point
from ..statements.recording import Made
from .engine import lot
from .workers import Found, Workers

SIX_DIGITS = 1e-6  # what a difference of differences leaves where a pole is near
FIRST, *OTHERS = (Point(Kind.NEAR, number, most=FEW) for number in range(3))
Proved = tuple[Claim, Proof, list[list[Any]]]  # an equation, its proof, its lines


@dataclass
class Lines:
    """How the lines of proofs did.

    proofs, measured: how many proofs were taken, and how many lines they have, of how
    many claims whose statements show some.  faults: a message for each line that does
    not hold.
    """

    proofs: int = 0
    offered: int = 0
    measured: int = 0
    faults: list[str] = field(default_factory=list[str])

    @property
    def counts(self) -> list[int]:
        """The numbers, in the order above."""
        return [self.proofs, self.offered, self.measured, len(self.faults)]


@dataclass(frozen=True)
class Shown:
    """A claim whose statement shows the lines of a proof, and where it stands."""

    claim: Claim
    where: str

    @property
    def key(self) -> str:
        """What the outcome depends on besides the engine."""
        return f"{self.claim.identity}-lines"


def lines_measured(made: Iterable[Made], most: int | None, workers: Workers) -> Lines:
    """Measure the lines of a chapter's proofs.

    most: how many claims are drawn; all of them are taken without it.
    """
    every = [
        Shown(claim, f"{one.place}: claim {claim.key!r}")
        for one in made
        if _shows_steps(one)
        for claim in one.claims
    ]
    drawn = every if most is None else nsmallest(most, every, key=_lot)
    found = [Lines(**each) for each in workers.findings(drawn, _measured)]
    return Lines(
        proofs=sum(each.proofs for each in found),
        offered=len(every),
        measured=sum(each.measured for each in found),
        faults=[fault for each in found for fault in each.faults],
    )


def _lot(shown: Shown) -> str:
    return lot(shown.claim)


def _shows_steps(made: Made) -> bool:
    proof = made.statement.bundle.proof
    return proof is not None and bool(proof.lines)


def _measured(shown: Shown) -> Found:
    """The lines of every proof of one claim."""
    try:
        proofs = list(_proofs(shown.claim))
    except DoNotKnow:  # a line of a derivation that was proved otherwise
        return asdict(Lines())
    found = Lines(proofs=1)
    for line in chain.from_iterable(map(lines_of_proof, *zip(*proofs, strict=True))):
        found.measured += 1
        if fault := _fault(line):
            what = f"{line.lhs} = {line.rhs}"
            told_of = f"{shown.where}: a line of its proof, {what}, {fault}"
            found.faults.append(told_of)
    return asdict(found)


def two_points(line: Claim) -> tuple[Point, Point]:
    """Where a line is measured: two points, at sizes as different as they come."""
    first = FIRST.sizes(line)
    others = {p: p.sizes(line).items() - first.items() for p in OTHERS}
    return FIRST, max(others, key=lambda p: len(others[p]))


def _fault(line: Claim) -> str:
    """What is wrong with a line, if anything."""
    try:
        with emergency_stop("measuring it"):
            at = two_points(line)
            off = [point.sizes(line) for point in at if not meets(line, point)]
    except Stuck as error:
        return str(error)
    except Exception as error:
        return f"has no value: {told(error)}"
    return f"does not hold at the sizes {off[0]}" if off else ""


def _proofs(claim: Claim) -> Iterator[Proved]:
    """Every equation that the proof of a claim shows; raises DoNotKnow without one."""
    try:
        shown: list[Proved] = [(claim, *proof_of(claim))]
    except DoNotKnow:
        made = certified(claim)
        parts = zip(made.reduction.equations, made.proofs, made.lines, strict=True)
        shown = list(parts)
    for one in shown:
        yield from _with_inductions(*one)


def _with_inductions(
    equation: Claim, proof: Proof, lines: list[list[Any]]
) -> Iterator[Proved]:
    yield equation, proof, lines
    for step in (*proof.left, *proof.right):
        if by := step.induction:
            made = cases(equation, (step.old, step.new), *by.over)
            for part, shown in ((made.first, by.first), (made.onward, by.onward)):
                yield from _with_inductions(part, shown, check(part, shown))


def lines_of_proof(
    equation: Claim, proof: Proof, lines: list[list[Any]]
) -> Iterator[Claim]:
    """Of each line of a proof, the claim that it is what the left side is.

    What an induction takes as given is left out: it holds by what else is given.
    """
    names = {k: _running(k, proof.indices[k]) for k in proof.free if k != 1}
    names |= {k: _named(k) for line in chain(*lines) for k in _new(line)}
    start = Entry(equation.lhs, *proof.free) if proof.free else equation.lhs
    given = [h for h in equation.given if not _new(h)]
    for line in dict.fromkeys(chain(*lines)):
        yield equation.changed(
            lhs=start.xreplace(names),
            rhs=line.xreplace(names),
            given=tuple(given),
            equality={},
            tolerance=SIX_DIGITS if _order(start) > 1 else SUITABLE,
        )


def _order(e: sp.Basic) -> int:
    """How often a term is differentiated, one derivative within another."""
    own = e.derivative_count if isinstance(e, sp.Derivative) else isinstance(e, Partial)
    parts = (part for part in e.args if isinstance(part, sp.Basic))
    return int(own) + max(map(_order, parts), default=0)


def _running(k: Any, last: Any) -> sp.Idx:
    """An index that is free, with its range: what is claimed is for all its values."""
    return sp.Idx(k.name, last if isinstance(last, tuple) else (1, last))


def _new(e: Any) -> set[Any]:
    """The numbers that inductions go on from."""
    return {k for k in e.free_symbols if isinstance(k, sp.Dummy)}


def _named(k: Any) -> sp.Symbol:
    """The same as a name, which has values."""
    return sp.Symbol(f"{k.name}'", **k.assumptions0)
