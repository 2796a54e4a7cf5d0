"""The files a page needs beside its text, and none besides: style, cards, the PDF."""

import base64
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import Sphinx

from ..source.project import project_of
from ..typeset.statements import style_sheet
from . import fonts
from .cards import write_cards
from .colors import custom_properties

STATIC = Path(__file__).parent / "theme" / "static"
COLORS = "/* colors */"  # where the style sheet names them


def finish(app: Sphinx, store: Path, pages: Iterable[Path]) -> None:
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


def store_folder(app: Sphinx) -> Path:
    """Where the press keeps what later builds can use again."""
    return Path(app.doctreedir).parent / "press"


def drop_foreign(app: Sphinx, static: Path) -> None:
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


def write_style(
    target: Path, sheets: Iterable[Path], cache: Path, pages: Iterable[Path]
) -> None:
    """The style sheets in one, with fonts inside: a page comes whole, nothing moves.

    Text has the letters of the languages around us; mathematics those these pages use.
    """
    letters = set(fonts.MATH)
    for page in pages:
        letters |= fonts.formula_characters(page.read_text("utf-8"))
    style = "\n".join(sheet.read_text("utf-8") for sheet in sheets)
    style = style.replace(COLORS, custom_properties(), 1)
    style = re.sub(r"/\*.*?\*/\s*|(?<=[{;,])\s+|\n+", "", style, flags=re.DOTALL)
    for name in fonts.SOURCES:
        wanted = letters if name == "math" else fonts.TEXT
        data = base64.b64encode(fonts.web_font(name, wanted, cache)).decode("ascii")
        style = style.replace(f"fonts/{name}.woff2", f"data:font/woff2;base64,{data}")
    target.write_text(style, encoding="utf-8")


def copy_pdf(app: Sphinx) -> None:
    """Put the printed book, where it was made, at the root of the site."""
    made = project_of(app.srcdir).pdf
    if made.exists():
        shutil.copyfile(made, Path(app.outdir) / made.name)


def write_sitemap(app: Sphinx) -> None:
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
