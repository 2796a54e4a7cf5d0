"""A derivation: aligned lines, each with its reason, each checked against the last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict

import sympy as sp

from ..bundle import (
    Bundle,
    Kind,
    MeasurementAccount,
    ProofAccount,
    Row,
    Verdict,
)
from ..claim import Claim, Line, identity_of_statement
from ..errors import ClaimError
from ..node import is_matrix
from ..nodes import Grad
from ..printing import latex, relation_latex
from .recording import Statement, failure, run
from .reliance import Reliance, made
from .showing import aligned, conditions, measurement_account, proof_account
from .verdicts import Checked, check, require_needed

WEAKEST_FIRST = (Verdict.MEASURED_ONLY, Verdict.PROVED_AT_SIZES, Verdict.PROVED)


@dataclass(frozen=True)
class Step:
    """One line of a derivation: the next expression, why it follows, and how."""

    expression: Any
    reason: str
    relation: str = "="
    constant: bool = False
    options: Mapping[str, Any] = field(default_factory=dict)


def step(
    expression: Any,
    reason: str,
    relation: str = "=",
    *,
    constant: bool = False,
    **options: Any,
) -> Step:
    """The next line of a derivation and the reason for it, with inline math in $…$.

    relation: "=", "<=", ">=", or "∝" (up to a factor free of the derivation's
    variable).  constant: equal up to a term free of that variable, shown as "+ const".
    options: what `claim` takes, for this line alone.
    """
    return Step(expression, reason, relation, constant, options)


def derivation(
    key: str,
    start: Any,
    *steps: Step,
    where: Any = (),
    given: Iterable[Any] = (),
    variable: Any = None,
    numbered: bool = True,
    title: str | None = None,
    topic: str | None = None,
    **options: Any,
) -> Statement:
    """A chain of expressions, each line checked against the one before by both readers.

    variable: what "∝" and `constant` are about.  options: as for `claim`, for every
    line.  Raises ClaimError that names the failing line.
    """
    if not steps:
        raise failure(key, "engine", "a derivation needs at least one step")
    shown = Words(numbered=numbered, title=title, topic=topic)
    options = {"where": where, "given": tuple(given), **options}
    lines = list(_lines(key, start, steps, variable, {**options, **shown}))
    claims = [claim for claim, _ in lines]

    def build() -> Bundle:
        checked = [_check_line(key, c, n) for n, c in enumerate(claims, 1)]
        relies = lines[-1][1]
        require_needed(key, claims, relies)
        written = _written(start, steps)
        return Bundle(
            key=key,
            kind=Kind.DERIVATION,
            latex=aligned(written),
            **shown,
            lines=written,
            **_weakest(claims, checked),
            conditions=tuple(conditions(claims[-1], relies.inline)),
            uses=relies.uses,
            fingerprint=identity_of_statement(claims),
        )

    return run(claims, build)


def _lines(
    key: str, start: Any, steps: Iterable[Step], variable: Any, options: dict
) -> Iterable[tuple[Claim, Reliance]]:
    """What each line claims, and what it relies on."""
    before = start
    for number, line in enumerate(steps, 1):
        if (line.relation == "∝" or line.constant) and variable is None:
            raise failure(key, "engine", "∝ and constant need the variable they are in")
        sides = _sides(before, line, variable)
        relation = "=" if line.relation == "∝" else line.relation
        place = Line(number, line.reason, line.relation, line.constant)
        extra = {**options, **line.options, "line": place}
        yield made(key, *sides, relation, **extra)
        before = line.expression


def _sides(before: Any, line: Step, variable: Any) -> tuple[Any, Any]:
    """What a line claims: equality, or equal derivatives where a constant is dropped.

    Between two limits at one point, what stands under them must agree already.
    """
    after = line.expression
    if line.relation == "∝" or line.constant:
        slope = Grad if is_matrix(variable) else sp.Derivative
        curve = sp.log if line.relation == "∝" else lambda e: e
        return slope(curve(before), variable), slope(curve(after), variable)
    limits = isinstance(before, sp.Limit) and isinstance(after, sp.Limit)
    if limits and before.args[1:] == after.args[1:]:
        return before.args[0], after.args[0]
    return before, after


def _check_line(key: str, claim: Claim, number: int) -> Checked:
    try:
        return check(claim)
    except ClaimError as error:
        what = f"line {number} does not follow from the one before: {error.what}"
        raise failure(key, error.reader, what, error.counterexample) from None


def _written(start: Any, steps: Iterable[Step]) -> tuple[Row, ...]:
    """The lines as they are set."""
    return tuple(
        Row(
            left=None if number else latex(start),
            relation=relation_latex(line.relation),
            right=latex(line.expression)
            + (r" + \text{const}" if line.constant else ""),
            reason=line.reason,
        )
        for number, line in enumerate(steps)
    )


class Words(TypedDict):
    """How a derivation is shown."""

    numbered: bool
    title: str | None
    topic: str | None


class Findings(TypedDict):
    """What the readers say of a derivation as a whole."""

    verdict: Verdict
    proof: ProofAccount | None
    measurement: MeasurementAccount
    measured_only: str | None


def _weakest(claims: list[Claim], checked: list[Checked]) -> Findings:
    """A chain is as strong as its weakest line, and as far off as its worst."""
    verdicts = [verdict for _, _, verdict in checked]
    verdict = min(verdicts, key=WEAKEST_FIRST.index)
    weak = verdicts.index(verdict)
    worst = max(range(len(claims)), key=lambda i: checked[i][1].residual)
    reasons = [c.measured_only for c in claims if c.measured_only]
    return Findings(
        verdict=verdict,
        proof=proof_account(claims[weak], checked[weak][0], "line by line"),
        measurement=measurement_account(claims[worst], checked[worst][1]),
        measured_only=reasons[0] if reasons else None,
    )
