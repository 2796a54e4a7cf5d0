"""The house style of the book's figures, and the few plots several chapters share.

A chapter begins with `figures.use_style()`, and shows what a function draws on a paper
by `figures.show`; inside it everything is plain Matplotlib.
Colors are the ten names below and no others: the page swaps each for its dark twin.
"""

from .methods import METHODS, method
from .paper import PAGE, PHONE, Paper, show
from .plots import (
    arrows,
    contours,
    convergence,
    image_strip,
    label_line,
    slope_triangle,
    trajectory,
)
from .style import (
    BLUE,
    COLUMN,
    GOLD,
    GREEN,
    GRID,
    INK,
    MUTED,
    NARROW,
    ORANGE,
    PAPER,
    PURPLE,
    RED,
    WIDE,
    use_style,
)

__all__ = [
    "BLUE",
    "COLUMN",
    "GOLD",
    "GREEN",
    "GRID",
    "INK",
    "METHODS",
    "MUTED",
    "NARROW",
    "ORANGE",
    "PAGE",
    "PAPER",
    "PHONE",
    "PURPLE",
    "RED",
    "WIDE",
    "Paper",
    "arrows",
    "contours",
    "convergence",
    "image_strip",
    "label_line",
    "method",
    "show",
    "slope_triangle",
    "trajectory",
    "use_style",
]
