"""The house style of the book's figures, and the few plots several chapters share.

A chapter begins with `figures.use_style()`; everything after it is plain Matplotlib.
Colors are the ten names below and no others: the page swaps each for its dark twin.
"""

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
    "MUTED",
    "NARROW",
    "ORANGE",
    "PAPER",
    "PURPLE",
    "RED",
    "WIDE",
    "arrows",
    "contours",
    "convergence",
    "image_strip",
    "label_line",
    "slope_triangle",
    "trajectory",
    "use_style",
]
