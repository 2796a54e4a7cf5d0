"""{identities}: every numbered equation by topic, with a link to its derivation."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes

from ..bundle import Bundle
from .ledger import CHECKED
from .links import commas, equation_link
from .nodes import html
from .noted import Shown
from .pages import CollectedPage
from .render import conditions, formula


class IdentitiesPage(CollectedPage):
    """Fills {identities}."""

    kind = "identities"

    def parts(self, of: str) -> Iterable[nodes.Node]:
        """Every numbered claim, by topic, with the way to where it is derived."""
        shown = [s for s in self.domain.statements(*CHECKED) if s.bundle.numbered]
        topics = dict.fromkeys(topic(s) for s in shown)
        for name in topics:
            heading = name.replace("-", " ").capitalize()
            yield (
                html("h2", nodes.Text(heading))
                if self.on_screen
                else nodes.rubric("", heading)
            )
            yield from (self.identity(s) for s in shown if topic(s) == name)

    def identity(self, shown: Shown) -> nodes.Element:
        """A formula under its name and its chapter, and its conditions under it."""
        bundle = shown.bundle
        source = nodes.paragraph(classes=["proofread-source"])
        title = [nodes.Text(bundle.title)] if bundle.title else []
        place = (equation_link(self, shown), self.chapter(shown.page))
        source += commas([*title, *place])
        if used := self.domain.definitions_of(bundle):
            source += nodes.Text("; with ")
            source += commas(equation_link(self, definition) for definition in used)
        found = [conditions(bundle.conditions)] if bundle.conditions else []
        gap = nodes.raw("", r"\medskip", format="latex")
        return html(
            "div",
            gap,
            source,
            formula(result(bundle)),
            *found,
            classes="proofread-identity",
            data_key=bundle.key,
        )


def topic(shown: Shown) -> str:
    """What a statement is about: what it says, else the folder of its chapter."""
    page = shown.page
    return shown.bundle.topic or page.rpartition("/")[0].rpartition("/")[2] or page


def result(bundle: Bundle) -> str:
    """The formula to quote: of a derivation, its first side and its last."""
    lines = bundle.lines
    relations = {line.relation for line in lines} - {"="} or {"="}
    constant = any(r"\text{const}" in line.right for line in lines)
    if not lines or not lines[0].left or len(relations) > 1 or constant:
        return bundle.latex
    return f"{lines[0].left} {relations.pop()} {lines[-1].right}"
