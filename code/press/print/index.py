"""The index: where equations, theorems and terms are stated, found by their names."""

import re

from docutils import nodes
from sphinx import addnodes

from ..typeset.statements import statement_of

PLURAL = r"(?:s|es)?"


def add_entries(app, doctree, name):
    """Let every titled statement and every term of the glossary lead to its page."""
    if app.builder.format != "latex":
        return
    terms = {term.astext() for term in doctree.findall(nodes.term) if in_glossary(term)}
    for node in list(doctree.findall(nodes.Element)):
        if title := statement_title(node):
            node.parent.insert(node.parent.index(node), entry(title))
        elif isinstance(node, nodes.emphasis) and (term := known(node.astext(), terms)):
            node.parent.insert(node.parent.index(node), entry(term, inline=True))
        elif isinstance(node, nodes.section) and node.children:
            heading = node[0].astext() if isinstance(node[0], nodes.title) else ""
            for term in sorted(terms):
                if re.search(rf"\b{re.escape(term)}{PLURAL}\b", heading, re.IGNORECASE):
                    node.insert(1, entry(term))


def in_glossary(term):
    """Whether a term is one the glossary explains."""
    above = term.parent
    while above is not None and not isinstance(above, addnodes.glossary):
        above = above.parent
    return above is not None


def statement_title(node):
    """The name of an equation or a theorem; empty where it has none."""
    title = shown.title or "" if (shown := statement_of(node)) else ""
    if node.get("realtype"):
        title = str(node.get("title") or "").strip("() ")
    return "" if "$" in title or "\\" in title else title


def known(text, terms):
    """The glossary's term that a text is, in the singular or in the plural."""
    low = text.lower()
    return next((term for term in (low, low.removesuffix("s")) if term in terms), None)


def entry(text, *, inline=False):
    """A point of the text that the index leads to."""
    parts = [("single", text.replace(";", ","), "", None, None)]
    return addnodes.index(entries=parts, inline=inline)
