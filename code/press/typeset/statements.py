"""Statements, theorems and exercises, made ready for page and print.

Here stands all that the press relies on of the engine, which it may not import: what a
checked statement offers, and the names of its HTML. A test holds both to the engine.
"""

from pathlib import Path
from typing import Protocol, cast

from docutils import nodes
from sphinx.application import Sphinx

SHEET = "proofread.css"  # the statements' own style, in a folder of static files
BADGE = "proofread-badge"
CLASSES = frozenset(
    {
        "proofread",  # a statement's box
        "proofread-equation",  # its formula, with the number beside it
        "proofread-lines",  # or the rows of a derivation
        "proofread-left",
        "proofread-right",
        "proofread-conditions",
        BADGE,
        "proofread-refutation",  # the box of what is false on purpose
        "proofread-ledger",  # pages that collect
        "proofread-identities",
        "proofread-scroll",  # a table that scrolls by itself
    }
)


class Statement(Protocol):
    """What the node of a checked statement holds as its `bundle`."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str | None: ...
    @property
    def topic(self) -> str | None: ...


def statement_of(node: nodes.Element) -> Statement | None:
    """The checked statement that a node shows, if it is one."""
    return cast(Statement | None, node.get("bundle"))


def style_sheet(app: Sphinx) -> Path | None:
    """The statements' style sheet; none in a book without the engine's extension."""
    folders = (Path(app.srcdir, folder) for folder in app.config.html_static_path)
    sheets = (folder / SHEET for folder in folders)
    return next((sheet for sheet in sheets if sheet.is_file()), None)


def drop_repeated_identifiers(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """sphinx-exercise calls the content of every exercise of a page the same."""
    for section in doctree.findall(nodes.section):
        if {"exercise-content", "solution-content"} & set(section["ids"]):
            section["ids"] = []
