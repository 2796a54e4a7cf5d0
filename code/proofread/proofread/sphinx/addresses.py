"""Where a statement is found: its id and number on a page, its file and line."""

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


def proof_anchor(key: str) -> str:
    """The id of a statement's proof on the page of proofs."""
    return nodes.make_id(f"proof-{key}")


def theorem_anchor(key: str) -> str:
    """The id of a statement's theorem on the page of proofs."""
    return nodes.make_id(f"theorem-{key}")


def location(env: BuildEnvironment, docname: str, line: int) -> str:
    """`path:line` as one would type it in an editor."""
    return f"{os.path.relpath(str(env.doc2path(docname)))}:{line}"


def equation_number(env: BuildEnvironment, docname: str, key: str) -> str:
    """The number of a numbered statement as a reader sees it, such as 1.2."""
    config = env.config
    if config.math_numfig and config.numfig:
        numbers = env.toc_fignumbers.get(docname, {}).get("displaymath", {})
        text = ".".join(map(str, numbers.get(anchor(key), ())))
        return config.math_numsep.join(text.rsplit(".", 1))
    equations = env.domains["math"].data["objects"]
    return str(equations.get(key, ("", ""))[1])


def reading_order(env: BuildEnvironment) -> list[str]:
    """Every page, as the table of contents leads through them; stray pages last."""
    seen: dict[str, None] = {}

    def visit(docname: str) -> None:
        if docname not in seen:
            seen[docname] = None
            for child in env.toctree_includes.get(docname, []):
                visit(child)

    visit(env.config.root_doc)
    known = env.found_docs
    return [doc for doc in seen if doc in known] + sorted(known - seen.keys())
