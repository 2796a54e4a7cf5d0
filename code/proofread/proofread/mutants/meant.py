"""Did you mean …? The one small change of the right side under which a claim holds."""

from __future__ import annotations

from itertools import islice

from ..answers import Answer
from ..claim import Claim
from ..measuring import holds
from ..proving import prove
from . import Mutant, right_side

MOST = 150
POSSIBLE = (Answer.HOLDS, Answer.UNDECIDED)


def did_you_mean(claim: Claim) -> Mutant | None:
    """The only mutant of the right side that measurement finds true, if any."""
    found = []
    for mutant in islice(right_side(claim), MOST):
        if holds(mutant.claim) and prove(mutant.claim).answer in POSSIBLE:
            found.append(mutant)
            if len(found) > 1:
                return None
    return found[0] if found else None
