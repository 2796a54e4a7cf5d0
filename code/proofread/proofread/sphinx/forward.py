"""A link to an equation that comes later says so: (1.7, proved later)."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from ..bundle import Kind
from .domain import domain_of
from .nodes import claim_block, element
from .noted import Shown, section_around
from .prose import ancestors

WORDS = {Kind.DEFINITION: "defined later"}
PROVED = "proved later"


class Forward(SphinxPostTransform):
    """Marks the links of a chapter's prose to what later sections or chapters state.

    The front page, and pages that state nothing, lead to everything: nothing there is
    said to rest on what comes before it.
    """

    default_priority = 4  # before references are resolved

    def run(self, **kwargs: Any) -> None:
        """Mark every link of the page, or of the book where it is one document."""
        self.known = {s.bundle.key: s for s in domain_of(self.env).statements()}
        places = {node: at for at, node in enumerate(self.document.findall())}
        later: list[tuple[pending_xref, Shown]] = []
        blocks = {b.bundle.key: b for b in self.document.findall(claim_block)}
        for link in self.document.findall(pending_xref):
            shown = self.referred(link)
            if shown and self.comes_later(link, shown, blocks, places):
                later.append((link, shown))
        for link, shown in later:
            link.replace_self(self.marked(link, shown))

    def referred(self, link: pending_xref) -> Shown | None:
        """The numbered statement that a link of a chapter's prose leads to."""
        domain, page = domain_of(self.env), link.get("refdoc", self.env.docname)
        states = domain.shown.get(page) and page != self.config.root_doc
        if not states or link.get("reftype") != "eq" or not in_prose(link):
            return None
        return self.known.get(link["reftarget"])

    def comes_later(
        self,
        link: pending_xref,
        shown: Shown,
        blocks: dict[str, claim_block],
        places: dict[nodes.Node, int],
    ) -> bool:
        """Whether a statement stands on a later page, or in a later section."""
        here = link.get("refdoc", self.env.docname)
        if shown.page != here:
            return domain_of(self.env).is_later(shown.page, here)
        block = blocks.get(shown.bundle.key)
        if block is None or section_around(block) is section_around(link):
            return False
        return places[block] > places[link]

    def marked(self, link: pending_xref, shown: Shown) -> list[nodes.Node]:
        """The link, with what the reader should know inside its brackets."""
        words = WORDS.get(shown.bundle.kind, PROVED)
        if self.app.builder.format == "latex":
            label = rf"\ref{{equation:{shown.page}:{shown.bundle.key}}}"
            number = nodes.raw("", label, format="latex")
            return [nodes.Text("("), number, nodes.Text(f", {words})")]
        here, builder = link.get("refdoc", self.env.docname), self.app.builder
        math, key = self.env.get_domain("math"), shown.bundle.key
        found = math.resolve_xref(self.env, here, builder, "eq", key, link, link)
        for text in list(found.findall(nodes.Text)) if found else ():
            told = f"{text.astext().removesuffix(')')}, {words})"
            text.parent.replace(text, nodes.Text(told))
        return [found or link]


def in_prose(link: nodes.Element) -> bool:
    """Whether an author wrote a link, and not into a box of results."""
    for around in ancestors(link):
        classes: list[str] = around["classes"]
        if isinstance(around, claim_block | element) or "results" in classes:
            return False
    return True
