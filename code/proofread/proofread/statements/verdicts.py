"""The verdict on a claim, from how both readers judge it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..bundle import Counterexample, Verdict
from ..claim import Claim
from ..errors import ClaimError, describe
from ..indexed import DoNotKnow, every_size
from ..judgments import Judgment
from ..measuring import Disagreement, Measurement, measure
from ..mutants.meant import did_you_mean
from ..proving import Proof, prove
from .needed import idle_parts
from .recording import failure
from .reliance import Reliance

Checked = tuple[Proof, Measurement, Verdict]


def check(claim: Claim) -> Checked:
    """Both readers' judgments and the verdict, or the error that stops the build."""
    measured = measure(claim)
    if measured.judgment is Judgment.NO_VALUE:
        raise no_value(claim, "numeric", measured.reason)
    if measured.judgment is Judgment.FAILS and measured.worst:
        what = gap(claim, measured.worst)
        shown = counterexample(claim, measured.worst)
        raise failure(claim.key, "numeric", what, shown)
    proof = prove(claim)
    if proof.judgment is Judgment.NO_VALUE:
        raise no_value(claim, "symbolic", proof.method, claim.sizes)
    if fault := _fault(claim, proof):
        raise failure(claim.key, "symbolic", fault)
    proof = _for_every_size(claim, proof)
    return proof, measured, _verdict(proof)


def _for_every_size(claim: Claim, proof: Proof) -> Proof:
    """A proof at sizes, replaced by one for every size where there is one."""
    if proof.judgment is not Judgment.HOLDS or proof.for_all:
        return proof
    try:
        lines = every_size(claim)
    except DoNotKnow as error:
        return replace(proof, missing=str(error))
    return replace(proof, method="index notation", for_all=True, lines=lines)


def _verdict(proof: Proof) -> Verdict:
    """What a measured claim comes to by its proof."""
    if proof.judgment is Judgment.HOLDS:
        return Verdict.PROVED if proof.for_all else Verdict.PROVED_AT_SIZES
    return Verdict.MEASURED_ONLY


def _fault(claim: Claim, proof: Proof) -> str:
    """What is wrong with the symbolic reader's judgment, if anything."""
    if proof.judgment is Judgment.FAILS:
        return f"refuted: {proof.method}"
    if proof.judgment is Judgment.HOLDS and claim.measured_only:
        return "it is proved: drop measured_only"
    if proof.judgment is Judgment.UNDECIDED and not claim.measured_only:
        return (
            f"undecided ({proof.method}). Restate it, state smaller sizes, or say "
            'why it is only measured: measured_only="reason"'
        )
    return ""


def no_value(
    claim: Claim, reader: str, reason: str, sizes: Mapping[Any, int] | None = None
) -> ClaimError:
    """The error of a claim that a reader cannot read: neither true nor false."""
    at = ", ".join(f"{s} = {n}" for s, n in (sizes or {}).items())
    what = f"no value: {reason}" + (f" (at {at})" if at else "")
    return failure(claim.key, reader, what)


def gap(claim: Claim, worst: Disagreement) -> str:
    """By how much the sides differ, or why they are not equal."""
    size = f"{worst.residual:.2g} of their size, or of 1 where they are smaller"
    most = f"{claim.tolerance:g}"
    return worst.reason or f"the sides differ by {size}: more than {most}"


def counterexample(claim: Claim, worst: Disagreement) -> Counterexample:
    """Where the sides differ, and what was perhaps meant."""
    meant = did_you_mean(claim)
    return describe(claim, worst, meant.latex if meant else None)


def require_needed(key: str, claims: list[Claim], relies: Reliance) -> None:
    """Refuse definitions or hypotheses without which the claims hold all the same."""
    given = claims[0].given
    idle = idle_parts(claims, [*relies.own, *given])
    if idle:
        kinds = ("hypothesis" if part in given else "definition" for part in idle)
        told = (f"the {kind} {part}" for kind, part in zip(kinds, idle, strict=True))
        what = f"the claim holds without {', and without '.join(told)}"
        raise failure(key, "engine", f"{what}: drop it, or claim more")
