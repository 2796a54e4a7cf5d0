"""What opens when it is asked for, on the page; in print it is all there."""

from docutils import nodes


class folded(nodes.General, nodes.Element):
    """A title, and what is below it."""
