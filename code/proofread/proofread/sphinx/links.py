"""Links to statements and pages, in any format."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.nodes import make_refnode

from .addresses import anchor
from .noted import Shown


def equation_link(transform: SphinxPostTransform, shown: Shown) -> nodes.Element:
    """A link to a statement: its number, or its key where it has none."""
    key = shown.bundle.key
    if shown.bundle.numbered:
        target = {"refdomain": "math", "reftype": "eq", "reftarget": key}
        here = transform.env.docname
        return pending_xref("", nodes.inline("", key), refdoc=here, **target)
    target = anchor(key, shown.bundle.kind)
    return page_link(transform, shown.page, target, nodes.literal("", key))


def page_link(
    transform: SphinxPostTransform, page: str, target: str, text: nodes.Element
) -> nodes.Element:
    """A link to an id on some page, in any format."""
    return make_refnode(
        transform.app.builder, transform.env.docname, page, target, text
    )


def commas(found: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """The nodes with commas between them."""
    for i, node in enumerate(found):
        if i:
            yield nodes.Text(", ")
        yield node
