"""The reader's page, as a Sphinx extension: a theme with nothing that is not used.

Fonts, figures and the search index are made when all pages are written, from what they
hold.
"""

# Sphinx does not say what its callbacks return.
# pyright: reportUnknownMemberType=false

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config

from ..typeset.formulas import latex_macros
from . import (
    context,
    figures,
    folds,
    highlighting,
    pictures,
    redirects,
    search,
    writer,
)
from .finish import Written
from .mathematics import Mathematics

THEME = Path(__file__).parent / "theme"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the theme and its writer, and connect every step of the page."""
    app.add_config_value("press_repository", "", "html", str)
    app.add_config_value("press_branch", "main", "html", str)
    app.add_config_value("press_notebooks_branch", "gh-pages", "html", str)
    app.add_html_theme("press", str(THEME))
    app.set_translator("html", writer.PageWriter, override=True)
    Mathematics().connect(app)
    folds.add_nodes(app)
    writer.add_nodes(app)
    app.connect("config-inited", use_page)
    prepare(app)
    write(app)
    return {"parallel_read_safe": True, "parallel_write_safe": False}


def prepare(app: Sphinx) -> None:
    """Connect the steps before a page is written."""
    app.connect("builder-inited", without_stock_search)
    app.connect("builder-inited", highlighting.use_highlighter)
    before = pictures.BEFORE_COLLECTED
    app.connect("doctree-read", pictures.pair, priority=before)
    app.connect("doctree-read", figures.require_alternatives)
    app.connect("doctree-resolved", search.index_page)
    app.connect("doctree-resolved", folds.open_first_badge)
    app.connect("doctree-resolved", folds.code_below, priority=900)
    app.connect("doctree-resolved", redirects.mark_moved, priority=950)


def write(app: Sphinx) -> None:
    """Connect the steps that write pages, and those after the last."""
    written = Written()
    app.connect("html-collect-pages", context.further_pages)
    app.connect("html-page-context", written.note)
    app.connect("html-page-context", context.complete, priority=900)
    app.connect("build-finished", written.finish, priority=900)
    app.connect("build-finished", redirects.write_front_door)
    app.connect("build-finished", redirects.leave_doors)


def use_page(app: Sphinx, config: Config) -> None:
    """What the page takes for granted, whatever the book's settings say."""
    config.html_theme = "press"
    config.html_theme_options = {}
    config.html_math_renderer = "press"
    config.html_copy_source = True
    config.html_sourcelink_suffix = ""
    config.html_use_index = False
    config.html_domain_indices = False
    config.html_permalinks_icon = "#"
    config.html_sidebars = {}
    config.nb_code_prompt_show = "Show the code"
    preamble = config.latex_elements.get("preamble", "")
    macros = latex_macros(config.press_macros)
    config.latex_elements["preamble"] = f"{preamble}\n{macros}\n"


def without_stock_search(app: Sphinx) -> None:
    """Sphinx's own search page and index stay out: the page brings its own."""
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False
