"""Where a statement is found: its id on a page, and its file and line."""

from __future__ import annotations

import os

from docutils import nodes
from sphinx.environment import BuildEnvironment

from ..bundle import Kind


def anchor(key: str, kind: Kind = Kind.CLAIM) -> str:
    """The id at which a statement is found on its page."""
    prefix = "refutation" if kind is Kind.REFUTATION else "equation"
    return nodes.make_id(f"{prefix}-{key}")


def ledger_anchor(key: str) -> str:
    """The id of a statement's row in the ledger."""
    return nodes.make_id(f"ledger-{key}")


def location(env: BuildEnvironment, docname: str, line: int) -> str:
    """`path:line` as one would type it in an editor."""
    return f"{os.path.relpath(str(env.doc2path(docname)))}:{line}"
