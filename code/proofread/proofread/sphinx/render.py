"""The MyST-NB renderer: a MIME bundle becomes a numbered, linkable statement."""

from __future__ import annotations

from typing import Any, ClassVar

from docutils import nodes

from .displays import MIME_TYPE
from .domain import anchor, is_numbered
from .nodes import claim_block, html, lines_block

RELATIONS = {"<=": r"\le", ">=": r"\ge", "~": r"\sim", "∝": r"\propto"}
LEAD_INS = {
    "for all": "for all",
    "where": "where",
    "given": "given",
    "equality": "equality when",
}


class ClaimRenderer:
    """Entry point of the group `myst_nb.mime_renderers`."""

    mime_priority_overrides: ClassVar = [("*", MIME_TYPE, 0)]

    @staticmethod
    def handle_mime(
        renderer: Any, data: Any, inline: bool
    ) -> list[nodes.Element] | None:
        """The statement as document nodes; None for every other kind of output."""
        if inline or data.mime_type != MIME_TYPE:
            return None
        return [statement(data.content, renderer.renderer, data.line or 0)]


def statement(bundle: dict[str, Any], myst: Any, line: int) -> claim_block:
    """A statement: its equation, its lines if it is a derivation, its conditions."""
    equation = (
        numbered_equation(bundle, myst)
        if is_numbered(bundle)
        else formula(bundle["latex"])
    )
    block = claim_block("", equation, bundle=bundle)
    block["classes"] = ["proofread", f"proofread-{bundle['kind']}"]
    block.line = line
    if bundle["lines"]:
        block += derivation_lines(bundle, equation, myst, line)
    if bundle["conditions"]:
        block += conditions(bundle["conditions"])
    return block


def formula(latex: str) -> nodes.math_block:
    """A displayed formula without a number."""
    return nodes.math_block(latex, latex, nowrap=False, number=None, label=None)


def numbered_equation(bundle: dict[str, Any], myst: Any) -> nodes.math_block:
    """A displayed formula, numbered and known to {eq}; a key is numbered once."""
    equation, key = formula(bundle["latex"]), bundle["key"]
    domain, docname = myst.sphinx_env.get_domain("math"), myst.sphinx_env.docname
    if key not in domain.equations:
        domain.note_equation(docname, key, location=equation)
        equation.update_basic_atts({"ids": [anchor(key)]})
        equation["number"] = domain.get_equation_number_for(key)
        equation["label"], equation["docname"] = key, docname
        myst.document.note_explicit_target(equation)
    return equation


def derivation_lines(
    bundle: dict[str, Any], equation: nodes.math_block, myst: Any, line: int
) -> lines_block:
    """The rows of a derivation: left side, relation with right side, reason."""
    rows = [
        html(
            "div",
            html("span", *display_style(row["left"] or ""), classes="proofread-left"),
            html("span", *display_style(right_side(row)), classes="proofread-right"),
            html(
                "span",
                *parsed(row["reason"] or "", myst, line),
                classes="proofread-reason",
            ),
            classes="proofread-line",
        )
        for row in bundle["lines"]
    ]
    return lines_block(
        "",
        *rows,
        lines=bundle["lines"],
        **{name: equation.get(name) for name in ("number", "label", "docname")},
    )


def right_side(row: dict[str, Any]) -> str:
    """The relation, spaced by an empty group before it, and what follows."""
    relation = RELATIONS.get(row["relation"], row["relation"] or "")
    if row["left"] is None and not relation:
        return row["right"]
    return f"{{}} {relation} {row['right']}"


def display_style(latex: str) -> list[nodes.Node]:
    """A formula within a row, as large as in a display."""
    text = rf"\displaystyle {latex}"
    return [nodes.math(text, text)] if latex else []


def parsed(text: str, myst: Any, line: int) -> list[nodes.Node]:
    """The nodes of a line of MyST, so that $x$ in it becomes mathematics."""
    holder = nodes.inline()
    with myst.current_node_context(holder):
        myst.nested_render_text(text, line, inline=True)
    return list(holder.children)


def conditions(found: list[dict[str, str]]) -> nodes.paragraph:
    """The line under an equation: for all ..., where ..., given ..."""
    paragraph = nodes.paragraph(classes=["proofread-conditions"])
    for number, (kind, lead_in) in enumerate(in_order(found)):
        paragraph += nodes.Text(f"{'; ' if number else ''}{lead_in} ")
        for i, latex in enumerate(c["latex"] for c in found if c["kind"] == kind):
            paragraph += [nodes.Text(", ")] if i else []
            paragraph += nodes.math(latex, latex)
    return paragraph


def in_order(found: list[dict[str, str]]) -> list[tuple[str, str]]:
    """The kinds of condition that occur, with the words that lead in to them."""
    occurring = {condition["kind"] for condition in found}
    return [(kind, words) for kind, words in LEAD_INS.items() if kind in occurring]
