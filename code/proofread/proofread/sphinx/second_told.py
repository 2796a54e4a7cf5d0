"""The second proof in words, and as badges and pages of proofs show it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from ..bundle import Bundle, Verdict
from . import wording
from .addresses import theorem_anchor
from .domain import ProofreadDomain, domain_of
from .links import page_link
from .nodes import html
from .second_proofs import Line, SecondProof

FOLDER = "kernel"  # of the site, in which the files lie
FORMAL = "checked as a formal derivative"
NOT_NOW = "not re-proved in this build"
MEANS = (
    "Over every commutative ring R: what stands in brackets is given, and what follows"
    " the last colon is proved of it."
)
OF_A_DERIVATIVE = (
    " The square of eps is 0, and a derivative is what eps is multiplied by."
)
OF_A_FUNCTION = (
    " What the derivative of a function is, is among the things given: it is"
    f" {FORMAL}, and there is no analysis in it."
)


def standing(second: SecondProof) -> str:
    """How far the kernel has come with a statement."""
    if not second.theorems:
        return f"none: {'; '.join(second.causes)}"
    every = " for every size" if second.for_every_size else ""
    told = f"re-proved{every} by Coq's kernel" if second.is_proved else NOT_NOW
    if second.is_proved and second.is_formal:
        told += f"; {FORMAL}"
    if second.is_whole:
        return told
    count = f"{len(second.theorems)} of {len(second.lines)} lines"
    return f"{count} {told}; not the others: {'; '.join(second.causes)}"


def is_kernels_alone(bundle: Bundle, second: SecondProof | None) -> bool:
    """Whether the kernel has a theorem, and no other proof is for every size."""
    by_others = bundle.verdict is Verdict.PROVED
    return second is not None and second.is_whole and not by_others


def is_others_alone(bundle: Bundle, second: SecondProof | None) -> bool:
    """Whether the index reader has a proof for every size, and the kernel has none."""
    return wording.steps(bundle) > 0 and (second is None or not second.is_whole)


def compared(bundle: Bundle, second: SecondProof | None) -> str:
    """The same, with the cause where one of two proofs for every size is missing."""
    if second is None:
        return "none: it has not been asked for"
    told = standing(second)
    if is_others_alone(bundle, second):
        return f"{told} (the index reader proves it for every size)"
    if is_kernels_alone(bundle, second):
        missing = wording.missing_text(bundle.proof) if bundle.proof else ""
        return f"{told} (the index reader does not: {missing or 'not asked'})"
    return told


def on_badge(transform: SphinxPostTransform, bundle: Bundle) -> Iterator[nodes.Node]:
    """The standing of a statement, and the way to its theorem."""
    domain = domain_of(transform.env)
    second = domain.second_proofs.of(bundle)
    if second is None:
        return
    told: nodes.Element = nodes.inline("", standing(second))
    shown = domain.find(bundle.key)
    pages = domain.pages_with("proofs", shown.page if shown else "")[:1]
    for page in pages if second.theorems else []:
        told = page_link(transform, page, theorem_anchor(bundle.key), told)
        told["classes"] = ["proofread-to-theorem"]
    yield told


def theorem_part(
    transform: SphinxPostTransform, bundle: Bundle, second: SecondProof
) -> nodes.Element:
    """The theorem as Coq has it, what it means, and where the file is."""
    return html(
        "details",
        html("summary", nodes.Text(f"Second proof: {standing(second)}")),
        nodes.paragraph("", "", *meaning(transform, second)),
        *(html("pre", nodes.Text(line.text)) for line in second.theorems),
        file_link(transform, second.theorems[0]),
        classes="proofread-theorem",
        id=theorem_anchor(bundle.key),
    )


def meaning(
    transform: SphinxPostTransform, second: SecondProof
) -> Iterator[nodes.Node]:
    """How a theorem is read, and the way to what has to be trusted."""
    moves = any("eps * eps" in line.text for line in second.theorems)
    formal = OF_A_FUNCTION if second.is_formal else ""
    yield nodes.Text(MEANS + (OF_A_DERIVATIVE if moves else "") + formal)
    for page in domain_of(transform.env).pages_with(FOLDER)[:1]:
        more = nodes.inline("", "What has to be trusted")
        yield from (nodes.Text(" "), page_link(transform, page, "", more))
        yield nodes.Text(".")


def file_link(transform: SphinxPostTransform, line: Line) -> nodes.Element:
    """The way to the file that a theorem stands in, on the site."""
    here = transform.app.builder.get_target_uri(transform.env.docname)
    target = f"{FOLDER}/{line.file}"
    uri = relative_uri(here, target)
    link = nodes.reference("", line.file, refuri=uri, internal=True)
    return nodes.paragraph("", "The file for Coq, with its proof: ", link)


def publish(domain: ProofreadDomain, site: Path) -> None:
    """Put the files of all theorems where the pages say that they are."""
    for name, text in domain.second_proofs.files.items():
        target = site / FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)
