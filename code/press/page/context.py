"""What surrounds a chapter: the way through the book, and what to know of the page."""

import json
import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from docutils import nodes
from sphinx import addnodes
from sphinx.environment.adapters.toctree import TocTree

from ..source.citation import citation_of
from ..source.project import project_of
from .citation import bibtex, last_change, tags
from .notebooks import archive_names, notebook_of

WORDS_PER_MINUTE = 200
SECONDS_PER_FORMULA = 3
DESCRIPTION_LENGTH = 155


def written_pages(app):
    """Names of the pages this build writes."""
    if not hasattr(app, "press_written"):
        app.press_written = set()
    return app.press_written


def further_pages(app):
    """The search page, and the one a server shows for an address that is none."""
    yield "search", {"title": "Search"}, "search.html"
    yield "404", {"title": "No such page"}, "404.html"


def complete(app, pagename, templatename, context, doctree):
    """Add to a page's context what the theme's templates show."""
    written_pages(app).add(pagename)
    is_chapter = doctree is not None
    context["press_parts"] = book_parts(app, pagename)
    context["press_sections"] = sections(app, pagename) if is_chapter else ""
    context["press_minutes"] = minutes(doctree) if is_chapter else 0
    file = source_file(app, pagename) if is_chapter else ""
    day = last_change(Path(app.srcdir), file)
    context["press_changed"] = day
    context["press_links"] = links(app, pagename) if is_chapter else []
    context["press_title"] = plain_title(app, pagename, context)
    context["press_description"] = description(context, doctree)
    context["press_base"] = urlsplit(app.config.html_baseurl).path
    context["press_author"] = app.config.author
    context["press_front"] = pagename == front_page(app)
    if context["press_front"]:
        context["body"] = with_open_badge(context["body"])
    base = app.config.html_baseurl.rstrip("/")
    uri = app.builder.get_target_uri(pagename)
    address = context["press_canonical"] = f"{base}/{uri}" if base else ""
    if is_chapter:
        work, title = citation_of(project_of(app.srcdir)), context["press_title"]
        has_pdf = base and printed_book(app).exists()
        context["press_citation"] = bibtex(work, title, pagename, day, address)
        context["press_tags"] = tags(
            work,
            title,
            is_front=context["press_front"],
            address=address,
            pdf=f"{base}/{printed_book(app).name}" if has_pdf else "",
        )


def front_page(app):
    """The page a reader meets first."""
    return app.config.root_doc


def with_open_badge(body):
    """The front page shows the book's idea: its first equation has its badge open."""
    badge = '<details class="proofread-badge'
    return body.replace(badge, badge.replace("<details", "<details open"), 1)


def plain_title(app, pagename, context):
    """The page's title as a line of text, for the window and for links."""
    if pagename in app.env.titles:
        return app.env.titles[pagename].astext()
    return context.get("title", "")


def book_parts(app, pagename):
    """The book's contents: parts with their chapters, with addresses from here."""
    root = app.env.tocs[app.config.root_doc]
    parts = [
        {
            "caption": tree.get("caption") or "",
            "chapters": chapters(app, tree, pagename),
        }
        for tree in root.findall(addnodes.toctree)
    ]
    return [part for part in parts if part["chapters"]]


def chapters(app, tree, pagename):
    """The chapters of one part, and theirs."""
    return [
        chapter(app, title, name, pagename)
        for title, name in tree["entries"]
        if name in app.env.titles
    ]


def chapter(app, title, name, pagename):
    """One line of the contents."""
    number = ".".join(map(str, app.env.toc_secnumbers.get(name, {}).get("", ())))
    inner = [
        below
        for tree in app.env.tocs[name].findall(addnodes.toctree)
        for below in chapters(app, tree, pagename)
    ]
    return {
        "title": title or app.env.titles[name].astext(),
        "number": number,
        "here": name == pagename,
        "href": app.builder.get_relative_uri(pagename, name) or "#",
        "chapters": inner,
    }


def sections(app, pagename):
    """The page's own headings, as a list of links."""
    contents = TocTree(app.env).get_toc_for(pagename, app.builder)
    inner = next(
        (node for node in contents.findall(nodes.bullet_list) if node is not contents),
        None,
    )
    if inner is None:
        return ""
    return app.builder.render_partial(inner)["fragment"]


def minutes(doctree):
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


def description(context, doctree):
    """A sentence or two about the page: what the author wrote, else its first words."""
    written = re.search(
        r'<meta[^>]*name="description"[^>]*content="([^"]*)"|'
        r'<meta[^>]*content="([^"]*)"[^>]*name="description"',
        context.get("metatags", ""),
    )
    if written:
        context["metatags"] = context["metatags"].replace(written[0] + " />", "")
        context["metatags"] = context["metatags"].replace(written[0] + ">", "")
        return (written[1] or written[2]).strip()
    if doctree is None:
        return ""
    paragraphs = (
        node.astext()
        for node in doctree.findall(nodes.paragraph)
        if not list(node.findall(nodes.math))
    )
    text = " ".join(next(iter(paragraphs), "").split())
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0] + " …"


def source_file(app, pagename):
    """The file a page is written in, from the book's folder."""
    return app.env.doc2path(pagename, base=False)


def links(app, pagename):
    """Where else the page can be had: its source, and where it runs."""
    source = f"_sources/{source_file(app, pagename)}"
    here = app.builder.get_target_uri(pagename)
    up = "../" * here.count("/")
    found = [{"text": "Source (MyST)", "href": up + source, "download": True}]
    if notebook_of(app, pagename).exists():
        notebook = f"{up}_sources/{pagename}.ipynb"
        found.insert(
            0, {"text": "Executed notebook", "href": notebook, "download": True}
        )
        for text, name in archive_names(project_of(app.srcdir).root).items():
            href = f"{up}_sources/{name}"
            found.append({"text": text, "href": href, "download": True})
    if printed_book(app).exists():
        pdf = up + printed_book(app).name
        found.append({"text": "The book as PDF", "href": pdf, "download": True})
    return found + elsewhere(app, pagename)


def printed_book(app):
    """The book as one PDF, if it was made."""
    return Path(app.srcdir).parent / "_build" / "pdf" / "book.pdf"


def elsewhere(app, pagename):
    """Services that open the page's notebook, once the book has a public address."""
    address = app.config.press_repository.rstrip("/")
    if not address:
        return []
    name = urlsplit(address).path.strip("/")
    folder = Path(app.srcdir).name
    source = quote(f"{folder}/{source_file(app, pagename)}", safe="")
    branch, notebooks = app.config.press_branch, app.config.press_notebooks_branch
    return [
        {
            "text": "Open in Colab",
            "href": f"https://colab.research.google.com/github/{name}/blob/"
            f"{notebooks}/_sources/{pagename}.ipynb",
        },
        {
            "text": "Open in Binder",
            "href": f"https://mybinder.org/v2/gh/{name}/{branch}?labpath={source}",
        },
        {
            "text": "Edit this page",
            "href": f"{address}/edit/{branch}/{folder}/{source_file(app, pagename)}",
        },
    ]


def to_json(value):
    """Compact JSON, the same every time."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
