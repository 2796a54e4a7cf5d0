r"""{claim}: a statement's own equation, or a side of it, within a line of text.

{claim}`key` sets the equation, {claim}`key left` and {claim}`key right` a side of it.
What is set is what was proved: it is not typed a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxRole

from ..bundle import Bundle, Kind

if TYPE_CHECKING:
    from .domain import ProofreadDomain

SIDES = ("left", "right")
TOKEN = re.compile(r"\\(?:begin|end)\{[^}]*\}|\\\\|\\[a-zA-Z]+|\\.|.", re.DOTALL)
BROKEN = r"\begin{aligned}"
OPENS, CLOSES = {"{", r"\left"}, {"}", r"\right"}
BREAKS = {"&", r"\\", r"\quad"}
RELATIONS = {"=", "<", ">"} | {
    rf"\{name}"
    for name in ("le", "ge", "ne", "lt", "gt", "sim", "approx", "propto", "succeq")
}


class claim_inline(nodes.Inline, nodes.Element):
    """The place of a statement's equation, or of a side of it."""


@dataclass(frozen=True)
class Quoted:
    """Where a text sets a statement's equation: its key, which side, the line."""

    key: str
    side: str
    line: int


class ClaimRole(SphinxRole):
    """Marks the place."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The mark."""
        key, _, side = self.text.strip().partition(" ")
        place = claim_inline("", key=key, side=side.strip())
        place.line = self.lineno
        return [place], []


class Quotations(SphinxPostTransform):
    """Puts the formulas in their places, once every page is known."""

    default_priority = 3

    def run(self, **kwargs: Any) -> None:
        """Fill each place on the page."""
        domain: Any = self.env.get_domain("proofread")
        for place in list(self.document.findall(claim_inline)):
            latex = domain.equation(f"{place['key']} {place['side']}") or place["key"]
            place.replace_self(nodes.math(latex, latex))


def quotations(document: nodes.document) -> Iterator[Quoted]:
    """Where a page sets equations of statements."""
    for place in document.findall(claim_inline):
        yield Quoted(place["key"], place["side"], place.line or 1)


def refused(domain: ProofreadDomain) -> Iterator[tuple[str, int, str]]:
    """(page, line, what to do) of each equation that cannot be set."""
    for page, found in domain.quoted.items():
        for quotation in found:
            if what := wrong(domain, quotation):
                yield page, quotation.line, what


def wrong(domain: ProofreadDomain, quotation: Quoted) -> str:
    """What is wrong with a place; empty where nothing is."""
    key, side = quotation.key, quotation.side
    shown = domain.find(key)
    if shown is None:
        return f"no statement is called “{key}”: write the key of a claim of the book"
    if shown.bundle.kind is Kind.REFUTATION:
        return f"“{key}” is false on purpose: its equation is not for the text"
    if side not in ("", *SIDES):
        return f"“{side}” is no side: write left, right, or the key alone"
    return ""


def quoted(bundle: Bundle, side: str) -> str:
    """The LaTeX of a statement's equation, or of a side of it, in one line."""
    left, sign, right = sides(bundle)
    return {"left": left, "right": right}.get(side, f"{left} {sign} {right}")


def sides(bundle: Bundle) -> tuple[str, str, str]:
    """Left side, relation, right side; of a derivation its first and its last."""
    lines = bundle.lines
    if lines and lines[0].left:
        signs = {line.relation for line in lines} - {"="} or {"="}
        return lines[0].left, signs.pop(), lines[-1].right
    tokens = [*outer(bundle.latex)]
    at = next(
        (k for k, (token, depth) in enumerate(tokens) if is_sign(token, depth)), 0
    )
    left, right = tokens[:at], tokens[at + 1 :]
    return written(left), tokens[at][0], written(right)


def is_sign(token: str, depth: int) -> bool:
    """Whether a token is the relation of a formula, within no group."""
    return not depth and token in RELATIONS


def outer(latex: str) -> Iterator[tuple[str, int]]:
    """The tokens of a formula in one line, each with how deep in groups it stands."""
    text = latex.strip()
    if text.startswith(BROKEN):
        text = text.removeprefix(BROKEN).removesuffix(r"\end{aligned}")
    depth = 0
    for token in TOKEN.findall(text):
        depth -= token in CLOSES or token.startswith(r"\end{")
        if depth or token not in BREAKS:
            yield token, depth
        depth += token in OPENS or token.startswith(r"\begin{")


def written(tokens: list[tuple[str, int]]) -> str:
    """Tokens as LaTeX."""
    return " ".join("".join(token for token, _ in tokens).split())
