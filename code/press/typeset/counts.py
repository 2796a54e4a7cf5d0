"""What the linter counts in a chapter, left where the ledger finds it."""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from ..source.contract import counts
from ..source.malformed import read_text
from .statements import COUNTED


def note_counts(app: Sphinx, doctree: nodes.document) -> None:
    """Put the counts of a page into its metadata."""
    path = Path(app.env.doc2path(app.env.docname))
    if path.suffix == ".md":
        app.env.metadata[app.env.docname][COUNTED] = counts(read_text(path))
