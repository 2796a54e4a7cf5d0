"""What a claim shows of itself, and of what both readers found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypedDict

import sympy as sp

from ..assuming import Assumed
from ..bundle import (
    AttackAccount,
    Condition,
    Lead,
    MeasurementAccount,
    ProofAccount,
    Row,
)
from ..claim import Claim
from ..judgments import Judgment
from ..measuring import Attack, Measurement
from ..methods import methods
from ..printing import displayed, distributed, latex
from ..proving import Proof
from ..relations import ORDERED
from ..samples import Sample
from ..scope import free_indices
from .sampling import randoms, sample
from .weakening import weakened


def measured_by(claim: Claim) -> str:
    """How the numeric reader measured the claim, in two words."""
    if claim.oracle:
        return "an independent computation"
    if claim.relation == "~":
        return "slope on log-log axes"
    nodes = claim.definitions.atoms(sp.Tuple(*claim.sides), sp.Basic)
    if needed := methods(nodes):
        return needed[0].words
    return "random points" if claim.relation in ORDERED else "evaluation"


class Stated(TypedDict):
    """The fields of a bundle that are known before anything is checked."""

    key: str
    latex: str
    numbered: bool
    title: str | None
    topic: str | None
    conditions: tuple[Condition, ...]
    uses: tuple[str, ...]
    fingerprint: str
    sample: Sample | None
    weakened: tuple[str, ...]


def stated(
    claim: Claim,
    inline: Iterable[tuple[Any, Any]],
    also: Iterable[Any] = (),
    assumed: Sequence[Assumed] = (),
) -> Stated:
    """What a claim says; inline: what its names stand for and no definition shows.

    also: what is being defined.  assumed: what it rests on besides its hypotheses.
    """
    inline = list(inline)
    return Stated(
        key=claim.key,
        latex=claim_latex(claim),
        numbered=claim.numbered,
        title=claim.title,
        topic=claim.topic,
        conditions=tuple(conditions(claim, claim.sides, inline, assumed)),
        uses=claim.uses,
        fingerprint=claim.identity,
        sample=sample(claim, [(claim.relation, claim.sides)], inline, also, assumed),
        weakened=weakened([claim]),
    )


def conditions(
    claim: Claim,
    sides: Iterable[Any],
    inline: Iterable[tuple[Any, Any]],
    assumed: Iterable[Assumed] = (),
) -> Iterator[Condition]:
    """What is set under the equation: for all, where, given, equality.

    sides: all that are shown, of each line of a derivation.
    """
    shown = sp.Tuple(*sides)
    if free := sorted(free_indices(shown), key=str):
        yield Condition(Lead.FOR_ALL, ", ".join(map(latex, free)))
    for name, value in inline:
        yield Condition(Lead.WHERE, f"{latex(name)} = {latex(value)}")
    for random in randoms(claim, shown):
        yield Condition(Lead.WHERE, distributed(random))
    for hypothesis in claim.given:
        yield Condition(Lead.GIVEN, latex(hypothesis))
    for each in assumed:
        yield Condition(Lead.GIVEN, each.latex)
    for name, value in claim.equality.items():
        yield Condition(Lead.EQUALITY, f"{latex(name)} = {latex(value)}")


def proof_account(claim: Claim, proof: Proof, note: str = "") -> ProofAccount | None:
    """How the claim was proved; of what stayed undecided, what a proof lacks."""
    if proof.judgment is not Judgment.HOLDS:
        return ProofAccount({}, "", missing=proof.missing) if proof.missing else None
    sizes = {} if proof.for_all else {str(s): n for s, n in claim.sizes.items()}
    return ProofAccount(sizes, proof.method, note, proof.lines, proof.missing)


def measurement_account(claim: Claim, found: Measurement) -> MeasurementAccount:
    """How the claim was measured."""
    return MeasurementAccount(
        sizes=tuple({str(s): n for s, n in each.items()} for each in found.sizes),
        points=found.points,
        reach=(_digits(found.reach[0]), _digits(found.reach[1])),
        residual=_digits(found.residual),
        tolerance=claim.tolerance,
        method=measured_by(claim),
        attack=attack_account(found.attack) if found.attack else None,
    )


def attack_account(tried: Attack) -> AttackAccount:
    """What was tried, rounded down to what does not depend on the machine."""
    return AttackAccount(
        points=_at_least(tried.compared),
        searches=tried.searches,
        reach=(float(f"{tried.reach[0]:.0e}"), float(f"{tried.reach[1]:.0e}")),
        largest=tried.largest,
        whole=tried.whole,
    )


def _at_least(count: int) -> int:
    """One digit, rounded down."""
    unit = 10 ** (len(str(count)) - 1)
    return count // unit * unit


def _digits(number: float) -> float:
    """Two digits: the rest may depend on the machine."""
    return float(f"{number:.1e}")


def claim_latex(claim: Claim) -> str:
    """The claim as displayed; an order is written as Landau's."""
    if claim.relation == "~":
        return rf"{latex(claim.lhs)} = \mathcal{{O}}\left({latex(claim.rhs)}\right)"
    return displayed(claim.lhs, claim.relation, claim.rhs)


def aligned(lines: Iterable[Row]) -> str:
    """A derivation as one environment, each line with its reason at the right."""
    rows: list[str] = []
    for line in lines:
        reason = rf" && \text{{{line.reason}}}" if line.reason else ""
        rows.append(f"{line.left or ''} &{line.relation} {line.right}{reason}")
    return r"\begin{aligned} " + r" \\ ".join(rows) + r" \end{aligned}"
