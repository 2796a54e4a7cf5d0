"""The MyST-NB renderer: an output's JSON becomes a numbered, linkable statement."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar, cast

from docutils import nodes
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError

from ..bundle import MIME, Bundle, Condition, Lead, Row, from_json
from ..typed_json import MalformedJSON
from .addresses import anchor, location
from .nodes import claim_block, html, lines_block
from .sources import written_keys

RERUN = "Run the chapter again: empty the cache of its outputs (make clean)."


class UnreadableOutput(SphinxError):
    """An output that the engine did not write, or not in this version."""

    category = "Unreadable output"


class ClaimRenderer:
    """Entry point of the group `myst_nb.mime_renderers`."""

    mime_priority_overrides: ClassVar = [("*", MIME, 0)]

    @staticmethod
    def handle_mime(
        renderer: Any, data: Any, inline: bool
    ) -> list[nodes.Element] | None:
        """The statement as document nodes; None for every other kind of output.

        Raises UnreadableOutput, which names file and line, where another version of the
        engine wrote it.
        """
        if inline or data.mime_type != MIME:
            return None
        myst, line = renderer.renderer, data.line or 0
        try:
            bundle = from_json(data.content)
        except MalformedJSON as error:
            place = where_written(myst.sphinx_env, data.content, line)
            raise UnreadableOutput(f"{place}: {error}. {RERUN}") from error
        return [statement(bundle, myst, line)]


def where_written(env: BuildEnvironment, entry: Any, line: int) -> str:
    """`path:line` of the call that showed an output; line: of its cell, else."""
    calls = written_keys(Path(env.doc2path(env.docname)))
    fields = cast(dict[str, object], entry) if isinstance(entry, dict) else {}
    lines = (call.place.line for call in calls if call.key == fields.get("key"))
    return location(env, env.docname, next(lines, line))


def statement(bundle: Bundle, myst: Any, line: int) -> claim_block:
    """A statement: its equation, its lines if it is a derivation, its conditions."""
    equation = formula(bundle.latex)
    if bundle.numbered:
        number(equation, bundle.key, myst)
    block = claim_block("", equation, bundle=bundle)
    block["classes"] = ["proofread", f"proofread-{bundle.kind}"]
    block.line = line
    if bundle.lines:
        block += derivation_lines(bundle.lines, equation, myst, line)
    if bundle.conditions:
        block += conditions(bundle.conditions)
    return block


def formula(latex: str) -> nodes.math_block:
    """A displayed formula without a number."""
    return nodes.math_block(latex, latex, nowrap=False, number=None, label=None)


def number(equation: nodes.math_block, key: str, myst: Any) -> None:
    """Number a displayed formula and make it known to {eq}; a key is numbered once."""
    domain, docname = myst.sphinx_env.get_domain("math"), myst.sphinx_env.docname
    if key not in domain.equations:
        domain.note_equation(docname, key, location=equation)
        equation.update_basic_atts({"ids": [anchor(key)]})
        equation["number"] = domain.get_equation_number_for(key)
        equation["label"], equation["docname"] = key, docname
        myst.document.note_explicit_target(equation)


def derivation_lines(
    lines: Sequence[Row], equation: nodes.math_block, myst: Any, at: int
) -> lines_block:
    """The rows of a derivation: left side, relation with right side, reason."""
    rows = [
        html(
            "div",
            html("span", *display_style(line.left or ""), classes="proofread-left"),
            html("span", *display_style(right_side(line)), classes="proofread-right"),
            html("span", *parsed(line.reason, myst, at), classes="proofread-reason"),
            classes="proofread-line",
        )
        for line in lines
    ]
    names = ("number", "label", "docname")
    numbering = {name: equation.get(name) for name in names}
    return lines_block("", *rows, lines=lines, **numbering)


def right_side(line: Row) -> str:
    """The relation, spaced by an empty group before it, and what follows."""
    return f"{{}} {line.relation} {line.right}"


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


def conditions(found: Sequence[Condition]) -> nodes.paragraph:
    """The line under an equation: for all ..., where ..., given ..."""
    paragraph = nodes.paragraph(classes=["proofread-conditions"])
    by_lead = {lead: [c.latex for c in found if c.lead is lead] for lead in Lead}
    for lead, formulas in by_lead.items():
        if not formulas:
            continue
        paragraph += nodes.Text(f"{'; ' if paragraph.children else ''}{lead} ")
        for i, latex in enumerate(formulas):
            paragraph += [nodes.Text(", ")] if i else []
            paragraph += nodes.math(latex, latex)
    return paragraph
