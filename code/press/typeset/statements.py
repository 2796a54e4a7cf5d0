"""Statements, theorems and exercises, made ready for page and print.

Here stands all that the press relies on of the engine, which it may not import: what a
checked statement offers, and the names of its HTML. A test holds both to the engine.
"""

from typing import Protocol, cast

from docutils import nodes
from sphinx.application import Sphinx


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


def drop_repeated_identifiers(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """sphinx-exercise calls the content of every exercise of a page the same."""
    for section in doctree.findall(nodes.section):
        if {"exercise-content", "solution-content"} & set(section["ids"]):
            section["ids"] = []
