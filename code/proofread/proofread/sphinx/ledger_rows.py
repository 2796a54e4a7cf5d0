"""The rows of the ledger's tables: what is shown of each statement, wide and narrow."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..bundle import Bundle, Kind, MeasurementAccount, ProofAccount
from . import wording
from .audits import AuditRow, Survivor
from .domain import domain_of
from .links import equation_link
from .nodes import html
from .noted import Shown
from .second_proofs import SecondProof
from .second_told import compared
from .tables import Cell

SCREEN_HEADS = (
    "Equation", "Claim", "Verdict", "Proved at", "Proof", "Measured at", "Measurement",
    "Points", "Largest residual", "Tolerance", "Second proof", "Weaker than usual",
    "Read back",
    "Mutants",
    "Caught by measurement", "Caught by proof", "Without a value", "Reviewed survivors",
)  # fmt: skip
PRINT_HEADS = ("Equation", "Claim", "Verdict", "Residual")
PRINT_WIDTHS = (2, 6, 3, 2)


def print_row(transform: SphinxPostTransform, shown: Shown) -> list[Cell]:
    """The cells that fit on paper."""
    bundle, measurement = shown.bundle, shown.bundle.measurement
    residual = wording.number_latex(measurement.residual) if measurement else ""
    return [
        equation_link(transform, shown) if bundle.numbered else "",
        bundle.title or bundle.key,
        wording.verdict_text(bundle),
        nodes.raw("", residual, format="latex"),
    ]


def screen_row(transform: SphinxPostTransform, shown: Shown) -> list[Cell]:
    """All cells."""
    bundle, domain = shown.bundle, domain_of(transform.env)
    return [
        equation_link(transform, shown),
        named(bundle),
        wording.standing(bundle),
        *proof_cells(bundle.proof),
        *measurement_cells(bundle.measurement),
        second_proof(bundle, domain.second_proofs.of(bundle)),
        "; ".join(bundle.weakened) or None,
        domain.readings.unread(bundle) or "yes",
        *audit_cells(bundle, domain.audit_row(bundle)),
    ]


def second_proof(bundle: Bundle, second: SecondProof | None) -> Cell:
    """What Coq's kernel has of a statement that says something."""
    is_claim = bundle.kind is not Kind.DEFINITION
    return compared(bundle, second) if is_claim else None


def audit_cells(bundle: Bundle, audit: AuditRow | None) -> list[Cell]:
    """Mutants, those caught by each reader, survivors with their reasons."""
    if audit is None:
        return [
            None if bundle.kind is Kind.DEFINITION else wording.NOT_AUDITED,
            *[None] * 4,
        ]
    survivors = html("ul", *(survivor(found) for found in audit["survivors"]))
    left_over: Cell = survivors if audit["survivors"] else 0
    counts = [audit["numeric"], audit["symbolic"], audit["without_value"]]
    tried: Cell = audit["mutants"]
    if "drawn_from" in audit:
        tried = f"{tried} drawn from {audit['drawn_from']}"
    return [tried, *counts, left_over]


def proof_cells(proof: ProofAccount | None) -> list[Cell]:
    """Sizes and method of a proof, and what it lacks to hold for every size."""
    if proof is None:
        return ["", None]
    missing = wording.missing_text(proof)
    parts = proof.method, missing and f"not for every size: {missing}"
    return [wording.sizes_text(proof.sizes), "; ".join(filter(None, parts))]


def measurement_cells(found: MeasurementAccount | None) -> list[Cell]:
    """Sizes, method, points, residual and tolerance of a measurement."""
    if found is None:
        return ["", *[None] * 4]
    numbers = map(wording.number_text, (found.residual, found.tolerance))
    more = f"; {wording.attack_text(found.attack)}" if found.attack else ""
    how = found.method + more
    return [wording.all_sizes_text(found.sizes), how, found.points, *numbers]


def named(bundle: Bundle) -> nodes.Element:
    """A statement's title and key."""
    title = [nodes.Text(bundle.title + " ")] if bundle.title else []
    return nodes.inline("", "", *title, nodes.literal("", bundle.key))


def survivor(found: Survivor) -> nodes.Element:
    """A mutant that nobody can catch, because it is true."""
    latex, line = found["latex"], found.get("line")
    where = [nodes.Text(f"line {line}: ")] if line else []
    why = nodes.Text(f": {found['reason']}")
    return html("li", *where, nodes.math(latex, latex), why)
