"""Reader 3: proofs for every size, in index notation with symbols for the sizes.

`search` finds a chain of steps from one side of an equation to the other; `checker`,
which shares no code with it, accepts the chain or refuses it.  What is no equation is
reduced to some, by `reductions` from what `witnesses` finds.  Terms and rules are
written down in `docs/indexed.md`.  It says proved or do not know, and never "false".
"""

from __future__ import annotations

from typing import Any

from ..binding import Captured
from ..bundle import ProofLine
from ..claim import Claim
from ..reductions import EXTREMIZERS, Unshown
from .certified import Certified, certify
from .checker import Refused, check
from .concluding import lines_of_all
from .lacking import lacking
from .line import DoNotKnow, TooMuch
from .proof import Proof
from .search import search
from .telling import lines_of
from .witnesses import witnesses

__all__ = ["DoNotKnow", "certified", "every_size", "lacking", "proof_of", "proves"]


MOST_LINES = 400  # of a proof that is printed


def every_size(claim: Claim) -> tuple[ProofLine, ...]:
    """The lines of a proof for every size.

    Raises DoNotKnow where there is none, or none that a page holds.
    """
    if _is_equation(claim):
        lines = lines_of(*proof_of(claim))
    else:
        lines = lines_of_all(claim, certified(claim))
    if len(lines) > MOST_LINES:
        raise TooMuch(f"the proof found has {len(lines)} lines, too many to print")
    return lines


def proves(claim: Claim) -> bool:
    """Whether there is a proof for every size that the checker accepts."""
    try:
        proof_of(claim) if _is_equation(claim) else certified(claim)
    except DoNotKnow:
        return False
    return True


def proof_of(claim: Claim) -> tuple[Proof, list[list[Any]]]:
    """A proof that the checker accepts, and the checker's lines from either side.

    Raises DoNotKnow where there is none.
    """
    try:
        proof = search(claim)
        lines = check(claim, proof)
    except Refused as error:
        raise DoNotKnow(f"the checker refuses a step: {error}") from None
    except DoNotKnow:
        raise
    except Exception as error:  # what SymPy refuses to build is no proof
        raise DoNotKnow(f"the search broke off: {error!r}") from error
    return proof, lines


def certified(claim: Claim) -> Certified:
    """Equations that show a claim that is none, with proofs that the checker accepts.

    Raises DoNotKnow where there are none.
    """
    why = "nothing is known to show it"
    try:
        for witness in witnesses(claim):
            try:
                return certify(claim, witness, search)
            except (Unshown, Refused, DoNotKnow, Captured) as error:
                why = str(error)
    except (Unshown, DoNotKnow) as error:
        raise DoNotKnow(str(error)) from None
    except Exception as error:
        raise DoNotKnow(f"the search broke off: {error!r}") from error
    raise DoNotKnow(why)


def _is_equation(claim: Claim) -> bool:
    return claim.relation == "=" and not isinstance(claim.lhs, EXTREMIZERS)
