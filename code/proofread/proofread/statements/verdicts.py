"""The verdict on a claim, from what both readers answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..bundle import Counterexample, Verdict
from ..claim import Claim
from ..errors import describe
from ..measuring import Measurement, holds, measure
from ..mutants.meant import did_you_mean
from ..proving import Proof, prove
from .recording import failure
from .reliance import Reliance

Checked = tuple[Proof, Measurement, Verdict]


def check(claim: Claim) -> Checked:
    """Both readers' answers and the verdict, or the error that stops the build."""
    measured = measure(claim)
    if not measured.residual <= claim.tolerance:
        what = gap(claim, measured)
        raise failure(claim.key, "numeric", what, counterexample(claim, measured))
    proof = prove(claim)
    if fault := _fault(claim, proof):
        raise failure(claim.key, "symbolic", fault)
    if not proof.answer:
        return proof, measured, Verdict.MEASURED_ONLY
    verdict = Verdict.PROVED if proof.for_all else Verdict.PROVED_AT_SIZES
    return proof, measured, verdict


def _fault(claim: Claim, proof: Proof) -> str:
    """What is wrong with the symbolic reader's answer, if anything."""
    if proof.answer is False:
        return f"refuted: {proof.method}"
    if proof.answer and claim.measured_only:
        return "it is proved: drop measured_only"
    if proof.answer is None and not claim.measured_only:
        return (
            f"undecided ({proof.method}). Restate it, state smaller sizes, or say "
            'why it is only measured: measured_only="reason"'
        )
    return ""


def gap(claim: Claim, measured: Measurement) -> str:
    """By how much the sides differ, or why they cannot be compared."""
    return measured.worst.reason or (
        f"the sides differ by {measured.residual:.2g}, more than {claim.tolerance:g}"
    )


def counterexample(claim: Claim, measured: Measurement) -> Counterexample:
    """Where the sides differ, and what was perhaps meant."""
    meant = did_you_mean(claim)
    return describe(claim, measured.worst, meant.latex if meant else None)


def require_needed(key: str, claims: list[Claim], relies: Reliance) -> None:
    """Refuse a definition or hypothesis without which the claims hold all the same."""
    given = claims[0].given
    for part in idle_parts(claims, [*relies.own, *given]):
        kind = "hypothesis" if part in given else "definition"
        what = f"the claim holds without the {kind} {part}: drop it, or claim more"
        raise failure(key, "engine", what)


def idle_parts(claims: Iterable[Claim], own: Iterable[Any]) -> list[Any]:
    """The definitions and hypotheses without which each of the claims still holds."""
    claims = list(claims)
    return [part for part in own if all(holds(_without(c, part)) for c in claims)]


def _without(claim: Claim, part: Any) -> Claim:
    return claim.changed(
        where=tuple(p for p in claim.where if p[0] != part),
        given=tuple(g for g in claim.given if g != part),
    )
