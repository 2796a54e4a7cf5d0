"""Each figure is drawn once and set twice: as wide as a page, and as wide as a phone.

A chapter writes a function that draws on the paper it is given, and calls `show`.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
from IPython.core.getipython import get_ipython
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text

from .style import as_pdf, as_svg

SVG, PDF = "image/svg+xml", "application/pdf"
RELATION = re.compile(r"[=<>≤≥≈≠∼≡∝]|\\(?:leq?|geq?|neq?|approx|sim|equiv|propto)\b")
WORD = re.compile(r"(?<!\\)\b[^\W\d_]{2,}")


class Paper(NamedTuple):
    """How wide a figure may be, in inches; an inch is 96 pixels.

    width: at most; panel: where it has one panel. The page shows no figure larger than
    it was drawn, and a phone none smaller: text keeps its size.
    """

    width: float
    panel: float

    @property
    def is_phone(self) -> bool:
        """Whether panels stand one below the other."""
        return self is PHONE

    def one(self, height: float = 3.2, **options: Any) -> tuple[Figure, Axes]:
        """Return a figure of one panel, `height` inches high, and its axes."""
        return plt.subplots(figsize=(self.panel, height), **options)

    def row(
        self, count: int, height: float = 3.0, width: float = 7.2, **options: Any
    ) -> tuple[Figure, Any]:
        """Return a figure of panels side by side, one below the other on a phone.

        width: inches of all of them on a page; height: of each. options: of
        matplotlib's subplots.
        """
        if self.is_phone:
            size = self.width, count * height
            return plt.subplots(count, 1, figsize=size, **options)
        return plt.subplots(1, count, figsize=(width, height), **options)


PAGE, PHONE = Paper(7.2, 4.4), Paper(3.68, 3.68)


def show(draw: Callable[[Paper], object]) -> None:
    """Display what is drawn on both papers as one figure.

    draw: is called twice, so it takes no random numbers and changes nothing.
    """
    (wide, pdf), (narrow, _) = (_set(draw, paper) for paper in (PAGE, PHONE))
    if shell := get_ipython():
        shell.display_pub.publish(
            data={SVG: wide, PDF: pdf}, metadata={SVG: {"narrow": narrow}}
        )


def _set(draw: Callable[[Paper], object], paper: Paper) -> tuple[str, str]:
    """The drawing on a paper, as SVG and as PDF."""
    draw(paper)
    fig = plt.gcf()
    refuse_formula_alone(fig)
    forms = as_svg(fig), as_pdf(fig)
    plt.close(fig)
    return forms


def refuse_formula_alone(fig: Figure) -> None:
    """Raise ValueError where a figure is a relation, with nothing drawn and no word.

    A page shows letters as outlines, which nothing reads that checks it.
    """
    if any(axes.has_data() for axes in fig.axes):
        return
    texts = [part.get_text() for part in fig.findobj(Text) if isinstance(part, Text)]
    told = " ".join(texts)
    if RELATION.search(told) and not WORD.search(told):
        raise ValueError(
            f"a figure of nothing but a relation, {told.strip()}: claim it"
        )
