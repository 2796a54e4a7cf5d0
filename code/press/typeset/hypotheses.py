"""{given}: what a theorem supposes, which a box of results repeats below its item."""

from collections.abc import Iterator
from typing import Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from .statements import RESULTS

GIVEN = "given"  # the class of hypotheses


class GivenDirective(SphinxDirective):
    """The hypotheses of the theorem around it."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """A container of what was written in it."""
        given = nodes.container(classes=[GIVEN])
        self.state.nested_parse(self.content, self.content_offset, given)
        return [given]


class RepeatedHypotheses(SphinxPostTransform):
    """Puts the hypotheses of each theorem that an item of results names below it."""

    default_priority = 3  # before references are resolved

    def run(self, **kwargs: Any) -> None:
        """Fill every box of the page."""
        for box in self.document.findall(nodes.admonition):
            if RESULTS in cast(list[str], box["classes"]):
                for item in box.findall(nodes.list_item):
                    item.extend([*self.hypotheses(item)])

    def hypotheses(self, item: nodes.Element) -> Iterator[nodes.Node]:
        """What the theorems of this page that an item names suppose."""
        named = {
            link["reftarget"]
            for link in item.findall(pending_xref)
            if link.get("refdomain") == "prf"
        }
        for given in self.document.findall(nodes.container):
            theorem = given.parent and given.parent.parent
            is_given = GIVEN in cast(list[str], given["classes"])
            if is_given and theorem is not None and theorem.get("label") in named:
                yield led_in(given.deepcopy())


def led_in(given: nodes.Element) -> nodes.Element:
    """The hypotheses, which begin by saying that they are."""
    first = next(iter(given.findall(nodes.paragraph)), None)
    if first is not None:
        first.insert(0, [nodes.emphasis("", "Given."), nodes.Text(" ")])
    return given
