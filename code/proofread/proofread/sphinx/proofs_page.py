"""{proofs}: the proofs for every size of one chapter; without its name, of the book."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx import addnodes

from ..bundle import Bundle
from . import wording
from .addresses import proof_anchor
from .domain import ProofreadDomain, domain_of
from .identities_page import result
from .links import equation_link, page_link
from .nodes import html
from .noted import Shown
from .pages import CollectedPage, PlaceDirective
from .render import conditions, formula
from .second_told import theorem_part
from .steps import steps_list


class ProofsDirective(PlaceDirective):
    """Marks the place of the proofs of a chapter, or of a list of all chapters."""

    optional_arguments = 1


class ProofsPage(CollectedPage):
    """Fills {proofs}; print leaves the whole page out."""

    kind = "proofs"

    def run(self, **kwargs: Any) -> None:
        """Fill each place on screen."""
        if self.app.builder.format == "html":
            super().run(**kwargs)
        else:
            leave_out(self.document, domain_of(self.env))

    def parts(self, of: str) -> Iterable[nodes.Node]:
        """The proofs of a chapter, or how many each chapter has."""
        if of:
            return [self.proof(shown) for shown in self.told(of)]
        pages = self.domain.reading_order()
        return [
            html("ul", *(self.counted(page) for page in pages if self.proved(page)))
        ]

    def proved(self, page: str) -> list[Shown]:
        """The statements of a page that are proved for every size."""
        found = self.domain.shown.get(page, [])
        return [shown for shown in found if wording.steps(shown.bundle)]

    def told(self, page: str) -> list[Shown]:
        """Those, and all that have a theorem of Coq."""
        found = self.domain.shown.get(page, [])
        return [s for s in found if wording.steps(s.bundle) or self.theorem(s)]

    def theorem(self, shown: Shown) -> list[nodes.Element]:
        """The theorem of a statement, if it has one."""
        second = self.domain.second_proofs.of(shown.bundle)
        has_one = second is not None and second.theorems
        return [theorem_part(self, shown.bundle, second)] if second and has_one else []

    def counted(self, page: str) -> nodes.Element:
        """A chapter, as a link to its proofs, and how many there are."""
        name: nodes.Element = nodes.inline("", self.title(page))
        for place in self.domain.pages_with(self.kind, page)[:1]:
            name = page_link(self, place, "", name)
        proved = self.proved(page)
        steps = sum(wording.steps(shown.bundle) for shown in proved)
        proofs = "1 proof" if len(proved) == 1 else f"{len(proved)} proofs"
        return html("li", name, nodes.Text(f": {proofs} in {steps:,} steps"))

    def proof(self, shown: Shown) -> nodes.Element:
        """A statement with its number, its conditions, and the steps to it."""
        bundle = shown.bundle
        title = [nodes.Text(f"{bundle.title} ")] if bundle.title else []
        head = html(
            "h2", *title, equation_link(self, shown), id=proof_anchor(bundle.key)
        )
        found = [conditions(bundle.conditions)] if bundle.conditions else []
        parts = (head, formula(result(bundle)), *found, *self.steps(bundle))
        return html("div", *parts, *self.theorem(shown), classes="proofread-proof")

    def steps(self, bundle: Bundle) -> list[nodes.Element]:
        """The steps of a proof for every size, if there is one."""
        if not wording.steps(bundle) or bundle.proof is None:
            return []
        told = nodes.paragraph("", f"Proved {wording.steps_text(bundle)}.")
        told["classes"] = ["proofread-source"]
        return [told, steps_list(bundle.proof.lines)]


def leave_out(document: nodes.document, domain: ProofreadDomain) -> None:
    """Take every page of proofs out of a book that is one document."""
    for page in list(document.findall(addnodes.start_of_file)):
        places = domain.collected.get(page["docname"], [])
        if any(place.kind == ProofsPage.kind for place in places):
            page.parent.remove(page)
