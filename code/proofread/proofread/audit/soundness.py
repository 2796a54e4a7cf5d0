"""Whether the index reader ever proves what is not so: it is shown false claims.

Mutants, also those by operators that are held out, are put before the prover whatever
the other readers would say of them: all of a chapter's, or some that are drawn.  One
that is proved must hold when measured: neither be refuted nor lack a value.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from heapq import nsmallest
from typing import NamedTuple

from ..claim import Claim
from ..emergency import Stuck, emergency_stop
from ..identity import identity_of
from ..indexed import proves
from ..judgments import Judgment
from ..mutants import Mutant, every_mutant
from ..mutants.scoring import measured
from ..statements.recording import Made
from .engine import lot
from .workers import Found, Workers


class Shown(NamedTuple):
    """A mutant, the claim it is of, and where that stands."""

    mutant: Mutant
    claim: Claim
    where: str


@dataclass(frozen=True)
class OfOneClaim:
    """The mutants of one claim that the prover is shown."""

    those: tuple[Shown, ...]

    @property
    def key(self) -> str:
        """What the outcome depends on besides the engine."""
        told = [one.mutant.shown for one in self.those]
        return f"{self.those[0].claim.identity}-{identity_of(told)}-prover"


@dataclass
class Attacked:
    """How the prover did.

    shown: how many mutants it was shown, of how many that are offered.  proved: how
    many of them it proved; holding and others: which do, or do not, hold when measured.
    faults: a message for each of the others, and for each that took too long.  seconds:
    of one core, or of several one after the other.
    """

    shown: int = 0
    offered: int = 0
    proved: int = 0
    holding: int = 0
    others: int = 0
    faults: list[str] = field(default_factory=list[str])
    seconds: float = 0.0

    @property
    def counts(self) -> list[int]:
        """The numbers, in the order above."""
        return [self.shown, self.offered, self.proved, self.holding, self.others]


def attack(made: Iterable[Made], most: int | None, workers: Workers) -> Attacked:
    """Show the prover the mutants of a chapter's claims.

    most: how many are drawn; all are shown without it.
    """
    every = list(_offered(made))
    drawn = every if most is None else nsmallest(most, every, key=_lot)
    by_claim: dict[tuple[str, int | None], list[Shown]] = defaultdict(list)
    for one in drawn:
        by_claim[one.claim.key, one.claim.number].append(one)
    pieces = [OfOneClaim(tuple(those)) for those in by_claim.values()]
    found = [Attacked(**each) for each in workers.findings(pieces, _shown_all)]
    return Attacked(
        shown=len(drawn),
        offered=len(every),
        proved=sum(each.proved for each in found),
        holding=sum(each.holding for each in found),
        others=sum(each.others for each in found),
        faults=[fault for each in found for fault in each.faults],
        seconds=sum(each.seconds for each in found),
    )


def _shown_all(piece: OfOneClaim) -> Found:
    start, found = time.process_time(), Attacked(shown=len(piece.those))
    for one in piece.those:
        _try(one, found)
    found.seconds = time.process_time() - start
    return asdict(found)


def _offered(made: Iterable[Made]) -> Iterator[Shown]:
    for statement in made:
        for claim in statement.claims:
            where = f"{statement.place}: claim {claim.key!r}"
            for m in every_mutant(claim):
                yield Shown(m, claim, where)


def _lot(one: Shown) -> str:
    return lot(one.claim, *one.mutant.shown)


def _try(one: Shown, found: Attacked) -> None:
    what = f"{one.mutant.operator} in {one.mutant.side}: {one.mutant.latex}"
    try:
        with emergency_stop(what):
            if not proves(one.mutant.claim):
                return
            judgment = measured(one.mutant.claim)
    except Stuck as error:
        found.faults.append(f"{one.where}: the index reader: {error}")
        return
    found.proved += 1
    if judgment is Judgment.HOLDS:
        found.holding += 1
    else:
        found.others += 1
        said = f"which by measuring {judgment.value}"
        found.faults.append(f"{one.where}: the index reader proves {what}, {said}")
