"""Where in the chapters a node was written."""

from docutils import nodes


def placed(node: nodes.Node) -> nodes.Node | None:
    """The nearest of a node and those around it that knows its line, if one does."""
    nearest: nodes.Node | None = node
    while nearest is not None and not nearest.line:
        nearest = nearest.parent
    return nearest


def place_of(node: nodes.Node) -> str:
    """File and line of a node: of an included file its own, of an output its cell's."""
    nearest = placed(node)
    if nearest is None:
        return str(node.document.source if node.document else node.source)
    parts = (nearest, node, node.document)
    source = next((part.source for part in parts if part and part.source), "")
    return f"{source}:{nearest.line}"
