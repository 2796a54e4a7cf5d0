"""How nodes become HTML on the reader's page."""

from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.nodes import SkipNode
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator
from sphinx_exercise.nodes import solution_node

from ..typeset.formulas import mark
from ..typeset.statements import is_content_of_theorem
from .figures import size


class PageWriter(HTML5Translator):
    """Sphinx's writer, where our page wants other HTML."""

    def visit_image(self, node: nodes.Element) -> None:
        """An image with its size, so that nothing moves when it arrives."""
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


def visit_formula(writer: PageWriter, node: nodes.math) -> None:
    """Mark an inline formula."""
    writer.body.append(mark(node.astext(), False, place(writer, node)))
    raise SkipNode


def visit_display(writer: PageWriter, node: nodes.math_block) -> None:
    """Mark a display: the formula in a box that scrolls, its number beside it."""
    writer.body.append(writer.starttag(node, "div", "", CLASS="math"))
    formula = mark(node.astext(), True, place(writer, node))
    writer.body.append(f'<div class="scrolls">{formula}</div>')
    if node["number"]:
        number = get_node_equation_number(writer, node)
        writer.body.append(f'<span class="eqno">({number})')
        writer.add_permalink_ref(node, "Link to this equation")
        writer.body.append("</span>")
    writer.body.append("</div>\n")
    raise SkipNode


def place(writer: PageWriter, node: nodes.Element) -> str:
    """Where a node was written, as file:line; of a cell's output, the cell's line."""
    inside = node
    while inside is not None and not inside.line:
        inside = inside.parent
    source = next(
        (part.source for part in (node, inside, node.document) if part and part.source),
        writer.builder.current_docname,
    )
    return f"{source}:{inside.line}" if inside is not None else str(source)
