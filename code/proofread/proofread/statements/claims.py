"""Statements of one relation: a claim, a definition, a falsehood on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..assuming import rests_on
from ..bundle import Bundle, Kind, Verdict
from ..judgments import Judgment
from ..measuring import measure
from ..misbuilt import refuse_other_shapes
from ..taken import refuse_defining
from .failing import fails_by_name
from .recording import Statement, failure, run
from .reliance import Definition, made
from .saying import require_said
from .showing import measurement_account, proof_account, stated
from .verdicts import check, counterexample, gap, no_value


@fails_by_name
def claim(
    key: str,
    lhs: Any,
    rhs: Any,
    relation: str = "=",
    *,
    where: Any = (),
    given: Iterable[Any] = (),
    **options: Any,
) -> Statement:
    """State that lhs stands in `relation` to rhs; checked here and now, then shown.

    relation: "=", "<=", "<", ">=", ">", or "~" for a sharp order in `variable`.
    where: dictionaries of what names stand for, or Definitions.  given: hypotheses
    (equal, le, …, Symmetric, Unit, …).  options: the other fields of Claim: sizes,
    domain, equality, variable, toward, tolerance, tolerance_reason, points,
    measured_only, oracle, prover, work, numbered, title, topic.
    Raises ClaimError, which names file, line, key and reader, with a counterexample.
    """
    claimed, relies = made(key, lhs, rhs, relation, where=where, given=given, **options)

    def build() -> Bundle:
        proof, measured, verdict = check(claimed)
        require_said([claimed], relies)
        return Bundle(
            **stated(claimed, relies.inline, assumed=rests_on(claimed)),
            kind=Kind.CLAIM,
            verdict=verdict,
            proof=proof_account(claimed, proof),
            measurement=measurement_account(claimed, measured),
            measured_only=claimed.measured_only,
        )

    return run([claimed], build)


@fails_by_name
def definition(
    key: str,
    lhs: Any,
    rhs: Any,
    *,
    where: Any = (),
    numbered: bool = True,
    title: str | None = None,
    topic: str | None = None,
) -> Definition:
    """Say what a name stands for, show it, and return it for the `where` of claims.

    where: definitions it builds on; whoever relies on it relies on them too.
    """
    words: dict[str, Any] = {"numbered": numbered, "title": title, "topic": topic}
    named, relies = made(key, lhs, rhs, where=where, **words)
    refuse_defining(named.lhs)
    refuse_other_shapes([named.sides])

    def build() -> Bundle:
        says = stated(named, relies.inline, [named.sides])
        return Bundle(**says, kind=Kind.DEFINITION, verdict=Verdict.DEFINITION)

    run([], build)
    return Definition(key, named.lhs, named.rhs, relies.pairs)


@fails_by_name
def refute(
    key: str,
    lhs: Any,
    rhs: Any,
    relation: str = "=",
    *,
    where: Any = (),
    given: Iterable[Any] = (),
    **options: Any,
) -> Statement:
    """Show a false claim on purpose: the engine's message, and a counterexample.

    Never numbered, kept apart in the ledger.  Raises ClaimError when it holds, and
    when it has no value.
    """
    options["numbered"] = False
    false, relies = made(key, lhs, rhs, relation, where=where, given=given, **options)

    def build() -> Bundle:
        measured = measure(false)
        if measured.judgment is Judgment.HOLDS:
            raise failure(key, "numeric", "shown as false, yet it holds: claim it")
        if measured.judgment is not Judgment.FAILS or measured.worst is None:
            raise no_value(false, "numeric", measured.reason)
        what = gap(false, measured.worst)
        return Bundle(
            **stated(false, relies.inline),
            kind=Kind.REFUTATION,
            verdict=Verdict.REFUTED,
            message=f"This is false. Measured at random values, {what}.",
            counterexample=counterexample(false, measured.worst),
        )

    return run([], build)
