"""The index: where equations, theorems and terms are stated, found by their names."""

import re

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from ..typeset.statements import statement_of

PLURAL = r"(?:s|es)?"


def add_entries(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Let every titled statement and every term of the glossary lead to its page."""
    if app.builder.format != "latex":
        return
    terms = {term.astext() for term in doctree.findall(nodes.term) if in_glossary(term)}
    for node in list(doctree.findall(nodes.Element)):
        if title := statement_title(node):
            put_before(node, entry(title))
        elif isinstance(node, nodes.emphasis) and (term := known(node.astext(), terms)):
            put_before(node, entry(term, inline=True))
        elif isinstance(node, nodes.section):
            for term in sorted(terms_in(heading(node), terms)):
                node.insert(1, entry(term))


def put_before(node: nodes.Element, point: nodes.Element) -> None:
    """Let the index lead to where a node begins."""
    if node.parent is not None:
        node.parent.insert(node.parent.index(node), point)


def heading(section: nodes.section) -> str:
    """What stands above a section; empty where nothing does."""
    first = next(iter(section.children), None)
    return first.astext() if isinstance(first, nodes.title) else ""


def terms_in(text: str, terms: set[str]) -> set[str]:
    """The terms that a text names, in the singular or in the plural."""
    return {
        term
        for term in terms
        if re.search(rf"\b{re.escape(term)}{PLURAL}\b", text, re.IGNORECASE)
    }


def in_glossary(term: nodes.Element) -> bool:
    """Whether a term is one the glossary explains."""
    above = term.parent
    while above is not None and not isinstance(above, addnodes.glossary):
        above = above.parent
    return above is not None


def statement_title(node: nodes.Element) -> str:
    """The name of an equation or a theorem; empty where it has none."""
    title = shown.title or "" if (shown := statement_of(node)) else ""
    if node.get("realtype"):
        title = str(node.get("title") or "").strip("() ")
    return "" if "$" in title or "\\" in title else title


def known(text: str, terms: set[str]) -> str | None:
    """The glossary's term that a text is, in the singular or in the plural."""
    low = text.lower()
    return next((term for term in (low, low.removesuffix("s")) if term in terms), None)


def entry(text: str, *, inline: bool = False) -> addnodes.index:
    """A point of the text that the index leads to."""
    parts = [("single", text.replace(";", ","), "", None, None)]
    return addnodes.index(entries=parts, inline=inline)
