"""Statements of one relation: a claim, a definition, a falsehood on purpose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import bundle as bd
from ..measuring import measure
from .recording import Statement, failure, noted, run
from .reliance import Definition, made
from .verdicts import check, counterexample, gap, require_needed


@noted
def claim(
    key: str,
    lhs: Any,
    rhs: Any,
    relation: str = "=",
    *,
    where: Any = (),
    given: Iterable[Any] = (),
    **options: Any,
) -> Statement | None:
    """State that lhs stands in `relation` to rhs; checked here and now, then shown.

    relation: "=", "<=", "<", ">=", ">", or "~" for a sharp order in `variable`.
    where: dictionaries of what names stand for, or Definitions.  given: hypotheses
    (equal, le, …, Symmetric, Unit, …).  options: the other fields of Claim: sizes,
    domain, equality, variable, toward, tolerance, points, measured_only, oracle,
    prover, numbered, title, topic.
    Raises ClaimError, which names file, line, key and reader, with a counterexample.
    """
    stated, relies = made(key, lhs, rhs, relation, where=where, given=given, **options)

    def build() -> dict:
        proof, measured, verdict = check(stated)
        require_needed(key, [stated], relies)
        return bd.skeleton(
            "claim",
            key,
            **bd.claim_entries(stated, relies.inline),
            verdict=verdict,
            proof=bd.proof_entry(stated, proof),
            measurement=bd.measurement_entry(stated, measured),
            measured_only=stated.measured_only,
        )

    return run([stated], build)


@noted
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
    words = {"numbered": numbered, "title": title, "topic": topic}
    stated, relies = made(key, lhs, rhs, where=where, **words)

    def build() -> dict:
        entries = bd.claim_entries(stated, relies.inline)
        return bd.skeleton("definition", key, **entries)

    run([], build)
    return Definition(key, stated.lhs, stated.rhs, relies.pairs)


@noted
def refute(
    key: str,
    lhs: Any,
    rhs: Any,
    relation: str = "=",
    *,
    where: Any = (),
    given: Iterable[Any] = (),
    **options: Any,
) -> Statement | None:
    """Show a false claim on purpose: the engine's message, and a counterexample.

    Never numbered, kept apart in the ledger.  Raises ClaimError when it holds, and
    when it cannot even be read.
    """
    options["numbered"] = False
    stated, relies = made(key, lhs, rhs, relation, where=where, given=given, **options)

    def build() -> dict:
        measured = measure(stated)
        if measured.residual <= stated.tolerance:
            raise failure(key, "numeric", "shown as false, yet it holds")
        what = gap(stated, measured)
        if measured.worst.unread:
            raise failure(key, "numeric", f"neither true nor false: {what}")
        return bd.skeleton(
            "refutation",
            key,
            **bd.claim_entries(stated, relies.inline),
            verdict="refuted",
            message=f"This is false. Measured at random values, {what}.",
            counterexample=counterexample(stated, measured),
        )

    return run([], build)
