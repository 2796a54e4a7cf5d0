"""The verdict on a claim, from how both readers judge it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..bundle import Counterexample, Verdict
from ..claim import Claim
from ..emergency import emergency_stop
from ..errors import ClaimError, describe
from ..hints import did_you_mean
from ..indexed import DoNotKnow, every_size, lacking
from ..judgments import Judgment
from ..measuring import Attack, Disagreement, Measurement, attack, enlarge, measure
from ..measuring.rivals import fails_there
from ..printing import latex
from ..proving import Proof, prove
from ..symbolic.points import refuting_only
from ..work import OutOfWork, budget
from .misfits import misfit
from .needed import idle_parts
from .recording import failure
from .reliance import Reliance
from .weakening import require_discerning, require_true_oracle

REFUTING = 200_000  # steps to refute what is only measured
Checked = tuple[Proof, Measurement, Verdict]


def check(claim: Claim) -> Checked:
    """Both readers' judgments and the verdict, or the error that stops the build."""
    with emergency_stop("checking it"):
        return _checked(claim)


def _checked(claim: Claim) -> Checked:
    measured = _measured(claim)
    require_true_oracle(claim)
    proof = _judged(claim)
    if proof.judgment is Judgment.NO_VALUE:
        raise no_value(claim, "symbolic", proof.method, claim.sizes)
    if fault := _fault(claim, proof):
        raise failure(claim.key, "symbolic", fault)
    require_discerning(claim, proof)
    proof = _for_every_size(claim, proof)
    verdict = _verdict(proof)
    if verdict is Verdict.PROVED_AT_SIZES:
        _refuse_ones(claim)
        measured = _attacked(claim, measured, enlarge(claim))
    if verdict is Verdict.MEASURED_ONLY or claim.prover:
        measured = _attacked(claim, measured, attack(claim))
    return proof, measured, verdict


def _measured(claim: Claim) -> Measurement:
    """How a claim was measured to hold; ClaimError where it does not."""
    measured = measure(claim)
    if measured.judgment is Judgment.NO_VALUE:
        raise no_value(claim, "numeric", measured.reason)
    if measured.judgment is Judgment.FAILS and measured.worst:
        what = gap(claim, measured.worst)
        shown = counterexample(claim, measured.worst)
        raise failure(claim.key, "numeric", what, shown)
    return measured


def _refuse_ones(claim: Claim) -> None:
    """Refuse a proof at a size of 1 alone: there much holds that is false elsewhere."""
    if ones := [f"{s} = 1" for s, size in claim.sizes.items() if size == 1]:
        what = f"proved at a size of 1 alone ({', '.join(ones)}): give a larger one"
        raise failure(claim.key, "symbolic", what)


def _judged(claim: Claim) -> Proof:
    """The symbolic reader's judgment; of what is only measured, whether it refutes.

    Of a claim with a prover of its own too, before that is asked.
    """
    if not (claim.measured_only or claim.prover):
        return _proved(claim)
    found = _refuted(claim.changed(prover=None))
    if found.judgment is Judgment.FAILS:
        return found
    return _only_measured(claim, found) if claim.measured_only else _proved(claim)


def _refuted(claim: Claim) -> Proof:
    """Whether exact points refute a claim: FAILS, or else UNDECIDED."""
    try:
        with refuting_only(), budget(REFUTING):
            found = prove(claim)
    except OutOfWork:
        return Proof(Judgment.UNDECIDED, "too much work to refute it")
    refuted = found.judgment is Judgment.FAILS
    return found if refuted else Proof(Judgment.UNDECIDED, "not sought")


def _only_measured(claim: Claim, found: Proof) -> Proof:
    """What a proof of a claim lacks that is only measured; ClaimError if nothing."""
    found = _indexed(claim, found)
    if found.judgment is Judgment.HOLDS:
        what = "proved for every size: leave measured_only out"
        raise failure(claim.key, "engine", what)
    return found


def _proved(claim: Claim) -> Proof:
    """What the symbolic reader finds in so much work, or leaves to indices."""
    try:
        with budget(claim.work):
            found = prove(claim)
    except OutOfWork:
        found = Proof(Judgment.UNDECIDED, f"no proof in {claim.work:,} steps")
    return _indexed(claim, found) if found.judgment is Judgment.UNDECIDED else found


def _attacked(claim: Claim, measured: Measurement, tried: Attack) -> Measurement:
    """What was measured, and what was tried besides to make the claim fail."""
    if tried.worst:
        shown = describe(claim, tried.worst, None)
        what = f"a search found where it fails: {gap(claim, tried.worst)}"
        raise failure(claim.key, "numeric", what, shown)
    return replace(measured, attack=tried)


def _for_every_size(claim: Claim, proof: Proof) -> Proof:
    """A proof at sizes, replaced by one for every size where there is one."""
    if proof.judgment is not Judgment.HOLDS or proof.for_all:
        return proof
    return _indexed(claim, proof)


def _indexed(claim: Claim, proof: Proof) -> Proof:
    """A proof in index notation; what that lacks where there is none."""
    try:
        with budget(claim.work):
            lines = every_size(claim)
    except DoNotKnow as error:
        return replace(proof, missing=lacking(claim, error))
    except OutOfWork:
        return replace(proof, missing=f"no proof in {claim.work:,} steps")
    return Proof(Judgment.HOLDS, "index notation", for_all=True, lines=lines)


def _verdict(proof: Proof) -> Verdict:
    """What a measured claim comes to by its proof."""
    if proof.judgment is Judgment.HOLDS:
        return Verdict.PROVED if proof.for_all else Verdict.PROVED_AT_SIZES
    return Verdict.MEASURED_ONLY


def _fault(claim: Claim, proof: Proof) -> str:
    """What is wrong with the symbolic reader's judgment, if anything."""
    if proof.judgment is Judgment.FAILS:
        return f"refuted: {proof.method}"
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
    reason = misfit(claim) or reason
    what = f"no value: {reason}" + (f" (at {at})" if at else "")
    return failure(claim.key, reader, what)


def gap(claim: Claim, worst: Disagreement) -> str:
    """By how much the sides differ, or why they are not equal."""
    size = f"{worst.residual:.2g} of their size, or of 1 where they are smaller"
    most = f"{claim.tolerance:g}"
    differ = f"the sides differ by {size}: more than {most}"
    return worst.reason or differ


def counterexample(claim: Claim, worst: Disagreement) -> Counterexample:
    """Where the sides differ, and what was perhaps meant."""
    found = [m for m in did_you_mean(claim) if not fails_there(m.claim, worst)]
    meant = r" \text{ or } ".join(m.latex for m in found)
    return describe(claim, worst, meant or None)


def require_needed(key: str, claims: list[Claim], relies: Reliance) -> None:
    """Refuse definitions or hypotheses without which the claims hold all the same."""
    given = claims[0].given
    idle = idle_parts(claims, [*relies.own, *given])
    if idle:
        kinds = ("hypothesis" if part in given else "definition" for part in idle)
        pairs = zip(kinds, idle, strict=True)
        told = (f"the {kind} ${latex(part)}$" for kind, part in pairs)
        what = f"the claim holds without {', and without '.join(told)}"
        raise failure(key, "engine", f"{what}: drop it, or claim more")
