"""Tables: what a column holds is said in words, which are read aloud."""

import itertools
from collections.abc import Iterator

from .prose import parser

FORMULA = {"math_inline", "math_inline_double"}


def unheaded(text: str) -> Iterator[tuple[int, str]]:
    """(line, complaint) of each cell in a table's head that holds a formula alone."""
    line = 1
    for before, token in itertools.pairwise(parser().parse(text)):
        line = before.map[0] + 1 if before.map else line
        parts = {part.type for part in token.children or () if part.content.strip()}
        if before.type == "th_open" and parts and parts <= FORMULA:
            what = f"say in words what {token.content} heads, beside the formula"
            yield line, f"a head of a table that is mathematics alone: {what}"
