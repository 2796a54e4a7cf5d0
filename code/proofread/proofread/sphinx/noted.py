"""What is noted of a page as it is read: its statements, what is typed by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref

from ..bundle import Bundle
from .displays import hand_typed
from .forged import forged
from .inline import quotations
from .nodes import claim_block, page_block
from .prose import ancestors
from .sources import lines_of, written_keys
from .typed import typed_in


@dataclass(frozen=True)
class Shown:
    """One statement a page shows: its bundle, its page, the line of its cell."""

    bundle: Bundle
    page: str
    line: int


@dataclass(frozen=True)
class Collected:
    """A place that repeats what other pages show: what, of which page, in which line.

    of: "" where it repeats every page.
    """

    kind: str
    of: str
    line: int


@dataclass(frozen=True)
class Cited:
    """A section that leans on a statement: of which page, its id and its title."""

    key: str
    page: str
    section: str
    title: str


def noted(page: str, source: str | Path, document: nodes.document) -> dict[str, Any]:
    """All that is kept of a page, by what the domain calls it."""
    path = Path(source)
    text = path.read_text(encoding="utf-8").splitlines()
    written = written_keys(path)
    blocks = [*document.findall(claim_block)]
    lines = lines_of((block.bundle.key for block in blocks), written)
    return {
        "written": written,
        "displays": hand_typed(document, path),
        "forged": forged(document),
        "quoted": [*quotations(document)],
        "typed": [*typed_in(document, text)],
        "pages": [*places(document)],
        "cited": [*cited(document, page)],
        "shown": [
            Shown(bundle=block.bundle, page=page, line=line or block.line or 0)
            for block, line in zip(blocks, lines, strict=True)
        ],
    }


def places(document: nodes.document) -> Iterator[Collected]:
    """The places of a page that repeat what others show."""
    for node in document.findall(page_block):
        yield Collected(kind=node["kind"], of=node["of"], line=node.line or 0)


def cited(document: nodes.document, page: str) -> Iterator[Cited]:
    """Each section of a page with the statements of other sections it refers to."""
    found: dict[Cited, None] = {}
    for reference in document.findall(pending_xref):
        section = section_around(reference)
        if reference.get("reftype") == "eq" and section is not None:
            key, title = str(reference["reftarget"]), section[0].astext()
            if all(block.bundle.key != key for block in section.findall(claim_block)):
                found[Cited(key, page, section["ids"][0], title)] = None
    yield from found


def section_around(node: nodes.Element) -> nodes.section | None:
    """The innermost section around a node that has a title."""
    for parent in ancestors(node):
        if isinstance(parent, nodes.section) and isinstance(parent[0], nodes.title):
            return parent
    return None
