"""A claim that is no equation, shown by equations that the checker accepts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..claim import Claim
from ..reductions import Reduction, Witness, reduction
from .checker import check
from .proof import Proof


@dataclass(frozen=True)
class Certified:
    """What a claim is reduced to, and of each equation a proof with its lines."""

    reduction: Reduction
    proofs: tuple[Proof, ...]
    lines: tuple[list[list[Any]], ...]


def certify(
    claim: Claim, witness: Witness, prove: Callable[[Claim], Proof]
) -> Certified:
    """The equations that a witness reduces a claim to, each with a proof accepted.

    Raises Unshown where they do not show the claim, Refused where a step does not
    follow.
    """
    made = reduction(claim, witness)
    proofs = tuple(map(prove, made.equations))
    pairs = zip(made.equations, proofs, strict=True)
    return Certified(made, proofs, tuple(check(*pair) for pair in pairs))
