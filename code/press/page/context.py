"""What a reader is told of a page: its title, its length, and how to cite it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docutils import nodes
from sphinx.application import Sphinx

from ..source.citation import citation_of
from ..source.project import project_of
from .citation import bibtex, last_change, tags
from .contents import book_parts, sections
from .links import links, source_file

WORDS_PER_MINUTE = 200
SECONDS_PER_FORMULA = 3
DESCRIPTION_LENGTH = 155

Context = dict[str, Any]  # of a template: Sphinx's entries, and the theme's own


def further_pages(app: Sphinx) -> Iterator[tuple[str, Context, str]]:
    """The search page, and the one a server shows for an address that is none."""
    yield "search", {"title": "Search"}, "search.html"
    yield "404", {"title": "No such page"}, "404.html"


def complete(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: Context,
    doctree: nodes.document | None,
) -> None:
    """Add to a page's context what the theme's templates show."""
    public: str = app.config.html_baseurl
    base = public.rstrip("/")
    uri = app.builder.get_target_uri(pagename)
    context |= {
        "press_parts": book_parts(app, pagename),
        "press_title": plain_title(app, pagename, context),
        "press_base": urlsplit(public).path,
        "press_author": app.config.author,
        "press_front": pagename == app.config.root_doc,
        "press_canonical": f"{base}/{uri}" if base else "",
    }
    if doctree is not None:
        context |= of_chapter(app, pagename, doctree) | cited(app, pagename, context)


def plain_title(app: Sphinx, pagename: str, context: Context) -> str:
    """The page's title as a line of text, for the window and for links."""
    if pagename in app.env.titles:
        return app.env.titles[pagename].astext()
    return context.get("title", "")


def of_chapter(app: Sphinx, pagename: str, doctree: nodes.document) -> Context:
    """What the templates show of a page with a source of its own."""
    file = source_file(app, pagename)
    return {
        "press_sections": sections(app, pagename),
        "press_minutes": minutes(doctree),
        "press_changed": last_change(Path(app.srcdir), file),
        "press_links": links(app, pagename),
        "press_description": description(doctree),
    }


def cited(app: Sphinx, pagename: str, context: Context) -> Context:
    """How the page is cited, by readers and by catalogs."""
    project = project_of(app.srcdir)
    work, title = citation_of(project), context["press_title"]
    address, base = context["press_canonical"], app.config.html_baseurl.rstrip("/")
    day = last_change(Path(app.srcdir), source_file(app, pagename))
    pdf = f"{base}/{project.pdf.name}" if base and project.pdf.exists() else ""
    is_front = context["press_front"]
    return {
        "press_citation": bibtex(work, title, pagename, day, address),
        "press_tags": tags(work, title, is_front=is_front, address=address, pdf=pdf),
    }


def minutes(doctree: nodes.document) -> int:
    """How long the page takes to read, roughly."""
    text = [
        node.astext()
        for node in doctree.findall(nodes.Text)
        if not isinstance(node.parent, nodes.literal_block | nodes.math)
    ]
    words = sum(len(part.split()) for part in text)
    formulas = len(list(doctree.findall(nodes.math_block)))
    seconds = 60 * words / WORDS_PER_MINUTE + SECONDS_PER_FORMULA * formulas
    return max(1, round(seconds / 60))


def description(doctree: nodes.document) -> str:
    """A sentence or two about the page: what the author wrote, else its first words."""
    for told in doctree.findall(nodes.meta):
        if told.get("name") == "description":
            return told["content"].strip()
    paragraphs = (
        node.astext()
        for node in doctree.findall(nodes.paragraph)
        if not list(node.findall(nodes.math))
    )
    text = " ".join(next(paragraphs, "").split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + " …"
