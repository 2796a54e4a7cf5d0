"""All that search can lead to on a page: sections, equations, figures, terms."""

import re
from collections.abc import Iterator

from docutils import nodes

from ..typeset.statements import Statement, shows_proof, statement_of

Record = list[str]  # kind, name, anchor, text, first words

PARTS = re.compile(r"[-_']")
SNIPPET, NAME = 90, 90
FORMULAS = (nodes.math, nodes.math_block)


def records(doctree: nodes.document) -> Iterator[Record]:
    """All that search can lead to on a page: kind, name, anchor, text, first words."""
    for section in doctree.findall(nodes.section):
        if _is_heading(section):
            yield _section(section)
    for node in doctree.findall(nodes.Element):
        found = _named(node)
        if found:
            yield found


def _is_heading(section: nodes.section) -> bool:
    return isinstance(next(iter(section.children), None), nodes.title)


def _section(section: nodes.section) -> Record:
    top = isinstance(section.parent, nodes.document)
    kind = "chapter" if top else "section"
    anchor = "" if top else section["ids"][0]
    parts = list(_own_parts(section))
    texts = [text for part in parts for text in part.findall(nodes.Text)]
    words = (text.astext() for text in texts if not _inside(text, FORMULAS))
    # Steps of proofs say the same few words on every page: its title is enough.
    found = "" if any(map(shows_proof, parts)) else " ".join(words)
    prose = (
        "…" if _inside(text, FORMULAS) else text.astext()
        for text in texts
        if not _inside(text, (nodes.literal_block, nodes.comment))
    )
    return [
        kind,
        _plain(section.children[0]),
        anchor,
        found,
        _shorten("".join(prose), SNIPPET),
    ]


def _own_parts(section: nodes.section) -> Iterator[nodes.Node]:
    """What a section holds besides its title and the sections inside it."""
    for part in section.children[1:]:
        if not (isinstance(part, nodes.section) and _is_heading(part)):
            yield part


def _inside(text: nodes.Text, kinds: tuple[type[nodes.Node], ...]) -> bool:
    return isinstance(text.parent, kinds)


def _plain(node: nodes.Node) -> str:
    return " ".join(node.astext().split())


def _named(node: nodes.Element) -> Record | None:
    """A record for an equation, a theorem, an exercise, a figure or a term."""
    if (shown := statement_of(node)) and node["ids"]:
        return _equation(shown, node["ids"][0])
    if node.get("realtype") and node["ids"]:
        kind = node["realtype"]
        return [kind, node.get("title") or _first_words(node), node["ids"][0], "", ""]
    classes: list[str] = node["classes"]
    if "exercise" in classes and node["ids"]:
        return ["exercise", _first_words(node), node["ids"][0], "", ""]
    if isinstance(node, nodes.figure) and node["ids"]:
        caption = next(iter(node.findall(nodes.caption)), None)
        name = _shorten(_plain(caption)) if caption else ""
        return ["figure", name, node["ids"][0], "", ""] if caption else None
    if isinstance(node, nodes.term) and node["ids"]:
        return ["term", _plain(node), node["ids"][0], _plain(node.parent), ""]
    return None


def _equation(shown: Statement, anchor: str) -> Record:
    name = shown.title or PARTS.sub(" ", shown.key).capitalize()
    text = f"{shown.key} {shown.topic or ''} {shown.kind} equation"
    return ["equation", name, anchor, text, ""]


def _first_words(node: nodes.Element) -> str:
    return _shorten(" ".join(_plain(part) for part in node.children[:2]))


def _shorten(text: str, length: int = NAME) -> str:
    text = " ".join(text.split())
    return text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
