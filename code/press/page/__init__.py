"""The reader's page, as a Sphinx extension: a theme with nothing that is not used.

Mathematics is typeset when all pages are written; fonts, figures and the search index
are made then as well, from what the pages hold.
"""

from pathlib import Path

from sphinx.errors import ExtensionError

from ..typeset.formulas import Cache, latex_macros, set_pages
from . import assets, context, figures, notebooks, redirects, search, writer

THEME = Path(__file__).parent / "theme"


def setup(app):
    """Register the theme, its writer and every step of the page."""
    app.add_config_value("press_macros", {}, "env", dict)
    app.add_config_value("press_repository", "", "html", str)
    app.add_config_value("press_branch", "main", "html", str)
    app.add_config_value("press_notebooks_branch", "gh-pages", "html", str)
    app.add_html_theme("press", str(THEME))
    app.set_translator("html", writer.PageWriter, override=True)
    app.add_html_math_renderer(
        "press",
        inline_renderers=(writer.visit_formula, None),
        block_renderers=(writer.visit_display, None),
    )
    writer.add_nodes(app)
    app.connect("config-inited", use_page)
    app.connect("builder-inited", without_stock_search)
    app.connect("doctree-read", figures.require_alternatives)
    app.connect("doctree-resolved", search.index_page)
    app.connect("doctree-resolved", writer.code_below, priority=900)
    app.connect("html-collect-pages", context.further_pages)
    app.connect("html-page-context", context.complete, priority=900)
    app.connect("html-page-context", redirects.mark_moved, priority=950)
    app.connect("build-finished", finish, priority=900)
    app.connect("build-finished", redirects.write_front_door)
    app.connect("build-finished", redirects.leave_doors)
    return {"parallel_read_safe": True, "parallel_write_safe": False}


def use_page(app, config):
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


def without_stock_search(app):
    """Sphinx's own search page and index stay out: the page brings its own."""
    if app.builder.format == "html":
        app.builder.search = False


def finish(app, error):
    """When all pages stand: set formulas, make fonts, figures and the search index."""
    if error or app.builder.name != "html":
        return
    out = Path(app.outdir)
    store = store_folder(app)
    written = [
        out / app.builder.get_target_uri(name)
        for name in sorted(context.written_pages(app))
    ]
    cache = Cache(store / "formulas.json", app.config.press_macros)
    set_pages([page for page in written if page.exists()], cache)
    assets.finish(app, store, every_page(app))
    notebooks.finish(app, context.written_pages(app))
    figures.adapt(out / "_images")
    search.write(app, out)


def every_page(app):
    """Each page of the site, written now or by an earlier build."""
    out = Path(app.outdir)
    names = [*sorted(app.env.found_docs), "search", "404"]
    pages = [out / app.builder.get_target_uri(name) for name in names]
    missing = [page.name for page in pages if not page.exists()]
    if missing:
        raise ExtensionError(f"pages were not written: {', '.join(missing)}")
    return pages


def store_folder(app):
    """Where the press keeps what later builds can use again."""
    return Path(app.doctreedir).parent / "press"
