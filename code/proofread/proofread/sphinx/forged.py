"""What is typed to look like something else: HTML by hand, and classes of the engine.

A page is built of nodes that are known; HTML goes past them, and a class that the
engine or the theme gives its own boxes would pass for one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from docutils import nodes

from .nodes import claim_block
from .prose import ancestors, boxes
from .screen import MARKED, OF_THE_ENGINE, TYPED, UNSEEN
from .signs import is_bare, states_in_marks

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
TAKEN = UNSEEN | TYPED | {MARKED}
SHOWN_PAST = re.compile(
    r"<\s*(math|svg|img|picture|script|style|iframe|object|embed|canvas|template|base"
    rf"|link)\b|class\s*=\s*[\"'][^\"']*({OF_THE_ENGINE}|{'|'.join(TAKEN)})",
    re.IGNORECASE,
)
LATEX = re.compile(r"\\[(\[a-zA-Z]|\$")
OWN = TAKEN | {"proof"}
TEXT = re.compile(r"<text\b[^>]*>(.*?)</text\s*>", re.DOTALL)
DRAWN = "a drawing whose words are a bare relation: say it in the text, "
HTML = "HTML by hand that states a relation, draws or runs: write it in Markdown, "
CLASS = "a class that marks what the book makes itself: take it off, "

Offence = tuple[int, str]  # line, what is wrong


def forged(document: nodes.document) -> list[Offence]:
    """(line, what to do) of all that would pass for something else."""
    rules = (html_by_hand, classes_by_hand, words_drawn)
    return [offence for rule in rules for offence in rule(document)]


def html_by_hand(document: nodes.document) -> Iterator[Offence]:
    """HTML, typed or shown by a cell, that could state something."""
    for raw in document.findall(nodes.raw):
        if "html" not in raw.get("format", "").split():
            continue
        text = COMMENT.sub("", raw.astext())
        words = unescape(TAG.sub(" ", text))
        if SHOWN_PAST.search(text) or LATEX.search(words) or states_in_marks(words):
            yield line_of(raw), HTML + " ".join(text.split())[:60]


def classes_by_hand(document: nodes.document) -> Iterator[Offence]:
    """Classes by which the page's own boxes are known, on other nodes."""
    proofs, _ = boxes()
    for node in document.findall(nodes.Element):
        is_plain = type(node).__module__ == nodes.__name__
        for name in node.get("classes", ()):
            is_ours = name.startswith(OF_THE_ENGINE) and not of_a_statement(node)
            is_proofs = name not in TAKEN and isinstance(node.parent, proofs)
            is_taken = name in OWN and is_plain and not is_proofs
            if is_ours or is_taken:
                yield line_of(node), CLASS + name


def words_drawn(document: nodes.document) -> Iterator[Offence]:
    """Drawings whose words are a relation and no more."""
    for image in document.findall(nodes.image):
        path = Path(document.settings.env.relfn2path(image.get("uri", ""))[1])
        if path.suffix == ".svg" and path.is_file():
            drawn = path.read_text(encoding="utf-8", errors="replace")
            words = (unescape(TAG.sub("", found)) for found in TEXT.findall(drawn))
            for text in filter(is_bare, words):
                yield line_of(image), DRAWN + text


def of_a_statement(node: nodes.Element) -> bool:
    """Whether a node is a checked statement's, or part of it."""
    around = (node, *ancestors(node))
    return any(isinstance(each, claim_block) for each in around)


def line_of(node: nodes.Element) -> int:
    """The line of a node, or of what is around it."""
    lines = (each.line for each in (node, *ancestors(node)))
    return next((line for line in lines if line), 1)
