"""What makes a check weaker than the engine's own: said wherever the verdict is.

A prover of the author's own is tried first, and an oracle is compared with the left
side where that can be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..claim import Claim
from ..judgments import Judgment
from ..measuring import measure
from ..measuring.oracles import oracle_off
from ..mutants import mutants
from ..printing import displayed
from ..proving import Proof, prove
from .recording import failure


def weakened(claims: Sequence[Claim]) -> tuple[str, ...]:
    """What weakens the check of a claim, or of a derivation's lines, in words."""
    found: list[str] = []
    for claim in claims:
        line = f"line {claim.number}: " if claim.line else ""
        found += [line + words for words in _weakened(claim)]
    return tuple(found)


def _weakened(claim: Claim) -> Iterator[str]:
    usual = claim.suitable_tolerance
    if claim.tolerance > usual:
        why = f": {claim.tolerance_reason}" if claim.tolerance_reason else ""
        yield f"tolerance {claim.tolerance:g}, above the default of {usual:g}{why}"
    if claim.points != claim.suitable_points:
        yield f"{claim.points} points near 1 in place of {claim.suitable_points}"
    if any(map(callable, claim.domain.values())):
        yield "points from a function of its own"
    if claim.prover:
        yield "a prover of its own"
    if claim.oracle:
        off = oracle_off(claim)
        read = "left side not measured" if off is None else "compared with the left"
        yield f"an oracle of its own, {read}"
    if claim.measured_only:
        yield f"measured only: {claim.measured_only}"


def require_discerning(claim: Claim, proof: Proof) -> None:
    """Refuse a prover that proves the claim, and a mutant of it which is false.

    And one that knows its claim by sight: it has to prove twice both sides as well.
    """
    if not claim.prover or proof.judgment is not Judgment.HOLDS:
        return
    twice = claim.changed(lhs=2 * claim.lhs, rhs=2 * claim.rhs)
    if prove(twice).judgment is not Judgment.HOLDS:
        shown = displayed(twice.lhs, twice.relation, twice.rhs)
        what = f"its prover accepts this very claim, and not ${shown}$"
        raise failure(claim.key, "symbolic", f"{what}: let it judge both sides")
    for mutant in mutants(claim):
        if prove(mutant.claim).judgment is not Judgment.HOLDS:
            continue
        if measure(mutant.claim, stop_early=True).judgment is Judgment.FAILS:
            what = f"its prover accepts what is false, ${mutant.latex}$"
            what += ": let it judge both sides"
            raise failure(claim.key, "symbolic", what)


def require_true_oracle(claim: Claim) -> None:
    """Refuse an oracle that differs from the left side, where that can be read."""
    off = oracle_off(claim) if claim.oracle else None
    if off is not None and not off <= claim.tolerance:
        what = f"the oracle differs from the left side by {off:.2g}: mend one of them"
        raise failure(claim.key, "numeric", what)
