"""Figures: what they show in words, their size, and their colors in light and dark."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from docutils import nodes
from PIL import Image
from sphinx.application import Sphinx
from sphinx.util import logging

from ..typeset.places import place_of
from .colors import FIGURES

logger = logging.getLogger(__name__)

# Every flat color of the house style: on light paper, and on dark.
COLORS = {color.light: color.dark for color in FIGURES.values()}
POINTS_PER_PIXEL = 0.75
ADAPTED = "@media (prefers-color-scheme: dark)"
COLOR = re.compile("|".join(COLORS), re.IGNORECASE)


def require_alternatives(app: Sphinx, doctree: nodes.document) -> None:
    """Every image says in words what it shows, or the build fails, with the line."""
    for image in doctree.findall(nodes.image):
        if not (image.get("alt") or "").strip():
            logger.warning(
                "this image has no alternative text; for a cell, set\n"
                "    mystnb: {image: {alt: what the figure shows}}",
                location=place_of(image),
                type="press",
                subtype="alt",
            )


def size(path: Path) -> tuple[int, int] | None:
    """Width and height of an image in CSS pixels, or None where it has none."""
    if path.suffix == ".svg":
        root = next(ET.iterparse(path, events=("start",)))[1]
        width, height = _pixels(root.get("width")), _pixels(root.get("height"))
        return (width, height) if width and height else None
    with Image.open(path) as image:
        return image.size


def _pixels(length: str | None) -> int | None:
    match = re.fullmatch(r"([\d.]+)(pt|px|)", length or "")
    if not match:
        return None
    scale = POINTS_PER_PIXEL if match[2] == "pt" else 1
    return round(float(match[1]) / scale)


def drop_unused(folder: Path, used: set[str]) -> None:
    """Leave no image behind that an earlier build placed and no page shows."""
    for path in sorted(folder.glob("*")):
        if path.name not in used:
            path.unlink()


def adapt(folder: Path) -> None:
    """Give every SVG in the folder its second set of colors."""
    for path in sorted(folder.glob("*.svg")) if folder.is_dir() else []:
        text = path.read_text("utf-8")
        if ADAPTED not in text:
            path.write_text(follow_scheme(text), encoding="utf-8")


def follow_scheme(svg: str) -> str:
    """The SVG with the house colors as variables that change in the dark."""
    used = sorted({color.lower() for color in COLOR.findall(svg)})
    names = {color: f"--c{color[1:]}" for color in used}
    svg = COLOR.sub(lambda match: f"var({names[match[0].lower()]})", svg)
    svg = re.sub(r'(stroke|fill)="(var\([^)]*\))"', r'style="\1: \2"', svg)
    light = ";".join(f"{names[color]}:{color}" for color in used)
    dark = ";".join(f"{names[color]}:{COLORS[color]}" for color in used)
    style = f"<style>:root{{{light}}}{ADAPTED}{{:root{{{dark}}}}}</style>"
    svg = re.sub(r"<metadata>.*?</metadata>\s*", "", svg, count=1, flags=re.DOTALL)
    return re.sub(r"(<svg\b[^>]*>)", lambda tag: tag[1] + style, svg, count=1)
