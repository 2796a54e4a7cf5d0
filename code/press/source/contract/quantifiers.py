"""Sentences that say "for every x": what they say is checked beside them, or linked."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from .cells import cells
from .prose import Piece, parser, pieces

EVERY = re.compile(r"\bfor (?:every|any|all)(?: [a-z-]+){0,2} \$", re.IGNORECASE)
LINKED = re.compile(r"\{(?:eq|prf:ref|claim|cite(?::\w)?)\}`")
CHECKED = re.compile(r"\b(?:attack|claim|derivation|refute)\(")
ASKS = {
    *("admonition", "exercise", "figure", "glossary", "head", "hint"),
    *("results", "slide"),
}
WHAT = (
    "this is said of every case, and nothing near it checks that: state it by claim(…) "
    "or attack(…) in this section, or link to the equation or theorem that it follows "
    "from"
)


def unchecked(text: str) -> Iterator[tuple[int, str]]:
    """(line, complaint) of each sentence about every case that rests on nothing.

    Theorems and their proofs are held to more; what only asks or names says nothing.
    """
    starts, source = list(sections(text)), text.splitlines()
    held = {
        bisect_right(starts, cell.first)
        for cell in cells(text)
        if CHECKED.search(cell.code)
    }
    for line in sorted({p.line for p in pieces(text) if is_a_statement(p)}):
        said, is_held = source[line - 1], bisect_right(starts, line) in held
        if EVERY.search(said) and not LINKED.search(said) and not is_held:
            yield line, WHAT


def is_a_statement(piece: Piece) -> bool:
    inside = {*piece.within}
    return not inside & ASKS and not any(name.startswith("prf:") for name in inside)


def sections(text: str) -> Iterator[int]:
    """The lines at which a section begins; a solution is one of its own."""
    for token in parser().parse(text):
        if token.map and (
            token.type == "heading_open" or token.info.startswith("{solution-")
        ):
            yield token.map[0] + 1
