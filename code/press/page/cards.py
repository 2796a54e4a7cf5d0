"""A picture of each page's title, for those who share a link to it."""

import hashlib
import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from sphinx.application import Sphinx

from . import fonts
from .colors import PAGE

SIZE = (1200, 630)
MARGIN = 90
MOST_LINES = 4


def write_cards(app: Sphinx, folder: Path, cache: Path) -> None:
    """Put a card for every page into the folder; drawn ones are kept in the cache."""
    for name in sorted(app.env.found_docs):
        title = app.env.titles[name].astext()
        text = f"{title}\n{app.config.project}\n{app.config.author}"
        kept = cache / f"{hashlib.sha256(text.encode()).hexdigest()[:16]}.png"
        if not kept.exists():
            cache.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(card(title, app.config.project, app.config.author))
        target = folder / f"{name}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, target)


def card(title: str, book: str, author: str) -> bytes:
    """PNG of 1200 by 630: the page's title, the book's, and who wrote it."""
    image = Image.new("RGB", SIZE, PAGE["paper"].light)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 18, SIZE[1]), fill=PAGE["blue"].light)
    large, small = _font("text-bold", 76), _font("text", 38)
    ink, muted = PAGE["ink"].light, PAGE["muted"].light
    for number, line in enumerate(wrap(draw, title, large)[:MOST_LINES]):
        draw.text((MARGIN, 110 + 92 * number), line, font=large, fill=ink)
    draw.text((MARGIN, 470), book, font=small, fill=ink)
    draw.text((MARGIN, 522), author, font=small, fill=muted)
    target = BytesIO()
    image.quantize(64).save(target, "PNG", optimize=True)
    return target.getvalue()


def _font(name: str, height: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(fonts.SOURCES[name].read_bytes()), height)


def wrap(
    draw: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont
) -> list[str]:
    """The text in lines that fit the card."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and draw.textlength(longer, font=font) > SIZE[0] - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
