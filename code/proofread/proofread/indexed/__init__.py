"""Reader 3: proofs for every size, in index notation with symbols for the sizes.

`search` finds a chain of steps from one side of an equation to the other; `checker`,
which shares no code with it, accepts the chain or refuses it.  Terms and rules are
written down in `docs/indexed.md`.  It says proved or do not know, and never "false".
"""

from __future__ import annotations

from typing import Any

from ..bundle import ProofLine
from ..claim import Claim
from .checker import Refused, check
from .line import DoNotKnow
from .proof import Proof
from .search import search
from .telling import lines_of

__all__ = ["DoNotKnow", "every_size", "proof_of", "proves"]


def every_size(claim: Claim) -> tuple[ProofLine, ...]:
    """The lines of a proof for every size; raises DoNotKnow where there is none."""
    return lines_of(*proof_of(claim))


def proves(claim: Claim) -> bool:
    """Whether there is a proof for every size that the checker accepts."""
    try:
        proof_of(claim)
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
