"""The house's colors, each for light paper and for dark.

Figures are drawn in colors of `mlmath.figures`, and the icon in one of these: a test
holds both to this table.
"""

from typing import NamedTuple


class Color(NamedTuple):
    """One color as CSS writes it, in light and in dark."""

    light: str
    dark: str


PAGE = {
    "paper": Color("#fdfdfc", "#15181c"),
    "tint": Color("#f4f6f7", "#1d2126"),
    "ink": Color("#1c2126", "#e4e7ea"),
    "muted": Color("#5b6570", "#a3acb6"),
    "rule": Color("#dde1e5", "#343b43"),
    "link": Color("#155a96", "#7cbcf2"),
    "blue": Color("#1f6fb4", "#6cb2ee"),
    "orange": Color("#b04e09", "#f0974f"),
    "green": Color("#18794e", "#58c492"),
    "purple": Color("#7a4fb0", "#b99af0"),
    "red": Color("#b3263a", "#f3818d"),
    "gold": Color("#806200", "#d9b64a"),
}
# Lines can be lighter than letters, and stand beside each other: four colors of figures
# are none of the page's. This purple is told from blue by those who see no green.
SHARED = ("paper", "ink", "muted", "blue", "green", "red")
FIGURES = {
    **{name: PAGE[name] for name in SHARED},
    "grid": Color("#d5dade", "#3a4149"),
    "orange": Color("#c2570c", "#f0974f"),
    "gold": Color("#8a6a00", "#d9b64a"),
    "purple": Color("#4f1a68", "#ecc9ff"),
}


def custom_properties() -> str:
    """The page's colors as the style sheet names them."""
    return "".join(
        f"--{name}:light-dark({color.light},{color.dark});"
        for name, color in PAGE.items()
    )
