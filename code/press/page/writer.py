"""How nodes become HTML on the reader's page."""

import re
from pathlib import Path

from docutils import nodes
from docutils.nodes import SkipNode
from myst_nb.sphinx_ import HideCodeCellNode
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator
from sphinx_exercise.nodes import solution_node

from ..typeset.formulas import mark
from .figures import size

UNCOLORED = re.compile(
    r'<span class="(?:n|p|o|w|x|nb|nn|nv|na|ni|nt|bp|pm|vm|esc|linenos)">([^<]*)</span>'
    r"|<span></span>"
)


class PageWriter(HTML5Translator):
    """Sphinx's writer, where our page wants other HTML."""

    def visit_image(self, node):
        """An image with its size, so that nothing moves when it arrives."""
        path = Path(self.builder.srcdir, node["uri"])
        found = size(path) if path.exists() else None
        super().visit_image(node)
        tag = next(i for i in reversed(range(len(self.body))) if "<img" in self.body[i])
        hints = ' loading="lazy" decoding="async"'
        if found and "width=" not in self.body[tag]:
            hints += f' width="{found[0]}" height="{found[1]}"'
        self.body[tag] = self.body[tag].replace("<img", f"<img{hints}", 1)

    def visit_table(self, node):
        """A table in a box that scrolls by itself."""
        self.body.append('<div class="scrolls">')
        super().visit_table(node)

    def depart_table(self, node):
        """Close the table and its box."""
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_admonition(self, node, name=""):
        """A box; a proof's opens with its word in italics, and it has no id."""
        if node["ids"][:1] == ["proof"]:
            node["ids"], node["classes"] = [], ["argument"]
            _slant_opening(node)
        super().visit_admonition(node, name)

    def visit_literal_block(self, node):
        """Code, with elements only where the style sheet colors something."""
        start = len(self.body)
        try:
            super().visit_literal_block(node)
        finally:
            self.body[start:] = [plainer(part) for part in self.body[start:]]

    def visit_citation(self, node):
        """An entry of a bibliography, as an item of a list."""
        if not isinstance(node.previous_sibling(), nodes.citation):
            self.body.append('<ul class="citation-list">\n')
        self.body.append(self.starttag(node, "li", CLASS="citation"))

    def depart_citation(self, node):
        """Close the entry, and the list with the last one."""
        self.body.append("</li>\n")
        if not isinstance(node.next_node(descend=False, siblings=True), nodes.citation):
            self.body.append("</ul>\n")

    def visit_label(self, node):
        """The label of an entry is written in its text."""
        if isinstance(node.parent, nodes.citation):
            raise SkipNode
        super().visit_label(node)

    def visit_section(self, node):
        """A section; the contents of a theorem are none."""
        if node["ids"] == ["proof-content"]:
            node["ids"] = []
            self.body.append(self.starttag(node, "div"))
            self.context.append("theorem")
        else:
            self.context.append("section")
            super().visit_section(node)

    def depart_section(self, node):
        """Close what visit_section opened."""
        if self.context.pop() == "theorem":
            self.body.append("</div>\n")
        else:
            super().depart_section(node)

    def visit_title(self, node):
        """A title; that of a solution is what opens it."""
        if isinstance(node.parent, solution_node):
            self.body.append(f"<summary>{self.encode(node.astext())}</summary>\n")
            raise SkipNode
        super().visit_title(node)


def plainer(highlighted):
    """Highlighted code without the elements of names, operators and punctuation."""
    return UNCOLORED.sub(lambda match: match[1] or "", highlighted)


def _slant_opening(proof):
    """Turn the text `Proof. ` at the front of a proof into emphasis."""
    opening = next(iter(proof.findall(nodes.Text)), None)
    if opening is not None and opening.startswith("Proof. "):
        rest = nodes.Text(opening.removeprefix("Proof."))
        opening.parent.replace(opening, [nodes.emphasis("", "Proof."), rest])


def visit_formula(self, node):
    """Mark an inline formula."""
    self.body.append(mark(node.astext(), False, place(self, node)))
    raise SkipNode


def visit_display(self, node):
    """Mark a display: the formula in a box that scrolls, its number beside it."""
    attributes = {"class": "math"}
    self.body.append(self.starttag(node, "div", "", **attributes))
    formula = mark(node.astext(), True, place(self, node))
    self.body.append(f'<div class="scrolls">{formula}</div>')
    if node["number"]:
        number = get_node_equation_number(self, node)
        self.body.append(f'<span class="eqno">({number})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    self.body.append("</div>\n")
    raise SkipNode


def place(writer, node):
    """Where a node was written, as file:line; of a cell's output, the cell's line."""
    inside = node
    while inside is not None and not inside.line:
        inside = inside.parent
    source = next(
        (part.source for part in (node, inside, node.document) if part and part.source),
        writer.builder.current_docname,
    )
    return f"{source}:{inside.line}" if inside is not None else str(source)


def add_nodes(app):
    """Write solutions and folded cells as what HTML has for them."""
    app.connect("builder-inited", _override, priority=900)


def _override(app):
    handlers = app.registry.translation_handlers.setdefault("html", {})
    handlers["solution_node"] = (_open_solution, _close_details)
    handlers["HideCodeCellNode"] = (_open_cell, _close_details)


def code_below(app, doctree, docname):
    """Fold the code of a cell below what it shows: the equation comes first."""
    if app.builder.format != "html":
        return
    for folded in list(doctree.findall(HideCodeCellNode)):
        cell = folded.parent
        if cell.index(folded) == 0 and len(cell) > 1:
            cell.remove(folded)
            cell.append(folded)


def _open_solution(self, node):
    node["classes"] = [name for name in node["classes"] if name != "dropdown"]
    self.body.append(self.starttag(node, "details"))


def _open_cell(self, node):
    classes = " ".join(node["classes"])
    self.body.append(
        f'<details class="folded {classes}"><summary>{self.encode(node["prompt_show"])}'
        "</summary>\n"
    )


def _close_details(self, node):
    self.body.append("</details>\n")
