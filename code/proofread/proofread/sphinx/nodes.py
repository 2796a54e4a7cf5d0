"""Document nodes of checked equations."""

from __future__ import annotations

from docutils import nodes


class claim_block(nodes.General, nodes.Element):
    """One checked statement: its MIME bundle as attribute, its equation as child."""


class lines_block(nodes.General, nodes.Element):
    """The rows of a derivation; takes the place of the equation that it numbers."""


class element(nodes.General, nodes.TextElement):
    """An HTML element that docutils has no node for: a `tag` with `attributes`."""


class page_block(nodes.General, nodes.Element):
    """The place of a ledger or of the identities, filled when every page is known."""


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
