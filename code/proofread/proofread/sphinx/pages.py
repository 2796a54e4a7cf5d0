"""Pages that repeat what others show: placed when read, filled when all are known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from .domain import domain_of
from .links import page_link
from .nodes import html, page_block


class PlaceDirective(SphinxDirective):
    """Marks the place; the name of the directive says what for."""

    def run(self) -> list[nodes.Node]:
        """The mark, which knows its line."""
        place = page_block("", kind=self.name, of="".join(self.arguments))
        place.line = self.lineno
        return [place]


class CollectedPage(SphinxPostTransform):
    """Fills the places of one kind, before references are resolved."""

    default_priority = 3
    kind: ClassVar[str]

    def run(self, **kwargs: Any) -> None:
        """Fill each place on the page."""
        self.on_screen = self.app.builder.format == "html"
        self.domain = domain_of(self.env)
        for place in list(self.document.findall(page_block)):
            if place["kind"] == self.kind:
                parts = self.parts(place["of"])
                filled = html("div", *parts, classes=f"proofread-{self.kind}")
                place.replace_self(filled)

    def parts(self, of: str) -> Iterable[nodes.Node]:
        """What to put in the place; of: the page it repeats, "" for all of them."""
        raise NotImplementedError

    def title(self, page: str) -> str:
        """A page's title."""
        return self.env.titles[page].astext()

    def chapter(self, page: str) -> nodes.Element:
        """A link to a page."""
        return page_link(self, page, "", nodes.inline("", self.title(page)))
