"""The files a page needs beside its text, and none besides: fonts, cards, notebooks."""

import base64
import hashlib
import re
import shutil
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ..typeset import mathml
from ..typeset.statements import style_sheet
from . import fonts
from .context import printed_book

STATIC = Path(__file__).parent / "theme" / "static"
PAPER, INK, MUTED, ACCENT = "#fdfdfc", "#1c2126", "#5b6570", "#1f6fb4"
CARD = (1200, 630)
MARGIN = 90


def finish(app, store, pages):
    """Leave in the site what it uses, and nothing that extensions brought along."""
    static = Path(app.outdir) / "_static"
    drop_foreign(app, static)
    sheets = [STATIC / "press.css"]
    if statements := style_sheet(app):
        sheets.insert(0, statements)
    write_style(static / "press.css", sheets, store / "fonts", pages)
    copy_pdf(app)
    if app.config.html_baseurl:
        write_cards(app, static / "cards", store / "cards")
        write_sitemap(app)


def drop_foreign(app, static):
    """Remove every static file that is neither the theme's nor the book's own."""
    own = {path.relative_to(STATIC) for path in STATIC.rglob("*")}
    for folder in app.config.html_static_path:
        book = Path(app.srcdir) / folder
        if Path(app.srcdir) in book.parents:
            own |= {path.relative_to(book) for path in book.rglob("*")}
    for path in sorted(static.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(static) not in own:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()


def write_style(target, sheets, cache, pages):
    """The style sheets in one, with fonts inside: a page comes whole, nothing moves.

    Text has the letters of the languages around us; mathematics those these pages use.
    """
    letters = set(fonts.MATH)
    for page in pages:
        letters |= mathml.page_characters(page.read_text("utf-8"))
    style = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    style = re.sub(r"/\*.*?\*/\s*|(?<=[{;,])\s+|\n+", "", style, flags=re.DOTALL)
    for name in fonts.SOURCES:
        wanted = letters if name == "math" else fonts.TEXT
        data = base64.b64encode(fonts.web_font(name, wanted, cache)).decode("ascii")
        style = style.replace(f"fonts/{name}.woff2", f"data:font/woff2;base64,{data}")
    target.write_text(style, encoding="utf-8")


def copy_pdf(app):
    """Put the printed book, where it was made, at the root of the site."""
    made = printed_book(app)
    if made.exists():
        shutil.copyfile(made, Path(app.outdir) / made.name)


def write_cards(app, folder, cache):
    """A picture of each page's title, for those who share a link to it."""
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


def card(title, book, author):
    """PNG of 1200 by 630: the page's title, the book's, and who wrote it."""
    image = Image.new("RGB", CARD, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 18, CARD[1]), fill=ACCENT)
    large, small = _font("text-bold", 76), _font("text", 38)
    lines = wrap(draw, title, large)
    for number, line in enumerate(lines[:4]):
        draw.text((MARGIN, 110 + 92 * number), line, font=large, fill=INK)
    draw.text((MARGIN, 470), book, font=small, fill=INK)
    draw.text((MARGIN, 522), author, font=small, fill=MUTED)
    target = BytesIO()
    image.quantize(64).save(target, "PNG", optimize=True)
    return target.getvalue()


def _font(name, height):
    return ImageFont.truetype(BytesIO(fonts.SOURCES[name].read_bytes()), height)


def wrap(draw, text, font):
    """The text in lines that fit the card."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and draw.textlength(longer, font=font) > CARD[0] - 2 * MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def write_sitemap(app):
    """The addresses of all pages, for search engines."""
    base = app.config.html_baseurl.rstrip("/")
    names = sorted(app.env.found_docs)
    addresses = (f"{base}/{app.builder.get_target_uri(name)}" for name in names)
    lines = "\n".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    (Path(app.outdir) / "sitemap.xml").write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{lines}\n</urlset>\n",
        encoding="utf-8",
    )
