"""A derivation in print: aligned lines, with reasons at the right or beneath."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docutils import nodes

from ..bundle import Row
from ..printing import width
from .nodes import lines_block

LINE = 70  # letters of mathematics that fit on a line
WIDE, LEFT = 42, 18  # letters of a whole line, and of its left side, that still fit
NARROWEST, WIDEST = 0.25, 0.42  # of the line, for reasons at the right


def arrangement(lines: Sequence[Row]) -> tuple[bool, float]:
    """Whether the left side takes a line of its own, and what is left for reasons.

    That is the share of the line beside the widest formula; 0 if that is too little.
    """
    left = max(width(line.left or "") for line in lines)
    right = max(width(line.right) for line in lines)
    alone = left + right > WIDE and left > LEFT
    room = 1 - (right + 6 + (0 if alone else left)) / LINE
    return alone, min(room, WIDEST) if room > NARROWEST else 0


def visit_lines_latex(self: Any, node: lines_block) -> None:
    """Write the lines as one equation; the reasons are written like any text."""
    label = f"equation:{node['docname']}:{node['label']}" if node["number"] else ""
    environment = "equation" if label else "equation*"
    opening = rf"\label{{{label}}}" if label else ""
    alone, room = arrangement(node["lines"])
    self.body.append(f"\n\\begin{{{environment}}}{opening}\n\\begin{{aligned}}\n")
    for i, (line, row) in enumerate(zip(node["lines"], node.children, strict=True)):
        self.body.append(" \\\\\n" if i else "")
        left = line.left or ""
        if alone:
            left = f"&{left} \\\\\n&\\quad" if left else r"&\quad"
        else:
            left += " &"
        self.body.append(f"{left}{line.relation} {line.right}")
        write_reason(self, row.children[-1], room)
    self.body.append(f"\n\\end{{aligned}}\n\\end{{{environment}}}\n")
    raise nodes.SkipNode


def write_reason(self: Any, reason: Any, room: float) -> None:
    """Write a line's reason beside it, or in a line of its own if there is no room."""
    if reason.children:
        place = "&&" if room else r"\\ &\quad"
        self.body.append(f" {place} \\proofreadreason{{{room or 0.75:.2f}}}{{")
        reason.walkabout(self)
        self.body.append("}")
