"""Document nodes of checked equations."""

from __future__ import annotations

from typing import cast

from docutils import nodes

from ..bundle import Bundle


class claim_block(nodes.General, nodes.Element):
    """One checked statement: its bundle as attribute, its equation as child."""

    @property
    def bundle(self) -> Bundle:
        """What the statement shows."""
        return cast(Bundle, self["bundle"])


class equation_block(nodes.General, nodes.Element):
    """A formula with its number beside it; takes the place of a numbered equation."""


class lines_block(nodes.General, nodes.Element):
    """The rows of a derivation; takes the place of the equation that it numbers."""


class element(nodes.General, nodes.TextElement):
    """An HTML element that docutils has no node for: a `tag` with `attributes`."""


class page_block(nodes.General, nodes.Element):
    """The place of what repeats other pages, filled when every page is known.

    kind: of what; of: the page that it repeats, "" where it repeats them all.
    """


def html(
    tag: str, *children: nodes.Node, classes: str = "", **attributes: str
) -> element:
    """An HTML element with children; attribute names use _ for -."""
    names = {
        name.strip("_").replace("_", "-"): value for name, value in attributes.items()
    }
    ids = [names.pop("id")] if "id" in names else []
    return element(
        "", "", *children, tag=tag, attributes=names, classes=classes.split(), ids=ids
    )
