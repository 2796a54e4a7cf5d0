"""Whether the index reader ever proves what is not so: it is shown false claims.

Mutants are put before the prover whatever the numeric reader says of them: all of them,
or a share where the audit draws.  One that is proved must hold when measured.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..claim import Claim
from ..emergency import Stuck, emergency_stop
from ..indexed import proves
from ..judgments import Judgment
from ..mutants import Mutant, held_out, mutants
from ..mutants.scoring import measured
from ..statements.recording import Made
from .engine import engine

SHARE = 0.025  # of all mutants, where not all are tried
LOTS = 16**8


@dataclass
class Attacked:
    """How many mutants the prover was shown, how many it proved, and what is wrong."""

    tried: int = 0
    proved: int = 0
    faults: list[str] = field(default_factory=list[str])


def attack(made: Iterable[Made], share: float) -> Attacked:
    """Show the prover a share of the mutants of each claim; 1 for all of them."""
    found = Attacked()
    for statement in made:
        for claim in statement.claims:
            for m in (*mutants(claim), *held_out(claim)):
                if _lot(claim, m) < share:
                    _try(m, f"{statement.place}: claim {claim.key!r}", found)
    return found


def _lot(claim: Claim, m: Mutant) -> float:
    """A number below 1, the same for the same mutant and engine."""
    text = f"{engine()} {claim.key} {claim.number} {' '.join(m.shown)}"
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / LOTS


def _try(m: Mutant, where: str, found: Attacked) -> None:
    what = f"{m.operator} in {m.side}: {m.latex}"
    found.tried += 1
    try:
        with emergency_stop(what):
            proved = proves(m.claim)
            judgment = measured(m.claim) if proved else Judgment.UNDECIDED
    except Stuck as error:
        found.faults.append(f"{where}: the index reader: {error}")
        return
    found.proved += proved
    if proved and judgment is not Judgment.HOLDS:
        said = f"which by measuring {judgment.value}"
        found.faults.append(f"{where}: the index reader proves {what}, {said}")
