"""The badge of a statement on screen: its verdict, which opens to say how."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..bundle import Bundle, Kind, MeasurementAccount, ProofAccount
from . import wording
from .addresses import ledger_anchor, proof_anchor
from .audits import AuditRow
from .descriptions import Described, description_list
from .domain import domain_of
from .links import commas, equation_link, page_link
from .nodes import element, html
from .second_told import on_badge


def badge(transform: SphinxPostTransform, bundle: Bundle) -> element:
    """The verdict, which opens to say how it was reached."""
    row = domain_of(transform.env).audit_row(bundle)
    verdict = nodes.Text(wording.verdict_text(bundle))
    summary = html("summary", html("span", verdict, classes="proofread-verdict"))
    if detail := wording.summary_text(bundle, row):
        text = nodes.Text(f" · {detail}")
        summary += html("span", text, classes="proofread-detail")
    name = bundle.verdict.replace(" ", "-")
    return html(
        "details",
        summary,
        description_list(explanation(transform, bundle, row)),
        classes=f"proofread-badge proofread-{name}",
    )


def proof_rows(
    transform: SphinxPostTransform, bundle: Bundle, proof: ProofAccount
) -> Iterator[Described]:
    """How it was proved, if it was, and what a proof for every size lacks."""
    if proof.method:
        yield "Proof", [*proof_told(transform, bundle, proof)]
    if missing := wording.missing_text(proof):
        yield "For every size", [nodes.Text(f"not proved: {missing}")]


def explanation(
    transform: SphinxPostTransform, bundle: Bundle, row: AuditRow | None
) -> Iterator[Described]:
    """The rows of an opened badge: what was checked, and how."""
    yield "Verdict", [nodes.Text(wording.verdict_sentence(bundle))]
    if proof := bundle.proof:
        yield from proof_rows(transform, bundle, proof)
    if second := [*on_badge(transform, bundle)]:
        yield "Second proof", second
    if measurement := bundle.measurement:
        yield from measurement_told(measurement)
    if bundle.weakened:
        yield "Weaker than usual", [nodes.Text("; ".join(bundle.weakened))]
    yield from relations(transform, bundle)
    if bundle.kind is not Kind.DEFINITION:
        yield "Deliberate errors", [nodes.Text(wording.mutants_text(row))]
    for page in domain_of(transform.env).pages_with("ledger")[:1]:
        text = nodes.inline("", "its row")
        yield "Ledger", [page_link(transform, page, ledger_anchor(bundle.key), text)]


def measurement_told(found: MeasurementAccount) -> Iterator[Described]:
    """How it was measured, how far the sides were apart, and what else was tried."""
    yield "Measurement", [nodes.Text(wording.measurement_text(found))]
    yield "Largest residual", [nodes.Text(wording.residual_text(found))]
    if found.attack:
        yield "Attacked", [nodes.Text(wording.attack_text(found.attack))]


def proof_told(
    transform: SphinxPostTransform, bundle: Bundle, proof: ProofAccount
) -> Iterator[nodes.Node]:
    """How it was proved; if for every size, with the way to the steps."""
    if not wording.steps(bundle):
        yield nodes.Text(wording.proof_text(proof))
        return
    domain = domain_of(transform.env)
    told: nodes.Element = nodes.inline("", wording.steps_text(bundle))
    shown = domain.find(bundle.key)
    for page in domain.pages_with("proofs", shown.page if shown else "")[:1]:
        told = page_link(transform, page, proof_anchor(bundle.key), told)
        told["classes"] = ["proofread-to-proof"]
    yield told


def relations(transform: SphinxPostTransform, bundle: Bundle) -> Iterator[Described]:
    """What a statement relies on, and what relies on a definition."""
    domain = domain_of(transform.env)
    if used := domain.definitions_of(bundle):
        links = [equation_link(transform, shown) for shown in used]
        yield "Definitions used", [*commas(links)]
    if used := [*places_of_use(transform, bundle.key)]:
        yield "Where used", [*commas(used)]
    if bundle.kind is Kind.DEFINITION and (users := domain.users_of(bundle.key)):
        yield "Used by", [*commas(equation_link(transform, shown) for shown in users)]


def places_of_use(transform: SphinxPostTransform, key: str) -> Iterator[nodes.Node]:
    """The sections of this page that lean on a statement, and every other page."""
    here, titles = transform.env.docname, transform.env.titles
    pages = {here}
    for place in domain_of(transform.env).citing(key):
        title = place.title
        if place.page != here:
            if place.page in pages:
                continue
            pages.add(place.page)
            title = titles[place.page].astext()
        text = nodes.inline("", title)
        yield page_link(transform, place.page, place.section, text)
