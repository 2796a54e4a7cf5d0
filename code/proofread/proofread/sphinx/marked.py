"""Displayed lines typed by hand say so: below the formula, in print in its margin.

Each that `proofread_typed` counts: in a proof, in a theorem or in an exercise.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from .displays import typed
from .nodes import html
from .prose import place_of
from .screen import MARK, MARKED

TOLD = "typed by hand, not checked"


class Marks(SphinxPostTransform):
    """Runs before references are resolved, while proofs and exercises are known."""

    default_priority = 3

    def run(self, **kwargs: Any) -> None:
        """Mark every line of the page."""
        mark = mark_on_screen if self.app.builder.format == "html" else mark_in_print
        for display in list(self.document.findall(nodes.math_block)):
            if place_of(display) != "text" and typed(display):
                mark(display)


def mark_on_screen(display: nodes.math_block) -> None:
    """A box, with the mark where a checked equation has its badge."""
    box = html("div", classes=MARKED)
    display.replace_self(box)
    box += [display, html("p", nodes.Text(TOLD), classes=MARK)]


def mark_in_print(display: nodes.math_block) -> None:
    """The note in the margin that a checked equation has too."""
    note = nodes.raw("", rf"\proofreadbadge{{{TOLD}}}", format="latex")
    display.parent.insert(display.parent.index(display), note)
