r"""Displays typed by hand: are they numbered, do they state a relation, and where?

Read from the document, so that `$$`, {math}, amsmath environments and Markdown shown by
a cell are found alike; only `\[ ... \]`, unknown to Markdown, is read from the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from docutils import nodes

from ..bundle import MIME
from .nodes import claim_block
from .prose import Place, ancestors, is_backed, place_of
from .relations import NUMBERING, states_relation
from .sources import prose

REASON = "proofread-reason"  # of a line of a derivation: its author's words
Offence = Literal["numbered", "relation", "theorem", "within", ""]


@dataclass(frozen=True)
class Display:
    """A display typed by hand: where, what, in which kind of prose, and its offence."""

    line: int
    latex: str
    place: Place
    offence: Offence


def hand_typed(document: nodes.document, path: Path) -> list[Display]:
    """Every display of a page that no cell has computed."""
    lines = (
        path.read_text(encoding="utf-8").splitlines() if path.suffix == ".md" else []
    )
    math = (*document.findall(nodes.math_block), *document.findall(nodes.math))
    found = [judged(node, lines) for node in math if displayed(node) and typed(node)]
    return sorted([*found, *bracketed(lines)], key=lambda display: display.line)


def displayed(node: nodes.Element) -> bool:
    """Whether a node is set as a display, be it within a line."""
    within = isinstance(node, nodes.math) and r"\displaystyle" in node.astext()
    return within or isinstance(node, nodes.math_block)


def typed(node: nodes.Element) -> bool:
    """False for the engine's own equations, and for what SymPy displays unnumbered."""
    for parent in ancestors(node):
        if REASON in parent["classes"]:
            return True
        if isinstance(parent, claim_block):
            return False
        if parent.get("nb_element") == "mime_bundle" and holds_claim(parent):
            return False
        if parent.get("mime_type") == "text/latex":
            return bool(NUMBERING.search(node.astext()))
    return True


def holds_claim(bundle: nodes.Element) -> bool:
    """Whether one of the forms in which a cell's output is kept is a claim."""
    forms = (form for form in bundle.children if isinstance(form, nodes.Element))
    return any(form.get("mime_type") == MIME for form in forms)


def judged(node: nodes.Element, lines: list[str]) -> Display:
    """A display with its verdict."""
    latex, place = node.astext(), place_of(node)
    offence: Offence = ""
    if node.get("label") or node.get("number") or NUMBERING.search(latex):
        offence = "numbered"
    elif place == "text" and states_relation(latex):
        offence = "relation"
    elif place == "theorem" and states_relation(latex) and not is_backed(node):
        offence = "theorem"
    elif isinstance(node, nodes.math) and states_relation(latex):
        offence = "within"
    return Display(line=line_of(node, lines), latex=latex, place=place, offence=offence)


def line_of(node: nodes.Element, lines: list[str]) -> int:
    """The line where a display's formula begins, nearest to where Sphinx puts it."""
    around = (node.line, *(parent.line for parent in ancestors(node)))
    guess = max(
        line or 1 for line in around
    )  # a directive may count from its own start
    first = next(
        (part.strip() for part in node.astext().splitlines() if part.strip()), ""
    )
    matches = [i for i, line in enumerate(lines, 1) if first and first in line]
    return min(matches, key=lambda i: abs(i - guess), default=guess)


def bracketed(lines: list[str]) -> Iterator[Display]:
    r"""Displays set between \[ and \] outside code."""
    for number in prose(lines):
        if lines[number - 1].lstrip().startswith(r"\["):
            latex = " ".join(lines[number - 1 : number + 20]).partition(r"\]")[0]
            offence: Offence = "relation" if states_relation(latex) else ""
            yield Display(line=number, latex=latex, place="text", offence=offence)
