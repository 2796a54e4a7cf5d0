"""Sets each statement for its format: with a badge to open, in print with a note."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..bundle import Bundle, Kind
from . import wording
from .addresses import anchor
from .badge import badge
from .descriptions import counterexample, description_list, in_one_line
from .nodes import claim_block, equation_block, html, lines_block
from .render import formula


class Layout(SphinxPostTransform):
    """Runs before references are resolved, once every page is known."""

    default_priority = 3

    def run(self, **kwargs: Any) -> None:
        """Set every statement of the page."""
        on_screen = self.app.builder.format == "html"
        for block in list(self.document.findall(claim_block)):
            kind = block.bundle.kind
            block["ids"] = [anchor(block.bundle.key, kind)]
            prefer_lines(block)
            if on_screen:
                number_beside(block)
            if kind is Kind.REFUTATION:
                false_on_screen(block) if on_screen else false_in_print(block)
            elif on_screen:
                block += badge(self, block.bundle)
            else:
                note = wording.badge_latex(block.bundle)
                block.insert(0, nodes.raw("", note, format="latex"))


def prefer_lines(block: claim_block) -> None:
    """Of a derivation, keep the lines and not the equation they were numbered by."""
    for lines in list(block.findall(lines_block)):
        equation = next(iter(block.findall(nodes.math_block)))
        lines["ids"] = equation["ids"]
        block.remove(equation)


def number_beside(block: claim_block) -> None:
    """Take the number off the formula: links arrive at the box, which has its id."""
    for equation in list(block.findall(nodes.math_block)):
        if equation["number"]:
            beside = equation_block("", formula(equation.astext()))
            beside.update_all_atts(equation)
            equation.replace_self(beside)


def false_on_screen(block: claim_block) -> None:
    """A box titled False, with the engine's message and the counterexample."""
    shown = html("div", *block.children, classes="proofread-false")
    block.clear()
    block += html("p", nodes.Text("False"), classes="proofread-title")
    block += shown
    block += message(block.bundle)
    if found := block.bundle.counterexample:
        block += description_list(counterexample(found))


def false_in_print(block: claim_block) -> None:
    """The same box in print."""
    bundle, shown = block.bundle, list(block.children)
    block.clear()
    begin = r"\begin{sphinxadmonition}{error}{False}"
    block += nodes.raw("", begin, format="latex")
    block += [*shown, message(bundle)]
    if found := bundle.counterexample:
        block += in_one_line(found)
    block += nodes.raw("", r"\end{sphinxadmonition}", format="latex")


def message(bundle: Bundle) -> nodes.Element:
    """The engine's message, line by line."""
    lines = [nodes.line("", text.strip()) for text in bundle.message.splitlines()]
    return nodes.line_block("", *lines, classes=["proofread-message"])
