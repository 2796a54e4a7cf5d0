"""How nodes become HTML on the reader's page."""

from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.nodes import SkipNode
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator
from sphinx_exercise.nodes import solution_node

from ..typeset.statements import is_content_of_theorem
from .figures import size
from .pictures import is_for_phones, picture, source


def add_nodes(app: Sphinx) -> None:
    """Write two drawings as what HTML has for a choice of images."""
    add = app.add_node  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    add(picture, html=(open_picture, close_picture))


def open_picture(writer: "PageWriter", node: picture) -> None:
    """Begin the choice."""
    writer.body.append("<picture>")


def close_picture(writer: "PageWriter", node: picture) -> None:
    """End it."""
    writer.body.append("</picture>\n")


class PageWriter(HTML5Translator):
    """Sphinx's writer, where our page wants other HTML."""

    def visit_image(self, node: nodes.Element) -> None:
        """An image with its size, so that nothing moves when it arrives."""
        if is_for_phones(node):
            self.body.append(source(self.builder, node))
            raise SkipNode
        path = Path(self.builder.srcdir, node["uri"])
        node["pixels"] = size(path) if path.exists() else None
        super().visit_image(node)

    def starttag(
        self,
        node: nodes.Element,
        tagname: str,
        suffix: str = "\n",
        empty: bool = False,
        **attributes: Any,
    ) -> str:
        """The tag an element begins with; an image's tells what is known beforehand."""
        if isinstance(node, nodes.image):
            attributes |= {"loading": "lazy", "decoding": "async"}
            width, height = node["pixels"] or (None, None)
            attributes |= {"width": width, "height": height} if width else {}
        return super().starttag(node, tagname, suffix, empty, **attributes)  # pyright: ignore[reportUnknownMemberType]

    def visit_table(self, node: nodes.Element) -> None:
        """A table in a box that scrolls by itself."""
        self.body.append('<div class="scrolls">')
        super().visit_table(node)

    def depart_table(self, node: nodes.Element) -> None:
        """Close the table and its box."""
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_citation(self, node: nodes.Element) -> None:
        """An entry of a bibliography, as an item of a list."""
        if not isinstance(node.previous_sibling(), nodes.citation):
            self.body.append('<ul class="citation-list">\n')
        self.body.append(self.starttag(node, "li", CLASS="citation"))

    def depart_citation(self, node: nodes.Element) -> None:
        """Close the entry, and the list with the last one."""
        self.body.append("</li>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.citation):
            self.body.append("</ul>\n")

    def visit_label(self, node: nodes.label) -> None:
        """The label of an entry is written in its text."""
        if isinstance(node.parent, nodes.citation):
            raise SkipNode
        super().visit_label(node)

    def visit_section(self, node: nodes.section) -> None:
        """A section; the contents of a theorem are none."""
        if is_content_of_theorem(node):
            self.body.append(self.starttag(node, "div"))
        else:
            super().visit_section(node)

    def depart_section(self, node: nodes.section) -> None:
        """Close what visit_section opened."""
        if is_content_of_theorem(node):
            self.body.append("</div>\n")
        else:
            super().depart_section(node)

    def visit_title(self, node: nodes.Element) -> None:
        """A title; that of a solution is what opens it."""
        if isinstance(node.parent, solution_node):
            self.body.append(f"<summary>{self.encode(node.astext())}</summary>\n")
            raise SkipNode
        super().visit_title(node)
