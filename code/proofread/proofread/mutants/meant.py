"""Did you mean …? The one small change of the right side under which a claim holds."""

from __future__ import annotations

from itertools import islice

from ..claim import Claim
from ..judgments import Judgment
from ..measuring import holds
from ..proving import prove
from ..work import OutOfWork, budget
from . import Mutant, right_side

MOST, WORK = 150, 2_000_000  # mutants, and steps for all of them
POSSIBLE = (Judgment.HOLDS, Judgment.UNDECIDED)


def did_you_mean(claim: Claim) -> Mutant | None:
    """The only mutant of the right side that measurement finds true, if any.

    A hint is worth so much work and no more: a refutation never waits for it long.
    """
    try:
        with budget(WORK):
            return _only_one(claim)
    except OutOfWork:
        return None


def _only_one(claim: Claim) -> Mutant | None:
    found: list[Mutant] = []
    for mutant in islice(right_side(claim), MOST):
        if holds(mutant.claim) and prove(mutant.claim).judgment in POSSIBLE:
            found.append(mutant)
            if len(found) > 1:
                return None
    return found[0] if found else None
