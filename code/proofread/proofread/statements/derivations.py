"""A derivation: aligned lines, each with its reason, each checked against the last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypedDict, cast

from sympy import Tuple, sympify

from ..arguments import VARIED
from ..assuming import conditions_of
from ..bundle import (
    Bundle,
    Condition,
    Kind,
    MeasurementAccount,
    ProofAccount,
    Row,
    Verdict,
)
from ..claim import Claim, identity_of_statement
from ..definitions import Definitions
from ..errors import ClaimError
from ..printing import latex, relation_latex
from ..samples import Sample
from ..scope import reach
from ..unmet import refuse_unknown
from .failing import fails_by_name
from .lines import Step, made_lines
from .recording import Statement, failure, run
from .reliance import Reliance, listed
from .sampling import Lines, sample
from .saying import require_said
from .showing import aligned, conditions, measurement_account, proof_account
from .verdicts import Checked, check
from .weakening import weakened

WEAKEST_FIRST = (Verdict.MEASURED_ONLY, Verdict.PROVED_AT_SIZES, Verdict.PROVED)


@fails_by_name
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
    _refuse_misstated(key, start, steps, variable, where)
    shown = Words(numbered=numbered, title=title, topic=topic)
    options = {"where": where, "given": listed(given), **options}
    lines = list(made_lines(key, start, steps, variable, {**options, **shown}))
    refuse_unknown(options, claims := [claim for claim, _ in lines])

    def build() -> Bundle:
        checked = [_check_line(key, c, n) for n, c in enumerate(claims, 1)]
        relies = lines[-1][1]
        require_said(claims, relies)
        written = _written(start, steps)
        return Bundle(
            key=key,
            kind=Kind.DERIVATION,
            latex=aligned(written),
            **shown,
            lines=written,
            **_weakest(claims, checked),
            **_under(claims, relies, _displayed(start, steps)),
        )

    return run(claims, build)


def _refuse_misstated(
    key: str, start: Any, steps: Sequence[Step], variable: Any, where: Any
) -> None:
    """Refuse no line, what is none, and a variable that is in none."""
    if not steps:
        raise failure(key, "engine", "a derivation needs at least one step(…)")
    for line in steps:
        if not isinstance(cast(Any, line), Step):
            raise TypeError(f"{line} is no line: write step(expression, reason)")
    lines = Tuple(start, *(line.expression for line in steps))
    known = reach(lines, Definitions(Reliance.on(where).pairs))
    fits = isinstance(variable, VARIED) and variable in known
    if variable is not None and not fits:
        raise ValueError(f"variable: {variable} is in no line: take one that is")


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


def _displayed(start: Any, steps: Iterable[Step]) -> list[tuple[str, Sequence[Any]]]:
    """The sides of each line, the first alone with a left side."""
    first = [start]
    rows: list[tuple[str, Sequence[Any]]] = []
    for line in steps:
        constant = " + const" if line.constant else ""
        rows.append((line.relation + constant, [*first, line.expression]))
        first = []
    return rows


class Under(TypedDict):
    """What a derivation rests on, and what its lines are worth."""

    conditions: tuple[Condition, ...]
    uses: tuple[str, ...]
    fingerprint: str
    sample: Sample | None


def _under(claims: list[Claim], relies: Reliance, lines: Lines) -> Under:
    rows = zip(claims, lines, strict=True)
    shown = [(claim, sympify(e)) for claim, (_, sides) in rows for e in sides]
    assumed = conditions_of(claims, shown)
    return Under(
        conditions=tuple(
            conditions(claims[-1], [e for _, e in shown], relies.inline, assumed)
        ),
        uses=relies.uses,
        fingerprint=identity_of_statement(claims),
        sample=sample(claims[-1], lines, relies.inline, assumed=assumed),
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
    weakened: tuple[str, ...]


def _weakest(claims: list[Claim], checked: list[Checked]) -> Findings:
    """A chain is as strong as its weakest line, and as far off as its worst."""
    verdicts = [verdict for _, _, verdict in checked]
    verdict = min(verdicts, key=WEAKEST_FIRST.index)
    weak = verdicts.index(verdict)
    worst = max(range(len(claims)), key=lambda i: checked[i][1].residual)
    reasons = [c.measured_only for c in claims if c.measured_only]
    proof = proof_account(claims[weak], checked[weak][0], "line by line")
    lines = tuple(line for proof, *_ in checked for line in proof.lines)
    measured = replace(checked[worst][1], attack=checked[weak][1].attack)
    return Findings(
        verdict=verdict,
        proof=replace(proof, lines=lines) if proof else None,
        measurement=measurement_account(claims[worst], measured),
        measured_only=reasons[0] if reasons else None,
        weakened=weakened(claims),
    )
