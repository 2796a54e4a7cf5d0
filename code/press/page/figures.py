"""Figures: what they show in words, their size, and their colors in light and dark."""

import re
from xml.etree import ElementTree as ET

from docutils import nodes
from PIL import Image
from sphinx.util import logging

from ..typeset.readable import place_of

logger = logging.getLogger(__name__)

# Every flat color of the house style: on light paper, and on dark.
COLORS = {
    "#1c2126": "#e4e7ea",
    "#5b6570": "#a3acb6",
    "#d5dade": "#3a4149",
    "#fdfdfc": "#15181c",
    "#1f6fb4": "#6cb2ee",
    "#c2570c": "#f0974f",
    "#18794e": "#58c492",
    "#7a4fb0": "#b99af0",
    "#b3263a": "#f3818d",
    "#8a6a00": "#d9b64a",
}
POINTS_PER_PIXEL = 0.75
ADAPTED = "@media (prefers-color-scheme: dark)"
COLOR = re.compile("|".join(COLORS), re.IGNORECASE)


def require_alternatives(app, doctree):
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


def size(path):
    """Width and height of an image in CSS pixels, or None where it has none."""
    if path.suffix == ".svg":
        root = next(ET.iterparse(path, events=("start",)))[1]
        width, height = _pixels(root.get("width")), _pixels(root.get("height"))
        return (width, height) if width and height else None
    with Image.open(path) as image:
        return image.size


def _pixels(length):
    match = re.fullmatch(r"([\d.]+)(pt|px|)", length or "")
    if not match:
        return None
    scale = POINTS_PER_PIXEL if match[2] == "pt" else 1
    return round(float(match[1]) / scale)


def adapt(folder):
    """Give every SVG in the folder its second set of colors."""
    for path in sorted(folder.glob("*.svg")) if folder.is_dir() else []:
        text = path.read_text("utf-8")
        if ADAPTED not in text:
            path.write_text(follow_scheme(text), encoding="utf-8")


def follow_scheme(svg):
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
