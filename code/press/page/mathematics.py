"""Formulas within a page: set where they stand, the faulty ones named at last."""

# Sphinx does not say what its callbacks return.
# pyright: reportUnknownMemberType=false

import re
from itertools import chain
from pathlib import Path
from xml.etree.ElementTree import Element

from docutils import nodes
from docutils.nodes import SkipNode
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

from ..typeset.formulas import Typesetter
from ..typeset.mathml import FormulaError, html
from ..typeset.places import place_of
from ..typeset.width import width
from .breaking import LONG, broken, flowing, together

# After a formula: no line may begin with that.
PUNCTUATION = re.compile(r"[,.;:!?)\]’”]+")


class Mathematics:
    """Writes formulas; a page with a faulty one does not stay, and the build fails."""

    def __init__(self) -> None:
        self._typesetter = Typesetter({})
        self._faults: dict[str, list[str]] = {}  # by page

    def connect(self, app: Sphinx) -> None:
        """Write all formulas of an application's pages."""
        app.add_config_value("press_macros", {}, "env", dict)
        app.add_html_math_renderer(
            "press",
            inline_renderers=(self.write_inline, None),
            block_renderers=(self.write_display, None),
        )
        app.connect("builder-inited", self.begin)
        app.connect("doctree-resolved", hold_punctuation, priority=900)
        app.connect("build-finished", self.refuse_faulty, priority=890)

    def begin(self, app: Sphinx) -> None:
        """Learn the macros of the book's settings."""
        self._typesetter = Typesetter(app.config.press_macros)

    def write_inline(self, writer: HTML5Translator, node: nodes.math) -> None:
        """A formula within a line, and what is held to it; a long one is in pieces."""
        math = self._set(writer, node, display=False)
        held = node.get("punctuation", "")
        if node.astext().startswith(r"\displaystyle"):
            writer.body.append(broken(math) + held)
        elif width(math) > LONG:
            writer.body.append(flowing(math, held))
        else:
            writer.body.append(together(html(math), held))
        raise SkipNode

    def write_display(self, writer: HTML5Translator, node: nodes.math_block) -> None:
        """A formula in a box that scrolls, its number beside it."""
        math = self._set(writer, node, display=True)
        writer.body.append(writer.starttag(node, "div", "", CLASS="math"))
        writer.body.append(f'<div class="scrolls">{broken(math)}</div>')
        if node["number"]:
            number = get_node_equation_number(writer, node)
            writer.body.append(f'<span class="eqno">({number})')
            writer.add_permalink_ref(node, "Link to this equation")
            writer.body.append("</span>")
        writer.body.append("</div>\n")
        raise SkipNode

    def _set(
        self, writer: HTML5Translator, node: nodes.Element, *, display: bool
    ) -> Element:
        try:
            return self._typesetter.set(node.astext(), display)
        except FormulaError as error:
            faults = self._faults.setdefault(writer.builder.current_docname, [])
            faults.append(f"{place_of(node)}: {error}")
            return Element("math")

    def refuse_faulty(self, app: Sphinx, error: Exception | None) -> None:
        """Remove the pages with faults, so that the next build writes them again."""
        for page in self._faults:
            Path(app.outdir, app.builder.get_target_uri(page)).unlink(missing_ok=True)
        if self._faults and error is None:
            lines = dict.fromkeys(chain.from_iterable(self._faults.values()))
            raise ExtensionError("\n".join(lines))


def hold_punctuation(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Punctuation after a formula within a line of a page is written with it."""
    if app.builder.format != "html":
        return
    for formula in list(doctree.findall(nodes.math)):
        after = formula.next_node(descend=False, siblings=True)
        if isinstance(after, nodes.Text) and (found := PUNCTUATION.match(after)):
            formula["punctuation"] = found[0]
            place = next(k for k, part in enumerate(after.parent) if part is after)
            after.parent[place] = nodes.Text(after[found.end() :])
