"""How nodes become LaTeX: what the style names, and where in the book it was written.

The place of every block is noted as a comment, so that what LaTeX says of a line of its
own is told of a line of a chapter.
"""

from docutils import nodes
from docutils.nodes import SkipNode
from sphinx.application import Sphinx
from sphinx.writers.latex import LaTeXTranslator

from ..typeset.formulas import body
from ..typeset.places import placed

PLACE = "% press: "
PLACED = (
    nodes.figure,
    nodes.literal_block,
    nodes.math_block,
    nodes.paragraph,
    nodes.table,
)


class statement(nodes.General, nodes.Element):
    """A theorem, a proof, an exercise or a solution, in an environment of its own."""


class PrintWriter(LaTeXTranslator):
    """Sphinx's writer, where our page wants other LaTeX."""

    def dispatch_visit(self, node: nodes.Node) -> None:
        """Note where a block was written, then write it."""
        if isinstance(node, PLACED) and (place := self.place(node)):
            self.body.append(f"%\n{PLACE}{place}\n")
        super().dispatch_visit(node)

    def place(self, node: nodes.Element) -> str:
        """The file and line a node was read from."""
        nearest = placed(node)
        name = next((name for name in reversed(self.curfilestack) if name), "")
        if nearest is None or name not in self.builder.env.found_docs:
            return ""
        return f"{self.builder.env.doc2path(name)}:{nearest.line}"

    def visit_math_block(self, node: nodes.Element) -> None:
        """A display, with a number where the page gives it one."""
        if node.get("nowrap"):
            super().visit_math_block(node)
        name, label = "equation*", ""
        if node.get("label"):
            name = "equation"
            label = rf"\label{{equation:{node['docname']}:{node['label']}}}"
        formula = body(node.astext())
        self.body.append(f"\n\\begin{{{name}}}{label}\n{formula}\n\\end{{{name}}}\n")
        raise SkipNode

    def visit_citation(self, node: nodes.Element) -> None:
        """An entry of the bibliography; its label is written in its text."""
        key = f"{node['docname']}:{node['ids'][0]}"
        self.body.append(f"\n\\bibitem[{self.encode(node[0].astext())}]{{{key}}}%\n")


def add_nodes(app: Sphinx) -> None:
    """Write statements in print; pages have nodes of their own for them."""
    add = app.add_node  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    add(statement, latex=(open_statement, close_statement))


def open_statement(writer: PrintWriter, node: statement) -> None:
    """Begin the environment, at the labels that references to it use."""
    labels = "".join(rf"\label{{{name}}}" for name in node["labels"])
    anchor = rf"\phantomsection{labels}" if labels else ""
    writer.body.append(f"\n\n\\begin{{press{node['kind']}}}{anchor}%\n")


def close_statement(writer: PrintWriter, node: statement) -> None:
    """End it."""
    writer.body.append(f"\\end{{press{node['kind']}}}\n\n")
