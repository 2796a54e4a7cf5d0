"""{results}: what a chapter leaves its reader with, each equation repeated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from .domain import domain_of
from .identities_page import result
from .nodes import html
from .noted import Shown
from .render import conditions, formula

TITLE = "Results"


class ResultsDirective(SphinxDirective):
    """A box whose list refers to statements; these are repeated below each item."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """The box, with what was written in it."""
        box = nodes.admonition("", classes=["results"])
        box += nodes.title("", "".join(self.arguments) or TITLE)
        self.state.nested_parse(self.content, self.content_offset, box)
        box.line = self.lineno
        return [box]


class Repeated(SphinxPostTransform):
    """Puts every statement that a box of results refers to below its item."""

    default_priority = 3  # before references are resolved

    def run(self, **kwargs: Any) -> None:
        """Fill every box of the page."""
        for box in self.document.findall(nodes.admonition):
            if "results" in box["classes"]:
                for item in box.findall(nodes.list_item):
                    item.extend(self.repeated(item))

    def repeated(self, item: nodes.Element) -> Iterator[nodes.Element]:
        """The statements of an item, each with its conditions."""
        for shown in self.referred(item):
            found = shown.bundle.conditions
            under = [conditions(found)] if found else []
            told = (formula(result(shown.bundle)), *under)
            key = shown.bundle.key
            yield html("div", *told, classes="proofread-repeated", data_key=key)

    def referred(self, item: nodes.Element) -> Iterator[Shown]:
        """The statements that an item refers to."""
        for reference in list(item.findall(pending_xref)):
            if reference.get("reftype") == "eq":
                shown = domain_of(self.env).find(reference["reftarget"])
                if shown:
                    yield shown
