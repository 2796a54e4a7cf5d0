"""One style sheet: colors, sizes, and vector output with the same bytes every time."""

import logging
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import cast

import font_source_serif_pro as source_serif  # pyright: ignore[reportMissingTypeStubs]
import matplotlib.pyplot as plt
from cycler import cycler
from IPython.core.formatters import DisplayFormatter
from IPython.core.getipython import get_ipython
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

INK, MUTED, GRID, PAPER = "#1c2126", "#5b6570", "#d5dade", "#fdfdfc"
BLUE, ORANGE, PURPLE = "#1f6fb4", "#c2570c", "#4f1a68"
GREEN, GOLD, RED = "#18794e", "#8a6a00", "#b3263a"

# Width and height in inches; an inch is 96 pixels. The first fits a phone unshrunk.
NARROW, COLUMN, WIDE = (4.4, 3.2), (6.3, 3.6), (7.2, 3.0)

# The page's typefaces; its mathematics has the signs that the first does not have.
FAMILY = "Source Serif Pro"
LETTERS = [f"SourceSerifPro-{cut}.ttf" for cut in ("Regular", "It", "Semibold")]

STYLE = {
    "figure.figsize": NARROW,
    "figure.facecolor": "none",
    "figure.constrained_layout.use": True,
    "savefig.transparent": True,
    "savefig.dpi": 150,
    "axes.facecolor": "none",
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.titlecolor": INK,
    "axes.titlesize": "medium",
    "axes.labelsize": 12.5,
    "axes.titlelocation": "left",
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.unicode_minus": True,
    "axes.prop_cycle": cycler(color=[BLUE, ORANGE, PURPLE, GREEN, GOLD, RED]),
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": "small",
    "ytick.labelsize": "small",
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "text.color": INK,
    "font.size": 11.5,
    "font.family": [FAMILY, "STIXGeneral"],
    "mathtext.fontset": "stix",
    "lines.linewidth": 1.8,
    "lines.markersize": 5,
    "patch.edgecolor": PAPER,
    "hatch.color": MUTED,
    "legend.frameon": False,
    "image.cmap": "cividis",
    "svg.fonttype": "path",
    "svg.hashsalt": "book",
    "pdf.fonttype": 42,
}
# Notebooks close what they show. Where claims alone are checked, nothing is shown.
plt.rcParams["figure.max_open_warning"] = 0


def use_style() -> None:
    """Make every later figure follow the style, and be shown as SVG (PDF in print).

    Figures keep the size they were given, and carry no date: a rebuild gives the
    same bytes.
    """
    if FAMILY not in fontManager.get_font_names():
        for letters in LETTERS:
            fontManager.addfont(Path(source_serif.font_directory) / letters)
    plt.style.use(STYLE)
    # A math font dated 1904 is no news to a reader; fontTools logs it as a warning.
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    shell = get_ipython()
    if shell is None:
        return
    shell.run_line_magic("matplotlib", "inline")
    formatters = cast(DisplayFormatter, shell.display_formatter).formatters
    for formatter in formatters.values():
        formatter.pop(Figure, None)
    formatters["image/svg+xml"].for_type(Figure, as_svg)
    formatters["application/pdf"].for_type(Figure, as_pdf)


def as_svg(fig: Figure) -> str:
    """Return the figure as SVG text without a date."""
    file = BytesIO()
    fig.savefig(file, format="svg", metadata={"Date": None})
    return file.getvalue().decode()


def as_pdf(fig: Figure) -> str:
    """Return the figure as PDF without a date, in base64 as notebooks keep it."""
    file = BytesIO()
    fig.savefig(file, format="pdf", metadata={"CreationDate": None})
    return b64encode(file.getvalue()).decode()
