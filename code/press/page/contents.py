"""The way through the book: its parts and chapters, and a page's own headings."""

from typing import TypedDict

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment.adapters.toctree import TocTree


class Chapter(TypedDict):
    """One line of the contents, and the lines below it.

    Those are shown on its page and on theirs alone: the contents stay an overview.
    """

    title: str
    number: str
    here: bool
    href: str
    chapters: list["Chapter"]


class Part(TypedDict):
    """A part of the book."""

    caption: str
    chapters: list[Chapter]


def book_parts(app: Sphinx, pagename: str) -> list[Part]:
    """The book's contents: parts with their chapters, with addresses from here."""
    root = app.env.tocs[app.config.root_doc]
    parts = [
        Part(caption=tree.get("caption") or "", chapters=chapters(app, tree, pagename))
        for tree in root.findall(addnodes.toctree)
    ]
    return [part for part in parts if part["chapters"]]


def chapters(app: Sphinx, tree: nodes.Element, pagename: str) -> list[Chapter]:
    """The chapters of one part, and theirs."""
    return [
        chapter(app, title, name, pagename)
        for title, name in tree["entries"]
        if name in app.env.titles
    ]


def chapter(app: Sphinx, title: str, name: str, pagename: str) -> Chapter:
    """One line of the contents."""
    number = ".".join(map(str, app.env.toc_secnumbers.get(name, {}).get("", ())))
    inner = [
        below
        for tree in app.env.tocs[name].findall(addnodes.toctree)
        for below in chapters(app, tree, pagename)
    ]
    here = name == pagename
    near = here or any(below["here"] or below["chapters"] for below in inner)
    return Chapter(
        title=title or app.env.titles[name].astext(),
        number=number,
        here=here,
        href=app.builder.get_relative_uri(pagename, name) or "#",
        chapters=inner if near else [],
    )


def sections(app: Sphinx, pagename: str) -> str:
    """The page's own headings, as a list of links in HTML."""
    contents = TocTree(app.env).get_toc_for(pagename, app.builder)
    lists = contents.findall(nodes.bullet_list)
    inner = [node for node in lists if node is not contents]
    if not inner or not isinstance(app.builder, StandaloneHTMLBuilder):
        return ""
    return app.builder.render_partial(inner[0])["fragment"]
