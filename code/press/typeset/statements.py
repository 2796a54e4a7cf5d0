"""Theorems and exercises, made ready for page and print."""

from docutils import nodes
from sphinx.application import Sphinx


def drop_repeated_identifiers(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """sphinx-exercise calls the content of every exercise of a page the same."""
    for section in doctree.findall(nodes.section):
        if {"exercise-content", "solution-content"} & set(section["ids"]):
            section["ids"] = []
