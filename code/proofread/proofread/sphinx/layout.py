"""Sets each statement for its format: with a badge to open, in print with a note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from . import wording
from .domain import Shown, anchor, domain_of, is_numbered
from .nodes import claim_block, html, lines_block


class Layout(SphinxPostTransform):
    """Runs before references are resolved, once every page is known."""

    default_priority = 3

    def run(self, **kwargs: Any) -> None:
        """Set every statement of the page."""
        on_screen = self.app.builder.format == "html"
        for block in list(self.document.findall(claim_block)):
            kind = block["bundle"]["kind"]
            block["ids"] = [anchor(block["bundle"]["key"], kind)]
            if kind == "refutation":
                lay_out = self.false_on_screen if on_screen else self.false_in_print
            else:
                lay_out = self.on_screen if on_screen else self.in_print
            lay_out(block)

    def on_screen(self, block: claim_block) -> None:
        """Equation or lines, conditions, badge."""
        prefer_lines(block)
        block += self.badge(block["bundle"])

    def in_print(self, block: claim_block) -> None:
        """The verdict, for the margin; equation or lines; beneath, the conditions."""
        prefer_lines(block)
        note = wording.badge_latex(block["bundle"])
        block.insert(0, nodes.raw("", note, format="latex"))

    def badge(self, bundle: dict[str, Any]) -> nodes.Element:
        """The verdict, which opens to say how it was reached."""
        row = domain_of(self.env).audit_row(bundle)
        verdict = html(
            "span",
            nodes.Text(wording.verdict_text(bundle)),
            classes="proofread-verdict",
        )
        summary = html("summary", verdict)
        if detail := wording.summary_text(bundle, row):
            summary += html(
                "span", nodes.Text(f" · {detail}"), classes="proofread-detail"
            )
        name = bundle["verdict"].replace(" ", "-")
        return html(
            "details",
            summary,
            description_list(self.explanation(bundle, row)),
            classes=f"proofread-badge proofread-{name}",
        )

    def explanation(
        self, bundle: dict[str, Any], row: dict[str, Any] | None
    ) -> Iterator[tuple[str, list[nodes.Node]]]:
        """The rows of an opened badge: what was checked, and how."""
        yield "Verdict", [nodes.Text(wording.verdict_sentence(bundle))]
        if proof := wording.proof_of(bundle):
            yield "Proof", [nodes.Text(wording.proof_text(proof))]
        if measurement := bundle["measurement"]:
            yield "Measurement", [nodes.Text(wording.measurement_text(measurement))]
            yield "Largest residual", [nodes.Text(wording.residual_text(measurement))]
        yield from self.relations(bundle)
        if bundle["kind"] != "definition":
            yield "Deliberate errors", [nodes.Text(wording.mutants_text(row))]
        for page in domain_of(self.env).pages_with("ledger")[:1]:
            target = nodes.make_id(f"ledger-{bundle['key']}")
            text = nodes.inline("", "its row")
            yield "Ledger", [page_link(self, page, target, text)]

    def relations(
        self, bundle: dict[str, Any]
    ) -> Iterator[tuple[str, list[nodes.Node]]]:
        """What a statement relies on, and what relies on a definition."""
        domain = domain_of(self.env)
        used = [found for key in bundle["uses"] if (found := domain.find(key))]
        if used:
            yield (
                "Definitions used",
                list(commas(equation_link(self, shown) for shown in used)),
            )
        if bundle["kind"] == "definition" and (users := domain.users_of(bundle["key"])):
            yield "Used by", list(commas(equation_link(self, shown) for shown in users))

    def false_on_screen(self, block: claim_block) -> None:
        """A box titled False, with the engine's message and the counterexample."""
        bundle, formula = (
            block["bundle"],
            html("div", *block.children, classes="proofread-false"),
        )
        block.clear()
        block += html("p", nodes.Text("False"), classes="proofread-title")
        block += formula
        block += message(bundle)
        block += description_list(counterexample(bundle["counterexample"]))

    def false_in_print(self, block: claim_block) -> None:
        """The same box in print."""
        bundle, formula = block["bundle"], list(block.children)
        block.clear()
        begin = r"\begin{sphinxadmonition}{error}{False}"
        block += nodes.raw("", begin, format="latex")
        block += [*formula, message(bundle), in_one_line(bundle["counterexample"])]
        block += nodes.raw("", r"\end{sphinxadmonition}", format="latex")


def prefer_lines(block: claim_block) -> None:
    """Of a derivation, keep the lines and not the equation they were numbered by."""
    for lines in list(block.findall(lines_block)):
        equation = block[0]
        lines["ids"] = equation["ids"]  # type: ignore[index]
        block.remove(equation)


def equation_link(transform: SphinxPostTransform, shown: Shown) -> nodes.Node:
    """A link to a statement: its number, or its key where it has none."""
    key = shown["bundle"]["key"]
    if is_numbered(shown["bundle"]):
        target = {"refdomain": "math", "reftype": "eq", "reftarget": key}
        here = transform.env.docname
        return pending_xref("", nodes.inline("", key), refdoc=here, **target)
    target = anchor(key, shown["bundle"]["kind"])
    return page_link(transform, shown["page"], target, nodes.literal("", key))


def page_link(
    transform: SphinxPostTransform, page: str, target: str, text: nodes.Element
) -> nodes.Element:
    """A link to an id on some page, in any format."""
    return make_refnode(
        transform.app.builder, transform.env.docname, page, target, text
    )


def message(bundle: dict[str, Any]) -> nodes.Element:
    """The engine's message, line by line."""
    lines = [nodes.line("", text.strip()) for text in bundle["message"].splitlines()]
    return nodes.line_block("", *lines, classes=["proofread-message"])


def counterexample(
    found: dict[str, Any] | None,
) -> Iterator[tuple[str, list[nodes.Node]]]:
    """The values at which the two sides differ."""
    if not found:
        return
    if found["sizes"]:
        yield "sizes", [nodes.Text(wording.sizes_text(found["sizes"]))]
    for name, value in found["values"]:
        yield name, [nodes.Text(str(value))]
    yield "left side", [nodes.Text(str(found["left"]))]
    yield "right side", [nodes.Text(str(found["right"]))]
    yield "residual", [nodes.Text(wording.number_text(found["residual"]))]
    if latex := found["did_you_mean"]:
        yield "did you mean", [nodes.math(latex, latex)]


def in_one_line(found: dict[str, Any] | None) -> nodes.paragraph:
    """A counterexample as running text."""
    line = nodes.paragraph()
    for i, (term, described) in enumerate(counterexample(found)):
        line += [nodes.Text("; " if i else ""), nodes.strong("", term)]
        line += [nodes.Text("\N{NO-BREAK SPACE}"), *described]
    return line


def description_list(
    rows: Iterator[tuple[str, list[nodes.Node]]],
) -> nodes.definition_list:
    """Terms and what they stand for."""
    items = [
        nodes.definition_list_item(
            "",
            nodes.term("", term),
            nodes.definition("", nodes.paragraph("", "", *described)),
        )
        for term, described in rows
    ]
    return nodes.definition_list("", *items)


def commas(found: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """The nodes with commas between them."""
    for i, node in enumerate(found):
        if i:
            yield nodes.Text(", ")
        yield node
